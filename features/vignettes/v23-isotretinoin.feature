Feature: V23 Isotretinoin until three weeks ago, 22, female
  Acne scars, and a wish for biostimulators and a laser. The guidance speaks of peels, lasers and
  surgery, not of injectables (I1): hyaluronic acid and neuromodulators with care, poly-L-lactic acid
  not by default, full-face resurfacing after half a year.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact       | value                          |
      | Age        | 22                             |
      | Medicines  | [isotretinoin_within_6_months] |
      | Elasticity | poor                           |
    And the patient wishes for better skin quality
    And the patient asks for poly-L-lactic acid in the cheek
    And the patient asks for calcium hydroxylapatite in the cheek

  Scenario: Poly-L-lactic acid is not suggested, calcium hydroxylapatite only with care
    When the plan is drawn up
    Then poly-L-lactic acid is discouraged for the cheek because "isotretinoin"
    And the request for poly-L-lactic acid in the cheek is discouraged
    And calcium hydroxylapatite is suggested with caution for the cheek because "isotretinoin"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: The laser waits, and skin and contraception are asked about
    When the plan is drawn up
    Then the plan mentions "six months"
    And the plan mentions "resurfacing"
    And the plan mentions "contraception"

  Scenario: Hyaluronic acid and neuromodulators are possible, with care
    Given Midface volume deficit on both sides is moderate
    And Frown lines is severe
    And the patient wishes for a rested look
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "isotretinoin"
    And a neuromodulator is suggested with caution for the glabella because "isotretinoin"
