Feature: V21 Three nose fillers in eighteen months, each a disappointment, 25, female
  More than three hours a day with the nose, a positive screen, and the request for a fourth. A screen
  is no diagnosis; it leads to somebody who can make one, and to no needle (B1, B2).

  Scenario: No treatment now, and an assessment of mental health
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                         | value                                                  |
      | Age                          | 25                                                     |
      | Body dysmorphia screen       | positive                                               |
      | Red flags of body dysmorphia | [mirror_gazing, many_clinics, growing_dissatisfaction] |
      | Ridge of the nose            | small_dip                                              |
      | Breathing through the nose   | free                                                   |
    And an earlier treatment with 0.5 mL of a hyaluronic acid filler in the nose 17 months ago
    And an earlier treatment with 0.5 mL of a hyaluronic acid filler in the nose 11 months ago
    And an earlier treatment with 0.5 mL of a hyaluronic acid filler in the nose 4 months ago
    And the patient wishes for a more balanced nose
    And the patient asks for a hyaluronic acid filler in the nose
    When the plan is drawn up
    Then everything is deferred until "mental health professional"
    And the request for a hyaluronic acid filler in the nose is deferred
    And nothing is suggested
    And candidacy is not now
    And the plan refers to "mental health professional" soon
    And the explanation of a hyaluronic acid filler for the nose says "not a diagnosis"
    And nothing in the plan mentions "in a year"
    And nothing in the plan mentions "dysmorphic disorder"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids
