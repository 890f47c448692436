Feature: A black heel is looked at before it is softened
  A dry, firm, whole eschar covers what a poor blood supply may not heal. It is kept dry; dead tissue
  that is not stable is softened.

  Background:
    Given somebody with a black heel, half assessed, as in "heel-half-filled.yaml"

  Scenario: A heel that nobody has looked at closely waits for two answers
    When the plan is drawn up
    Then a hydrogel is on hold for the right heel until Stable dry eschar of the right heel is answered
    And the answer to Stable dry eschar of the right heel is decisive
    And the plan asks Poor blood supply of the legs
    And candidacy is answers needed
    And the rule dry.leave_stable_eschar is open
    And the rule leg.poor_blood_supply is open

  Scenario: A stable eschar is kept dry
    Given Stable dry eschar of the right heel is yes
    And Poor blood supply of the legs is no
    When the plan is drawn up
    Then the finding Stable dry eschar to leave alone of the right heel is yes
    And a dry non-adherent dressing is suggested for the right heel because "dry and protected"
    And a hydrogel is not suggested for the right heel
    And nothing is suggested for the left heel

  Scenario: A hydrogel that is asked for would soften it
    Given Stable dry eschar of the right heel is yes
    And the patient asks for a hydrogel in the right heel
    When the plan is drawn up
    Then the request for a hydrogel in the right heel is excluded because "not softened"

  Scenario: Dead tissue that is not stable is softened
    Given Stable dry eschar of the right heel is no
    And Poor blood supply of the legs is no
    When the plan is drawn up
    Then a hydrogel is suggested without caution for the right heel
    And the rule dry.leave_stable_eschar does not fire
    And the plan does not refer to "vascular specialist"

  Scenario: A poor blood supply is somebody else's question first
    Given Stable dry eschar of the right heel is yes
    And Poor blood supply of the legs is yes
    When the plan is drawn up
    Then the plan refers to "vascular specialist" soon
    And a dry non-adherent dressing is suggested with caution for the right heel because "blood supply"

  Scenario: Wounds elsewhere ask nothing about the legs
    Given somebody with a wound over the sacrum, as in "sacral-wound.yaml"
    When the plan is drawn up
    Then the plan does not ask Poor blood supply of the legs
    And the rule leg.poor_blood_supply does not fire
