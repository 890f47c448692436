Feature: Medicines that change the effect or the risk
  Some medicines strengthen a toxin, others make skin fragile. The prescriber decides about every
  medicine; a plan never says to stop one.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: With <medicine>, a neuromodulator waits
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then a neuromodulator is deferred until "prescriber agrees"
    And the rule medicines.relaxants does not fire
    And a hyaluronic acid filler is suggested for the cheek
    And nothing in the plan mentions "stop the"

    Examples:
      | medicine              |
      | aminoglycoside        |
      | neuromuscular blocker |

  Scenario Outline: With <medicine>, a neuromodulator is given with care
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then a neuromodulator is suggested with caution because "prescriber"
    And a hyaluronic acid filler is suggested without caution for the cheek

    Examples:
      | medicine        |
      | muscle relaxant |
      | anticholinergic |

  Scenario: Three weeks after isotretinoin, no poly-L-lactic acid, and care with filler
    Given Medicines is [isotretinoin_within_6_months]
    When the plan is drawn up
    Then poly-L-lactic acid is discouraged because "isotretinoin"
    And a hyaluronic acid filler is suggested with caution for the cheek because "isotretinoin"
    And the consideration medicines.isotretinoin is in force
    And nothing in the plan mentions "stop"

  Scenario: Three weeks after isotretinoin, care with a neuromodulator as well
    Given Medicines is [isotretinoin_within_6_months]
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "isotretinoin"

  Scenario: Without medicines nothing waits
    Given Medicines is []
    When the plan is drawn up
    Then a neuromodulator is suggested without caution for the masseter
    And the rule medicines.aminoglycoside does not fire
    And the rule medicines.relaxants does not fire
    And the rule medicines.isotretinoin does not fire

  Scenario: Medicines that were not asked about hold every neuromodulator back
    Given Medicines is not known
    When the plan is drawn up
    Then a neuromodulator is on hold until Medicines is answered
    And the answer to Medicines is decisive
    And the rule medicines.aminoglycoside is open
    And the rule medicines.relaxants is open
    And the rule medicines.isotretinoin is open

  Scenario Outline: <medicine> may weaken a neuromodulator
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "weaker"
    And a hyaluronic acid filler is suggested without caution for the cheek

    Examples:
      | medicine                 |
      | cholinesterase inhibitor |
      | aminoquinoline           |

  Scenario Outline: Who takes <medicine> is referred to its prescriber
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then the plan refers to "prescriber" routinely

    Examples:
      | medicine              |
      | aminoglycoside        |
      | neuromuscular blocker |

  Scenario: Without medicines no effect is weakened, and unasked it is open
    When the plan is drawn up
    Then the rule medicines.weakening does not fire
    Given Medicines is not known
    When the plan is drawn up
    Then the rule medicines.weakening is open

  Scenario: Of poly-L-lactic acid after isotretinoin more is said than to look at the skin
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact      | value                          |
      | Medicines | [isotretinoin_within_6_months] |
    And the patient asks for poly-L-lactic acid in the cheek
    When the plan is drawn up
    Then the request for poly-L-lactic acid in the cheek is discouraged
    And nothing in the plan mentions "no evidence was seen for injectables"

  Scenario: What medicines change the effect of a neuromodulator, and what isotretinoin concerns
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                     | treatment              | area       |
      | medicines.aminoglycoside | neuromodulator         | everywhere |
      | medicines.relaxants      | neuromodulator         | everywhere |
      | medicines.weakening      | neuromodulator         | everywhere |
      | medicines.isotretinoin   | filler, neuromodulator | everywhere |
