Feature: Anatomy and proportion come before volume
  Volume answers a finding that was measured; without the measurement there is no finding. Support is
  restored before folds, lower face and lips, because once it is back less is needed below, or
  nothing. Filler goes where it supports and rebalances, not everywhere (S5, S10, S21).

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: No filler before this was assessed: <measurement>
    Given <measurement> is not known
    When the plan is drawn up
    Then a filler is not suggested for the lips
    And a filler is on hold for the temple until <measurement> is answered
    And a neuromodulator is suggested for the glabella
    And the rule anatomy.measure_before_filling fires

    Examples:
      | measurement                         |
      | Middle third                        |
      | Lower third                         |
      | Chin retrusion                      |
      | Midface volume deficit on the left  |
      | Midface volume deficit on the right |

  Scenario: With all of it assessed, filler is a question of findings
    When the plan is drawn up
    Then the requirement anatomy.measure_before_filling is met
    And a hyaluronic acid filler is suggested for the cheek
    And the rule anatomy.measure_before_filling does not fire

  Scenario: The midface comes before the fold, the lower face and the lips
    When the plan is drawn up
    Then a hyaluronic acid filler for the cheek comes before a hyaluronic acid filler for the nasolabial fold
    And a hyaluronic acid filler for the temple comes before a hyaluronic acid filler for the nasolabial fold
    And a hyaluronic acid filler for the nasolabial fold comes before a hyaluronic acid filler for the chin
    And a hyaluronic acid filler for the chin comes before a hyaluronic acid filler for the lips

  Scenario: What supports and balances is listed before what only adds
    When the plan is drawn up
    Then a hyaluronic acid filler for the cheek is listed before a hyaluronic acid filler for the chin
    And a hyaluronic acid filler for the chin is listed before a neuromodulator for the masseter
    And a neuromodulator for the masseter is listed before a hyaluronic acid filler for the lips

  Scenario: Filler is given where something is missing, not everywhere
    When the plan is drawn up
    Then a filler is not suggested for the jawline
    And a filler is not suggested for the masseter
    And the consideration anatomy.fill_selectively is in force

  Scenario: A fold below a midface that has lost support is judged after the midface
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the nasolabial fold because "midface"

  Scenario: A fold below a midface that is full is treated by itself
    Given Midface volume deficit on both sides is none
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the nasolabial fold
    And the rule fold.midface_first does not fire

  Scenario: Below a midface that has lost support, the lower face is judged after it
    Given Jowl on both sides is mild
    When the plan is drawn up
    Then the consideration anatomy.midface_before_lower_face is in force

  Scenario: A full midface is no reason to wait with the lower face
    Given Jowl on both sides is mild
    And Midface volume deficit on both sides is none
    When the plan is drawn up
    Then the consideration anatomy.midface_before_lower_face is not in force

  Scenario Outline: Volume does not lift what has descended: <sign>
    Given <sign> is marked
    When the plan is drawn up
    Then the finding Descent of soft tissue is yes
    And a hyaluronic acid filler is discouraged for the nasolabial fold because "descended"
    And the plan refers to "plastic surgeon"
    And a hyaluronic acid filler is suggested for the temple

    Examples:
      | sign              |
      | Skin laxity       |
      | Jowl on the right |

  Scenario: Mild laxity is no descent
    Given Skin laxity is mild
    When the plan is drawn up
    Then the finding Descent of soft tissue is absent
    And the rule anatomy.surgery_before_lift does not fire
    And the plan does not refer to "plastic surgeon"

  Scenario: A heavy lower face gets no more volume
    Given these answers
      | fact                    | value            |
      | Cause of the heaviness  | [fat]            |
      | Loss of jawline contour | {both: moderate} |
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the jawline because "heavy"

  Scenario: A light lower face may be given contour
    Given these answers
      | fact                        | value            |
      | Heaviness of the lower face | none             |
      | Cause of the heaviness      | not known        |
      | Masseter thickness          | not known        |
      | Strain on chewing           | not known        |
      | Loss of jawline contour     | {both: moderate} |
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the jawline
    And the rule anatomy.lighter_before_fuller does not fire

  Scenario: What can be dissolved is preferred where it will do
    When the plan is drawn up
    Then a hyaluronic acid filler for the cheek is listed before calcium hydroxylapatite for the cheek
    And the explanation of a hyaluronic acid filler for the cheek says "dissolved"

  Scenario: A patient who wants only what can be dissolved is offered nothing else
    Given Wish for reversible products only is yes
    When the plan is drawn up
    Then calcium hydroxylapatite is discouraged because "dissolved"
    And poly-L-lactic acid is discouraged because "dissolved"
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: A patient who has no such wish is offered both
    Given Wish for reversible products only is no
    When the plan is drawn up
    Then poly-L-lactic acid is not discouraged for the cheek
    And the rule anatomy.reversible_only does not fire

  Scenario Outline: Support lost <deficit>, contour lost <contour>, jowl <jowl>: the word to look at the midface first <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                    | value             |
      | Midface volume deficit  | {both: <deficit>} |
      | Loss of jawline contour | {both: <contour>} |
      | Jowl                    | {both: <jowl>}    |
    When the plan is drawn up
    Then the rule anatomy.midface_before_lower_face <stands>

    Examples: a lower face that shows it, under a midface that has lost its support
      | deficit     | contour  | jowl | stands        |
      | moderate    | none     | mild | fires         |
      | moderate    | moderate | none | fires         |
      | significant | severe   | none | fires         |
      | moderate    | mild     | none | does not fire |
      | moderate    | none     | none | does not fire |
      | mild        | moderate | mild | does not fire |

  Scenario Outline: A lower face whose heaviness is <heaviness>: the rule against more volume <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value       |
      | Heaviness of the lower face | <heaviness> |
    When the plan is drawn up
    Then the rule anatomy.lighter_before_fuller <stands>

    Examples:
      | heaviness | stands        |
      | mild      | does not fire |
      | moderate  | fires         |
      | marked    | fires         |

  Scenario: A surgeon's opinion on what has descended is sought in no hurry
    Given Skin laxity is marked
    And Contour of the neck is sharp
    And Descent of the midface is none
    When the plan is drawn up
    Then the plan refers to "facial plastic surgeon" routinely because "descended"

  Scenario: Volume is what these rules weigh, and where
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                           | treatment                                                         | area                           |
      | anatomy.measure_before_filling | filler                                                            | everywhere                     |
      | anatomy.support_first          | hyaluronic acid filler, calcium hydroxylapatite, polycaprolactone | cheek, temple                  |
      | anatomy.support_first          | filler                                                            | tear trough, nasolabial fold   |
      | anatomy.support_first          | filler                                                            | chin, jawline, marionette line |
      | anatomy.support_first          | filler                                                            | lips, perioral                 |
      | anatomy.surgery_before_lift    | filler                                                            | jawline, nasolabial fold       |
      | anatomy.lighter_before_fuller  | filler                                                            | jawline                        |
      | anatomy.prefer_reversible      | hyaluronic acid filler                                            | everywhere                     |
      | anatomy.reversible_only        | calcium hydroxylapatite, poly-L-lactic acid, polycaprolactone     | everywhere                     |
