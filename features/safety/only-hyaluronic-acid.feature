Feature: Where an occlusion would cost most, nothing goes in that cannot be dissolved
  Labels and reports name lips, nose, glabella and the surroundings of the eye. What no enzyme
  dissolves is kept out of them.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: <product> in the <area>
    Given the patient asks for <product> in the <area>
    When the plan is drawn up
    Then the request for <product> in the <area> is excluded because "only hyaluronic acid"

    Examples:
      | product                 | area        |
      | calcium hydroxylapatite | nose        |
      | calcium hydroxylapatite | glabella    |
      | calcium hydroxylapatite | lips        |
      | poly-L-lactic acid      | tear trough |
      | poly-L-lactic acid      | crow's feet |
      | poly-L-lactic acid      | perioral    |
      | polycaprolactone        | nose        |
      | polycaprolactone        | lips        |

  Scenario: The cheek may hold a biostimulator
    When the plan is drawn up
    Then poly-L-lactic acid is suggested for the cheek

  Scenario: Hyaluronic acid in the nose is another question
    Given the patient asks for a hyaluronic acid filler in the nose
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the nose is not excluded

  Scenario: What no enzyme dissolves keeps out of the eye's surroundings, the nose and the glabella
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment                                                     | area                                           |
      | only_ha.eyes_and_nose | calcium hydroxylapatite, poly-L-lactic acid, polycaprolactone | brow, crow's feet, tear trough, nose, glabella |
