Feature: Which muscle changes the proportions, and how much
  The consensus speaks of a muscle where it is the cause, and where fat, loose skin, bone and the parotid
  are ruled out (C2, M5). A clench bulge and a thickness are graded as in the series that used them (M1).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: A heavy lower face whose cause is <cause>: the muscle alone, <finding>
    Given Heaviness of the lower face is mild
    And Cause of the heaviness is <cause>
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is <finding>

    Examples:
      | cause               | finding |
      | [masseter]          | yes     |
      | [masseter, fat]     | absent  |
      | [masseter, laxity]  | absent  |
      | [masseter, bone]    | absent  |
      | [masseter, parotid] | absent  |
      | [fat]               | absent  |
      | []                  | absent  |
      | [masseter, unknown] | open    |

  Scenario: A lower face that is not heavy blames no muscle
    Given Masseter bulge on clenching on both sides is triple
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is absent
    And the finding Muscular heaviness of the lower face is absent

  Scenario: A cause was felt, and nobody said whether the lower face is heavy
    Given Heaviness of the lower face is not known
    And Cause of the heaviness is [masseter]
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is open

  Scenario Outline: A <bulge> clench bulge and a muscle of <mm> mm are <grade>
    Given these answers
      | fact                        | value                           |
      | Heaviness of the lower face | moderate                        |
      | Cause of the heaviness      | [masseter]                      |
      | Masseter bulge on clenching | {left: <bulge>, right: minimal} |
      | Masseter thickness          | {left: <mm>, right: 9}          |
    When the plan is drawn up
    Then the finding Muscular heaviness of the lower face on the left is <grade>
    And the finding Muscular heaviness of the lower face on the right is absent

    Examples:
      | bulge     | mm | grade    |
      | minimal   | 9  | absent   |
      | minimal   | 10 | mild     |
      | minimal   | 13 | mild     |
      | mono      | 8  | mild     |
      | double    | 8  | moderate |
      | triple    | 8  | marked   |
      | excessive | 8  | marked   |

  Scenario: Where fat is behind it as well, the strongest bulge is no muscular heaviness
    Given these answers
      | fact                        | value             |
      | Heaviness of the lower face | moderate          |
      | Cause of the heaviness      | [masseter, fat]   |
      | Masseter bulge on clenching | {both: excessive} |
      | Masseter thickness          | {both: 15}        |
    When the plan is drawn up
    Then the finding Muscular heaviness of the lower face is absent

  Scenario Outline: Brows of <left> and <right> mm are uneven: <finding>
    Given Brow height is {left: <left>, right: <right>}
    When the plan is drawn up
    Then the finding Uneven brows is <finding>

    Examples:
      | left | right | finding |
      | 22   | 22    | absent  |
      | 23   | 22    | absent  |
      | 22   | 23.9  | absent  |
      | 22   | 24    | yes     |
      | 24   | 22    | yes     |
      | 26   | 22    | yes     |

  Scenario Outline: Signs of a hanging brow or lid: <sign> is <found>
    Given <sign> is <found>
    When the plan is drawn up
    Then the finding Brow or lid may be hanging is <finding>

    Examples:
      | sign                    | found                  | finding |
      | Upper lid ptosis        | {left: yes, right: no} | yes     |
      | Upper lid ptosis        | {left: no, right: yes} | yes     |
      | Compensated brow ptosis | yes                    | yes     |
      | Low, heavy brow         | yes                    | yes     |
      | Excess upper lid skin   | moderate               | absent  |
      | Excess upper lid skin   | marked                 | yes     |
      | Excess upper lid skin   | severe                 | yes     |

  Scenario Outline: Lines that are <lines> at full contraction mean an overactive muscle: <finding>
    Given Forehead lines is <lines>
    And Frown lines is <lines>
    When the plan is drawn up
    Then the finding Overactive forehead is <finding>
    And the finding Overactive frown is <finding>

    Examples:
      | lines    | finding |
      | none     | absent  |
      | mild     | absent  |
      | moderate | yes     |
      | severe   | yes     |

  Scenario Outline: A chin muscle that is <strength> is overactive: <finding>
    Given Chin muscle is <strength>
    When the plan is drawn up
    Then the finding Overactive chin muscle is <finding>

    Examples:
      | strength    | finding |
      | weak        | absent  |
      | normal      | absent  |
      | strong      | yes     |
      | very strong | yes     |
