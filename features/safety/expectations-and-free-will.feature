Feature: A wish that treatment cannot meet, or that is not the patient's own
  Consent that is not free is no consent, and a result that cannot be had disappoints. Before an event
  there is no time to mend what goes wrong.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: Nothing is treated where <fact> is <found>
    Given <fact> is <found>
    When the plan is drawn up
    Then everything is deferred until "<end>"
    And candidacy is not now

    Examples:
      | fact                    | found            | end   |
      | Realism of expectations | unrealistic      | agree |
      | The patient's own wish  | pressured        | own   |
      | The patient's own wish  | unclear          | own   |
      | The patient's own wish  | hurried          | own   |
      | The patient's own wish  | not clear headed | own   |

  Scenario: Who expects what treatment can do in part is not put off
    Given Realism of expectations is partly
    When the plan is drawn up
    Then the rule wish.unrealistic does not fire
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: A realistic wish of one's own is met
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And the rule wish.unrealistic does not fire
    And the rule wish.not_free does not fire

  Scenario Outline: <fact> that was not asked about holds everything back
    Given <fact> is not known
    When the plan is drawn up
    Then everything is on hold until <fact> is answered
    And the rule <rule> is open

    Examples:
      | fact                    | rule             |
      | Realism of expectations | wish.unrealistic |
      | The patient's own wish  | wish.not_free    |

  Scenario: Ten days before a wedding nothing is injected
    Given these answers
      | fact              | value      |
      | Event ahead       | yes        |
      | Date of the event | 2026-12-02 |
    When the plan is drawn up
    Then a neuromodulator is deferred until "2026-12-03"
    And a filler is deferred until "2026-12-03"

  Scenario: Three weeks before a wedding a neuromodulator is possible, first-time filler is not
    Given these answers
      | fact              | value      |
      | Event ahead       | yes        |
      | Date of the event | 2026-12-13 |
    When the plan is drawn up
    Then a filler is deferred until "2026-12-14"
    And a neuromodulator is suggested for the glabella
    And the rule wish.event_soon_first_filler fires
    And the rule wish.event_soon_filler does not fire
    And the rule wish.event_soon_neuromodulator does not fire

  Scenario: Three weeks before a wedding a face that knows filler may have some, but not in the lips
    Given these answers
      | fact              | value      |
      | Event ahead       | yes        |
      | Date of the event | 2026-12-13 |
    And an earlier treatment with 1 mL of a hyaluronic acid filler in the chin 3 years ago
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And a hyaluronic acid filler is deferred for the lips until "2026-12-14"
    And the rule wish.event_soon_swelling fires
    And the rule wish.event_soon_first_filler does not fire

  Scenario: Two months before a wedding there is time
    Given these answers
      | fact              | value      |
      | Event ahead       | yes        |
      | Date of the event | 2027-01-22 |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the lips
    And the rule wish.event_soon_filler does not fire
    And the rule wish.event_soon_swelling does not fire

  Scenario: An event on a day that nobody knows holds treatment back
    Given Event ahead is yes
    When the plan is drawn up
    Then a neuromodulator is on hold until Date of the event is answered
    And a filler is on hold until Date of the event is answered
    And the rule wish.event_soon_neuromodulator is open
    And the rule wish.event_soon_filler is open
    And the rule wish.event_soon_swelling is open
    And the rule wish.event_soon_first_filler is open

  Scenario Outline: A face that has had filler, with an event on <date>
    Given these answers
      | fact              | value  |
      | Event ahead       | yes    |
      | Date of the event | <date> |
    And an earlier treatment with 1 mL of a hyaluronic acid filler in the chin 3 years ago
    When the plan is drawn up
    Then a neuromodulator is <toxin>
    And a hyaluronic acid filler is <cheek>
    And a hyaluronic acid filler is <lips>

    Examples:
      | date       | toxin                                        | cheek                                     | lips                                     |
      | 2026-12-05 | deferred for the glabella until "2026-12-06" | deferred for the cheek until "2026-12-06" | deferred for the lips until "2026-12-06" |
      | 2026-12-06 | suggested for the glabella                   | suggested for the cheek                   | deferred for the lips until "2026-12-07" |
      | 2026-12-19 | suggested for the glabella                   | suggested for the cheek                   | deferred for the lips until "2026-12-20" |
      | 2026-12-20 | suggested for the glabella                   | suggested for the cheek                   | suggested for the lips                   |

  Scenario Outline: A face that never had filler, with an event on <date>
    Given these answers
      | fact              | value  |
      | Event ahead       | yes    |
      | Date of the event | <date> |
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands>

    Examples:
      | date       | stands                                    |
      | 2026-12-19 | deferred for the cheek until "2026-12-20" |
      | 2026-12-20 | suggested for the cheek                   |

  Scenario: What a wish or an event puts off
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                           | treatment      | area              |
      | wish.unrealistic               | everything     | everywhere        |
      | wish.not_free                  | everything     | everywhere        |
      | wish.event_soon_neuromodulator | neuromodulator | everywhere        |
      | wish.event_soon_filler         | filler         | everywhere        |
      | wish.event_soon_swelling       | filler         | lips, tear trough |
      | wish.event_soon_first_filler   | filler         | everywhere        |
