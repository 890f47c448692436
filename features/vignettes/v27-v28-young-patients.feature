Feature: V27 and V28 Sixteen, and twenty
  Nobody under eighteen is treated, whoever consents (G3). From eighteen to twenty-one filler lies
  outside the United States label (L39): not by default, never at once, and less of it.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact           | value   |
      | Lip fullness   | mild    |
      | Chin retrusion | minimal |
    And the patient wishes for fuller lips and a better profile
    And the patient asks for a hyaluronic acid filler in the lips

  Scenario: V27 Sixteen, and the mother consents
    Given Age is 16
    When the plan is drawn up
    Then everything is excluded because "under eighteen"
    And the request for a hyaluronic acid filler in the lips is excluded
    And nothing is suggested
    And the plan mentions "parent's consent does not change this"
    And the plan mentions "England"
    And the plan refers to "counselling"
    And candidacy is not now
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: V28 Twenty, wants chin and lips
    Given Age is 20
    And the patient asks for a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the lips because "outside the label"
    And a hyaluronic acid filler is discouraged for the chin because "outside the label"
    And the request for a hyaluronic acid filler in the lips is discouraged
    And the request for a hyaluronic acid filler in the chin is discouraged
    And a hyaluronic acid filler is off-label for the lips
    And the plan mentions "time to reflect"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario Outline: V28 Twenty: <asked> mL in one visit, half of what others may have at most
    Given Age is <age>
    And the patient asks for <asked> mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the rule age.young_adult_visit <fires>

    Examples:
      | age | asked | fires         |
      | 20  | 3     | fires         |
      | 20  | 2     | does not fire |
      | 22  | 3     | does not fire |

  Scenario: An age that nobody asked for holds everything back
    Given Age is not known
    And the patient asks for 3 mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then nothing is suggested
    And the rule age.young_adult_visit is open
    And Age is listed as an unanswered safety question
