Feature: V07 A lower jaw far set back that asks for filler instead of surgery, 26, male
  The scale at its end, the chin point 14 mm behind the vertical, the bite in class two: the trials
  left such patients out (T5, T6). Filler would only hide a cause in the bone. Those who treat bone,
  bite and breathing are asked first.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                       | value                                        |
      | Age                        | 26                                           |
      | Sex recorded at birth      | male                                         |
      | Pregnancy                  | not known                                    |
      | Breastfeeding              | not known                                    |
      | Chin retrusion             | extreme                                      |
      | Chin point to the vertical | -14                                          |
      | Occlusion                  | class_2                                      |
      | Signs of a skeletal cause  | [large_overjet, snoring_or_breathing_pauses] |
    And the patient wishes for a better profile
    And the patient asks for a hyaluronic acid filler in the chin for "a better profile"

  Scenario: No filler as camouflage, but an opinion on bone and bite
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is yes
    And a hyaluronic acid filler is excluded for the chin because "skelet"
    And the request for a hyaluronic acid filler in the chin is excluded
    And nothing is suggested for the chin
    And the plan refers to "orthodontist"
    And the plan refers to "jaw surgeon"
    And the plan refers to "sleep clinic"
    And candidacy is not now
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Expectations are talked through, and a clinician may reopen the question
    When the plan is drawn up
    Then the explanation of a hyaluronic acid filler for the chin cites T5, T6
    And the plan mentions "declines surgery"
    And the plan mentions "limited aim"

  Scenario: A man who sleeps soundly is not sent to a sleep clinic
    Given Signs of a skeletal cause is [large_overjet]
    When the plan is drawn up
    Then the plan does not refer to "sleep clinic"
    And the plan refers to "orthodontist"
