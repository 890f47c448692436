Feature: A hanging brow or lid is not uncovered
  The forehead muscle is the only elevator of the brow. Where it holds up a brow or works against a
  weak lid, weakening it can close the eye for weeks.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: No neuromodulator in the forehead where <sign> is <found>
    Given <sign> is <found>
    And the patient asks for a neuromodulator in the brow
    When the plan is drawn up
    Then the finding Brow or lid may be hanging is yes
    And a neuromodulator is excluded for the forehead because "hang"
    And a neuromodulator is deferred for the brow until "eyelid surgeon"
    And the plan refers to "oculoplastics" routinely
    And the consideration ptosis.refer is in force
    And a neuromodulator is suggested for the masseter

    Examples:
      | sign                         | found  |
      | Compensated brow ptosis      | yes    |
      | Low, heavy brow              | yes    |
      | Excess upper lid skin        | marked |
      | Upper lid ptosis on the left | yes    |

  Scenario: Without any of these signs the forehead is open
    When the plan is drawn up
    Then the finding Brow or lid may be hanging is absent
    And a neuromodulator is suggested for the forehead
    And the rule ptosis.no_forehead does not fire
    And the rule ptosis.no_brow_shaping does not fire
    And the rule ptosis.refer does not fire
    And the rule ptosis.lid_with_uneven_brows does not fire

  Scenario Outline: <sign> that was not looked at holds the forehead back
    Given <sign> is not known
    When the plan is drawn up
    Then the finding Brow or lid may be hanging is open
    And a neuromodulator is on hold for the forehead until <sign> is answered
    And a neuromodulator is not suggested for the brow
    And a neuromodulator is suggested for the masseter
    And the rule ptosis.no_forehead is open
    And the rule ptosis.no_brow_shaping is open

    Examples:
      | sign                    |
      | Compensated brow ptosis |
      | Upper lid ptosis        |
      | Low, heavy brow         |
      | Excess upper lid skin   |

  Scenario: A hanging lid beside uneven brows is examined soon
    Given Upper lid ptosis on the right is yes
    When the plan is drawn up
    Then the plan refers to "ophthalmologist" soon
    And the rule ptosis.lid_with_uneven_brows fires

  Scenario: With even brows a hanging lid is no such sign
    Given Upper lid ptosis on the right is yes
    And Brow height on both sides is 22
    When the plan is drawn up
    Then the rule ptosis.lid_with_uneven_brows does not fire
    And a neuromodulator is excluded for the forehead

  Scenario: The forehead is never treated without a look at the frown
    Given Frown lines is not known
    When the plan is drawn up
    Then a neuromodulator is on hold for the forehead until Frown lines is answered
    And the explanation of a neuromodulator for the forehead cites L1
    And the rule forehead.look_at_the_frown fires

  Scenario: With the frown looked at, the forehead is open
    Given Frown lines is none
    When the plan is drawn up
    Then a neuromodulator is suggested for the forehead
    And the requirement forehead.look_at_the_frown is met

  Scenario Outline: Whether a heavy brow goes to an eyelid surgeon: brows of <left> and <right> mm, forehead lines <lines>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact            | value                          |
      | Low, heavy brow | yes                            |
      | Brow height     | {left: <left>, right: <right>} |
      | Forehead lines  | <lines>                        |
    When the plan is drawn up
    Then the rule ptosis.refer <stands>

    Examples:
      | left | right | lines    | stands        |
      | 24   | 21    | none     | fires         |
      | 22   | 22    | moderate | fires         |
      | 22   | 22    | none     | does not fire |

  Scenario Outline: A weak lid beside uneven brows that has a graver explanation is not sent the slower way: <fact> <value>
    Given Upper lid ptosis on the right is yes
    And <fact> is <value>
    When the plan is drawn up
    Then the plan refers to "<to>" <how>
    And the rule ptosis.lid_with_uneven_brows does not fire

    Examples:
      | fact                   | value       | to          | how      |
      | Unexplained weakness   | yes         | neurologist | urgently |
      | Onset of the asymmetry | new         | doctor      | urgently |
      | Onset of the asymmetry | unexplained | neurologist | soon     |

  Scenario: The forehead and the brow are spared, and nothing else
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                   | treatment      | area     |
      | ptosis.no_forehead     | neuromodulator | forehead |
      | ptosis.no_brow_shaping | neuromodulator | brow     |
