Feature: The profile is context, and bone and bite come before the chin
  A chin is graded on its scale (K4). Trials of filler enrolled mild and moderate retrusion only (T5, T6),
  so that what is beyond it points to the skeleton; lines and angles are no indication (S18).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: Chin retrusion <retrusion>: the deficit is <grade>
    Given Chin retrusion is <retrusion>
    And the patient wishes for a better profile
    When the plan is drawn up
    Then the finding Chin set back is <grade>

    Examples:
      | retrusion | grade    |
      | none      | absent   |
      | minimal   | mild     |
      | moderate  | moderate |
      | severe    | marked   |
      | extreme   | marked   |

  Scenario Outline: A lower lip <millimetres> mm from the E-line: the consideration <stands>
    Given Lower lip to the E-line is <millimetres>
    And the patient wishes for a better profile
    When the plan is drawn up
    Then the rule profile.e_line_is_context <stands>
    And nothing is suggested

    Examples:
      | millimetres | stands        |
      | -14         | fires         |
      | -12         | fires         |
      | -11         | does not fire |
      | -2          | does not fire |
      | -1          | does not fire |
      | 0           | fires         |
      | 3           | fires         |

  Scenario: Lips are not spoken of where the patient did not ask about profile or lips
    Given Lower lip to the E-line is 4
    And the patient wishes for a softer frown
    When the plan is drawn up
    Then the consideration profile.e_line_is_context is not in force

  Scenario Outline: A convexity of <degrees> degrees: the consideration <stands>
    Given Convexity of the profile is <degrees>
    When the plan is drawn up
    Then the rule profile.convexity_is_context <stands>
    And nothing is suggested

    Examples:
      | degrees | stands        |
      | 12      | does not fire |
      | 16      | does not fire |
      | 17      | fires         |
      | 21      | fires         |

  Scenario Outline: An upper lip <millimetres> mm from the E-line: the consideration <stands>
    Given Upper lip to the E-line is <millimetres>
    And the patient wishes for a better profile
    When the plan is drawn up
    Then the rule profile.e_line_is_context <stands>

    Examples:
      | millimetres | stands        |
      | -15         | fires         |
      | -14         | fires         |
      | -13         | does not fire |
      | -4          | does not fire |
      | 0           | does not fire |
      | 1           | fires         |

  Scenario Outline: Who wishes for <goal> is told of lips far from the E-line
    Given Lower lip to the E-line is 4
    And the patient wishes for <goal>
    When the plan is drawn up
    Then the consideration profile.e_line_is_context is in force

    Examples:
      | goal                 |
      | a better profile     |
      | a more balanced face |
      | a more balanced nose |
      | fuller lips          |

  Scenario: A convex profile is read with the jaw
    Given Convexity of the profile is 20
    When the plan is drawn up
    Then the consideration profile.convexity_is_context is in force

  Scenario Outline: Chin retrusion <retrusion> and nothing else: a skeletal cause is <finding>
    Given Chin retrusion is <retrusion>
    And Chin point to the vertical is -5
    And Occlusion is class 1
    And Signs of a skeletal cause is []
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is <finding>

    Examples:
      | retrusion | finding |
      | moderate  | absent  |
      | severe    | yes     |
      | extreme   | yes     |

  Scenario Outline: Moderate retrusion, and <fact> is <value>: a skeletal cause is <finding>
    Given these answers
      | fact                       | value    |
      | Chin retrusion             | moderate |
      | Chin point to the vertical | -5       |
      | Occlusion                  | class_1  |
      | Signs of a skeletal cause  | []       |
    And <fact> is <value>
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is <finding>

    Examples:
      | fact                       | value                         | finding |
      | Chin point to the vertical | -9                            | absent  |
      | Chin point to the vertical | -10                           | yes     |
      | Chin point to the vertical | -12                           | yes     |
      | Occlusion                  | class 2                       | yes     |
      | Occlusion                  | class 3                       | yes     |
      | Signs of a skeletal cause  | [skeletal class 2]            | yes     |
      | Signs of a skeletal cause  | [open bite]                   | yes     |
      | Signs of a skeletal cause  | [snoring or breathing pauses] | yes     |
      | Occlusion                  | not known                     | open    |

  Scenario Outline: Chin retrusion <retrusion>, and <fact> is <value>: the word to weigh it is <stands>
    Given Chin retrusion is <retrusion>
    And <fact> is <value>
    When the plan is drawn up
    Then the consideration profile.weigh_chin is <stands>

    Examples:
      | retrusion | fact                              | value  | stands       |
      | minimal   | Height of the chin                | short  | in force     |
      | minimal   | Height of the chin                | long   | in force     |
      | minimal   | Height of the chin                | normal | not in force |
      | minimal   | Width of the chin                 | narrow | in force     |
      | minimal   | Width of the chin                 | wide   | in force     |
      | minimal   | Depth of the crease under the lip | 6      | not in force |
      | minimal   | Depth of the crease under the lip | 7      | in force     |
      | none      | Height of the chin                | short  | not in force |

  Scenario: Who wishes for the temples alone is not told of lips
    Given Lower lip to the E-line is 4
    And the patient wishes for fuller temples
    When the plan is drawn up
    Then the consideration profile.e_line_is_context is not in force
