Feature: V38 A small dip two years after a rhinoplasty, 31, female
  Surgery has moved the vessels of the nose, and sight is at stake (A3, L22). The surgeon is asked;
  only the surgeon and a clinician could reopen it, and never for a product that nothing dissolves.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                                               | value     |
      | Age                                                | 31        |
      | Ridge of the nose                                  | small_dip |
      | Breathing through the nose                         | free      |
      | Surgery, injury or implant in the area of the nose | earlier   |
    And the patient wishes for a more balanced nose
    And the patient asks for a hyaluronic acid filler in the nose

  Scenario: No filler by default, and a word with the surgeon
    When the plan is drawn up
    Then a hyaluronic acid filler is excluded for the nose because "operated"
    And the request for a hyaluronic acid filler in the nose is excluded
    And nothing is suggested
    And the plan refers to "nasal surgeon"
    And the plan mentions "in writing"
    And the explanation of a hyaluronic acid filler for the nose says "vessels"
    And candidacy is not now
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario Outline: Never <product>
    Given the patient asks for <product> in the nose
    When the plan is drawn up
    Then the request for <product> in the nose is excluded because "only hyaluronic acid"

    Examples:
      | product                 |
      | calcium hydroxylapatite |
      | poly-L-lactic acid      |
