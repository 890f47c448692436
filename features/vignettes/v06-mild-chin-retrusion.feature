Feature: V06 A chin that is moderately set back, with a normal bite, 30, female
  The setting of the published trials (T5, T5b): the scale at two, the chin point 4 mm behind the
  vertical, the bite in class one, a busy chin muscle. Filler may bring the chin forward; no
  surgeon has to be asked first.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                       | value    |
      | Age                        | 30       |
      | Chin retrusion             | moderate |
      | Chin point to the vertical | -4       |
      | Occlusion                  | class_1  |
      | Signs of a skeletal cause  | none     |
      | Signs of a skeletal cause  | []       |
      | Chin muscle                | strong   |
    And the patient wishes for a better profile

  Scenario: The chin is brought forward, and its muscle may be relaxed
    When the plan is drawn up
    Then the finding Chin set back is moderate
    And a hyaluronic acid filler is suggested for the chin
    And a hyaluronic acid filler is labelled for the chin
    And a hyaluronic acid filler for the chin was asked for
    And a neuromodulator is suggested for the chin
    And a neuromodulator is off-label for the chin
    And a neuromodulator for the chin comes before a hyaluronic acid filler for the chin
    And a review of a hyaluronic acid filler for the chin is due after 2 weeks to 4 weeks for "touch-up"
    And the explanation of a hyaluronic acid filler for the chin cites T5, T5b
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: The bite is normal, so nobody is asked about bone first
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is absent
    And the rule chin.skeleton_first does not fire
    And the plan refers to nobody

  Scenario: More than a little in one visit is marked, and how long it lasts is told as a range
    Given the patient asks for 3 mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the rule ceilings.chin fires
    And the result of a hyaluronic acid filler for the chin lasts from 9 to 18 months
