Feature: Thirds and profile are context
  Equal thirds are a canon, not a norm: measured populations differ from it. What is uneven is told and
  is never an indication on its own (S5, S17, S18).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: Thirds of <upper>, <middle> and <lower> mm are <pattern>
    Given Upper third is <upper>
    And Middle third is <middle>
    And Lower third is <lower>
    When the plan is drawn up
    Then the finding Uneven facial thirds is <pattern>
    And nothing is suggested

    Examples:
      | upper | middle | lower | pattern      |
      | 60    | 60     | 60    | absent       |
      | 64    | 60     | 60    | absent       |
      | 70    | 60     | 60    | long upper   |
      | 50    | 60     | 50    | long middle  |
      | 60    | 60     | 70    | long lower   |
      | 60    | 60     | 52    | short lower  |

  Scenario: Uneven thirds are read with bone, bite, hairline and ancestry
    Given Lower third is 70
    When the plan is drawn up
    Then the consideration thirds.only_context is in force
    And candidacy is nothing to treat

  Scenario: Even thirds need no such word
    When the plan is drawn up
    Then the consideration thirds.only_context is not in force

  Scenario: Where the hairline has moved the upper third is not measured
    Given Reliable hairline is no
    And Upper third is not known
    When the plan is drawn up
    Then the finding Uneven facial thirds is absent
    And the plan does not ask Upper third

  Scenario Outline: A chin with <retrusion> retrusion is a <grade> deficit
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
      | -2          | does not fire |
      | 3           | fires         |

  Scenario: Lips are not spoken of where the patient did not ask about profile or lips
    Given Lower lip to the E-line is 4
    And the patient wishes for a softer frown
    When the plan is drawn up
    Then the consideration profile.e_line_is_context is not in force

  Scenario Outline: Upper lip <lip> mm, lower lip and chin <chin> mm: the consideration <stands>
    Given Upper lip height is <lip>
    And Lower lip and chin height is <chin>
    When the plan is drawn up
    Then the rule thirds.split_is_context <stands>
    And nothing is suggested

    Examples:
      | lip | chin | stands        |
      | 20  | 40   | does not fire |
      | 20  | 33   | does not fire |
      | 20  | 50   | fires         |
      | 22  | 33   | fires         |

  Scenario Outline: Eyes <apart> mm apart and <eye> mm wide: the consideration <stands>
    Given Distance between the eyes is <apart>
    And Eye width on both sides is <eye>
    And Outer fifth on both sides is 30
    When the plan is drawn up
    Then the rule thirds.fifths_are_context <stands>
    And nothing is suggested

    Examples:
      | apart | eye | stands        |
      | 30    | 30  | does not fire |
      | 38    | 30  | fires         |
      | 23    | 30  | fires         |

  Scenario Outline: A convexity of <degrees> degrees: the consideration <stands>
    Given Convexity of the profile is <degrees>
    When the plan is drawn up
    Then the rule profile.convexity_is_context <stands>
    And nothing is suggested

    Examples:
      | degrees | stands        |
      | 12      | does not fire |
      | 16      | does not fire |
      | 21      | fires         |

  Scenario Outline: An upper lip <millimetres> mm from the E-line: the consideration <stands>
    Given Upper lip to the E-line is <millimetres>
    And the patient wishes for a better profile
    When the plan is drawn up
    Then the rule profile.e_line_is_context <stands>

    Examples:
      | millimetres | stands        |
      | -4          | does not fire |
      | 2           | fires         |
