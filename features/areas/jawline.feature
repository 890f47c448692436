Feature: The jawline is redrawn where it lost its contour
  Filler redraws a contour that was lost and strengthens an angle that is weak, where that is wished
  for (S8, S9). Fat and loose skin are not hidden under it (C8).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And the patient wishes for a better profile

  Scenario: A jawline that has lost its contour is redrawn
    Given Loss of jawline contour on both sides is severe
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then the finding Jawline contour lost is marked
    And a hyaluronic acid filler is suggested for the jawline because "contour"

  Scenario: A jawline with its contour is left alone
    Given the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a filler is not on the plan for the jawline
    And the rule jawline.define does not fire

  Scenario: A weak angle of the jaw may be strengthened
    Given Angle of the jaw is ill_defined
    And expression.goal is masculinise
    And the patient wishes for a stronger jaw
    When the plan is drawn up
    Then the finding Weak angle of the jaw is yes
    And a hyaluronic acid filler is suggested for the jawline because "strengthened"
    And a hyaluronic acid filler for the jawline was asked for

  Scenario: A jaw with its angle is left alone
    Given the patient wishes for a stronger jaw
    When the plan is drawn up
    Then the finding Weak angle of the jaw is absent
    And nothing is suggested for the jawline
    And the rule jawline.strengthen does not fire

  Scenario: A weak angle that bothers nobody is left alone
    Given Angle of the jaw is ill_defined
    When the plan is drawn up
    Then nothing is suggested for the jawline

  Scenario Outline: A jowl of <cause> is not hidden by filler
    Given Loss of jawline contour on both sides is moderate
    And Jowl on both sides is moderate
    And Cause of the jowl is [<value>]
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the jawline because "adds weight"

    Examples:
      | cause      | value      |
      | fat        | fat        |
      | loose skin | loose_skin |

  Scenario: A jowl that stands behind lost volume is another matter
    Given Loss of jawline contour on both sides is moderate
    And Jowl on both sides is moderate
    And Cause of the jowl is [lost_volume]
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the jawline
    And the rule jawline.fat_jowl does not fire

  Scenario Outline: Loss of jawline contour <grade> and a wish for <wish>: filler is <stands>
    Given Loss of jawline contour on both sides is <grade>
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the jawline

    Examples:
      | grade    | wish                       | stands        |
      | mild     | a clearer jawline          | not suggested |
      | moderate | a stronger jaw             | suggested     |
      | moderate | a more balanced face       | suggested     |
      | moderate | more projecting cheekbones | not suggested |

  Scenario: A jawline that has lost its contour on one side is redrawn there
    Given Loss of jawline contour is {left: none, right: moderate}
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the jawline on the right
    And a hyaluronic acid filler is not suggested for the jawline on the left

  Scenario: A weak angle of the jaw is no answer to flat cheekbones
    Given Angle of the jaw is ill_defined
    And the patient wishes for more projecting cheekbones
    When the plan is drawn up
    Then nothing is suggested for the jawline

  Scenario: Firm hyaluronic acid redraws a jawline, and a jowl stands against any filler
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule               | treatment                   | area    | goal                                                    |
      | jawline.define     | firm hyaluronic acid filler | jawline | a clearer jawline, a stronger jaw, a more balanced face |
      | jawline.strengthen | firm hyaluronic acid filler | jawline | a stronger jaw                                          |
      | jawline.fat_jowl   | filler                      | jawline |                                                         |
