Feature: An allergy to cow's milk protein concerns one toxin only
  AbobotulinumtoxinA may carry traces of cow's milk protein, and its label forbids it to people who
  are allergic. The other toxins do not, and lactose intolerance is no allergy.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: The one toxin is never given in such an allergy, and neuromodulators stay open
    Given Allergy to cow's milk protein is yes
    When the plan is drawn up
    Then abobotulinumtoxinA is excluded for the glabella because "cow's milk protein"
    And a neuromodulator is suggested without caution for the glabella
    And a hyaluronic acid filler is suggested for the cheek
    And the explanation of a neuromodulator for the glabella cites L6, L7

  Scenario Outline: <toxin> is not touched by the allergy
    Given Allergy to cow's milk protein is yes
    When the plan is drawn up
    Then <toxin> is suggested for the glabella

    Examples:
      | toxin               |
      | OnabotulinumtoxinA  |
      | IncobotulinumtoxinA |
      | PrabotulinumtoxinA  |
      | LetibotulinumtoxinA |
      | DaxibotulinumtoxinA |

  Scenario: Without the allergy every toxin is open
    Given Allergy to cow's milk protein is no
    When the plan is drawn up
    Then abobotulinumtoxinA is suggested for the glabella
    And the rule allergy.cows_milk_protein does not fire

  Scenario: An allergy that was not asked about holds that one toxin back
    Given Allergy to cow's milk protein is not known
    When the plan is drawn up
    Then abobotulinumtoxinA is on hold for the glabella until Allergy to cow's milk protein is answered
    And onabotulinumtoxinA is suggested for the glabella
    And the plan mentions "not lactose intolerance"
    And the rule allergy.cows_milk_protein is open

  Scenario: The allergy speaks of abobotulinumtoxinA alone, wherever it would go
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                      | treatment          | area       |
      | allergy.cows_milk_protein | abobotulinumtoxinA | everywhere |
