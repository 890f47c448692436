Feature: No needle goes through infected, inflamed or unexplained skin
  Every label seen forbids it, and a lesion that nobody has explained could be a cancer. What is
  wrong in one area says nothing about the others.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: <condition> of the lips puts off the lips, and only the lips
    Given Skin condition in the area of the lips is <condition>
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the lips until "<end>"
    And a hyaluronic acid filler is suggested for the cheek
    And a neuromodulator is suggested for the masseter
    And the plan refers to nobody

    Examples:
      | condition | end    |
      | infection | healed |
      | cold sore | healed |

  Scenario: Inflamed skin waits, and where it stays so a dermatologist looks at it
    Given Skin condition in the area of the lips is inflammation
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the lips until "healed"
    And a hyaluronic acid filler is suggested for the cheek
    And the plan refers to "dermatologist" routinely

  Scenario: An unexplained lesion is seen by a dermatologist before its area is treated
    Given Skin condition in the area of the cheek is unexplained lesion
    When the plan is drawn up
    Then a filler is deferred for the cheek until "dermatologist"
    And the plan refers to "dermatologist" soon
    And a neuromodulator is suggested for the masseter

  Scenario: Healthy skin puts nothing off
    Given Skin condition in the area everywhere is none
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the lips
    And the plan refers to nobody
    And the rule field.infection does not fire
    And the rule field.cold_sore does not fire
    And the rule field.unexplained_lesion does not fire
    And the rule field.inflammation_seen does not fire

  Scenario: Skin that was not looked at holds its area back
    Given Skin condition in the area of the lips is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the lips until Skin condition in the area of the lips is answered
    And a hyaluronic acid filler is suggested for the cheek
    And the rule field.infection is open
    And the rule field.cold_sore is open
    And the rule field.unexplained_lesion is open
    And the rule field.inflammation_seen is open

  Scenario: A fever puts elective treatment off
    Given Fever or infection now is yes
    When the plan is drawn up
    Then a filler is deferred until "recovery"
    And candidacy is not now
    And the explanation of a hyaluronic acid filler for the cheek says "never stands against a vaccination"

  Scenario: Without a fever nothing is put off
    Given Fever or infection now is no
    When the plan is drawn up
    Then the rule field.fever does not fire
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: A fever that was not asked about holds filler back
    Given Fever or infection now is not known
    When the plan is drawn up
    Then a filler is on hold until Fever or infection now is answered
    And the rule field.fever is open

  Scenario: Cold sores in the history are talked about before the lips are treated
    Given Cold sores is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the lips because "prophylaxis"
    And a hyaluronic acid filler is suggested without caution for the cheek

  Scenario: Without cold sores the lips need no such talk
    Given Cold sores is no
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the lips
    And the rule field.cold_sore_history does not fire

  Scenario: Cold sores that were not asked about are asked before the lips are treated
    Given Cold sores is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the lips
    And the plan asks Cold sores
    And the rule field.cold_sore_history is open

  Scenario Outline: A vaccination <when> is never put off for filler
    Given Vaccination is yes
    And Date of the vaccination is <date>
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "vaccination"
    And the explanation of a hyaluronic acid filler for the cheek says "the vaccination goes first"

    Examples:
      | when        | date       |
      | a week ago  | 2026-11-15 |
      | in ten days | 2026-12-02 |

  Scenario: A vaccination two months ago means nothing
    Given Vaccination is yes
    And Date of the vaccination is 2026-09-22
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And the rule field.vaccination does not fire

  Scenario: A vaccination on a day that nobody knows is a caution and a question, no more
    Given Vaccination is yes
    And Date of the vaccination is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek
    And the plan asks Date of the vaccination
    And the rule field.vaccination is open

  Scenario Outline: Two weeks either side of a vaccination: on <date> the rule <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                    | value  |
      | Vaccination             | yes    |
      | Date of the vaccination | <date> |
    When the plan is drawn up
    Then the rule field.vaccination <stands>

    Examples:
      | date       | stands        |
      | 2026-11-08 | does not fire |
      | 2026-11-09 | fires         |
      | 2026-12-05 | fires         |
      | 2026-12-06 | does not fire |

  Scenario: Skin that is not well stops every needle there; a vaccination and cold sores speak of less
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                     | treatment  | area                                                   |
      | field.infection          | everything | everywhere                                             |
      | field.cold_sore          | everything | everywhere                                             |
      | field.unexplained_lesion | everything | everywhere                                             |
      | field.fever              | everything | everywhere                                             |
      | field.vaccination        | filler     | everywhere                                             |
      | field.cold_sore_history  | everything | lips, perioral, marionette line, chin, nasolabial fold |

  Scenario Outline: A lip with <condition> is told what it is, and nothing else
    Given Skin condition in the area of the lips is <condition>
    When the plan is drawn up
    Then the rule field.infection <infected>
    And the rule field.cold_sore <sore>
    And the rule field.unexplained_lesion <lesion>

    Examples:
      | condition          | infected      | sore          | lesion        |
      | infection          | fires         | does not fire | does not fire |
      | inflammation       | fires         | does not fire | does not fire |
      | cold sore          | does not fire | fires         | does not fire |
      | unexplained lesion | does not fire | does not fire | fires         |
