Feature: A new or unexplained facial asymmetry is examined, not treated
  A stroke or a palsy can begin like this. An asymmetry that has always been there is another thing.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: An asymmetry of three weeks is an emergency
    Given Onset of the asymmetry is new
    When the plan is drawn up
    Then everything is excluded because "new facial asymmetry"
    And the rule asymmetry.unexplained does not fire
    And the plan refers to "doctor" urgently
    And candidacy is not now

  Scenario: An asymmetry without an explanation is examined first
    Given Onset of the asymmetry is unexplained
    When the plan is drawn up
    Then everything is deferred until "explained the asymmetry"
    And nothing is suggested
    And the plan refers to "neurologist" soon
    And candidacy is not now

  Scenario: An asymmetry that has always been there may be treated
    Given Onset of the asymmetry is long standing
    When the plan is drawn up
    Then a neuromodulator is suggested for the brow
    And the rule asymmetry.new does not fire
    And the rule asymmetry.unexplained does not fire

  Scenario: An onset that was not asked about holds everything back
    Given Onset of the asymmetry is not known
    When the plan is drawn up
    Then everything is on hold until Onset of the asymmetry is answered
    And the rule asymmetry.new is open
    And the rule asymmetry.unexplained is open

  Scenario: A face without a difference is not asked about its onset
    Given these answers
      | fact                         | value        |
      | Difference between the sides | none visible |
      | Onset of the asymmetry       | not known    |
    When the plan is drawn up
    Then the plan does not ask Onset of the asymmetry
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: An asymmetry without a name concerns every treatment
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment  | area       |
      | asymmetry.new         | everything | everywhere |
      | asymmetry.unexplained | everything | everywhere |
