Feature: V11 Deep folds below a full midface, 44, female
  "Cheek filler to lift the folds": a three-dimensional study found no traction and no change of the
  fold, and the harm is a cheek that is too full (O6). The fold itself may be softened, a little.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value           |
      | Age                    | 44              |
      | Nasolabial fold        | {both: severe}  |
      | Midface volume deficit | {both: minimal} |
    And the patient wishes for softer nasolabial folds
    And the patient asks for a hyaluronic acid filler in the cheek for "softer nasolabial folds"

  Scenario: No cheek for the fold, and the reason is told
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is excluded because "fold"
    And a hyaluronic acid filler for "softer nasolabial folds" is excluded for the cheek because "traction"
    And nothing is suggested for the cheek
    And the explanation of a hyaluronic acid filler for the cheek cites O6, O7
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: The fold itself may be softened, one step
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the nasolabial fold
    And the explanation of a hyaluronic acid filler for the nasolabial fold says "belongs to every face"
    And the patient can expect "one step better"

  Scenario: A midface that was never measured is asked about, not filled
    Given Midface volume deficit on both sides is not known
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is not suggested
    And the plan asks Midface volume deficit
