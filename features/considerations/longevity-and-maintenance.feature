Feature: Results last for a time, and the face is looked at again
  How long a result lasts depends on the product, the area and the person (S22 to S27); where a trial
  or series saw another range, that one is told. It is not done once: reassessment keeps the proportions as the face ages and keeps it from being overfilled (S28 to
  S32). A plan repeats by findings, never by the clock.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: Hyaluronic acid lasts 9 to 18 months
    When the plan is drawn up
    Then the result of a hyaluronic acid filler for the chin lasts from 9 to 18 months

  Scenario: Areas that move much use it up faster
    When the plan is drawn up
    Then the result of a hyaluronic acid filler for the nasolabial fold lasts from 9 to 18 months, towards shorter
    And the result of a hyaluronic acid filler for the lips lasts from 6 to 12 months, towards shorter

  Scenario: Areas with firm support keep it longer
    Given a healthy adult, as in "healthy-adult.yaml"
    And Loss of jawline contour on both sides is moderate
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then the result of a hyaluronic acid filler for the jawline lasts from 9 to 18 months, towards longer

  Scenario: In the midface the trials saw it longest (T1, T2)
    When the plan is drawn up
    Then the result of a hyaluronic acid filler for the cheek lasts from 12 to 24 months, towards longer

  Scenario: A neuromodulator lasts 3 to 6 months
    When the plan is drawn up
    Then the result of a neuromodulator for the glabella lasts from 3 to 6 months, towards neither end

  Scenario: Much exercise shortens the effect of a neuromodulator (X8)
    Given Exercise is high
    When the plan is drawn up
    Then the result of a neuromodulator for the glabella lasts from 3 to 6 months, towards shorter

  Scenario: Ordinary exercise does not
    Given Exercise is moderate
    When the plan is drawn up
    Then the rule longevity.exercise does not fire

  Scenario: A biostimulator lasts up to two years, and comes gradually (S25, C18)
    When the plan is drawn up
    Then the result of poly-L-lactic acid for the cheek lasts from 12 to 24 months
    And the patient can expect "builds up over months"

  Scenario: Calcium filler lasts about 18 months (L37)
    When the plan is drawn up
    Then the result of calcium hydroxylapatite for the cheek lasts from 12 to 18 months

  Scenario Outline: A patient who is <trend> weight is treated in small steps
    Given Weight is <trend>
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution because "weight"
    And a neuromodulator is suggested without caution for the glabella

    Examples:
      | trend   |
      | losing  |
      | gaining |

  Scenario: Falling weight shortens what filler does
    Given Weight is losing
    When the plan is drawn up
    Then the result of a hyaluronic acid filler for the chin lasts from 9 to 18 months, towards shorter

  Scenario: A stable weight changes nothing
    Given Weight is stable
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And the rule reassess.when_weight_changes does not fire
    And the rule longevity.weight_loss does not fire

  Scenario: Every treatment is looked at again
    When the plan is drawn up
    Then a review of a hyaluronic acid filler for the cheek is due after 1 day to 2 days for "sight"
    And a review of a hyaluronic acid filler for the cheek is due after 2 weeks to 4 weeks
    And a review of a hyaluronic acid filler for the chin is due after 2 weeks to 4 weeks
    And a review of a hyaluronic acid filler for the lips is due after 2 weeks to 4 weeks
    And a review of a neuromodulator for the glabella is due after 2 weeks to 4 weeks for "symmetry"
    And a review of a neuromodulator for the masseter is due after 8 weeks to 12 weeks
    And a review of poly-L-lactic acid for the cheek is due after 24 months for "top-up"
    And a review of a hyaluronic acid filler for the cheek is due after 6 months for "whole face"

  Scenario: The patient is told that it is not done once
    When the plan is drawn up
    Then the patient can expect "not done once"
    And the patient can expect "when the findings return"

  Scenario: A face that was treated before is assessed as it is now
    Given an earlier treatment with 20 U of onabotulinumtoxinA in the glabella 6 months ago
    When the plan is drawn up
    Then the requirement reassess.new_findings_first is open
    And a neuromodulator is suggested for the glabella

  Scenario: A face that was never treated has nothing to compare
    When the plan is drawn up
    Then the rule reassess.new_findings_first does not fire

  Scenario Outline: Hyaluronic acid in the <area> lasts from <from> to <to> months
    Given the patient asks for a hyaluronic acid filler in the <area>
    When the plan is drawn up
    Then the result of a hyaluronic acid filler for the <area> lasts from <from> to <to> months

    Examples: temple T7, T8; under the eye A1, A2, T11; lip lines T12, L37; nose A4
      | area        | from | to |
      | temple      | 12   | 18 |
      | tear trough | 6    | 12 |
      | perioral    | 6    | 12 |
      | nose        | 12   | 18 |

  Scenario: Half of the patients of one toxin kept its effect in the frown for 24 weeks (T17)
    When the plan is drawn up
    Then the result of a neuromodulator for the glabella lasts from 3 to 6 months
    And the plan mentions "DaxibotulinumtoxinA lasts 5 to 6 months in the frown"

  Scenario: Where no frown is treated nothing is said of it
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact           | value    |
      | Forehead lines | moderate |
    And the patient wishes for a smoother forehead
    When the plan is drawn up
    Then the result of a neuromodulator for the forehead lasts from 3 to 6 months
    And nothing in the plan mentions "DaxibotulinumtoxinA lasts"

  Scenario: A relaxed smile lasts four to six months (M10)
    Given the patient asks for a neuromodulator in the perioral for "less gum in a smile"
    When the plan is drawn up
    Then the result of a neuromodulator for the perioral lasts from 4 to 6 months

  Scenario: Polycaprolactone stays one to four years, as far as is recalled
    Given Country is EU
    And the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then the result of polycaprolactone for the cheek lasts from 12 to 48 months

  Scenario: A medicine that will make the weight fall is a reason for small steps
    Given GLP-1 medicine is being raised
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "weight"

  Scenario: A steady amount is not
    Given GLP-1 medicine is steady
    When the plan is drawn up
    Then the rule reassess.when_weight_changes does not fire

  Scenario: Each range and each tendency is told of what was measured
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                       | treatment               | area                        | goal                |
      | longevity.no_clock         | everything              | everywhere                  |                     |
      | longevity.ha               | hyaluronic acid filler  | everywhere                  |                     |
      | longevity.ha_lips          | hyaluronic acid filler  | lips                        |                     |
      | longevity.ha_cheek         | hyaluronic acid filler  | cheek                       |                     |
      | longevity.ha_temple        | hyaluronic acid filler  | temple                      |                     |
      | longevity.ha_tear_trough   | hyaluronic acid filler  | tear trough                 |                     |
      | longevity.ha_perioral      | hyaluronic acid filler  | perioral                    |                     |
      | longevity.ha_nose          | hyaluronic acid filler  | nose                        |                     |
      | longevity.polycaprolactone | polycaprolactone        | everywhere                  |                     |
      | longevity.neuromodulator   | neuromodulator          | everywhere                  |                     |
      | longevity.daxibotulinum    | daxibotulinumtoxinA     | glabella                    |                     |
      | longevity.gummy_smile      | neuromodulator          | perioral                    | less gum in a smile |
      | longevity.biostimulator    | biostimulator           | everywhere                  |                     |
      | longevity.calcium          | calcium hydroxylapatite | everywhere                  |                     |
      | longevity.moving_areas     | filler                  | high-movement area          |                     |
      | longevity.supported_areas  | filler                  | structurally supported area |                     |
      | longevity.exercise         | neuromodulator          | everywhere                  |                     |
      | longevity.weight_loss      | filler                  | everywhere                  |                     |

  Scenario: Where an allergy to albumin leaves one toxin alone, the months of that one are told (T17)
    Given Allergy to human albumin is yes
    When the plan is drawn up
    Then the result of a neuromodulator for the glabella lasts from 5 to 6 months

  Scenario: A rising weight wears no filler out
    Given Weight is gaining
    When the plan is drawn up
    Then the rule longevity.weight_loss does not fire

  Scenario: What is looked at again, and what a changing weight bears on
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                         | treatment                                                         | area                                                 |
      | reassess.not_once            | everything                                                        | everywhere                                           |
      | reassess.whole_face          | everything                                                        | everywhere                                           |
      | reassess.when_weight_changes | filler                                                            | everywhere                                           |
      | reassess.after_filler        | filler                                                            | everywhere                                           |
      | reassess.filler_result       | hyaluronic acid filler, calcium hydroxylapatite, polycaprolactone | everywhere                                           |
      | reassess.toxin_result        | neuromodulator                                                    | upper third, middle third                            |
      | reassess.toxin_result        | neuromodulator                                                    | lips, perioral, marionette line, chin, mental crease |
      | reassess.toxin_result        | neuromodulator                                                    | jawline, submental area, neck                        |
