Feature: V33 An allergy to cow's milk protein, 35, female
  One toxin carries traces of the protein and is contraindicated (L6, L7); the others are not.
  Lactose intolerance is another thing and stops nothing.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact        | value  |
      | Age         | 35     |
      | Frown lines | severe |
    And the patient wishes for a softer frown

  Scenario: One toxin is out, the others are open
    Given Allergy to cow's milk protein is yes
    When the plan is drawn up
    Then abobotulinumtoxinA is excluded for the glabella because "cow's milk protein"
    And onabotulinumtoxinA is suggested for the glabella
    And incobotulinumtoxinA is suggested for the glabella
    And prabotulinumtoxinA is suggested for the glabella
    And letibotulinumtoxinA is suggested for the glabella
    And daxibotulinumtoxinA is suggested for the glabella
    And a neuromodulator is labelled for the glabella
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Lactose intolerance is no allergy to the protein
    Given Allergy to cow's milk protein is no
    When the plan is drawn up
    Then abobotulinumtoxinA is suggested for the glabella
