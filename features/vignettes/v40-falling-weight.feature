Feature: V40 Eighteen per cent lighter in seven months, and still losing, 49, female
  Hollow temples and midface, a lax neck. When to treat is contested (W1, W3): little at a time, or a
  biostimulator in series, and again when the weight is stable. Where loose skin dominates, a surgeon
  is asked: volume does not lift.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value            |
      | Age                    | 49               |
      | Weight                 | losing           |
      | GLP-1 medicine         | being_raised     |
      | Temple hollowing       | {both: moderate} |
      | Midface volume deficit | {both: moderate} |
      | Photoageing            | advanced         |
      | Skin laxity            | moderate         |
    And the patient wishes for fuller temples, midface volume restored and better skin quality

  Scenario: Small steps now, and again when the weight is stable
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the temple because "small steps"
    And a hyaluronic acid filler is suggested with caution for the cheek because "weight is changing"
    And poly-L-lactic acid is suggested with caution for the cheek because "weight is changing"
    And the explanation of a hyaluronic acid filler for the cheek says "contested"
    And the patient can expect "builds up over months"
    And the plan does not refer to "surgeon"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Loose skin dominates
    Given Skin laxity is severe
    When the plan is drawn up
    Then the finding Descent of soft tissue is yes
    And the plan refers to "plastic surgeon"
    And the plan says nothing that "never-said.txt" forbids
