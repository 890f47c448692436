Feature: V09 A hollow under the eye that is suited to filler, 36, female
  The setting of the published trials (T10, T11): a severe hollow, no swelling, no bags, a firm lid, a
  midface that still carries it, nothing placed before. Hyaluronic acid alone, in experienced hands,
  and little of it; gel stays long here.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                         | value           |
      | Age                          | 36              |
      | Hollow under the eye (scale) | {both: severe}  |
      | Orbital vector               | neutral         |
      | What else is under the eye   | []              |
      | Midface volume deficit       | {both: minimal} |
      | Skin thickness               | medium          |
    And the patient wishes for softer hollows under the eyes

  Scenario: Hyaluronic acid alone, with a warning
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the tear trough because "vessels"
    And a hyaluronic acid filler for the tear trough was asked for
    And calcium hydroxylapatite is not suggested for the tear trough
    And poly-L-lactic acid is not suggested for the tear trough
    And a review of a hyaluronic acid filler for the tear trough is due after 2 weeks to 4 weeks
    And the patient can expect "stay for years"
    And the explanation of a hyaluronic acid filler for the tear trough cites T10, T11
    And the plan refers to nobody
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Only in experienced hands
    Given Injector experienced in danger zones is no
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the tear trough
    And the requirement occlusion.high_risk_area is not met

  Scenario: More than a little at one visit is marked
    Given the patient asks for 2 mL of a hyaluronic acid filler in the tear trough
    When the plan is drawn up
    Then the rule ceilings.tear_trough fires

  Scenario: The same hollow beside bulging fat is a question for an eyelid surgeon
    Given What else is under the eye is [fat_bulge]
    When the plan is drawn up
    Then a hyaluronic acid filler is excluded for the tear trough because "bulges"
    And the plan refers to "eyelid surgeon"
