Feature: Neuromodulators even the brows
  Muscles that pull unevenly hold the brows at different heights, and balancing them evens the brows
  (S13). A brow that is high because it holds up a weak lid is another matter, and is examined first.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                         | value                 |
      | Difference between the sides | slight                |
      | Onset of the asymmetry       | long standing         |
      | Brow height                  | {left: 25, right: 22} |
    And the patient wishes for more even brows

  Scenario: Brows that differ by 3 mm, without ptosis
    When the plan is drawn up
    Then the finding Uneven brows is yes
    And a neuromodulator is suggested for the brow
    And a neuromodulator is suggested for the brow on the left
    And a neuromodulator is suggested for the brow on the right
    And a review of a neuromodulator for the brow is due after 2 weeks to 4 weeks for "symmetry"
    And the explanation of a neuromodulator for the brow cites S13, M6
    And the patient can expect "seldom equal"
    And the patient can expect "drooping"

  Scenario Outline: A difference of <difference> mm is <stands>
    Given Brow height on the left is <left>
    And Brow height on the right is 22
    When the plan is drawn up
    Then the finding Uneven brows is <stands>

    Examples:
      | difference | left | stands |
      | 1          | 23   | absent |
      | 2          | 24   | yes    |
      | 4          | 26   | yes    |

  Scenario: Even brows are left alone
    Given Brow height on both sides is 22
    When the plan is drawn up
    Then a neuromodulator is not suggested for the brow
    And the rule brow.even does not fire
    And the rule brow.no_promise_of_depth does not fire

  Scenario: The higher brow works against a weak lid
    Given these answers
      | fact                 | value                  |
      | Age                  | 61                     |
      | Pregnancy            | not known              |
      | Breastfeeding        | not known              |
      | Brow height          | {left: 26, right: 22}  |
      | Upper lid ptosis     | {left: no, right: yes} |
      | Unexplained weakness | yes                    |
    And the patient asks for a neuromodulator in the brow
    When the plan is drawn up
    Then a neuromodulator is excluded because "weakness"
    And the request for a neuromodulator in the brow is excluded
    And nothing is suggested
    And the plan refers to "neurologist" urgently

  Scenario: A hanging lid alone puts brow shaping off
    Given Upper lid ptosis on the right is yes
    And the patient asks for a neuromodulator in the brow
    When the plan is drawn up
    Then a neuromodulator is not suggested for the brow
    And the plan refers to "oculoplastics"
    And the plan refers to "neurologist or an ophthalmologist" soon

  Scenario: Lids that were not looked at hold the brow back
    Given Upper lid ptosis on both sides is not known
    When the plan is drawn up
    Then a neuromodulator is on hold for the brow until Upper lid ptosis is answered
    And the rule brow.even is open

  Scenario: Heights that were not measured leave the brows open
    Given Brow height on the left is not known
    When the plan is drawn up
    Then the finding Uneven brows is open
    And a neuromodulator is on hold for the brow until Brow height on the left is answered

  Scenario: In a man a peaked brow is avoided
    Given these answers
      | fact                | value     |
      | person.sex_at_birth | male      |
      | Pregnancy           | not known |
      | Breastfeeding       | not known |
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the brow because "peaked brow"

  Scenario: A man who wants a softer face is not warned of it
    Given these answers
      | fact                | value     |
      | person.sex_at_birth | male      |
      | Pregnancy           | not known |
      | Breastfeeding       | not known |
      | Wanted expression   | feminise  |
    When the plan is drawn up
    Then a neuromodulator is suggested without caution for the brow
    And the rule brow.peak_in_men does not fire

  Scenario Outline: Sex recorded <sex>, wanted expression <goal>: the warning of a peaked brow <stands>
    Given these answers
      | fact                  | value     |
      | Sex recorded at birth | <sex>     |
      | Pregnancy             | not known |
      | Breastfeeding         | not known |
      | Wanted expression     | <goal>    |
    When the plan is drawn up
    Then the rule brow.peak_in_men <stands>

    Examples:
      | sex      | goal             | stands        |
      | male     | preserve current | fires         |
      | male     | masculinise      | fires         |
      | male     | feminise         | does not fire |
      | female   | masculinise      | fires         |
      | female   | preserve current | does not fire |
      | female   | neutral          | does not fire |
      | intersex | preserve current | does not fire |

  Scenario: Depth is promised to nobody, and a hanging lid is another matter
    When the plan is drawn up
    Then the consideration brow.no_promise_of_depth is in force

  Scenario: Where a lid hangs nothing is promised at all
    Given Upper lid ptosis on the right is yes
    When the plan is drawn up
    Then the rule brow.no_promise_of_depth does not fire

  Scenario: The brows are evened with a neuromodulator, for those who wish for it
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                     | treatment      | area           | goal                                  |
      | brow.even                | neuromodulator | brow           | more even brows, a more balanced face |
      | brow.no_promise_of_depth | neuromodulator | brow           |                                       |
      | brow.peak_in_men         | neuromodulator | brow, forehead |                                       |
