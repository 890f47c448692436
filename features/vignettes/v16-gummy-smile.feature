Feature: V16 Gum in the smile, shown by lifting muscles, 28, female
  Five millimetres of gum, in front, from strong muscles; jaw and teeth are normal (M8). The muscles
  may be relaxed, off-label; the smile can become uneven, and is looked at again after two weeks.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                 | value             |
      | Age                  | 28                |
      | Gum shown in a smile | 5                 |
      | Where the gum shows  | anterior          |
      | What shows the gum   | [lifting_muscles] |
    And the patient wishes for less gum in a smile

  Scenario: The muscles that lift the lip are relaxed
    When the plan is drawn up
    Then a neuromodulator is suggested for the perioral
    And a neuromodulator is off-label for the perioral
    And the patient can expect "the sides can differ"
    And a review of a neuromodulator for the perioral is due after 2 weeks to 4 weeks
    And the explanation of a neuromodulator for the perioral cites M8, M9
    And the plan refers to nobody
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Not again before ninety days
    Given an earlier treatment with onabotulinumtoxinA in the perioral 60 days ago
    When the plan is drawn up
    Then a neuromodulator is deferred for the perioral because "90 days"

  Scenario: An upper jaw that stands too low is an orthodontist's question
    Given What shows the gum is [long_upper_jaw]
    When the plan is drawn up
    Then a neuromodulator is not suggested for the perioral
    And the plan refers to "orthodontist"

  Scenario: Nobody has looked at what shows the gum
    Given What shows the gum is not known
    When the plan is drawn up
    Then a neuromodulator is on hold for the perioral until What shows the gum is answered
