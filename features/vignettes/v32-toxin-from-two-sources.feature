Feature: V32 Toxin from two sources, 48, female
  A toxin for migraine eight weeks ago, of which nobody knows how much. What comes from elsewhere
  counts together with what is planned (N2, L18): product, units and day are found out, twelve weeks
  pass, and the one who gives it for migraine is asked.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                                                  | value          |
      | Age                                                   | 48             |
      | Botulinum toxin from another clinic, or for a disease | yes            |
      | Heaviness of the lower face                           | moderate       |
      | Cause of the heaviness                                | [masseter]     |
      | Masseter bulge on clenching                           | {both: double} |
      | Strain on chewing                                     | none           |
    And an earlier treatment with a neuromodulator in the forehead 8 weeks ago
    And Bands of the neck on both sides is one
    And Fat under the chin is absent
    And the patient wishes for a slimmer lower face and a smoother neck
    And the patient asks for a neuromodulator in the masseter
    And the patient asks for a neuromodulator in the neck

  Scenario: Product, units and day first, and twelve weeks, and a word with the neurologist
    When the plan is drawn up
    Then a neuromodulator is deferred for the masseter until "product, units and date are known"
    And a neuromodulator is deferred for the masseter until "12 weeks"
    And the request for a neuromodulator in the masseter is deferred
    And the request for a neuromodulator in the neck is deferred
    And nothing is suggested
    And a neuromodulator is deferred for the masseter until "the other prescriber agrees"
    And candidacy is not now
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: Whether there was a toxin from elsewhere is asked, not supposed
    Given Botulinum toxin from another clinic, or for a disease is not known
    When the plan is drawn up
    Then a neuromodulator is not suggested for the masseter
    And the plan asks Botulinum toxin from another clinic, or for a disease
