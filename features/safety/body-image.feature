Feature: A screen for body dysmorphia comes before a first plan
  Clinical judgement alone missed nearly every positive screen in one study, and treatment can deepen
  the distress that it was meant to end. A screen is no diagnosis, and the plan names none.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: A positive screen leads to an assessment, not to a needle
    Given Body dysmorphia screen is positive
    When the plan is drawn up
    Then everything is deferred until "mental health professional"
    And the plan refers to "mental health professional" soon
    And nothing is suggested
    And candidacy is not now
    And the explanation of a hyaluronic acid filler for the cheek says "not a diagnosis"
    And nothing in the plan mentions "dysmorphic disorder"

  Scenario: A negative screen leaves the plan as it is
    Given Body dysmorphia screen is negative
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And the plan refers to nobody
    And the rule body_image.screen_positive does not fire

  Scenario: A screen that was not done holds everything back
    Given Body dysmorphia screen is not known
    When the plan is drawn up
    Then everything is on hold until Body dysmorphia screen is answered
    And candidacy is answers needed
    And the rule body_image.screen_positive is open

  Scenario: Two red flags count like a positive screen
    Given Red flags of body dysmorphia is [many_clinics, growing_dissatisfaction]
    When the plan is drawn up
    Then everything is deferred until "mental health professional"
    And the plan refers to "mental health professional" soon
    And the plan does not refer to "psychologist"
    And the consideration body_image.one_red_flag is not in force
    And candidacy is not now

  Scenario: One red flag alone does not
    Given Red flags of body dysmorphia is [mirror_gazing]
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And the rule body_image.red_flags does not fire

  Scenario: One red flag, and the others not asked about, holds everything back
    Given Red flags of body dysmorphia is [mirror_gazing, unknown]
    When the plan is drawn up
    Then everything is on hold until Red flags of body dysmorphia is answered
    And the rule body_image.red_flags is open

  Scenario: One red flag is talked about, and treatment stays possible
    Given Red flags of body dysmorphia is [mirror_gazing]
    When the plan is drawn up
    Then the consideration body_image.one_red_flag is in force
    And the rule body_image.dissatisfied_again does not fire
    And the plan mentions "how much time and worry"
    And the plan refers to nobody

  Scenario: Who grows less content with each treatment is offered a talk first
    Given Red flags of body dysmorphia is [growing_dissatisfaction]
    When the plan is drawn up
    Then the plan refers to "psychologist" routinely
    And a hyaluronic acid filler is suggested for the cheek
    And the rule body_image.dissatisfied_again fires

  Scenario: Without red flags nobody speaks of them
    Given Red flags of body dysmorphia is none
    When the plan is drawn up
    Then the rule body_image.one_red_flag does not fire
    And the rule body_image.dissatisfied_again does not fire
    And the plan refers to nobody

  Scenario: Red flags that were not asked about leave it open
    Given Red flags of body dysmorphia is not known
    When the plan is drawn up
    Then everything is on hold until Red flags of body dysmorphia is answered
    And the rule body_image.one_red_flag is open
    And the rule body_image.dissatisfied_again is open

  Scenario: While a mental illness is active nothing elective is done
    Given Mental health is active
    When the plan is drawn up
    Then everything is deferred until "finds the time right"
    And the plan refers to "treats the illness" soon
    And candidacy is not now

  Scenario Outline: A mental illness that is <state> is no reason against treatment
    Given Mental health is <state>
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And the plan refers to nobody
    And the rule body_image.mental_illness does not fire

    Examples:
      | state  |
      | none   |
      | stable |

  Scenario: Mental health that was not asked about holds everything back
    Given Mental health is not known
    When the plan is drawn up
    Then everything is on hold until Mental health is answered
    And the rule body_image.mental_illness is open

  Scenario: Three red flags are no less than two
    Given Red flags of body dysmorphia is [camouflage, comparing, skin_picking]
    When the plan is drawn up
    Then everything is deferred until "mental health professional"

  Scenario: What is clarified first concerns every treatment
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                       | treatment  | area       |
      | body_image.screen_positive | everything | everywhere |
      | body_image.red_flags       | everything | everywhere |
      | body_image.mental_illness  | everything | everywhere |

  Scenario: Who went to many clinics is not by that alone discontent
    Given Red flags of body dysmorphia is [many_clinics]
    When the plan is drawn up
    Then the rule body_image.dissatisfied_again does not fire
    And the plan refers to nobody
