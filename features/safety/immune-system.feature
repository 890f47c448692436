Feature: Autoimmune disease and a suppressed immune system
  Late reactions to filler were reported in autoimmune disease, infection threatens where the immune
  system is suppressed, and poly-L-lactic acid is labelled for immune-competent people. Opinions
  differ; the plan takes the careful side.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: No filler while an autoimmune disease is active
    Given Autoimmune disease is active
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred until "remission"
    And poly-L-lactic acid is excluded because "immune"
    And the rule immune.remission does not fire
    And a neuromodulator is suggested for the masseter

  Scenario: In remission filler is given with care and consent
    Given Autoimmune disease is in remission
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution because "late reactions"
    And calcium hydroxylapatite is not deferred
    And poly-L-lactic acid is discouraged for the cheek
    And a neuromodulator is suggested with caution for the masseter because "autoimmune"

  Scenario Outline: A suppressed immune system stands against filler: <fact> <value>
    Given <fact> is <value>
    When the plan is drawn up
    Then poly-L-lactic acid is excluded because "immune"
    And a hyaluronic acid filler is not suggested without caution for the cheek
    And the explanation of a hyaluronic acid filler for the cheek says "treating doctor"
    And a neuromodulator is suggested with caution for the masseter because "infection"
    And a hyaluronic acid filler is suggested with caution for the lips because "infection"

    Examples:
      | fact              | value                  |
      | Immunosuppression | yes                    |
      | Medicines         | [immunosuppressant]    |
      | Medicines         | [biologic]             |
      | Medicines         | [systemic_steroid]     |
      | Medicines         | [checkpoint_inhibitor] |
      | Medicines         | [interferon]           |

  Scenario: An autoimmune disease calls for care with a neuromodulator as well
    Given Autoimmune disease is active
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "autoimmune"

  Scenario: With a healthy immune system nothing is held back
    Given these answers
      | fact               | value |
      | Autoimmune disease | none  |
      | Immunosuppression  | no    |
      | Medicines          | []    |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And poly-L-lactic acid is not excluded for the cheek
    And the rule immune.active_disease does not fire
    And the rule immune.no_plla does not fire
    And the rule immune.neuromodulator does not fire
    And the rule immune.remission does not fire
    And the rule immune.suppressed does not fire

  Scenario: An autoimmune disease that was not asked about holds filler back
    Given Autoimmune disease is not known
    When the plan is drawn up
    Then a filler is on hold until Autoimmune disease is answered
    And a neuromodulator is suggested for the masseter
    And the rule immune.active_disease is open
    And the rule immune.remission is open

  Scenario: Immunosuppression that was not asked about holds poly-L-lactic acid back
    Given Immunosuppression is not known
    When the plan is drawn up
    Then poly-L-lactic acid is on hold until Immunosuppression is answered
    And the rule immune.no_plla is open
    And the rule immune.suppressed is open

  Scenario: With a suppressed immune system the plan is ready once the treating doctor agrees
    Given Immunosuppression is yes
    When the plan is drawn up
    Then the plan is not ready
    And the requirement immune.suppressed is open

  Scenario: A diabetes out of control is a caution for every injection
    Given Diabetes is uncontrolled
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "diabetes"
    And a neuromodulator is suggested with caution for the masseter because "diabetes"

  Scenario Outline: Diabetes <state>: there is no such caution
    Given Diabetes is <state>
    When the plan is drawn up
    Then the rule immune.diabetes does not fire

    Examples:
      | state      |
      | none       |
      | controlled |

  Scenario: A diabetes that was not asked about is asked
    Given Diabetes is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek
    And the plan asks Diabetes
    And the rule immune.diabetes is open

  Scenario Outline: <fact> is <value>: the rule against poly-L-lactic acid <stands>
    Given <fact> is <value>
    When the plan is drawn up
    Then the rule immune.no_plla <stands>

    Examples:
      | fact               | value        | stands        |
      | Autoimmune disease | active       | fires         |
      | Autoimmune disease | in remission | does not fire |
      | Medicines          | [interferon] | fires         |
      | Medicines          | [ssri]       | does not fire |

  Scenario: What an immune disease speaks of
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment                            | area       |
      | immune.active_disease | filler                               | everywhere |
      | immune.neuromodulator | neuromodulator                       | everywhere |
      | immune.no_plla        | poly-L-lactic acid, polycaprolactone | everywhere |
      | immune.remission      | filler                               | everywhere |
      | immune.diabetes       | injectable                           | everywhere |
      | immune.suppressed     | filler, neuromodulator               | everywhere |

  Scenario: Isotretinoin suppresses no immune system
    Given Medicines is [isotretinoin_within_6_months]
    When the plan is drawn up
    Then the rule immune.suppressed does not fire
    And the rule immune.no_plla does not fire

  Scenario Outline: Where the immune system is suppressed, calcium filler in the cheek is a caution too: <fact>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact   | value   |
      | <fact> | <value> |
    And the patient asks for calcium hydroxylapatite in the cheek
    When the plan is drawn up
    Then the explanation of calcium hydroxylapatite for the cheek says "<words>"
    And the explanation of calcium hydroxylapatite for the cheek says "no enzyme"

    Examples:
      | fact               | value        | words             |
      | Immunosuppression  | yes          | risk of infection |
      | Autoimmune disease | in_remission | late reactions    |

  Scenario Outline: What is said of other fillers is not said of poly-L-lactic acid, which is refused or discouraged: <fact>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact   | value   |
      | <fact> | <value> |
    And the patient asks for poly-L-lactic acid in the cheek
    When the plan is drawn up
    Then the request for poly-L-lactic acid in the cheek is <stands>
    And nothing in the plan mentions "<words>"

    Examples:
      | fact               | value        | stands      | words                       |
      | Immunosuppression  | yes          | excluded    | risk of infection is higher |
      | Autoimmune disease | in_remission | discouraged | Tell the patient about late |

  Scenario: In remission calcium filler is a caution and is not discouraged for it
    Given Autoimmune disease is in_remission
    When the plan is drawn up
    Then calcium hydroxylapatite is not discouraged for the cheek
