Feature: Recent treatment in the same place is waited for
  A result is judged before it is added to. Ninety days between neuromodulators in one muscle stand on
  the labels, and earlier repeats add to the risk of antibodies; what was given elsewhere counts.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: A neuromodulator in the same muscle sixty days ago
    Given an earlier treatment with onabotulinumtoxinA in the masseter 60 days ago
    When the plan is drawn up
    Then a neuromodulator is deferred for the masseter because "90 days"
    And a neuromodulator is suggested for the glabella
    And the session of a neuromodulator for the masseter is not before 2026-12-22

  Scenario: One side treated sixty days ago waits, the other does not
    Given an earlier treatment with onabotulinumtoxinA in the masseter on the left 60 days ago
    When the plan is drawn up
    Then a neuromodulator is deferred for the masseter on the left
    And a neuromodulator is suggested for the masseter on the right

  Scenario Outline: <days> days after a neuromodulator in the same muscle it may be <stands>
    Given an earlier treatment with onabotulinumtoxinA in the masseter <days> days ago
    When the plan is drawn up
    Then a neuromodulator is <stands> for the masseter

    Examples:
      | days | stands    |
      | 89   | deferred  |
      | 90   | suggested |
      | 100  | suggested |

  Scenario: A neuromodulator on a day that nobody knows holds the muscle back
    Given an earlier treatment with onabotulinumtoxinA in the masseter at an unknown date
    When the plan is drawn up
    Then a neuromodulator is on hold for the masseter until Earlier treatments is answered
    And a neuromodulator is suggested for the glabella
    And the rule recent.neuromodulator is open

  Scenario: Treatments that were not asked about hold every neuromodulator back
    Given Earlier treatments is not known
    When the plan is drawn up
    Then a neuromodulator is on hold until Earlier treatments is answered
    And the rule recent.ha_filler is open
    And the rule recent.onabotulinum_total is open

  Scenario Outline: <days> days after hyaluronic acid in the same area it is <stands>
    Given an earlier treatment with 1 mL of a hyaluronic acid filler in the cheek <days> days ago
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the cheek
    And a hyaluronic acid filler is suggested for the temple

    Examples:
      | days | stands       |
      | 14   | deferred     |
      | 27   | deferred     |
      | 28   | not deferred |
      | 60   | not deferred |

  Scenario: Without recent treatment nothing waits
    When the plan is drawn up
    Then a neuromodulator is suggested for the masseter
    And a hyaluronic acid filler is suggested for the cheek
    And the rule recent.neuromodulator does not fire
    And the rule recent.ha_filler does not fire
    And the rule recent.onabotulinum_total does not fire

  Scenario: All of one toxin counts together, whatever it was for
    Given an earlier treatment with 390 U of onabotulinumtoxinA in the forehead 2 months ago
    And the patient asks for 20 U of onabotulinumtoxinA in the glabella
    When the plan is drawn up
    Then onabotulinumtoxinA is deferred for the glabella because "400"
    And prabotulinumtoxinA is suggested for the glabella

  Scenario: Units of different toxins are never added
    Given an earlier treatment with 390 U of abobotulinumtoxinA in the forehead 2 months ago
    And the patient asks for 20 U of onabotulinumtoxinA in the glabella
    When the plan is drawn up
    Then onabotulinumtoxinA is suggested for the glabella
    And the rule recent.onabotulinum_total does not fire

  Scenario: A toxin from elsewhere is clarified first
    Given Botulinum toxin from another clinic, or for a disease is yes
    When the plan is drawn up
    Then a neuromodulator is deferred until "product, units and date are known"
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: Without a toxin from elsewhere there is nothing to clarify
    Given Botulinum toxin from another clinic, or for a disease is no
    When the plan is drawn up
    Then the rule recent.toxin_elsewhere does not fire
    And a neuromodulator is suggested for the masseter

  Scenario: A toxin from elsewhere that was not asked about holds every neuromodulator back
    Given Botulinum toxin from another clinic, or for a disease is not known
    When the plan is drawn up
    Then a neuromodulator is on hold until Botulinum toxin from another clinic, or for a disease is answered
    And a hyaluronic acid filler is suggested for the cheek
    And the rule recent.toxin_elsewhere is open

  Scenario: Four weeks after hyaluronic acid are counted from its day
    Given an earlier treatment with 1 mL of a hyaluronic acid filler in the cheek 14 days ago
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the cheek until "2026-12-06"

  Scenario Outline: <before> of onabotulinumtoxinA on <date>, and 20 U now: <stands>
    Given an earlier treatment with <before> of onabotulinumtoxinA in the forehead on <date>
    And the patient asks for 20 U of onabotulinumtoxinA in the glabella
    When the plan is drawn up
    Then onabotulinumtoxinA is <stands> for the glabella

    Examples:
      | before | date       | stands       |
      | 380 U  | 2026-11-20 | not deferred |
      | 381 U  | 2026-11-20 | deferred     |
      | 381 U  | 2026-08-23 | deferred     |
      | 381 U  | 2026-08-22 | not deferred |

  Scenario: What recent treatment makes wait
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                      | treatment              | area       |
      | recent.neuromodulator     | neuromodulator         | everywhere |
      | recent.ha_filler          | hyaluronic acid filler | everywhere |
      | recent.onabotulinum_total | onabotulinumtoxinA     | everywhere |
      | recent.toxin_elsewhere    | neuromodulator         | everywhere |
