Feature: V24 An anticoagulant, 67, male
  Apixaban for atrial fibrillation, hollow temples and cheeks. More bruises are to be expected, and
  the patient agrees to them; the medicine is the prescriber's. A medicine is no bleeding disorder:
  only the disorder rules calcium hydroxylapatite out (L35, B10).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value            |
      | Age                    | 67               |
      | Sex recorded at birth  | male             |
      | Pregnancy              | not known        |
      | Breastfeeding          | not known        |
      | Medicines              | [apixaban]       |
      | Cardiovascular disease | yes              |
      | Temple hollowing       | {both: moderate} |
      | Midface volume deficit | {both: moderate} |
    And the patient wishes for fuller temples and midface volume restored
    And the patient asks for calcium hydroxylapatite in the cheek

  Scenario: Hyaluronic acid with care, and the prescriber is asked before much of it
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the temple because "bruises"
    And a hyaluronic acid filler is suggested with caution for the cheek because "bruises"
    And the plan mentions "consent to bruising"
    And the plan mentions "ask first"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: The medicine alone does not rule calcium hydroxylapatite out
    When the plan is drawn up
    Then calcium hydroxylapatite is not excluded for the cheek

  Scenario: A bleeding disorder that is confirmed does
    Given Bleeding disorder is yes
    When the plan is drawn up
    Then calcium hydroxylapatite is excluded for the cheek because "bleeding disorder"
    And a hyaluronic acid filler is suggested with caution for the cheek because "haematologist"

  Scenario: A bleeding disorder that nobody asked about holds it back
    Given Bleeding disorder is not known
    When the plan is drawn up
    Then the plan asks Bleeding disorder
