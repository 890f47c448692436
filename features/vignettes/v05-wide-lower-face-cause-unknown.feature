Feature: V05 A wide lower face whose cause nobody has examined, 33, female
  "A wide jaw", and neither the masseter was felt on clenching, nor its thickness measured, nor the
  parotid examined. What is not known is no muscle: nothing is done to the lower face, and the plan
  says what to examine.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value     |
      | Age                         | 33        |
      | Heaviness of the lower face | marked    |
      | Cause of the heaviness      | not known |
      | Masseter bulge on clenching | not known |
      | Masseter thickness          | not known |
      | Strain on chewing           | none      |
    And the patient wishes for a slimmer lower face
    And the patient asks for a neuromodulator in the masseter
    And the patient asks for a hyaluronic acid filler in the jawline

  Scenario: Nothing is done to the lower face, and the examination is asked for
    When the plan is drawn up
    Then nothing is suggested for the lower third
    And a neuromodulator is on hold for the masseter until Cause of the heaviness is answered
    And the request for a neuromodulator in the masseter is on hold
    And the request for a hyaluronic acid filler in the jawline is not suggested
    And the plan asks Cause of the heaviness
    And the plan asks Masseter bulge on clenching
    And the plan mentions "parotid"
    And candidacy is answers needed
    And the plan is not ready
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: The examination finds the muscle
    When the plan is drawn up
    And Cause of the heaviness turns out to be [masseter]
    And Masseter bulge on clenching turns out to be {both: triple}
    Then a neuromodulator is suggested for the masseter

  Scenario: The examination finds the parotid
    When the plan is drawn up
    And Cause of the heaviness turns out to be [masseter, parotid]
    Then a neuromodulator is excluded for the masseter because "parotid"
    And the plan refers to "parotid" soon
