Feature: What a wound must not be given, and who else has to see it
  Infection, iodine, a poor blood supply and a stable eschar are where a dressing does harm. What
  nobody asked about is never taken for a no.

  Background:
    Given somebody with a wound over the sacrum, as in "sacral-wound.yaml"

  Scenario: Infection in a wet wound is treated, and the wound is not sealed
    Given the patient asks for a hydrocolloid in the sacrum
    When the plan is drawn up
    Then cadexomer iodine is suggested for the sacrum
    And cadexomer iodine for the sacrum is listed before a foam for the sacrum
    And the request for a hydrocolloid in the sacrum is deferred because "not sealed"
    And the plan does not refer to "physician"

  Scenario: Without infection there is no iodine
    Given Signs of infection of the sacrum is none
    When the plan is drawn up
    Then cadexomer iodine is not on the plan for the sacrum
    And the rule infection.not_sealed does not fire

  Scenario: Infection that nobody looked for keeps the wound open
    Given Signs of infection of the sacrum is not known
    And Exudate of the sacrum is light
    And Tissue in the wound of the sacrum is [granulation]
    When the plan is drawn up
    Then a hydrocolloid is on hold for the sacrum until Signs of infection of the sacrum is answered
    And the rule infection.not_sealed is open

  Scenario: Spreading infection is seen by a physician at once
    Given Signs of infection of the sacrum is spreading
    When the plan is drawn up
    Then the plan refers to "physician" urgently because "spreading"

  Scenario Outline: Iodine, where <fact> is <answer>
    Given <fact> is <answer>
    When the plan is drawn up
    Then cadexomer iodine is <status> for the sacrum
    And a foam is suggested for the sacrum

    Examples: the label forbids it
      | fact                   | answer         | status   |
      | Sensitivity to iodine  | yes            | excluded |
      | Disorder of the thyroid | hashimoto     | excluded |
      | Disorder of the thyroid | nodular goitre | excluded |

    Examples: nobody asked
      | fact                    | answer    | status  |
      | Sensitivity to iodine   | not known | on hold |
      | Disorder of the thyroid | not known | on hold |

    Examples: the label asks for care
      | fact                        | answer    | status                 |
      | Disorder of the thyroid     | other     | suggested with caution |
      | Severely impaired kidneys   | yes       | suggested with caution |
      | Lithium                     | yes       | suggested with caution |
      | Lithium                     | not known | suggested with caution |
      | Lithium                     | no        | suggested without caution |

  Scenario Outline: Iodine in a patient of <age>, pregnant or breastfeeding: <answer>
    Given Age is <age>
    And Pregnancy or breastfeeding is <answer>
    When the plan is drawn up
    Then cadexomer iodine is <status> for the sacrum

    Examples:
      | age | answer    | status    |
      | 30  | yes       | excluded  |
      | 30  | no        | suggested |
      | 30  | not known | on hold   |

  Scenario: A child is given no iodine
    Given Age is 11
    When the plan is drawn up
    Then cadexomer iodine is excluded for the sacrum because "children"

  Scenario: An age that nobody noted holds iodine
    Given Age is not known
    When the plan is drawn up
    Then cadexomer iodine is on hold for the sacrum until Age is answered

  Scenario: A week's amount of iodine that is used up defers the next
    Given an earlier treatment with 150 g of cadexomer iodine in the sacrum 3 days ago
    When the plan is drawn up
    Then cadexomer iodine is deferred for the sacrum because "week" until "2026-11-26"

  Scenario: Amounts of an earlier week do not count
    Given an earlier treatment with 150 g of cadexomer iodine in the sacrum 8 days ago
    When the plan is drawn up
    Then cadexomer iodine is suggested for the sacrum

  Scenario: Dressings that nobody listed leave the week's amount open
    Given Dressings used before is not known
    When the plan is drawn up
    Then cadexomer iodine is on hold for the sacrum until Dressings used before is answered

  Scenario Outline: An alginate, where heavy bleeding is <answer>
    Given Exudate of the sacrum is heavy
    And Heavy bleeding of the sacrum is <answer>
    When the plan is drawn up
    Then an alginate is <status> for the sacrum

    Examples:
      | answer    | status    |
      | yes       | excluded  |
      | no        | suggested |
      | not known | on hold   |
