Feature: Some fields are left to the clinician
  For the cheek before the ear, the field under the chin and the crease above it no label was seen.
  The plan suggests nothing there; what is asked for is answered, and its safety is weighed.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: Nothing is suggested for the <area>
    When the plan is drawn up
    Then nothing is suggested for the <area>

    Examples:
      | area               |
      | preauricular cheek |
      | submental area     |
      | mental crease      |

  Scenario Outline: A request for the <area> is answered
    Given the patient asks for a hyaluronic acid filler in the <area>
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the <area> is discouraged because "nothing in the assessment supports it"

    Examples:
      | area               |
      | preauricular cheek |
      | submental area     |
      | mental crease      |
