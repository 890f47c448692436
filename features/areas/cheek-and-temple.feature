Feature: Cheek and temple are restored where support was lost
  Both hold up what lies below. They are treated where a deficit was measured, side by side, and
  never in order to pull on something else (S8, S9).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: A midface that has lost support is restored
    Given Midface volume deficit on both sides is moderate
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek because "midface support"
    And the explanation of a hyaluronic acid filler for the cheek cites S8, T2
    And a hyaluronic acid filler is labelled for the cheek

  Scenario: Only the side that has lost it
    Given Midface volume deficit on the left is significant
    When the plan is drawn up
    Then the finding Midface support lost on the left is marked
    And the finding Midface support lost on the right is absent
    And a hyaluronic acid filler is suggested for the cheek on the left
    And a hyaluronic acid filler is not suggested for the cheek on the right

  Scenario: A mild deficit may be restored where the patient wishes for it
    Given Midface volume deficit on both sides is mild
    And the patient wishes for a rested look
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek because "may be restored"

  Scenario: A mild deficit that bothers nobody is left alone
    Given Midface volume deficit on both sides is mild
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then a hyaluronic acid filler is not suggested for the cheek
    And the rule cheek.restore_mild does not fire

  Scenario: A full midface is left alone
    When the plan is drawn up
    Then a filler is not on the plan for the cheek
    And the rule cheek.restore_support does not fire

  Scenario: A midface that was not graded waits for it
    Given Midface volume deficit on the left is not known
    When the plan is drawn up
    Then the finding Midface support lost on the left is open
    And a hyaluronic acid filler is on hold for the cheek until Midface volume deficit on the left is answered

  Scenario: A hollow temple is restored where the patient wishes for it
    Given Temple hollowing on both sides is moderate
    And the patient wishes for fuller temples
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the temple
    And the explanation of a hyaluronic acid filler for the temple says "hollow"
    And a hyaluronic acid filler is suggested with caution for the temple because "vessels"
    And the patient can expect "ache on chewing"

  Scenario Outline: A slightly hollow temple and a wish for <wish>: <stands>
    Given Temple hollowing on both sides is minimal
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the temple

    Examples: where vessels reach the eye, a small finding wants a wish of its own
      | wish           | stands        |
      | fuller temples | suggested     |
      | a rested look  | not suggested |

  Scenario: A flat temple is left alone
    Given the patient wishes for fuller temples
    When the plan is drawn up
    Then a filler is not on the plan for the temple
    And the rule temple.restore does not fire

  Scenario: Volume is no lift for a midface that has descended
    Given Midface volume deficit on both sides is moderate
    And Skin laxity is moderate
    And Contour of the neck is sharp
    And Descent of the midface is marked
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "promise no lift"
    And the plan refers to "facial plastic surgeon" routinely

  Scenario: A midface that has kept its place needs no such word
    Given Midface volume deficit on both sides is moderate
    And Skin laxity is moderate
    And Contour of the neck is sharp
    And Descent of the midface is mild
    When the plan is drawn up
    Then the rule cheek.descended does not fire
    And the plan refers to nobody

  Scenario: A cheekbone that is set back is told from lost fat
    Given Midface volume deficit on both sides is mild
    And Projection of the cheekbone on both sides is deficient
    When the plan is drawn up
    Then the consideration midface.bone_behind_it is in force

  Scenario: A cheekbone that projects asks no question
    Given Midface volume deficit on both sides is mild
    When the plan is drawn up
    Then the consideration midface.bone_behind_it is not in force

  Scenario: A flat cheekbone is brought forward where it is wished for
    Given Projection of the cheekbone on both sides is deficient
    And the patient wishes for more projecting cheekbones
    When the plan is drawn up
    Then the finding Flat cheekbone is yes
    And a hyaluronic acid filler is suggested for the cheek because "flat cheekbone"
    And a hyaluronic acid filler is labelled for the cheek

  Scenario: A flat cheekbone that bothers nobody is left alone
    Given Projection of the cheekbone on both sides is deficient
    And Ancestry in the patient's own words is Korean
    And the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the cheek
    And the rule cheek.project does not fire

  Scenario: A cheekbone that projects is left alone
    Given the patient wishes for more projecting cheekbones
    When the plan is drawn up
    Then the finding Flat cheekbone is absent
    And nothing is suggested for the cheek

  Scenario Outline: A mild deficit of the midface and a wish for <wish>: <stands>
    Given Midface volume deficit on both sides is mild
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the cheek

    Examples: what the cheek carries is wished for, or left alone
      | wish                    | stands        |
      | midface volume restored | suggested     |
      | a more balanced face    | suggested     |
      | a slimmer lower face    | not suggested |

  Scenario Outline: A deficit that is <grade> is restored as such, not as a mild one
    Given Midface volume deficit on both sides is <grade>
    When the plan is drawn up
    Then the rule cheek.restore_support fires
    And the rule cheek.restore_mild does not fire

    Examples:
      | grade       |
      | moderate    |
      | significant |

  Scenario Outline: A midface whose descent is <grade>: the word about lifting <stands>
    Given Midface volume deficit on both sides is moderate
    And Skin laxity is moderate
    And Contour of the neck is sharp
    And Descent of the midface is <grade>
    When the plan is drawn up
    Then the rule cheek.descended <stands>

    Examples: a surgeon's opinion where laxity is of the upper grades
      | grade    | stands        |
      | moderate | does not fire |
      | marked   | fires         |

  Scenario: A flat cheekbone is no answer to a wish for a stronger jaw
    Given Projection of the cheekbone on both sides is deficient
    And the patient wishes for a stronger jaw
    When the plan is drawn up
    Then nothing is suggested for the cheek

  Scenario: A cheekbone that is flat on one side is brought forward on that side
    Given Projection of the cheekbone is {left: deficient, right: normal}
    And the patient wishes for more projecting cheekbones
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek on the left
    And a hyaluronic acid filler is not suggested for the cheek on the right

  Scenario Outline: A temple whose hollow is <grade> and a wish for <wish>: <stands>
    Given Temple hollowing on both sides is <grade>
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the temple

    Examples: the wish for the temple itself, and wishes for the whole face from a moderate hollow up
      | grade    | wish                    | stands        |
      | minimal  | less gum in a smile     | not suggested |
      | minimal  | a more balanced face    | not suggested |
      | moderate | a rested look           | suggested     |
      | moderate | a more balanced face    | suggested     |
      | moderate | midface volume restored | not suggested |
      | severe   | a rested look           | suggested     |

  Scenario: Firm hyaluronic acid restores cheek and temple, each for its own wishes
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment                   | area   | goal                                                         |
      | cheek.restore_support | firm hyaluronic acid filler | cheek  | midface volume restored, a rested look, a more balanced face |
      | cheek.restore_mild    | firm hyaluronic acid filler | cheek  | midface volume restored, a rested look, a more balanced face |
      | cheek.project         | firm hyaluronic acid filler | cheek  | more projecting cheekbones                                   |
      | cheek.descended       | filler                      | cheek  |                                                              |
      | temple.restore        | firm hyaluronic acid filler | temple | fuller temples, a rested look, a more balanced face          |
      | temple.expect_chewing | filler                      | temple |                                                              |
