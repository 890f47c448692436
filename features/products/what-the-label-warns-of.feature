Feature: What the labels warn of is told to the patient
  Emergencies come first (L20, L22 and D1 for filler, the boxed warning L5 for a neuromodulator) and
  are told with every product that may cause them. What belongs to one product is told with that
  product alone: calcium on imaging (L35b), lumps in thin skin (L36d), a course of sessions (C18).

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: Emergencies after filler and after a neuromodulator are told
    When the plan is drawn up
    Then the patient can expect "change of sight"
    And the patient can expect "swallowing, speech or breathing"
    And the patient can expect "hard exercise"
    And the patient can expect "Tell the clinic before the next visit"

  Scenario: Where only a neuromodulator is planned, filler is not spoken of
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact        | value    |
      | Frown lines | moderate |
    And the patient wishes for a softer frown
    When the plan is drawn up
    Then a neuromodulator is suggested for the glabella
    And the patient can expect "swallowing, speech or breathing"
    And nothing in the plan mentions "change of sight"
    And nothing in the plan mentions "make-up"

  Scenario: Calcium filler shows on imaging, and poly-L-lactic acid comes in a course
    When the plan is drawn up
    Then the patient can expect "CT"
    And the patient can expect "three to five sessions"

  Scenario: Somebody without an item is told none of it
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then nothing in the plan mentions "emergency"
    And nothing in the plan mentions "three to five"

  Scenario: In thin skin, lumps of poly-L-lactic acid can be felt
    Given Skin thickness is thin
    When the plan is drawn up
    Then poly-L-lactic acid is suggested with caution for the cheek because "lumps"

  Scenario Outline: Skin that is <skin>: the warning of lumps <stands>
    Given Skin thickness is <skin>
    When the plan is drawn up
    Then the rule plla.thin_skin <stands>

    Examples:
      | skin      | stands        |
      | thin      | fires         |
      | medium    | does not fire |
      | thick     | does not fire |
      | not known | is open       |

  Scenario: What is told, and of which product
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                           | treatment               | area       |
      | after.emergency_filler         | filler                  | everywhere |
      | after.emergency_neuromodulator | neuromodulator          | everywhere |
      | first_day.after_filler         | filler                  | everywhere |
      | next_visit.tell_before         | everything              | everywhere |
      | calcium.shows_on_imaging       | calcium hydroxylapatite | everywhere |
      | plla.thin_skin                 | poly-L-lactic acid      | everywhere |
      | plla.series                    | poly-L-lactic acid      | everywhere |
