Feature: V01 A face that has aged as a whole, 59, female
  After a published example (C11): midface, folds, mouth corners and lines of movement, never treated
  before. The midface comes first, what lies below is judged after it, muscles may be relaxed at the
  same visit or a later one, and full correction is not the aim of one visit.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                         | value            |
      | Age                          | 59               |
      | Midface volume deficit       | {both: moderate} |
      | Nasolabial fold              | {both: moderate} |
      | Marionette line              | {both: moderate} |
      | Mouth corner                 | {both: moderate} |
      | Lines of the lips            | moderate         |
      | Frown lines                  | moderate         |
      | Crow's feet                  | moderate         |
      | movement.cheek_pulls_the_lid | no               |
    And the patient wishes for midface volume restored, softer nasolabial folds, softer marionette lines and mouth corners, softer lip lines, a softer frown and softer crow's feet

  Scenario: The midface first, in stages, then the folds, the mouth corners and the lips
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And a hyaluronic acid filler is suggested for the nasolabial fold
    And a hyaluronic acid filler is suggested for the marionette line
    And a hyaluronic acid filler is suggested for the perioral
    And a hyaluronic acid filler for the cheek comes before a hyaluronic acid filler for the nasolabial fold
    And a hyaluronic acid filler for the cheek and a hyaluronic acid filler for the nasolabial fold are in different sessions
    And a hyaluronic acid filler for the nasolabial fold comes before a hyaluronic acid filler for the marionette line
    And a hyaluronic acid filler for the marionette line comes before a hyaluronic acid filler for the perioral
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Frown and crow's feet are relaxed, as the label has it
    When the plan is drawn up
    Then a neuromodulator is suggested for the glabella
    And a neuromodulator is suggested for the crow's feet
    And onabotulinumtoxinA is labelled for the glabella
    And onabotulinumtoxinA is labelled for the crow's feet

  Scenario: Full correction is not the aim of one visit
    Given the patient asks for 3 mL of a hyaluronic acid filler in the cheek
    And the patient asks for 4 mL of a hyaluronic acid filler in the nasolabial fold
    When the plan is drawn up
    Then the rule overcorrection.one_visit fires
    And the patient can expect "one step better"
    And the plan mentions "one to two weeks apart"
