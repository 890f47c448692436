Feature: The whole face is assessed before any part of it is treated
  Facial balancing aims at the harmony of the whole, not at one feature (S1, S2). Thirds, symmetry,
  profile, support and movement are looked at before the first treatment (S7, S17 to S20); what is
  found in two of them is planned together (S11).

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: No plan is ready before this was looked at: <part>
    Given <part> is not known
    When the plan is drawn up
    Then the requirement whole_face.assess_first lacks <part>
    And the plan is not ready
    And the plan asks <part>

    Examples:
      | part                         |
      | Middle third                 |
      | Lower third                  |
      | Difference between the sides |
      | Chin retrusion               |
      | Face watched in movement     |

  Scenario: A face that was not watched in movement has not been assessed
    Given Face watched in movement is no
    When the plan is drawn up
    Then the requirement whole_face.assess_first is not met
    And the plan is not ready
    And the rule whole_face.assess_first fires

  Scenario: A face that was assessed as a whole meets the requirement
    When the plan is drawn up
    Then the requirement whole_face.assess_first is met
    And the consideration whole_face.aim_at_harmony is in force

  Scenario: Where support and movement both need it, the classes are planned together
    When the plan is drawn up
    Then the consideration whole_face.combine is in force
    And a hyaluronic acid filler is suggested for the cheek
    And a neuromodulator is suggested for the glabella

  Scenario: Where only support needs it there is nothing to combine
    Given a healthy adult, as in "healthy-adult.yaml"
    And Midface volume deficit on both sides is moderate
    When the plan is drawn up
    Then the consideration whole_face.combine is not in force
    And a hyaluronic acid filler is suggested for the cheek
    And a neuromodulator is not suggested

  Scenario Outline: Support lost <deficit>, with <movement>: the word to plan the classes together <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value                          |
      | Midface volume deficit | {left: <deficit>, right: none} |
      | <fact>                 | <value>                        |
    When the plan is drawn up
    Then the rule whole_face.combine <stands>

    Examples: each finding of movement by itself
      | deficit | movement           | fact           | value                 | stands        |
      | mild    | an active frown    | Frown lines    | moderate              | fires         |
      | mild    | an active forehead | Forehead lines | moderate              | fires         |
      | mild    | uneven brows       | Brow height    | {left: 25, right: 22} | fires         |
      | mild    | a calm face        | Frown lines    | mild                  | does not fire |
      | minimal | an active frown    | Frown lines    | moderate              | does not fire |

  Scenario: A masseter that widens the face is movement too
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value                        |
      | Midface volume deficit      | {left: mild, right: none}    |
      | Heaviness of the lower face | mild                         |
      | Cause of the heaviness      | [masseter]                   |
      | Masseter bulge on clenching | {left: mono, right: minimal} |
      | Masseter thickness          | {both: 8}                    |
      | Strain on chewing           | none                         |
    When the plan is drawn up
    Then the rule whole_face.combine fires

  Scenario: An ageing face of 59 gets its midface first, then folds, and the frown beside them
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value            |
      | Age                    | 59               |
      | Midface volume deficit | {both: moderate} |
      | Nasolabial fold        | {both: moderate} |
      | Frown lines            | moderate         |
    And the patient wishes for a rested look, softer nasolabial folds and a softer frown
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And a hyaluronic acid filler is suggested for the nasolabial fold
    And a hyaluronic acid filler for the cheek comes before a hyaluronic acid filler for the nasolabial fold
    And a neuromodulator is suggested for the glabella
    And the patient can expect "one step better"
    And no suggestion names an amount
