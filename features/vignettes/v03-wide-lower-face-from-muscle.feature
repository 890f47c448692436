Feature: V03 A lower face that is wide from muscle, 27, female
  A square lower face with a marked clench bulge, thin skin and no jowl: excessive contraction is the
  cause, so a neuromodulator answers it (M1, M4). Jawline filler waits for the result.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value          |
      | Age                         | 27             |
      | Heaviness of the lower face | marked         |
      | Cause of the heaviness      | [masseter]     |
      | Masseter bulge on clenching | {both: double} |
      | Masseter thickness          | {both: 13}     |
      | Strain on chewing           | none           |
      | Skin thickness              | thin           |
      | Jowl                        | {both: none}   |
    And the patient wishes for a slimmer lower face

  Scenario: The masseter is relaxed on both sides, off-label, and the patient knows what to expect
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is yes
    And a neuromodulator is suggested without caution for the masseter on the left
    And a neuromodulator is suggested without caution for the masseter on the right
    And a neuromodulator is off-label for the masseter
    And a neuromodulator for the masseter was asked for
    And the patient can expect "chewing may tire"
    And the patient can expect "smile may change"
    And a review of a neuromodulator for the masseter is due after 8 weeks to 12 weeks
    And the plan mentions "off-label"
    And candidacy is may proceed
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: The face is photographed while clenching, before anything is done
    Given Baseline photographs is no
    When the plan is drawn up
    Then the requirement checklist.consent lacks Baseline photographs
    And the plan mentions "while clenching"

  Scenario: Jawline filler waits until the muscle has been judged
    Given the patient asks for a hyaluronic acid filler in the jawline
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the jawline is not suggested
    And a hyaluronic acid filler is deferred for the jawline because "masseter" until "8 to 12 weeks"
