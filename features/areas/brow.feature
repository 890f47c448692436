Feature: A flat brow is opened by relaxing what lowers it, never by filler
  One muscle lifts the brow and several lower it. A brow or lid that may hang is examined first (M11).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And Arch of the brow on both sides is flat_arch
    And the patient wishes for a more open brow

  Scenario: A flat brow that the patient wants more open
    When the plan is drawn up
    Then the finding Flat brow is yes
    And a neuromodulator is suggested for the brow because "muscles that lower it"
    And a neuromodulator is off-label for the brow
    And the patient can expect "drooping lid"

  Scenario: A brow with its arch is left alone
    Given Arch of the brow on both sides is slight_arch
    When the plan is drawn up
    Then the finding Flat brow is absent
    And nothing is suggested for the brow
    And the rule brow.open does not fire

  Scenario: A flat brow that bothers nobody is left alone
    Given the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the brow

  Scenario: A brow that hangs behind a busy forehead is not shaped
    Given Compensated brow ptosis is yes
    When the plan is drawn up
    Then nothing is suggested for the brow
    And the rule brow.open does not fire

  Scenario: A brow that may hang is looked at first
    Given Compensated brow ptosis is not known
    When the plan is drawn up
    Then a neuromodulator is on hold for the brow until Compensated brow ptosis is answered
    And the rule brow.open is open

  Scenario: A man is told that an open brow softens a face
    Given these answers
      | fact                  | value     |
      | Sex recorded at birth | male      |
      | Pregnancy             | not known |
      | Breastfeeding         | not known |
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the brow because "peaked brow"

  Scenario: Filler is no way to open a brow
    Given the patient asks for a hyaluronic acid filler in the brow
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the brow is discouraged

  Scenario: Filler at the brow is discouraged for its own sake
    Given the patient asks for a hyaluronic acid filler in the brow
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the brow because "not suggested"

  Scenario Outline: One flat brow, on the <side>, is a question of evenness and not of opening
    Given Arch of the brow is <arches>
    When the plan is drawn up
    Then the rule brow.open does not fire
    And nothing is suggested for the brow

    Examples:
      | side  | arches                                |
      | left  | {left: flat_arch, right: medium_arch} |
      | right | {left: medium_arch, right: flat_arch} |

  Scenario: The brow is opened by a neuromodulator alone
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule            | treatment      | area                     | goal             |
      | brow.open       | neuromodulator | brow                     | a more open brow |
      | brow.no_filler  | filler         | brow                     |                  |
      | brow.expect_lid | neuromodulator | brow, forehead, glabella |                  |
