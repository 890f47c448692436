Feature: V30 Overfilled over five years, and asks for more, 39, female
  More than fifteen syringes, a round face, "setting-sun" eyes: volume is stopped (O2), what is there
  is imaged and watched, dissolving is talked about, and so is how the patient sees the face.

  Scenario: No more filler anywhere
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value                                                         |
      | Age                    | 39                                                            |
      | Signs of overfilling   | [setting_sun_eyes, lost_topography, heavy_mid_and_lower_face] |
      | Nasolabial fold        | {both: moderate}                                              |
      | Midface volume deficit | {both: moderate}                                              |
    And an earlier treatment with 4 mL of a hyaluronic acid filler in the cheek 4 months ago
    And an earlier treatment with 6 mL of a hyaluronic acid filler in the cheek 3 years ago
    And an earlier treatment with 3 mL of a hyaluronic acid filler in the chin 4 months ago
    And an earlier treatment with 3 mL of a hyaluronic acid filler in the lips 1 year ago
    And the patient wishes for softer nasolabial folds and midface volume restored
    And the patient asks for 2 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the finding Overfilled is yes
    And a filler is excluded because "overfilled"
    And the request for a hyaluronic acid filler in the cheek is excluded
    And nothing is suggested
    And the explanation of a hyaluronic acid filler for the cheek says "imag"
    And the explanation of a hyaluronic acid filler for the cheek says "dissolving"
    And the explanation of a hyaluronic acid filler for the cheek says "earlier filler"
    And the plan mentions "psychological check"
    And candidacy is not now
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids
