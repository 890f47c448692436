Feature: Dressings follow the wound, site by site
  A dry wound is given moisture, a wet one is relieved of it, and a clean one is left in peace. What
  is true of one site says nothing about another.

  Background:
    Given somebody with a wound over the sacrum, as in "sacral-wound.yaml"
    And Signs of infection of the sacrum is none

  Scenario: Dry dead tissue is softened
    Given Exudate of the sacrum is none
    When the plan is drawn up
    Then the finding Dry wound with dead tissue to soften of the sacrum is yes
    And a hydrogel is suggested for the sacrum
    And nothing is suggested for the left heel
    And a foam is not suggested for the sacrum

  Scenario: Moderate exudate is taken up by a foam
    When the plan is drawn up
    Then the finding Wet wound of the sacrum is moderate
    And a foam is suggested for the sacrum
    And an alginate is not suggested for the sacrum
    And the rule dry.nothing_that_needs_exudate does not fire

  Scenario: Heavy exudate is taken up by an alginate as well
    Given Exudate of the sacrum is heavy
    When the plan is drawn up
    Then an alginate is suggested for the sacrum because "heavy exudate"
    And an alginate for the sacrum and a foam for the sacrum share a session

  Scenario: A clean wound with little exudate is protected
    Given Exudate of the sacrum is light
    And Tissue in the wound of the sacrum is [granulation, epithelial]
    When the plan is drawn up
    Then a hydrocolloid is suggested for the sacrum because "clean wound"
    And the patient can expect "no infection"
    And a foam is not suggested for the sacrum

  Scenario: A wish for a hydrogel on a wet wound is answered
    Given the patient asks for a hydrogel in the sacrum
    When the plan is drawn up
    Then the request for a hydrogel in the sacrum is discouraged because "wet wound"

  Scenario: A wish for an alginate on a dry wound is answered
    Given Exudate of the sacrum is none
    And the patient asks for plain alginate in the sacrum
    When the plan is drawn up
    Then the request for plain alginate in the sacrum is excluded because "dry wound"

  Scenario: Exudate that nobody noted holds what depends on it
    Given Exudate of the sacrum is not known
    When the plan is drawn up
    Then a foam is on hold for the sacrum until Exudate of the sacrum is answered
    And the rule dry.nothing_that_needs_exudate is open

  Scenario: Honey is for slough that smells, where a patient minds the smell
    When the plan is drawn up
    Then medical honey dressing is suggested for the sacrum because "slough"

  Scenario: Nobody who does not mind the smell is given honey
    Given the patient wishes for a healed wound
    When the plan is drawn up
    Then a medical honey dressing is not on the plan for the sacrum

  Scenario Outline: Honey and an allergy that is <answer>
    Given Allergy to honey or bee venom is <answer>
    When the plan is drawn up
    Then a medical honey dressing is <status> for the sacrum

    Examples:
      | answer    | status    |
      | yes       | excluded  |
      | no        | suggested |
      | not known | on hold   |

  Scenario: No wound, no dressing
    Given an assessment of 2026-11-22
      | fact                     | value               |
      | Age                      | 78                  |
      | history                  | nothing_to_report   |
      | A wound is followed here | {elsewhere: no}     |
    When the plan is drawn up
    Then candidacy is nothing to treat
    And nothing is suggested
