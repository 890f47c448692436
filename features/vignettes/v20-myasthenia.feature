Feature: V20 Myasthenia gravis, treated, 47, female
  Toxin at usual doses has made people with myasthenia gravely weak (L19, M17). None is given; the
  neurologist is asked. Filler is a question for the doctor who treats the disease, and no medicine
  is touched.

  Scenario: Wants the frown and the masseter treated
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value                      |
      | Age                         | 47                         |
      | Neuromuscular disorder      | yes                        |
      | Medicines                   | [cholinesterase_inhibitor] |
      | Frown lines                 | severe                     |
      | Heaviness of the lower face | moderate                   |
      | Cause of the heaviness      | [masseter]                 |
      | Masseter bulge on clenching | {both: double}             |
      | Strain on chewing           | none                       |
      | Midface volume deficit      | {both: moderate}           |
    And the patient wishes for a softer frown, a slimmer lower face and a rested look
    And the patient asks for a neuromodulator in the glabella
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then a neuromodulator is excluded because "neuromuscular"
    And the request for a neuromodulator in the glabella is excluded
    And the request for a neuromodulator in the masseter is excluded
    And the plan refers to "neurologist"
    And a hyaluronic acid filler is suggested with caution for the cheek because "treating doctor"
    And the explanation of a neuromodulator for the glabella says "cholinesterase inhibitors"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids
