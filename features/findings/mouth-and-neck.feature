Feature: Mouth and neck, at rest and in movement
  Marionette and lip lines are graded by their scales (K9). A corner is pulled down only where it hangs
  and its muscle is strong (M16), and gum is a matter of muscles only where nothing else shows it (M8b).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: Lines that are <scale> on the scale are <grade>
    Given Marionette line is {left: <scale>, right: none}
    And Lines of the lips is <scale>
    When the plan is drawn up
    Then the finding Deep marionette line on the left is <grade>
    And the finding Deep marionette line on the right is absent
    And the finding Deep lip lines is <grade>

    Examples:
      | scale       | grade    |
      | none        | absent   |
      | mild        | absent   |
      | moderate    | moderate |
      | severe      | marked   |
      | very severe | marked   |

  Scenario Outline: A mouth corner whose hanging is <corner>, under a muscle that is <muscle>: pulled down, <finding>
    Given Mouth corner is {left: <corner>, right: none}
    And Muscle that pulls the mouth corner down is {left: <muscle>, right: <muscle>}
    When the plan is drawn up
    Then the finding Mouth corner pulled down on the left is <finding>
    And the finding Mouth corner pulled down on the right is absent

    Examples:
      | corner | muscle      | finding |
      | none   | very strong | absent  |
      | mild   | strong      | yes     |
      | mild   | very strong | yes     |
      | severe | strong      | yes     |
      | severe | normal      | absent  |

  Scenario Outline: <gum> mm of gum, shown by <cause>: much gum that muscles show is <finding>
    Given Gum shown in a smile is <gum>
    And What shows the gum is <cause>
    When the plan is drawn up
    Then the finding Muscles show much gum in a smile is <finding>

    Examples:
      | gum | cause             | finding |
      | 3   | not known         | absent  |
      | 3.5 | [lifting_muscles] | yes     |
      | 4   | [lifting_muscles] | yes     |
      | 4   | not known         | open    |

  Scenario: Strong lifting muscles are seen, and nobody measured how much gum they show
    Given Gum shown in a smile is not known
    And What shows the gum is [lifting_muscles]
    When the plan is drawn up
    Then the finding Muscles show much gum in a smile is open

  Scenario Outline: 6 mm of gum, shown by <cause>: much gum that muscles show is <finding>
    Given Gum shown in a smile is 6
    And What shows the gum is <cause>
    When the plan is drawn up
    Then the finding Muscles show much gum in a smile is <finding>

    Examples:
      | cause                             | finding |
      | [lifting muscles]                 | yes     |
      | [lifting muscles, long upper jaw] | absent  |
      | [lifting muscles, short teeth]    | absent  |
      | [lifting muscles, short lip]      | absent  |
      | [long upper jaw]                  | absent  |
      | []                                | absent  |
      | [lifting muscles, unknown]        | open    |

  Scenario Outline: Bands of the neck, <left> on the left and <right> on the right: <finding>
    Given Bands of the neck is {left: <left>, right: <right>}
    When the plan is drawn up
    Then the finding Neck bands is <finding>

    Examples:
      | left        | right       | finding |
      | none        | none        | absent  |
      | one         | none        | yes     |
      | none        | two or more | yes     |
      | two or more | one         | yes     |
