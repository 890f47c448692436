Feature: The wanted expression is asked for, and warns where a treatment would shift it
  It is never taken from sex or ancestry, and it makes no indication of its own (X1 to X4).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: A man who wants to stay as he is, and wishes for fuller lips
    Given these answers
      | fact                  | value     |
      | Sex recorded at birth | male      |
      | Pregnancy             | not known |
      | Breastfeeding         | not known |
      | Lip fullness          | mild      |
    And the patient wishes for fuller lips
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the lips because "soften a face"
    And the patient can expect "bruises are a little more likely"

  Scenario: A woman who wants to stay as she is, and wishes for fuller lips
    Given Lip fullness is mild
    And the patient wishes for fuller lips
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the lips
    And the rule expression.keep_a_masculine_face does not fire
    And the rule expression.bruises does not fire

  Scenario: A woman who wants to stay as she is, and wishes for a stronger jaw
    Given Angle of the jaw is ill_defined
    And the patient wishes for a stronger jaw
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the jawline because "hardens a face"

  Scenario: A woman who wishes for a masculine expression and a stronger jaw
    Given Angle of the jaw is ill_defined
    And Wanted expression is masculinise
    And the patient wishes for a stronger jaw
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the jawline
    And the rule expression.keep_a_feminine_face does not fire

  Scenario: A softer expression and a stronger jaw: the patient chooses first
    Given Angle of the jaw is ill_defined
    And Wanted expression is feminise
    And the patient wishes for a stronger jaw
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the jawline until "chosen between the two"

  Scenario: A softer expression alone asks for no choice
    Given Wanted expression is feminise
    When the plan is drawn up
    Then the rule expression.softer_and_stronger does not fire
    And nothing is suggested

  Scenario Outline: A wish to look <expression> suggests nothing by itself
    Given Wanted expression is <value>
    When the plan is drawn up
    Then nothing is suggested
    And candidacy is nothing to treat

    Examples:
      | expression | value       |
      | softer     | feminise    |
      | stronger   | masculinise |
      | neutral    | neutral     |

  Scenario Outline: Sex recorded <sex>, wanted expression <goal>: the warning of fuller lips <lips>, that of a squarer jaw <jaw>
    Given these answers
      | fact                  | value    |
      | Sex recorded at birth | <sex>    |
      | Pregnancy             | <screen> |
      | Breastfeeding         | <screen> |
      | Wanted expression     | <goal>   |
    When the plan is drawn up
    Then the rule expression.keep_a_masculine_face <lips>
    And the rule expression.keep_a_feminine_face <jaw>

    Examples: only what is to stay can be shifted
      | sex      | screen    | goal             | lips          | jaw           |
      | male     | not known | preserve current | fires         | does not fire |
      | male     | not known | feminise         | does not fire | does not fire |
      | male     | not known | masculinise      | does not fire | does not fire |
      | female   | not known | preserve current | does not fire | fires         |
      | female   | not known | feminise         | does not fire | does not fire |
      | intersex | not known | preserve current | does not fire | does not fire |

  Scenario: A man who wants to stay as he is, and whose masseter is to be relaxed
    Given these answers
      | fact                        | value          |
      | Sex recorded at birth       | male           |
      | Pregnancy                   | not known      |
      | Breastfeeding               | not known      |
      | Heaviness of the lower face | moderate       |
      | Cause of the heaviness      | [masseter]     |
      | Masseter bulge on clenching | {both: double} |
      | Strain on chewing           | none           |
    And the patient wishes for a slimmer lower face
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "slimmer jaw"

  Scenario Outline: Wanted expression <goal> and a wish for <wish>: the rule that a choice comes first <stands>
    Given Wanted expression is <goal>
    And the patient wishes for <wish>
    When the plan is drawn up
    Then the rule expression.softer_and_stronger <stands>

    Examples:
      | goal             | wish                       | stands        |
      | feminise         | a stronger jaw             | fires         |
      | feminise         | more projecting cheekbones | does not fire |
      | masculinise      | a stronger jaw             | does not fire |
      | preserve current | a stronger jaw             | does not fire |

  Scenario Outline: Sex recorded <sex>: the word about bruises <stands>
    Given these answers
      | fact                  | value     |
      | Sex recorded at birth | <sex>     |
      | Pregnancy             | not known |
      | Breastfeeding         | not known |
    When the plan is drawn up
    Then the rule expression.bruises <stands>

    Examples:
      | sex      | stands        |
      | male     | fires         |
      | intersex | does not fire |

  Scenario: What would shift an expression, and what bruises
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                             | treatment      | area       | goal           |
      | expression.keep_a_masculine_face | filler         | lips       |                |
      | expression.keep_a_masculine_face | neuromodulator | masseter   |                |
      | expression.keep_a_feminine_face  | filler         | jawline    | a stronger jaw |
      | expression.softer_and_stronger   | filler         | jawline    |                |
      | expression.bruises               | injectable     | everywhere |                |
