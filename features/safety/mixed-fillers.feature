Feature: One filler over another
  Little is known of one product over another. What lies there is read up and felt for, and a face that
  had too much of what nobody can dissolve is seen by a specialist.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: Hyaluronic acid over <product> is a caution
    Given an earlier treatment with <product> in the cheek 2 years ago
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "cannot be dissolved"
    And a hyaluronic acid filler is suggested without caution for the chin

    Examples:
      | product                 |
      | calcium hydroxylapatite |
      | poly-L-lactic acid      |
      | polycaprolactone        |

  Scenario: A biostimulator over hyaluronic acid is a caution
    Given an earlier treatment with 1 mL of a hyaluronic acid filler in the cheek 3 years ago
    When the plan is drawn up
    Then poly-L-lactic acid is suggested with caution for the cheek because "some may be left"

  Scenario: The next session of a course is not told so
    Given an earlier treatment with poly-L-lactic acid in the cheek 6 weeks ago
    When the plan is drawn up
    Then the rule mixed.stimulator_over_filler does not fire

  Scenario: Where nothing was placed nothing is felt for
    When the plan is drawn up
    Then the rule mixed.over_a_stimulator does not fire
    And the rule mixed.stimulator_over_filler does not fire
    And the rule mixed.overfilled_and_lasting does not fire

  Scenario: Earlier treatments that were not asked about leave it open
    Given Earlier treatments is not known
    And Signs of overfilling is [sausage_lips]
    When the plan is drawn up
    Then the rule mixed.over_a_stimulator is open
    And the rule mixed.stimulator_over_filler is open
    And the rule mixed.overfilled_and_lasting is open

  Scenario Outline: An overfilled face that holds <product> is seen by a specialist
    Given Signs of overfilling is [heavy_mid_and_lower_face]
    And an earlier treatment with <product> in the cheek in 2023
    When the plan is drawn up
    Then the plan refers to "specialist in filler complications" routinely
    And a filler is excluded

    Examples:
      | product                 |
      | calcium hydroxylapatite |
      | liquid silicone         |
      | unidentified filler     |

  Scenario: An overfilled face that holds hyaluronic acid alone is not sent away
    Given Signs of overfilling is [heavy_mid_and_lower_face]
    And an earlier treatment with 2 mL of a hyaluronic acid filler in the cheek in 2024
    When the plan is drawn up
    Then the rule mixed.overfilled_and_lasting does not fire

  Scenario: A face that is not overfilled is not sent away for what it holds
    Given an earlier treatment with liquid silicone in the cheek in 2023
    When the plan is drawn up
    Then the rule mixed.overfilled_and_lasting does not fire

  Scenario: Over what cannot be dissolved it is hyaluronic acid that is a caution, and over that a biostimulator
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                         | treatment                                                     | area       |
      | mixed.over_a_stimulator      | hyaluronic acid filler                                        | everywhere |
      | mixed.stimulator_over_filler | calcium hydroxylapatite, poly-L-lactic acid, polycaprolactone | everywhere |
