Feature: What the patient asks for is answered
  Each request is answered by itself: what was asked for, where it stands, and why. That somebody asks
  for a treatment is no finding.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: A request that nothing supports
    Given the patient asks for a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is discouraged because "nothing in the assessment supports it"
    And nothing is suggested

  Scenario: A request that a finding supports
    Given Midface volume deficit on both sides is moderate
    And the patient asks for a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is suggested because "midface support"
    And a hyaluronic acid filler for the cheek was asked for

  Scenario: A request whose support is not known yet
    Given Midface volume deficit on both sides is not known
    And the patient asks for a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is on hold
    And the plan asks Midface volume deficit

  Scenario: Two requests, two answers
    Given Midface volume deficit on both sides is moderate
    And the patient asks for a hyaluronic acid filler in the cheek
    And the patient asks for calcium hydroxylapatite in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is suggested
    And the request for calcium hydroxylapatite in the lips is excluded

  Scenario: A request for a purpose that its finding does not serve
    Given Midface volume deficit on both sides is moderate
    And the patient asks for a hyaluronic acid filler in the cheek for "fuller lips"
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is discouraged
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: What serves no wish is worth discussing, no more
    Given Midface volume deficit on both sides is moderate
    And the patient wishes for fuller lips
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And a hyaluronic acid filler for the cheek was not asked for

  Scenario: No wish and no finding, no treatment
    Given the patient wishes for nothing in particular
    When the plan is drawn up
    Then nothing is suggested
    And candidacy is nothing to treat

  Scenario: A request stands beside wishes, and is answered where there are none
    Given the patient wishes for nothing in particular
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then the request for a neuromodulator in the masseter is discouraged because "nothing in the assessment supports it"
