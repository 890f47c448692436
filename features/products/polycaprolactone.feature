Feature: Polycaprolactone is never put forward, and weighed where it is asked for
  The sources know a CE mark and experts' recommendations, and no approval elsewhere. It cannot be
  dissolved, and it may stay for years.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: Lost skin quality calls for other biostimulators
    When the plan is drawn up
    Then polycaprolactone is not suggested
    And poly-L-lactic acid is suggested for the cheek

  Scenario Outline: Outside Europe no approval is known: <country>
    Given Country is <country>
    And the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then the request for polycaprolactone in the cheek is excluded because "approval"
    And a hyaluronic acid filler is suggested for the cheek

    Examples:
      | country |
      | US      |
      | UK      |
      | CA      |
      | other   |

  Scenario: In the United States it is not approved
    Given the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then polycaprolactone is not approved for the cheek

  Scenario: In Europe it is discouraged, and the clinician's decision
    Given Country is EU
    And the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then the request for polycaprolactone in the cheek is discouraged because "by default"
    And the explanation of polycaprolactone for the cheek says "by default"
    And the rule pcl.only_where_approved does not fire

  Scenario: Where the country is not known it waits
    Given Country is not known
    And the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then polycaprolactone is on hold for the cheek until Country is answered
    And the rule pcl.only_where_approved is open

  Scenario: In Europe it keeps out of the lips all the same
    Given Country is EU
    And the patient asks for polycaprolactone in the lips
    When the plan is drawn up
    Then the request for polycaprolactone in the lips is excluded

  Scenario Outline: What stands against poly-L-lactic acid stands against it: <fact>
    Given Country is EU
    And <fact> is <value>
    And the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then the request for polycaprolactone in the cheek is excluded because "immune-competent"

    Examples:
      | fact               | value  |
      | Autoimmune disease | active |
      | Immunosuppression  | yes    |

  Scenario: After an anaphylaxis its cause is clarified first
    Given Country is EU
    And Anaphylaxis or several severe allergies is yes
    And the patient asks for polycaprolactone in the cheek
    When the plan is drawn up
    Then the explanation of polycaprolactone for the cheek says "what caused the anaphylaxis"

  Scenario: Both rules speak of polycaprolactone alone
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                    | treatment        | area       |
      | pcl.only_where_approved | polycaprolactone | everywhere |
      | pcl.off_by_default      | polycaprolactone | everywhere |
