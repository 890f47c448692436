Feature: Thirds are context
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
      | upper | middle | lower | pattern     |
      | 60    | 60     | 60    | absent      |
      | 64    | 60     | 60    | absent      |
      | 66    | 60     | 66    | absent      |
      | 54    | 60     | 54    | absent      |
      | 57    | 60     | 57    | absent      |
      | 60    | 60     | 64    | absent      |
      | 70    | 60     | 60    | long upper  |
      | 50    | 60     | 50    | long middle |
      | 60    | 60     | 70    | long lower  |
      | 60    | 60     | 52    | short lower |

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

  Scenario: Thirds that are uneven in one way alone are not called otherwise
    Given Upper third is 50
    When the plan is drawn up
    Then the finding Uneven facial thirds is absent
    Given Upper third is 60
    And Lower third is 50
    When the plan is drawn up
    Then the rule thirds.find_long_middle does not fire
    And the rule thirds.find_short_lower fires

  Scenario Outline: An upper lip of <lip> mm in a <sex> patient is long: <finding>
    Given Sex recorded at birth is <sex>
    And Upper lip height is <lip>
    But Pregnancy is not known
    And Breastfeeding is not known
    When the plan is drawn up
    Then the finding Long upper lip is <finding>

    Examples:
      | sex    | lip | finding |
      | female | 22  | absent  |
      | female | 23  | yes     |
      | male   | 24  | absent  |
      | male   | 25  | yes     |

  Scenario Outline: Upper lip 20 mm, lower lip and chin <chin> mm: the consideration <stands>
    Given Upper lip height is 20
    And Lower lip and chin height is <chin>
    When the plan is drawn up
    Then the rule thirds.split_is_context <stands>
    And nothing is suggested

    Examples:
      | chin | stands        |
      | 31   | fires         |
      | 32   | does not fire |
      | 33   | does not fire |
      | 40   | does not fire |
      | 47   | does not fire |
      | 48   | does not fire |
      | 49   | fires         |

  Scenario: A lower third that is unevenly split is looked at with teeth, bite and lip
    Given Lower lip and chin height is 50
    When the plan is drawn up
    Then the consideration thirds.split_is_context is in force

  Scenario Outline: Eyes 30 mm wide, <apart> mm apart, the left outer fifth <outer> mm: the consideration <stands>
    Given Distance between the eyes is <apart>
    And Eye width on both sides is 30
    And Outer fifth is {left: <outer>, right: 30}
    When the plan is drawn up
    Then the rule thirds.fifths_are_context <stands>
    And nothing is suggested

    Examples:
      | apart | outer | stands        |
      | 30    | 30    | does not fire |
      | 35    | 30    | does not fire |
      | 36    | 30    | does not fire |
      | 37    | 30    | fires         |
      | 26    | 30    | does not fire |
      | 24    | 30    | does not fire |
      | 23    | 30    | fires         |
      | 30    | 35    | does not fire |
      | 30    | 36    | does not fire |
      | 30    | 37    | fires         |
      | 30    | 26    | does not fire |
      | 30    | 24    | does not fire |
      | 30    | 23    | fires         |

  Scenario: Unequal fifths belong to ancestry and person
    Given Distance between the eyes is 40
    And Eye width on both sides is 30
    And Outer fifth on both sides is 30
    When the plan is drawn up
    Then the consideration thirds.fifths_are_context is in force

  Scenario Outline: Thirds of <upper>, 60 and <lower> mm: the rule of a long middle third <stands>
    Given Upper third is <upper>
    And Lower third is <lower>
    When the plan is drawn up
    Then the rule thirds.find_long_middle <stands>

    Examples:
      | upper | lower | stands        |
      | 50    | 50    | fires         |
      | 54    | 50    | does not fire |
      | 57    | 50    | does not fire |
      | 50    | 54    | does not fire |
      | 50    | 57    | does not fire |
