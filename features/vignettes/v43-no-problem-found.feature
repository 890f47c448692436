Feature: V43 Nothing to treat, 34, female
  Every scale at its lowest or one above, no point that troubles her, worried about ageing: no
  treatment is the right plan, and it is told as good news.

  Scenario: Education, sun protection, and another look in a year
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                    | value           |
      | Age                     | 34              |
      | Midface volume deficit  | {both: minimal} |
      | Temple hollowing        | {both: flat}    |
      | Loss of jawline contour | {both: mild}    |
      | Nasolabial fold         | {both: mild}    |
      | Forehead lines          | mild            |
      | Frown lines             | mild            |
    And the patient wishes for nothing in particular
    When the plan is drawn up
    Then nothing is suggested
    And a filler is not on the plan
    And a neuromodulator is not on the plan
    And candidacy is nothing to treat because "good result"
    And the plan refers to nobody
    And the plan mentions "sun protection"
    And the plan mentions "in a year"
    And no safety question is unanswered
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids
