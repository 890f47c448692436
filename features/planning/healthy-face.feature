Feature: A healthy face gets no treatment, and is told so
  A plan without a treatment is a valid, often the right, plan. Worry about ageing is answered with
  an explanation, not with a needle.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: All scales at none, worried about ageing
    Given Age is 34
    And the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested
    And candidacy is nothing to treat because "good result"
    And the plan refers to nobody
    And no safety question is unanswered

  Scenario: Worried about ageing, told to keep out of the sun and to come back in a year
    Given Age is 34
    When the plan is drawn up
    Then the plan mentions "sun protection"
    And the plan mentions "a year"

  Scenario: A wish alone is no finding
    Given the patient wishes for fuller temples, a clearer jawline and a better profile
    When the plan is drawn up
    Then nothing is suggested
    And candidacy is nothing to treat

  Scenario: Minimal grades on every scale are nothing to treat
    Given these answers
      | fact                    | value           |
      | Midface volume deficit  | {both: minimal} |
      | Temple hollowing        | {both: flat}    |
      | Loss of jawline contour | {both: mild}    |
      | Nasolabial fold         | {both: mild}    |
      | Forehead lines          | mild            |
      | Frown lines             | mild            |
    When the plan is drawn up
    Then nothing is suggested
