Feature: Surgery, injury or an implant has changed the anatomy
  Vessels and planes are not where they were. For half a year nothing is injected (recalled), and after
  that only with the operation report in hand (L1). Over an implant nothing is filled (L32).

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: Surgery within six months puts its area off
    Given Surgery, injury or implant in the area of the cheek is within 6 months
    When the plan is drawn up
    Then a filler is deferred for the cheek until "six months"
    And the explanation of a hyaluronic acid filler for the cheek says "surgeon"
    And a hyaluronic acid filler is suggested for the temple

  Scenario: Earlier surgery calls for care
    Given Surgery, injury or implant in the area of the lips is earlier
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the lips because "vessels"
    And a hyaluronic acid filler is suggested without caution for the cheek

  Scenario: No filler over an implant
    Given Surgery, injury or implant in the area of the chin is implant
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the chin because "implant"
    And the rule operated.earlier does not fire
    And a hyaluronic acid filler is suggested for the lips

  Scenario: In an area that was never operated on nothing is held back
    Given Surgery, injury or implant in the area everywhere is no
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the lips
    And the rule operated.recent does not fire
    And the rule operated.earlier does not fire
    And the rule operated.implant does not fire

  Scenario: Surgery that was not asked about holds the area back
    Given Surgery, injury or implant in the area of the lips is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the lips until Surgery, injury or implant in the area of the lips is answered
    And a hyaluronic acid filler is suggested for the cheek
    And the rule operated.recent is open
    And the rule operated.earlier is open
    And the rule operated.implant is open

  Scenario: After surgery every needle waits; over an implant it is filler
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule             | treatment  | area       |
      | operated.recent  | everything | everywhere |
      | operated.earlier | everything | everywhere |
      | operated.implant | filler     | everywhere |
