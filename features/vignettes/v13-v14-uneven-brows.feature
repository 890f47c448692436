Feature: V13 and V14 Two patients with uneven brows
  The same complaint, and two answers. A difference of long standing with open lids is a matter of
  muscles (M6). A hanging lid with double vision in the evening is a matter for a neurologist, and no
  toxin is given before the cause is known (M17).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: V13 A brow 3 mm higher for as long as anybody remembers, 39, female
    Given these answers
      | fact                         | value                 |
      | Age                          | 39                    |
      | Difference between the sides | slight                |
      | Onset of the asymmetry       | long_standing         |
      | Brow height                  | {left: 25, right: 22} |
      | Upper lid ptosis             | {both: no}            |
      | Forehead lines               | moderate              |
      | Frown lines                  | moderate              |
    And the patient wishes for more even brows and a smoother forehead
    When the plan is drawn up
    Then the finding Uneven brows is yes
    And a neuromodulator is suggested for the brow on the left
    And a neuromodulator is suggested for the brow on the right
    And a neuromodulator is suggested for the forehead
    And the explanation of a neuromodulator for the brow says "symmetric"
    And the explanation of a neuromodulator for the brow cites M6
    And the patient can expect "seldom equal"
    And a review of a neuromodulator for the brow is due after 2 weeks to 4 weeks
    And the plan refers to nobody
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: V13 Nobody is promised that depth of injection evens the brows
    Given Brow height is {left: 25, right: 22}
    And the patient wishes for more even brows
    When the plan is drawn up
    Then the consideration brow.no_promise_of_depth is in force
    And the plan mentions "deeper or shallower"

  Scenario: V14 A brow 4 mm higher beside a hanging lid, double vision in the evening, 61, female
    Given these answers
      | fact                         | value                  |
      | Age                          | 61                     |
      | Pregnancy                    | not known              |
      | Breastfeeding                | not known              |
      | Difference between the sides | slight                 |
      | Onset of the asymmetry       | unexplained            |
      | Brow height                  | {left: 25, right: 21}  |
      | Upper lid ptosis             | {left: no, right: yes} |
      | Unexplained weakness         | yes                    |
      | Forehead lines               | severe                 |
      | Frown lines                  | moderate               |
    And the patient wishes for more even brows, a smoother forehead and a softer frown
    And the patient asks for a neuromodulator in the brow for "more even brows"
    When the plan is drawn up
    Then a neuromodulator is excluded because "weakness"
    And the request for a neuromodulator in the brow is excluded
    And nothing is suggested
    And the plan refers to "neurologist" urgently
    And candidacy is not now
    And the plan says nothing that "never-said.txt" forbids
