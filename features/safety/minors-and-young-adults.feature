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
    Then the plan refers to "counselling" routinely

  Scenario Outline: At <age> the rule against treating minors <stands>
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

  Scenario Outline: At <age> the rules that leave more time from 18 to 21: each <stands>
    Given Age is <age>
    When the plan is drawn up
    Then the rule age.young_adult_filler <stands>
    And the rule age.young_adult_neuromodulator <stands>

    Examples:
      | age | stands        |
      | 17  | does not fire |
      | 18  | fires         |
      | 21  | fires         |
      | 22  | does not fire |

  Scenario Outline: At <age>, <amount> of hyaluronic acid in one visit is <stands>
    Given Age is <age>
    And the patient asks for <amount> of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is <stands>
    And the rule age.young_adult_visit <fires>

    Examples:
      | age | amount | stands       | fires         |
      | 17  | 3 mL   | excluded     | does not fire |
      | 18  | 3 mL   | excluded     | fires         |
      | 20  | 2 mL   | discouraged  | does not fire |
      | 20  | 2.5 mL | excluded     | fires         |
      | 21  | 3 mL   | excluded     | fires         |
      | 22  | 3 mL   | not excluded | does not fire |

  Scenario Outline: What was placed the same day counts: 1 mL in the lips <when>, and 1.5 mL in the cheek now is <stands>
    Given Age is 20
    And an earlier treatment with 1 mL of a hyaluronic acid filler in the lips <when>
    And the patient asks for 1.5 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is <stands>

    Examples:
      | when       | stands       |
      | 0 days ago | excluded     |
      | 1 days ago | not excluded |

  Scenario: Nobody under eighteen gets anything, and after that each rule has its own products
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                           | treatment              | area       |
      | age.minor                      | everything             | everywhere |
      | age.young_adult_filler         | filler                 | everywhere |
      | age.young_adult_visit          | hyaluronic acid filler | everywhere |
      | age.young_adult_neuromodulator | neuromodulator         | everywhere |
