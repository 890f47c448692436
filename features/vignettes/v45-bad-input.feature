Feature: V45 Answers that cannot be true, 30, female
  A nasolabial angle of 210 degrees, a seven on a scale that ends at five, a birth in the future,
  twelve millilitres for one lip. Each is refused where it is wrong, with what would be right, and
  nothing is planned on it. An amount that somebody wishes for is no wrong answer: it meets a limit.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And Age is 30

  Scenario Outline: Refused: <fact> of <value>
    Given <fact> is <value>
    When the plan is drawn up
    Then the assessment is refused because "<value>"
    And the assessment is refused because "<said>"

    Examples:
      | fact                         | value | said   |
      | Nasolabial angle             | 210   | 145    |
      | support.midface_deficit.left | 7     | severe |
      | Age                          | -1    | 0      |
      | Age                          | 130   | 110    |
      | Lower third                  | 210   | 100    |

  Scenario: All wrong answers are told in one go
    Given Nasolabial angle is 210
    And Age is -1
    When the plan is drawn up
    Then the assessment is refused because "210"
    And the assessment is refused because "-1"

  Scenario: A treatment dated in the future was not given
    Given an earlier treatment with a hyaluronic acid filler in the lips on 2027-03-01
    When the plan is drawn up
    Then the assessment is refused because "2027-03-01"

  Scenario: Twelve millilitres for the lips are blocked, and the limit is named
    Given Lip fullness is mild
    And the patient wishes for fuller lips
    And the patient asks for 12 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the lips is not suggested
    And the request for a hyaluronic acid filler in the lips is excluded because "mL"

  Scenario: Three millilitres are within it
    Given Lip fullness is mild
    And the patient wishes for fuller lips
    And the patient asks for 3 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the rule overcorrection.lips_maximum does not fire

  Scenario: Where earlier treatments were not asked about, the limit is open
    Given Lip fullness is mild
    And Earlier treatments is not known
    And the patient wishes for fuller lips
    And the patient asks for 2 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the rule overcorrection.lips_maximum is open
