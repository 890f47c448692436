Feature: V35 Psoriatic arthritis on etanercept, 63, female
  Fourteen years of hyaluronic acid without trouble, now a biologic and a steroid, and a wish for
  more. A late reaction eleven months after filler was published (D20): the treating doctor is asked,
  late reactions are told, and poly-L-lactic acid is for people with a sound immune system (L36).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value                        |
      | Age                    | 63                           |
      | Pregnancy              | not known                    |
      | Breastfeeding          | not known                    |
      | Medicines              | [biologic, systemic_steroid] |
      | Immunosuppression      | yes                          |
      | Midface volume deficit | {both: moderate}             |
      | Photoageing            | advanced                     |
    And an earlier treatment with 1 mL of a hyaluronic acid filler in the cheek 3 years ago
    And the patient wishes for midface volume restored and better skin quality
    And the patient asks for a hyaluronic acid filler in the cheek

  Scenario: While the disease is active filler waits
    Given Autoimmune disease is active
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the cheek until "remission"
    And the request for a hyaluronic acid filler in the cheek is deferred
    And poly-L-lactic acid is excluded for the cheek because "immune-competent"
    And the explanation of a hyaluronic acid filler for the cheek cites D20
    And the plan mentions "treating doctor agrees"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: In remission it may be discussed, with the doctor and with consent to late reactions
    Given Autoimmune disease is in_remission
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "late reactions"
    And a hyaluronic acid filler is suggested with caution for the cheek because "treating doctor"
    And poly-L-lactic acid is excluded for the cheek because "immune-competent"
    And the plan says nothing that "never-said.txt" forbids
