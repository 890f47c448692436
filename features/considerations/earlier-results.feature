Feature: The last result and the time to heal shape the next step
  What did not help is not simply repeated (S30, S31), and who has no days to heal is told so first.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: A last result judged <judged>: the consideration <stands>
    Given Improvement after the last treatment is <judged>
    When the plan is drawn up
    Then the rule earlier.no_better <stands>

    Examples:
      | judged             | stands        |
      | very much improved | does not fire |
      | improved           | does not fire |
      | no change          | fires         |
      | worse              | fires         |

  Scenario: A face that was never treated is asked nothing about it
    When the plan is drawn up
    Then the plan does not ask Improvement after the last treatment

  Scenario Outline: <days> to heal: the consideration <stands>
    Given Time to heal is <value>
    When the plan is drawn up
    Then the rule earlier.no_time_to_heal <stands>

    Examples:
      | days      | value          | stands        |
      | No time   | none           | fires         |
      | Some days | some_days      | does not fire |
      | A week    | a_week_or_more | does not fire |
