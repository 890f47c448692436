Feature: Folds, lips, descent and too much filler
  A fold is told by what stretching does to it (K1b), a thin lip by its scale (K11). Descent is what
  volume does not lift (C8), and any one sign of too much filler counts (O2).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: A nasolabial fold that is <scale> on the scale is <grade>
    Given Nasolabial fold is {left: <scale>, right: none}
    When the plan is drawn up
    Then the finding Nasolabial fold on the left is <grade>
    And the finding Nasolabial fold on the right is absent

    Examples:
      | scale    | grade    |
      | none     | absent   |
      | mild     | absent   |
      | moderate | moderate |
      | severe   | marked   |
      | extreme  | marked   |

  Scenario Outline: Lips whose fullness is <fullness> are thin: <finding>
    Given Lip fullness is <fullness>
    When the plan is drawn up
    Then the finding Thin lips is <finding>

    Examples:
      | fullness    | finding |
      | minimal     | yes     |
      | mild        | yes     |
      | moderate    | absent  |
      | very marked | absent  |

  Scenario Outline: <fact> is <value>, and nothing else: the rule of descent <stands>
    Given <fact> is <value>
    When the plan is drawn up
    Then the rule soft.find_descent <stands>

    Examples:
      | fact        | value                       | stands        |
      | Skin laxity | marked                      | fires         |
      | Skin laxity | severe                      | fires         |
      | Jowl        | {left: marked, right: none} | fires         |
      | Jowl        | {left: none, right: severe} | fires         |
      | Jowl        | {both: moderate}            | does not fire |

  Scenario Outline: Any one sign of too much filler counts: <sign>
    Given Signs of overfilling is [<sign>]
    When the plan is drawn up
    Then the finding Overfilled is yes

    Examples:
      | sign                     |
      | lost topography          |
      | heavy mid and lower face |
      | setting sun eyes         |
      | broadened nose           |
      | round forehead           |
      | pointed chin             |
      | sausage lips             |

  Scenario: A face without such a sign is not overfilled, and one that was not looked at may be
    When the plan is drawn up
    Then the finding Overfilled is absent
    Given Signs of overfilling is not known
    When the plan is drawn up
    Then the finding Overfilled is open
