Feature: Allergies stand against the products that hold what the patient reacts to
  The labels name them as contraindications. Where the rescue for an occlusion would itself be a
  risk, that counts as well.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: After a reaction to a toxin no neuromodulator is given until an allergist knows why
    Given Reaction to a botulinum toxin is yes
    When the plan is drawn up
    Then a neuromodulator is excluded because "allergist"
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: After an anaphylaxis, no hyaluronic acid and no calcium filler
    Given Anaphylaxis or several severe allergies is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is excluded because "anaphylaxis"
    And calcium hydroxylapatite is excluded because "anaphylaxis"
    And a neuromodulator is suggested with caution for the masseter because "anaphylaxis"

  Scenario: No hyaluronic acid in an allergy to Gram-positive bacterial protein
    Given Allergy to Gram-positive bacterial protein is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is excluded because "Gram-positive"
    And calcium hydroxylapatite is not excluded for the cheek
    And a neuromodulator is suggested for the masseter

  Scenario: In an allergy to a local anaesthetic, filler waits until one without it is at hand
    Given Allergy to a local anaesthetic is yes
    When the plan is drawn up
    Then a filler is on hold until Filler without an amide anaesthetic is answered
    And a neuromodulator is suggested without caution for the masseter
    When Filler without an amide anaesthetic turns out to be yes
    Then a hyaluronic acid filler is suggested with caution for the cheek because "without lidocaine"

  Scenario: A clinic that has no filler without an anaesthetic gives none
    Given Allergy to a local anaesthetic is yes
    And Filler without an amide anaesthetic is no
    When the plan is drawn up
    Then a filler is on hold
    And the requirement allergy.local_anaesthetic is not met

  Scenario: Without such an allergy nobody asks what the clinic has at hand
    When the plan is drawn up
    Then the plan does not ask Filler without an amide anaesthetic

  Scenario: In an allergy to human albumin one toxin is left
    Given Allergy to human albumin is yes
    And the patient asks for daxibotulinumtoxinA in the glabella
    When the plan is drawn up
    Then onabotulinumtoxinA is excluded for the glabella because "albumin"
    And incobotulinumtoxinA is excluded for the glabella because "albumin"
    And daxibotulinumtoxinA is suggested for the glabella
    And a hyaluronic acid filler is suggested without caution for the cheek

  Scenario: In an allergy to polysorbate it is the one that is left out
    Given Allergy to polysorbate is yes
    When the plan is drawn up
    Then daxibotulinumtoxinA is excluded for the glabella because "polysorbate"
    And onabotulinumtoxinA is suggested for the glabella

  Scenario: An allergy to latex concerns what is used, not what is given
    Given Allergy to latex is yes
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "latex"
    And a hyaluronic acid filler is suggested with caution for the cheek because "latex"

  Scenario: Filler that could not be dissolved safely is not suggested
    Given Allergy to hyaluronidase is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged because "dissolved"
    And a neuromodulator is suggested for the masseter

  Scenario: A severe reaction to venom goes to an allergist before hyaluronic acid
    Given Severe reaction to bee or wasp venom is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is not suggested without caution
    And the explanation of a hyaluronic acid filler for the cheek says "allergist"

  Scenario: Without allergies nothing is held back
    Given allergies is nothing_to_report
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And a neuromodulator is suggested without caution for the masseter
    And the rule allergy.toxin does not fire
    And the rule allergy.anaphylaxis_filler does not fire
    And the rule allergy.anaphylaxis_other does not fire
    And the rule allergy.gram_positive_protein does not fire
    And the rule allergy.local_anaesthetic does not fire
    And the rule allergy.hyaluronidase does not fire
    And the rule allergy.venom does not fire
    And the rule allergy.human_albumin does not fire
    And the rule allergy.polysorbate does not fire
    And the rule allergy.latex does not fire

  Scenario Outline: <allergy> that was not asked about holds <product> back
    Given <allergy> is not known
    When the plan is drawn up
    Then <product> is on hold for the <area> until <allergy> is answered

    Examples:
      | allergy                                    | product                  | area     |
      | Reaction to a botulinum toxin              | a neuromodulator         | masseter |
      | Anaphylaxis or several severe allergies    | a hyaluronic acid filler | cheek    |
      | Anaphylaxis or several severe allergies    | calcium hydroxylapatite  | cheek    |
      | Allergy to Gram-positive bacterial protein | a hyaluronic acid filler | lips     |

  Scenario Outline: <allergy> that was not asked about is asked, and is a caution until then
    Given <allergy> is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is not suggested without caution for the cheek
    And the plan asks <allergy>
    And the rule <rule> is open

    Examples:
      | allergy                              | rule                      |
      | Allergy to a local anaesthetic       | allergy.local_anaesthetic |
      | Allergy to hyaluronidase             | allergy.hyaluronidase     |
      | Severe reaction to bee or wasp venom | allergy.venom             |

  Scenario: No single answer speaks for all the others
    Given allergies is not known
    When the plan is drawn up
    Then a neuromodulator is on hold until Reaction to a botulinum toxin is answered
    And a hyaluronic acid filler is on hold until Anaphylaxis or several severe allergies is answered
    And the rule allergy.anaphylaxis_other is open
    And the rule allergy.human_albumin is open
    And the rule allergy.polysorbate is open
    And the rule allergy.latex is open

  Scenario: What each allergy speaks of, and nothing else
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                          | treatment                                                   | area       |
      | allergy.toxin                 | neuromodulator                                              | everywhere |
      | allergy.human_albumin         | onabotulinumtoxinA, abobotulinumtoxinA, incobotulinumtoxinA | everywhere |
      | allergy.human_albumin         | prabotulinumtoxinA, letibotulinumtoxinA                     | everywhere |
      | allergy.polysorbate           | daxibotulinumtoxinA                                         | everywhere |
      | allergy.anaphylaxis_filler    | hyaluronic acid filler, calcium hydroxylapatite             | everywhere |
      | allergy.anaphylaxis_other     | poly-L-lactic acid, polycaprolactone, neuromodulator        | everywhere |
      | allergy.gram_positive_protein | hyaluronic acid filler                                      | everywhere |
      | allergy.local_anaesthetic     | filler                                                      | everywhere |
      | allergy.latex                 | everything                                                  | everywhere |
      | allergy.hyaluronidase         | hyaluronic acid filler                                      | everywhere |
      | allergy.venom                 | hyaluronic acid filler                                      | everywhere |
