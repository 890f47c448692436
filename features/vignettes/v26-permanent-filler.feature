Feature: V26 "Biopolymer" of 2009, nobody knows what, 54, female
  Nothing is layered over a filler that cannot be named (D10). Records and imaging come first; nodules
  and inflammation are seen by somebody who knows them.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact            | value            |
      | Age             | 54               |
      | Lip fullness    | mild             |
      | Nasolabial fold | {both: moderate} |
    And an earlier treatment with an unidentified filler in the lips in 2009
    And an earlier treatment with an unidentified filler in the nasolabial fold in 2009
    And the patient wishes for fuller lips and softer nasolabial folds
    And the patient asks for a hyaluronic acid filler in the lips

  Scenario: No filler where it lies, until records and imaging say what it is
    When the plan is drawn up
    Then a filler is excluded for the lips because "permanent or unidentified filler"
    And a filler is excluded for the nasolabial fold because "permanent or unidentified filler"
    And the request for a hyaluronic acid filler in the lips is excluded
    And the plan mentions "records and imaging"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: A nodule in it is seen by somebody who knows such complications
    Given Earlier treatments holds these records
      | product             | area | date | complications |
      | unidentified_filler | lips | 2009 | [nodule]      |
    When the plan is drawn up
    Then the plan refers to "filler complications" soon
