Feature: Around the eye and the nose a finding follows its scale
  A hollow, a line or an arch is graded as its scale grades it, side by side (S19, S20). What a scale
  calls minimal or mild movement is ordinary; of the nose, only what filler could add to counts (A4).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: A hollow under the eye that is <scale> on the scale is <grade>
    Given Hollow under the eye (scale) on both sides is <scale>
    When the plan is drawn up
    Then the finding Under-eye hollow is <grade>

    Examples:
      | scale    | grade    |
      | none     | absent   |
      | minimal  | mild     |
      | moderate | moderate |
      | severe   | marked   |
      | extreme  | marked   |

  Scenario: A hollow of one side is no hollow of the other
    Given Hollow under the eye (scale) is {left: moderate, right: none}
    When the plan is drawn up
    Then the finding Under-eye hollow on the left is moderate
    And the finding Under-eye hollow on the right is absent

  Scenario Outline: Crow's feet that are <lines> in a full smile: the muscle is overactive, <finding>
    Given Crow's feet is <lines>
    When the plan is drawn up
    Then the finding Overactive ring muscle of the eye is <finding>

    Examples:
      | lines    | finding |
      | none     | absent  |
      | mild     | absent  |
      | moderate | yes     |
      | severe   | yes     |

  Scenario Outline: Filler could even a nose whose ridge is <ridge>: <finding>
    Given Ridge of the nose is <ridge>
    When the plan is drawn up
    Then the finding Small dip or low ridge of the nose is <finding>

    Examples:
      | ridge      | finding |
      | straight   | absent  |
      | small dip  | yes     |
      | low        | yes     |
      | small hump | absent  |
      | large hump | absent  |
      | crooked    | absent  |

  Scenario Outline: A brow graded <arch> is flat: <finding>
    Given Arch of the brow is {left: <arch>, right: high_arch}
    When the plan is drawn up
    Then the finding Flat brow on the left is <finding>
    And the finding Flat brow on the right is absent

    Examples:
      | arch           | finding |
      | high arch      | absent  |
      | slight arch    | absent  |
      | flat arch      | yes     |
      | flat and heavy | yes     |
