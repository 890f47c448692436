Feature: Biostimulators improve skin quality and support gradually
  They work over months, in series, as part of a strategy of years (S15, S16, S25), for patients who
  are content to wait.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact        | value    |
      | Age         | 52       |
      | Photoageing | advanced |
      | Elasticity  | poor     |
    And the patient wishes for better skin quality

  Scenario: Skin that has lost quality, in a patient content to wait
    When the plan is drawn up
    Then the finding Skin quality lost is moderate
    And poly-L-lactic acid is suggested for the cheek
    But calcium hydroxylapatite is discouraged for the cheek because "one kind of biostimulator"
    And the explanation of poly-L-lactic acid for the cheek cites S15
    And the consideration biostimulator.part_of_a_strategy is in force
    And the patient can expect "builds up over months"

  Scenario: Where one kind is ruled out the other may be talked about
    Given Keloid or hypertrophic scars is personal
    When the plan is drawn up
    Then poly-L-lactic acid is excluded for the cheek
    And calcium hydroxylapatite is suggested with caution for the cheek because "may scar"
    And the rule biostimulator.one_kind does not fire

  Scenario: The patient who wants it at once is offered something else
    Given Content with a gradual result is no
    And the patient asks for poly-L-lactic acid in the cheek
    When the plan is drawn up
    Then the request for poly-L-lactic acid in the cheek is discouraged
    And poly-L-lactic acid is discouraged for the cheek because "at once"
    And the rule skin.stimulate does not fire

  Scenario: Whether a slow result is welcome is asked first
    Given Content with a gradual result is not known
    When the plan is drawn up
    Then poly-L-lactic acid is on hold for the cheek until Content with a gradual result is answered

  Scenario: Skin of good quality needs no stimulus
    Given Photoageing is mild
    And Elasticity is good
    When the plan is drawn up
    Then the finding Skin quality lost is absent
    And a biostimulator is not suggested
    And the rule biostimulator.part_of_a_strategy does not fire

  Scenario: A mild loss of support may be answered gradually
    Given Photoageing is moderate
    And Elasticity is good
    And Midface volume deficit on both sides is mild
    When the plan is drawn up
    Then the finding Skin quality lost is mild
    And poly-L-lactic acid is suggested for the cheek

  Scenario: Where the midface is full there is nothing to support
    Given Photoageing is moderate
    And Elasticity is good
    When the plan is drawn up
    Then poly-L-lactic acid is not suggested for the cheek
    And the rule midface.support_gradually does not fire

  Scenario Outline: Sessions stand four weeks apart: after <weeks> weeks it is <stands>
    Given an earlier treatment with poly-L-lactic acid in the cheek <weeks> weeks ago
    When the plan is drawn up
    Then poly-L-lactic acid is <stands> for the cheek

    Examples:
      | weeks | stands    |
      | 2     | deferred  |
      | 5     | suggested |

  Scenario: A last session on a day that nobody knows holds the next one back
    Given an earlier treatment with poly-L-lactic acid in the cheek at an unknown date
    When the plan is drawn up
    Then poly-L-lactic acid is on hold for the cheek
    And the rule biostimulator.sessions_apart is open

  Scenario: Thin skin shows lumps
    Given Skin thickness is thin
    When the plan is drawn up
    Then poly-L-lactic acid is suggested with caution for the cheek because "thin skin"

  Scenario: Skin of medium thickness does not
    When the plan is drawn up
    Then the rule plla.thin_skin does not fire

  Scenario: Wanting skin quality, and nothing else, brings no filler elsewhere
    When the plan is drawn up
    Then a hyaluronic acid filler is not suggested
    And a neuromodulator is not suggested

  Scenario Outline: Lost skin quality and a wish for <wish>: poly-L-lactic acid is <stands>
    Given the patient wishes for <wish>
    When the plan is drawn up
    Then poly-L-lactic acid is <stands> for the cheek

    Examples:
      | wish                    | stands        |
      | a rested look           | suggested     |
      | midface volume restored | not suggested |

  Scenario Outline: Where <fact> is <value>, the other kind may be talked about
    Given <fact> is <value>
    When the plan is drawn up
    Then the rule biostimulator.one_kind does not fire

    Examples: what rules poly-L-lactic acid out, or speaks against it
      | fact                         | value                          |
      | Keloid or hypertrophic scars | family                         |
      | Keloid or hypertrophic scars | personal                       |
      | Autoimmune disease           | in remission                   |
      | Autoimmune disease           | active                         |
      | Immunosuppression            | yes                            |
      | Medicines                    | [biologic]                     |
      | Medicines                    | [systemic steroid]             |
      | Medicines                    | [isotretinoin within 6 months] |

  Scenario: A medicine that bears on neither kind leaves it at one
    Given Medicines is [muscle_relaxant]
    When the plan is drawn up
    Then the rule biostimulator.one_kind fires

  Scenario: Where skin has lost little there is no kind to choose
    Given Photoageing is moderate
    And Elasticity is good
    When the plan is drawn up
    Then the rule biostimulator.one_kind does not fire
    And the rule biostimulator.part_of_a_strategy does not fire

  Scenario: Calcium that is asked for to give support is no second kind of skin treatment
    Given the patient wishes for softer nasolabial folds
    And the patient asks for calcium hydroxylapatite in the cheek for "midface volume restored"
    When the plan is drawn up
    Then nothing in the plan mentions "one kind of biostimulator"

  Scenario Outline: Deficit <deficit>, photoageing <ageing>, content to wait <gradual>, a wish for <wish>: the rule of slow support <stands>
    Given these answers
      | fact                          | value             |
      | Midface volume deficit        | {both: <deficit>} |
      | Photoageing                   | <ageing>          |
      | Elasticity                    | good              |
      | Content with a gradual result | <gradual>         |
    And the patient wishes for <wish>
    When the plan is drawn up
    Then the rule midface.support_gradually <stands>

    Examples: a mild loss of support and of skin, in a patient content to wait
      | deficit  | ageing   | gradual | wish                | stands        |
      | mild     | moderate | yes     | better skin quality | fires         |
      | minimal  | moderate | yes     | better skin quality | does not fire |
      | moderate | moderate | yes     | better skin quality | does not fire |
      | mild     | mild     | yes     | better skin quality | does not fire |
      | mild     | moderate | no      | better skin quality | does not fire |
      | mild     | moderate | yes     | a clearer jawline   | does not fire |

  Scenario Outline: Content to wait <gradual>, a wish for <wish>: the word about a plan of years <stands>
    Given Content with a gradual result is <gradual>
    And the patient wishes for <wish>
    When the plan is drawn up
    Then the rule biostimulator.part_of_a_strategy <stands>

    Examples:
      | gradual | wish                | stands        |
      | yes     | better skin quality | fires         |
      | no      | better skin quality | does not fire |
      | yes     | a clearer jawline   | does not fire |

  Scenario Outline: A session in the cheek on <day>, and now the <area>: it is <stands>
    Given an earlier treatment with poly-L-lactic acid in the cheek on <day>
    And the patient asks for poly-L-lactic acid in the <area>
    When the plan is drawn up
    Then the request for poly-L-lactic acid in the <area> is <stands>

    Examples: four weeks are 28 days, and each area counts by itself
      | day        | area            | stands       |
      | 2026-10-26 | cheek           | deferred     |
      | 2026-10-25 | cheek           | not deferred |
      | 2026-11-10 | nasolabial fold | not deferred |

  Scenario: Stimulus is put forward for the cheek alone, and spoken of wherever it is asked for
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                                | treatment                                   | area       | goal                                         |
      | skin.stimulate                      | calcium hydroxylapatite, poly-L-lactic acid | cheek      | better skin quality, a rested look           |
      | midface.support_gradually           | poly-L-lactic acid                          | cheek      | midface volume restored, better skin quality |
      | biostimulator.not_for_the_impatient | biostimulator                               | everywhere |                                              |
      | biostimulator.expect_gradual        | biostimulator                               | everywhere |                                              |
      | biostimulator.sessions_apart        | biostimulator                               | everywhere |                                              |
      | biostimulator.review_course         | biostimulator                               | everywhere |                                              |
