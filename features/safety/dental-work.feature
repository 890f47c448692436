Feature: Dental work and filler are kept apart
  Dental work can set off an inflammation at a filler. Two weeks either side are a convention, not a
  law, and teeth that are missing look like an ageing lip.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: Filler waits for dental work <when>
    Given these answers
      | fact                    | value  |
      | Dental work             | yes    |
      | Date of the dental work | <date> |
    When the plan is drawn up
    Then a filler is deferred until "<end>"
    And a neuromodulator is suggested for the masseter

    Examples:
      | when            | date       | end        |
      | of ten days ago | 2026-11-12 | 2026-11-26 |
      | in ten days     | 2026-12-02 | 2026-12-16 |

  Scenario Outline: Filler does not wait for dental work <when>
    Given these answers
      | fact                    | value  |
      | Dental work             | yes    |
      | Date of the dental work | <date> |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And the rule dental.two_weeks does not fire

    Examples:
      | when               | date       |
      | of three weeks ago | 2026-11-01 |
      | in three weeks     | 2026-12-13 |

  Scenario: Dental work on a day that nobody knows holds filler back
    Given Dental work is yes
    When the plan is drawn up
    Then a filler is on hold until Date of the dental work is answered
    And the rule dental.two_weeks is open

  Scenario: Dental work that was not asked about is asked before filler
    Given Dental work is not known
    When the plan is drawn up
    Then a filler is on hold until Dental work is answered

  Scenario: Without dental work its day is not asked
    Given Dental work is no
    When the plan is drawn up
    Then the plan does not ask Date of the dental work
    And a hyaluronic acid filler is suggested for the cheek

  Scenario Outline: Teeth that are <teeth> are talked about first
    Given Teeth is <teeth>
    When the plan is drawn up
    Then the consideration dental.teeth_first is in force
    And the plan refers to "dentist"

    Examples:
      | teeth      |
      | partial    |
      | edentulous |

  Scenario: A mouth with its teeth needs no such talk
    Given Teeth is dentate
    When the plan is drawn up
    Then the consideration dental.teeth_first is not in force
    And the plan does not refer to "dentist"

  Scenario Outline: Two weeks either side of dental work: on <date> the rule <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                    | value  |
      | Dental work             | yes    |
      | Date of the dental work | <date> |
    When the plan is drawn up
    Then the rule dental.two_weeks <stands>

    Examples:
      | date       | stands        |
      | 2026-11-08 | does not fire |
      | 2026-11-09 | fires         |
      | 2026-11-22 | fires         |
      | 2026-12-05 | fires         |
      | 2026-12-06 | does not fire |

  Scenario: Dental work concerns filler, and no neuromodulator
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule             | treatment | area       |
      | dental.two_weeks | filler    | everywhere |
