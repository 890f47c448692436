Feature: A face with little to find is looked at again in a year
  Where nothing is injected, sun protection keeps what is there (Q3) and the whole face is looked at
  again (S28). Any finding, wish or sign that calls for more than that is told of instead.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: Nothing to find, and nothing to do but keep it
    When the plan is drawn up
    Then the consideration reassess.quiet_face is in force

  Scenario Outline: <fact> is <value>: no quiet face
    Given <fact> is <value>
    When the plan is drawn up
    Then the rule reassess.quiet_face does not fire

    Examples: each finding by itself
      | fact                         | value                         |
      | Midface volume deficit       | {left: moderate, right: none} |
      | Temple hollowing             | {left: moderate, right: flat} |
      | Loss of jawline contour      | {left: moderate, right: none} |
      | Nasolabial fold              | {left: moderate, right: none} |
      | Chin retrusion               | minimal                       |
      | Brow height                  | {left: 25, right: 22}         |
      | Forehead lines               | moderate                      |
      | Frown lines                  | moderate                      |
      | Chin muscle                  | strong                        |
      | Lip fullness                 | mild                          |
      | Photoageing                  | advanced                      |
      | Jowl                         | {left: marked, right: none}   |
      | Signs of overfilling         | [sausage lips]                |
      | Body dysmorphia screen       | positive                      |
      | Red flags of body dysmorphia | [mirror gazing, comparing]    |

  Scenario Outline: An asymmetry that is <onset> is no quiet face
    Given Difference between the sides is slight
    And Onset of the asymmetry is <onset>
    When the plan is drawn up
    Then the rule reassess.quiet_face <stands>

    Examples:
      | onset         | stands        |
      | new           | does not fire |
      | unexplained   | does not fire |
      | long standing | fires         |

  Scenario: A masseter that widens the face is no quiet face
    Given these answers
      | fact                        | value                        |
      | Heaviness of the lower face | mild                         |
      | Cause of the heaviness      | [masseter]                   |
      | Masseter bulge on clenching | {left: mono, right: minimal} |
      | Masseter thickness          | {both: 8}                    |
      | Strain on chewing           | none                         |
    When the plan is drawn up
    Then the rule reassess.quiet_face does not fire

  Scenario Outline: <fact> is <value>: still a quiet face
    Given <fact> is <value>
    When the plan is drawn up
    Then the rule reassess.quiet_face fires

    Examples: what is within a step of none is nothing to treat
      | fact                         | value           |
      | Midface volume deficit       | {both: mild}    |
      | Temple hollowing             | {both: minimal} |
      | Photoageing                  | moderate        |
      | Red flags of body dysmorphia | [mirror gazing] |
      | Age                          | 18              |

  Scenario: Nobody under age is told to come back in a year
    Given Age is 17
    When the plan is drawn up
    Then the rule reassess.quiet_face does not fire

  Scenario Outline: A wish for <wish>: the word of a quiet face <stands>
    Given the patient wishes for <wish>
    When the plan is drawn up
    Then the rule reassess.quiet_face <stands>

    Examples: wishes that have to be answered, whatever is found
      | wish                                      | stands        |
      | a more open brow                          | does not fire |
      | more projecting cheekbones                | does not fire |
      | softer hollows under the eyes             | does not fire |
      | softer crow's feet                        | does not fire |
      | softer marionette lines and mouth corners | does not fire |
      | softer lip lines                          | does not fire |
      | less gum in a smile                       | does not fire |
      | a more balanced nose                      | does not fire |
      | a smoother neck                           | does not fire |
      | a stronger jaw                            | fires         |
      | a rested look                             | fires         |
