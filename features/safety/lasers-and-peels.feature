Feature: Lasers, peels and devices near in time
  Side effects settle and results are judged before the next step: one to two weeks lie between a device
  and an injection in the same area. On one day, the device comes first.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: One <kind> treatment <when> puts its area off, and no other
    Given Laser, peel or other device holds these records
      | kind   | area  | date   |
      | <kind> | cheek | <date> |
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the cheek until "<end>"
    And a hyaluronic acid filler is suggested for the chin
    And a neuromodulator is suggested for the glabella

    Examples:
      | kind       | when       | date       | end        |
      | laser      | a week ago | 2026-11-15 | 2026-11-29 |
      | peel       | in a week  | 2026-11-29 | 2026-12-13 |
      | ultrasound | today      | 2026-11-22 | 2026-12-06 |

  Scenario: A device in the forehead counts for a neuromodulator as well
    Given Laser, peel or other device holds these records
      | kind           | area     | date       |
      | radiofrequency | forehead | 2026-11-18 |
    When the plan is drawn up
    Then a neuromodulator is deferred for the forehead

  Scenario: A peel of last summer is healed
    Given Laser, peel or other device holds these records
      | kind | area  | date       |
      | peel | cheek | 2026-07-01 |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And the rule device.two_weeks does not fire

  Scenario: Where both must be on one day, the device comes first
    Given Laser, peel or other device holds these records
      | kind       | area  | date       |
      | ultrasound | cheek | 2026-11-22 |
    When the plan is drawn up
    Then the consideration device.first_on_one_day is in force
    And the plan mentions "the device comes first"

  Scenario: Without a device nothing of the kind is said
    When the plan is drawn up
    Then the rule device.two_weeks does not fire
    And the rule device.first_on_one_day does not fire

  Scenario: A laser on a day that nobody knows holds its area back
    Given Laser, peel or other device holds these records
      | kind  | area  | date |
      | laser | cheek |      |
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the cheek
    And the rule device.two_weeks is open

  Scenario Outline: Two weeks either side of a laser: on <date> the rule <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
    And Laser, peel or other device holds these records
      | kind  | area  | date   |
      | laser | cheek | <date> |
    When the plan is drawn up
    Then the rule device.two_weeks <stands>
    And the rule device.first_on_one_day fires

    Examples:
      | date       | stands        |
      | 2026-11-08 | does not fire |
      | 2026-11-09 | fires         |
      | 2026-12-05 | fires         |
      | 2026-12-06 | does not fire |

  Scenario: Over a fresh laser or peel no needle goes anywhere in its area
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule             | treatment  | area       |
      | device.two_weeks | everything | everywhere |
