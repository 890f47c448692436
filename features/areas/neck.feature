Feature: Bands of the neck are softened where swallowing, voice and breathing are sound
  A labelled use for one toxin (L1). The muscles of swallowing lie just beneath (L5, L6).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And Bands of the neck on both sides is two_or_more
    And Fat under the chin is absent
    And the patient wishes for a smoother neck

  Scenario: Bands that stand out on tensing
    When the plan is drawn up
    Then the finding Neck bands is yes
    And a neuromodulator is suggested without caution for the neck
    And onabotulinumtoxinA is labelled for the neck
    And abobotulinumtoxinA is off-label for the neck
    And the patient can expect "swallowing"
    And no suggestion names an amount

  Scenario: One band on one side is enough
    Given Bands of the neck is {left: one, right: none}
    When the plan is drawn up
    Then the finding Neck bands is yes
    And a neuromodulator is suggested for the neck

  Scenario: A neck without bands is left alone
    Given Bands of the neck on both sides is none
    And Fat under the chin is not known
    When the plan is drawn up
    Then the finding Neck bands is absent
    And nothing is suggested for the neck
    And the rule neck.soften_bands does not fire

  Scenario: Bands that bother nobody are left alone
    Given the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the neck

  Scenario: Nothing is relaxed where swallowing or breathing is troubled
    Given Trouble with swallowing, voice or breathing is yes
    When the plan is drawn up
    Then a neuromodulator is excluded for the neck because "swallowing, voice or breathing"

  Scenario: Swallowing that nobody asked about is asked about first
    Given Trouble with swallowing, voice or breathing is not known
    When the plan is drawn up
    Then a neuromodulator is on hold for the neck until Trouble with swallowing, voice or breathing is answered
    And the rule neck.swallowing_and_breathing is open

  Scenario: Sound swallowing stands against nothing
    When the plan is drawn up
    Then the rule neck.swallowing_and_breathing does not fire
    And the rule neck.voice does not fire
    And the rule neck.fat_and_skin does not fire

  Scenario: A voice that is a livelihood
    Given Dependence on fine mouth movement is yes
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the neck because "voice or swallowing"

  Scenario: Fat under the chin stays as it is
    Given Fat under the chin is moderate
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the neck because "stay as they are"

  Scenario: Loose skin stays as it is too
    Given Skin laxity is marked
    And Contour of the neck is sharp
    And Descent of the midface is none
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the neck because "stay as they are"

  Scenario: Filler in the neck is left to the clinician
    Given the patient asks for a hyaluronic acid filler in the neck
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the neck is discouraged because "not suggested"

  Scenario: A wish for softer crow's feet is none for the neck
    Given the patient wishes for softer crow's feet
    When the plan is drawn up
    Then nothing is suggested for the neck

  Scenario Outline: A neck with <fat> fat and <laxity> laxity: the word about fat and skin <stands>
    Given Fat under the chin is <fat>
    And these answers
      | fact                   | value    |
      | Skin laxity            | <laxity> |
      | Contour of the neck    | sharp    |
      | Descent of the midface | none     |
    When the plan is drawn up
    Then the rule neck.fat_and_skin <stands>

    Examples: heavy fat or loose skin needs another treatment
      | fat      | laxity   | stands        |
      | mild     | moderate | does not fire |
      | moderate | moderate | fires         |
      | mild     | marked   | fires         |

  Scenario: A neuromodulator is weighed in the neck, and filler is left to the clinician
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                          | treatment      | area | goal            |
      | neck.soften_bands             | neuromodulator | neck | a smoother neck |
      | neck.swallowing_and_breathing | neuromodulator | neck |                 |
      | neck.voice                    | neuromodulator | neck |                 |
      | neck.fat_and_skin             | neuromodulator | neck |                 |
      | neck.no_filler                | filler         | neck |                 |
