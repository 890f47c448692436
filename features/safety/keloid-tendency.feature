Feature: A tendency to keloids
  Poly-L-lactic acid is contraindicated where keloids or hypertrophic scars form. The trials of the
  other classes left such people out, so that nothing is known of them.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: With keloids of one's own, no poly-L-lactic acid, and care with the rest
    Given Keloid or hypertrophic scars is personal
    When the plan is drawn up
    Then poly-L-lactic acid is excluded because "keloid"
    And the rule keloid.family does not fire
    And a hyaluronic acid filler is suggested with caution for the temple because "scar"
    And a neuromodulator is suggested with caution for the masseter because "scar"
    And the explanation of poly-L-lactic acid for the cheek cites L36

  Scenario: Keloids in the family speak against poly-L-lactic acid
    Given Keloid or hypertrophic scars is family
    When the plan is drawn up
    Then poly-L-lactic acid is discouraged for the cheek
    And a hyaluronic acid filler is suggested without caution for the cheek
    And the rule keloid.personal does not fire
    And the rule keloid.personal_other does not fire

  Scenario: Without keloids nothing is held back
    Given Keloid or hypertrophic scars is none
    When the plan is drawn up
    Then poly-L-lactic acid is not excluded for the cheek
    And a hyaluronic acid filler is suggested without caution for the cheek
    And the rule keloid.personal does not fire
    And the rule keloid.personal_other does not fire
    And the rule keloid.family does not fire

  Scenario: Keloids that were not asked about hold poly-L-lactic acid back
    Given Keloid or hypertrophic scars is not known
    When the plan is drawn up
    Then poly-L-lactic acid is on hold until Keloid or hypertrophic scars is answered
    And a hyaluronic acid filler is suggested with caution for the temple
    And the rule keloid.personal is open
    And the rule keloid.personal_other is open
    And the rule keloid.family is open

  Scenario: One class is contraindicated, and the others are given with care
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment                                                                         | area       |
      | keloid.personal       | poly-L-lactic acid                                                                | everywhere |
      | keloid.personal_other | hyaluronic acid filler, calcium hydroxylapatite, polycaprolactone, neuromodulator | everywhere |
      | keloid.family         | poly-L-lactic acid                                                                | everywhere |
