Feature: Forehead and frown
  Overactive muscles of the upper face are softened where the patient wishes for it (S11), the frown
  looked at before the forehead. The vessels of the eye run here: it is no place for filler.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: A frown that is moderate at full strength is softened
    Given Frown lines is moderate
    And the patient wishes for a softer frown
    When the plan is drawn up
    Then the finding Overactive frown is yes
    And a neuromodulator is suggested for the glabella
    And a neuromodulator is labelled for the glabella

  Scenario: Mild frown lines are left alone
    Given Frown lines is mild
    And the patient wishes for a softer frown
    When the plan is drawn up
    Then the finding Overactive frown is absent
    And a neuromodulator is not on the plan for the glabella
    And the rule glabella.relax does not fire

  Scenario: A frown that bothers nobody is left alone
    Given Frown lines is severe
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a neuromodulator is not suggested for the glabella

  Scenario: An overactive forehead is softened
    Given Forehead lines is moderate
    And the patient wishes for a smoother forehead
    When the plan is drawn up
    Then the finding Overactive forehead is yes
    And a neuromodulator is suggested for the forehead
    And the patient can expect "expression stays"

  Scenario: A calm forehead is left alone
    Given Forehead lines is mild
    And the patient wishes for a smoother forehead
    When the plan is drawn up
    Then a neuromodulator is not on the plan for the forehead
    And the rule forehead.relax does not fire

  Scenario Outline: Moderate lines and a wish for <wish>: forehead <forehead>, frown <frown>
    Given Forehead lines is moderate
    And Frown lines is moderate
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a neuromodulator is <forehead> for the forehead
    And a neuromodulator is <frown> for the glabella

    Examples: each is softened where it is wished for, and both for a rested look
      | wish                | forehead      | frown         |
      | a rested look       | suggested     | suggested     |
      | a smoother forehead | suggested     | not suggested |
      | a softer frown      | not suggested | suggested     |
      | a smoother neck     | not suggested | not suggested |
      | softer lip lines    | not suggested | not suggested |

  Scenario: Without a look at the frown the forehead waits
    Given Forehead lines is moderate
    And Frown lines is not known
    And the patient wishes for a smoother forehead
    When the plan is drawn up
    Then a neuromodulator is on hold for the forehead until Frown lines is answered
    And the requirement forehead.look_at_the_frown lacks Frown lines

  Scenario Outline: Filler in the <area> is no matter of time
    Given the patient asks for a hyaluronic acid filler in the <area>
    When the plan is drawn up
    Then a hyaluronic acid filler is excluded for the <area> because "sight"

    Examples:
      | area     |
      | forehead |
      | glabella |

  Scenario: Forehead and frown are relaxed, and neither is filled
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                       | treatment      | area               | goal                               |
      | forehead.relax             | neuromodulator | forehead           | a smoother forehead, a rested look |
      | glabella.relax             | neuromodulator | glabella           | a softer frown, a rested look      |
      | forehead.look_at_the_frown | neuromodulator | forehead           |                                    |
      | forehead.no_filler         | filler         | forehead, glabella |                                    |
