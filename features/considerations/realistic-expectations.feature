Feature: Realistic expectations
  What treatment can and cannot do is agreed before it (S33). Wishes that pull against each other are
  put to the patient, not settled by the plan.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: What is possible is gone through with every patient
    When the plan is drawn up
    Then the requirement expectations.say_what_is_possible is open
    And the plan is not ready

  Scenario: Wishes that treatment cannot meet are named
    Given Realism of expectations is partly
    When the plan is drawn up
    Then the consideration expectations.partly_realistic is in force
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: Realistic wishes need no naming
    Given Realism of expectations is realistic
    When the plan is drawn up
    Then the consideration expectations.partly_realistic is not in force

  Scenario: A slimmer lower face and a stronger jaw pull against each other
    Given the patient wishes for a slimmer lower face and a stronger jaw
    When the plan is drawn up
    Then the wishes for "a slimmer lower face" and "a stronger jaw" are in conflict
    And a neuromodulator is deferred for the masseter until "chosen between the two"

  Scenario: One of the two wishes alone is no conflict
    Given the patient wishes for a slimmer lower face
    When the plan is drawn up
    Then a neuromodulator is suggested for the masseter
    And the rule expectations.jaw_wishes_conflict does not fire

  Scenario: One step better, then another look
    When the plan is drawn up
    Then the patient can expect "one step better on the scale"

  Scenario: One step better is the aim for a profile too
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact           | value   |
      | Chin retrusion | minimal |
    And the patient wishes for a better profile
    When the plan is drawn up
    Then the patient can expect "one step better on the scale"

  Scenario: Muscles are softened, not paralysed
    When the plan is drawn up
    Then the patient can expect "expression stays"

  Scenario: Wishes that nothing can meet are more than partly unrealistic
    Given Realism of expectations is unrealistic
    When the plan is drawn up
    Then the rule expectations.partly_realistic does not fire

  Scenario Outline: Wishes for <wishes>: the rule to choose between two jaws <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
    And the patient wishes for <wishes>
    When the plan is drawn up
    Then the rule expectations.jaw_wishes_conflict <stands>

    Examples:
      | wishes                                              | stands        |
      | a slimmer lower face and a stronger jaw             | fires         |
      | a stronger jaw                                      | does not fire |
      | a slimmer lower face and more projecting cheekbones | does not fire |
      | a stronger jaw and a smoother forehead              | does not fire |

  Scenario: What waits for a choice, and what is told of each treatment
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                             | treatment                                                         | area              |
      | expectations.jaw_wishes_conflict | everything                                                        | masseter, jawline |
      | expectations.little_steps        | hyaluronic acid filler, calcium hydroxylapatite, polycaprolactone | everywhere        |
      | expectations.modulate            | neuromodulator                                                    | upper third       |
