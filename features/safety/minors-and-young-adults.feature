Feature: Nobody under eighteen is treated, and young adults are treated with reserve
  In England it is an offence to inject a minor for cosmetic reasons, whoever consents; the labels
  seen speak of adults, and those of fillers of people over twenty-one.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: A girl of sixteen who wants lip filler is not treated, though her mother consents
    Given Age is 16
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then everything is excluded because "eighteen"
    And the request for a hyaluronic acid filler in the lips is excluded because "eighteen"
    And nothing is suggested
    And candidacy is not now
    And the explanation of a hyaluronic acid filler for the lips says "parent's consent"
    And the explanation of a hyaluronic acid filler for the lips cites G3

  Scenario: A minor who wants treatment is offered counselling
    Given Age is 16
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the plan mentions "counselling"

  Scenario Outline: At <age> the law stands against treatment: <stands>
    Given Age is <age>
    When the plan is drawn up
    Then the rule age.minor <stands>

    Examples:
      | age | stands        |
      | 17  | fires         |
      | 18  | does not fire |
      | 46  | does not fire |

  Scenario: At twenty, filler lies outside the label and a neuromodulator is given time
    Given Age is 20
    And the patient asks for a hyaluronic acid filler in the chin
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the chin because "label"
    And a hyaluronic acid filler is discouraged for the lips because "label"
    And a neuromodulator is suggested with caution for the glabella because "18 to 21"

  Scenario: From twenty-two on, age alone stands against nothing
    Given Age is 22
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And a neuromodulator is suggested without caution for the glabella
    And the rule age.young_adult_filler does not fire
    And the rule age.young_adult_neuromodulator does not fire

  Scenario: An age that was not recorded holds everything back
    Given Age is not known
    When the plan is drawn up
    Then everything is on hold until Age is answered
    And candidacy is answers needed
    And the rule age.minor is open
    And the rule age.young_adult_filler is open
    And the rule age.young_adult_neuromodulator is open
