Feature: Crow's feet are softened by relaxing the ring muscle of the eye
  A labelled use for two toxins (L1, L11). The lines come with a smile, so they are softened and not
  taken away, and nothing is filled here. That an eye that is dry, operated or lax closes less well is
  recalled. No source was found that speaks of glaucoma here: its scenario is a draft until a
  clinician has judged it.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And Crow's feet is moderate
    And Cheek that pushes the lid up in a smile is no
    And the patient wishes for softer crow's feet

  Scenario: Lines that are moderate in a full smile
    When the plan is drawn up
    Then the finding Overactive ring muscle of the eye is yes
    And a neuromodulator is suggested without caution for the crow's feet
    And onabotulinumtoxinA is labelled for the crow's feet
    And prabotulinumtoxinA is off-label for the crow's feet
    And a neuromodulator for the crow's feet was asked for
    And the patient can expect "do not vanish"

  Scenario: Mild lines are left alone
    Given Crow's feet is mild
    And Cheek that pushes the lid up in a smile is not known
    When the plan is drawn up
    Then the finding Overactive ring muscle of the eye is absent
    And nothing is suggested for the crow's feet
    And the rule crows_feet.relax does not fire

  Scenario: Lines that bother nobody are left alone
    Given the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the crow's feet
    And the plan does not ask Lax lower lid

  Scenario Outline: An eye with <what> may close less well
    Given Eyes is [<value>]
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the crow's feet because "looks after the eyes"

    Examples:
      | what                        | value                 |
      | a history of dryness        | dry_eye               |
      | laser surgery of the cornea | corneal_laser_surgery |
      | surgery of the lids         | lid_surgery           |

  Scenario: A lax lower lid calls for the same care
    Given Lax lower lid is yes
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the crow's feet because "looks after the eyes"

  Scenario: Eyes that nobody asked about are asked about first
    Given Eyes is not known
    When the plan is drawn up
    Then the plan asks Eyes
    And the rule crows_feet.the_eye_itself is open

  Scenario: Part of the lines is made by the cheek
    Given Cheek that pushes the lid up in a smile is yes
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the crow's feet because "the cheek makes"

  Scenario: Filler is no answer to lines of smiling
    Given the patient asks for a hyaluronic acid filler in the crow's feet
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the crow's feet is discouraged because "not suggested"
    And the explanation of a hyaluronic acid filler for the crow's feet says "come with movement"

  Scenario: A wish for softer folds is none for the corner of the eye
    Given the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then nothing is suggested for the crow's feet

  @drafted
  Scenario: Glaucoma is a matter for whoever looks after the eyes
    Given Eyes is [glaucoma]
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the crow's feet because "looks after the eyes"

  Scenario: A neuromodulator is weighed at the corner of the eye, and filler is not put there
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                       | treatment      | area        | goal               |
      | crows_feet.relax           | neuromodulator | crow's feet | softer crow's feet |
      | crows_feet.the_eye_itself  | neuromodulator | crow's feet |                    |
      | crows_feet.the_smile       | neuromodulator | crow's feet |                    |
      | crows_feet.expect_swelling | neuromodulator | crow's feet |                    |
      | crows_feet.no_filler       | filler         | crow's feet |                    |
