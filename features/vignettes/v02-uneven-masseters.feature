Feature: V02 A wide lower face that is uneven, 35, male
  After a published case (M5): the left jaw has stood out since adolescence, and the left masseter is
  the thicker one. The muscle is relaxed on both sides, each by its own measurement, and nothing is
  added to the jawline before the result is judged.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                                | value                     |
      | Age                                 | 35                        |
      | Sex recorded at birth               | male                      |
      | Pregnancy                           | not known                 |
      | Breastfeeding                       | not known                 |
      | Ancestry in the patient's own words | Indian                    |
      | Difference between the sides        | marked                    |
      | Onset of the asymmetry              | long_standing             |
      | Heaviness of the lower face         | marked                    |
      | Cause of the heaviness              | [masseter]                |
      | Masseter bulge on clenching         | not known                 |
      | Masseter thickness                  | {left: 14.9, right: 13.0} |
      | Strain on chewing                   | none                      |
    And the patient wishes for a slimmer lower face

  Scenario: The muscle is relaxed on both sides, and each side is planned by itself
    When the plan is drawn up
    Then a neuromodulator is suggested for the masseter on the left
    And a neuromodulator is suggested for the masseter on the right
    And a neuromodulator is off-label for the masseter
    And the consideration masseter.uneven is in force
    And the plan mentions "each side"
    And a review of a neuromodulator for the masseter is due after 8 weeks to 12 weeks
    And a review of a neuromodulator for the masseter is due after 6 months
    And the plan refers to nobody
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Nothing is added to the jawline now
    Given Loss of jawline contour on both sides is moderate
    And the patient asks for a hyaluronic acid filler in the jawline
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the jawline is not suggested
    And a hyaluronic acid filler is deferred for the jawline because "masseter" until "8 to 12 weeks"

  Scenario: Ancestry makes no finding, no suggestion and no exclusion
    When the plan is drawn up
    Then nothing in the plan mentions "Indian"

  Scenario: The same face, but the difference came three weeks ago
    Given Onset of the asymmetry is new
    When the plan is drawn up
    Then everything is excluded because "new facial asymmetry"
    And the plan refers to "doctor today" urgently
    And candidacy is not now
    And the plan says nothing that "never-said.txt" forbids
