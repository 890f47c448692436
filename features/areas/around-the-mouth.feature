Feature: Around the mouth: lip lines, and gum that shows in a smile
  Lip lines are filled softly where they bother the patient (T12). Gum that muscles show is softened
  by relaxing them (M8, M9); gum that jaw or teeth show goes to a dentist (M8b).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: Lip lines that are moderate in pursing
    Given Lines of the lips is moderate
    And the patient wishes for softer lip lines
    When the plan is drawn up
    Then the finding Deep lip lines is moderate
    And a hyaluronic acid filler is suggested for the perioral
    And a hyaluronic acid filler is labelled for the perioral
    And the explanation of a hyaluronic acid filler for the perioral cites T12

  Scenario: Mild lip lines are left alone
    Given Lines of the lips is mild
    And the patient wishes for softer lip lines
    When the plan is drawn up
    Then the finding Deep lip lines is absent
    And nothing is suggested for the perioral
    And the rule perioral.fill_lines does not fire

  Scenario: Lip lines that bother nobody are left alone
    Given Lines of the lips is severe
    And the patient wishes for fuller lips
    When the plan is drawn up
    Then nothing is suggested for the perioral

  Scenario: Smoking is talked about before lip lines are filled
    Given Lines of the lips is severe
    And Smoking is now
    And the patient wishes for softer lip lines
    When the plan is drawn up
    Then the finding Deep lip lines is marked
    And the consideration perioral.smoke is in force

  Scenario: Who never smoked is not told about it
    Given Lines of the lips is severe
    And the patient wishes for softer lip lines
    When the plan is drawn up
    Then the consideration perioral.smoke is not in force

  Scenario: Gum in front, shown by strong lifting muscles
    Given these answers
      | fact                 | value             |
      | Gum shown in a smile | 5                 |
      | Where the gum shows  | anterior          |
      | What shows the gum   | [lifting_muscles] |
    And the patient wishes for less gum in a smile
    When the plan is drawn up
    Then the finding Muscles show much gum in a smile is yes
    And a neuromodulator is suggested without caution for the perioral
    And a neuromodulator is off-label for the perioral
    And the patient can expect "sides can differ"
    And a review of a neuromodulator for the perioral is due after 2 weeks to 4 weeks
    And no suggestion names an amount
    And the plan refers to nobody

  Scenario: Three millimetres of gum are ordinary
    Given Gum shown in a smile is 3
    And the patient wishes for less gum in a smile
    When the plan is drawn up
    Then the finding Muscles show much gum in a smile is absent
    And nothing is suggested for the perioral
    And the plan does not ask What shows the gum
    And the rule perioral.relax_the_smile does not fire

  Scenario: What shows the gum is found out first
    Given Gum shown in a smile is 5
    And Where the gum shows is anterior
    And the patient wishes for less gum in a smile
    When the plan is drawn up
    Then a neuromodulator is on hold for the perioral until What shows the gum is answered

  Scenario Outline: Gum that shows <where> is harder to even
    Given these answers
      | fact                 | value             |
      | Gum shown in a smile | 5                 |
      | Where the gum shows  | <value>           |
      | What shows the gum   | [lifting_muscles] |
    And the patient wishes for less gum in a smile
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the perioral because "not show in front alone"

    Examples:
      | where               | value      |
      | at the back         | posterior  |
      | in front and behind | mixed      |
      | on one side         | asymmetric |

  Scenario Outline: Gum shown by <cause> is not the muscle's doing
    Given these answers
      | fact                 | value                      |
      | Gum shown in a smile | 6                          |
      | Where the gum shows  | anterior                   |
      | What shows the gum   | [lifting_muscles, <value>] |
    And the patient wishes for less gum in a smile
    And the patient asks for a neuromodulator in the perioral for "less gum in a smile"
    When the plan is drawn up
    Then the finding Muscles show much gum in a smile is absent
    And the request for a neuromodulator in the perioral is discouraged
    And the plan refers to "orthodontist or jaw surgeon" routinely

    Examples:
      | cause            | value          |
      | a long upper jaw | long_upper_jaw |
      | short teeth      | short_teeth    |

  Scenario: A short lip is not a dentist's question
    Given these answers
      | fact                 | value                        |
      | Gum shown in a smile | 6                            |
      | Where the gum shows  | anterior                     |
      | What shows the gum   | [lifting_muscles, short_lip] |
    And the patient wishes for less gum in a smile
    When the plan is drawn up
    Then a neuromodulator is not suggested for the perioral
    And the rule perioral.ask_the_dentist does not fire

  Scenario: Who lives by the mouth keeps its strength
    Given these answers
      | fact                              | value             |
      | Gum shown in a smile              | 5                 |
      | Where the gum shows               | anterior          |
      | What shows the gum                | [lifting_muscles] |
      | Dependence on fine mouth movement | yes               |
    And the patient wishes for less gum in a smile
    When the plan is drawn up
    Then a neuromodulator is discouraged for the perioral because "livelihood"

  Scenario Outline: Deep lip lines and a wish for <wish>: <stands>
    Given Lines of the lips is moderate
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the perioral

    Examples:
      | wish                                      | stands        |
      | softer lip lines                          | suggested     |
      | softer marionette lines and mouth corners | not suggested |

  Scenario Outline: Gum that muscles show and a wish for <wish>: <stands>
    Given these answers
      | fact                 | value             |
      | Gum shown in a smile | 5                 |
      | Where the gum shows  | anterior          |
      | What shows the gum   | [lifting_muscles] |
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a neuromodulator is <stands> for the perioral

    Examples: a smile that bothers nobody is left alone
      | wish                | stands        |
      | less gum in a smile | suggested     |
      | a more open brow    | not suggested |
      | a rested look       | not suggested |

  Scenario Outline: Gum shown by <value> stands against relaxing the smile
    Given these answers
      | fact                 | value     |
      | Gum shown in a smile | 6         |
      | Where the gum shows  | anterior  |
      | What shows the gum   | [<value>] |
    And the patient wishes for less gum in a smile
    And the patient asks for a neuromodulator in the perioral for "less gum in a smile"
    When the plan is drawn up
    Then a neuromodulator is discouraged for the perioral because "not the muscle's doing"

    Examples:
      | value          |
      | long upper jaw |
      | short teeth    |
      | short lip      |

  Scenario Outline: Short teeth and a wish for <wish>: the dentist is <asked>
    Given these answers
      | fact                 | value         |
      | Gum shown in a smile | 6             |
      | Where the gum shows  | anterior      |
      | What shows the gum   | [short_teeth] |
    And the patient wishes for <wish>
    When the plan is drawn up
    Then the rule perioral.ask_the_dentist <stands>

    Examples:
      | wish                | asked     | stands        |
      | less gum in a smile | asked     | fires         |
      | a more open brow    | not asked | does not fire |
      | a rested look       | not asked | does not fire |

  Scenario Outline: Lip lines that are <lines> in a patient who smokes <smoking>: a word about it <stands>
    Given Lines of the lips is <lines>
    And Smoking is <smoking>
    And Pack years is <years>
    And the patient wishes for softer lip lines
    When the plan is drawn up
    Then the rule perioral.smoke <stands>

    Examples: smoking now deepens lines that there are
      | lines    | smoking  | years | stands        |
      | moderate | now      | 10    | fires         |
      | severe   | now      | 10    | fires         |
      | mild     | now      | 10    | does not fire |
      | moderate | formerly | 10    | does not fire |

  Scenario: Lines are filled softly, and a smile is relaxed for the gum that it shows
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                       | treatment                   | area                      | goal                |
      | perioral.fill_lines        | soft hyaluronic acid filler | perioral                  | softer lip lines    |
      | perioral.relax_the_smile   | neuromodulator              | perioral                  | less gum in a smile |
      | perioral.not_only_in_front | neuromodulator              | perioral                  |                     |
      | perioral.jaw_or_teeth      | neuromodulator              | perioral                  | less gum in a smile |
      | perioral.expect_speech     | neuromodulator              | perioral, marionette line |                     |
