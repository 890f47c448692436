Feature: The wound is measured again, and its score says how it goes
  A falling score is healing, a rising one is not. A wound that gets worse is seen by somebody who
  knows more, whatever the dressing.

  Background:
    Given somebody with a wound over the sacrum, as in "sacral-wound.yaml"

  Scenario Outline: From <before> points to 13
    Given PUSH score at the last assessment of the sacrum is <before>
    When the plan is drawn up
    Then the measure PUSH score of the sacrum is 13
    And the measure Change of the PUSH score of the sacrum is <change>
    And the finding Healing wound of the sacrum is <healing>
    And the finding Worsening wound of the sacrum is <worse>

    Examples:
      | before | change | healing | worse |
      | 15     | -2     | yes     | no    |
      | 13     | 0      | no      | no    |
      | 12     | 1      | no      | yes   |

  Scenario: A wound that gets worse is seen by a specialist
    When the plan is drawn up
    Then the plan refers to "wound specialist" soon because "getting worse"

  Scenario: A wound that heals is not
    Given PUSH score at the last assessment of the sacrum is 15
    When the plan is drawn up
    Then the plan refers to nobody

  Scenario: Without an earlier score nobody knows
    Given PUSH score at the last assessment of the sacrum is not known
    When the plan is drawn up
    Then the finding Worsening wound of the sacrum is open
    And the plan asks PUSH score at the last assessment of the sacrum

  Scenario: Every wound is measured again in a week
    When the plan is drawn up
    Then a review of a foam for the sacrum is due after 1 week for "compare the PUSH score"
    And the consideration dressing.no_best is in force

  Scenario: No dressing before the pressure is off
    Given Pressure is taken off the wound is no
    When the plan is drawn up
    Then the plan is not ready
    And the requirement reassess.pressure is not met

  Scenario: The pressure is off, and the plan is ready
    When the plan is drawn up
    Then the plan is ready
    And the requirement reassess.pressure is met
