Feature: Nasolabial folds and lips
  A fold is softened directly, where it shows at rest and the patient wishes for it. Lips are filled
  only where they are thin on the scale and the patient wishes for more; how full a lip should be is
  nobody's norm.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario: A fold that shows at rest is softened
    Given Nasolabial fold on both sides is moderate
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the finding Nasolabial fold is moderate
    And a hyaluronic acid filler is suggested for the nasolabial fold
    And a hyaluronic acid filler is labelled for the nasolabial fold

  Scenario: A fold that stays when stretched is marked
    Given Nasolabial fold on both sides is severe
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the finding Nasolabial fold is marked

  Scenario: A fold that goes when the skin is stretched is left alone
    Given Nasolabial fold on both sides is mild
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then a filler is not on the plan for the nasolabial fold
    And the rule fold.soften does not fire

  Scenario: Thin lips are filled where it is wished for
    Given Lip fullness is mild
    And the patient wishes for fuller lips
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the lips because "thin lips"

  Scenario: Thin lips that bother nobody are left alone
    Given Lip fullness is mild
    And the patient wishes for a rested look
    When the plan is drawn up
    Then a filler is not on the plan for the lips
    And the rule lips.fill does not fire

  Scenario: Full lips are not made fuller because it is asked for
    Given Lip fullness is marked
    And the patient wishes for fuller lips
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the lips is discouraged

  Scenario: More filler lengthens a lip that is long
    Given Lip fullness is mild
    And Upper lip height is 24
    And the patient wishes for fuller lips
    When the plan is drawn up
    Then the finding Long upper lip is yes
    And a hyaluronic acid filler is discouraged for the lips because "lip lift"

  Scenario: Twenty-four millimetres are no long lip in a man
    Given these answers
      | fact                | value     |
      | person.sex_at_birth | male      |
      | Pregnancy           | not known |
      | Breastfeeding       | not known |
      | Upper lip height    | 24        |
    When the plan is drawn up
    Then the finding Long upper lip is absent
    And the rule lips.long_upper_lip does not fire

  Scenario Outline: Only hyaluronic acid goes into the lips, not <product>
    Given the patient asks for <product> in the lips
    When the plan is drawn up
    Then the request for <product> in the lips is excluded because "lips"
    And the explanation of <product> for the lips says "nodules"

    Examples:
      | product                 |
      | calcium hydroxylapatite |
      | poly-L-lactic acid      |

  Scenario: A fold of heavy fat hardly answers to filler
    Given Nasolabial fold on both sides is severe
    And Fat compartments that are heavy is [nasolabial]
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the nasolabial fold because "heavy"

  Scenario: A fold beside ordinary fat needs no such warning
    Given Nasolabial fold on both sides is severe
    And Fat compartments that are heavy is none
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the nasolabial fold
    And the rule fold.heavy_fat does not fire

  Scenario: Bone that is set back beside the nose is part of the question
    Given Nasolabial fold on both sides is moderate
    And Bone beside the base of the nose is moderate
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the consideration fold.bone_behind_it is in force

  Scenario: Bone that carries the fold asks no question
    Given Nasolabial fold on both sides is moderate
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the consideration fold.bone_behind_it is not in force

  Scenario Outline: A fold that shows at rest and a wish for <wish>: <stands>
    Given Nasolabial fold on both sides is moderate
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the nasolabial fold

    Examples: a fold that bothers nobody belongs to the face
      | wish                    | stands        |
      | softer nasolabial folds | suggested     |
      | a softer frown          | not suggested |
      | a rested look           | not suggested |

  Scenario Outline: A <fold> fold under a midface that lost support <deficit>: the word to judge it later <stands>
    Given Nasolabial fold on both sides is <fold>
    And Midface volume deficit on both sides is <deficit>
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the rule fold.midface_first <stands>

    Examples: both have to be moderate
      | fold     | deficit     | stands        |
      | mild     | moderate    | does not fire |
      | moderate | mild        | does not fire |
      | moderate | moderate    | fires         |
      | severe   | significant | fires         |

  Scenario: A fold is judged again two weeks after the midface was restored
    Given Nasolabial fold on both sides is moderate
    And Midface volume deficit on both sides is moderate
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the nasolabial fold because "Restore it first"
    And a hyaluronic acid filler for the cheek comes before a hyaluronic acid filler for the nasolabial fold
    And a hyaluronic acid filler for the cheek and a hyaluronic acid filler for the nasolabial fold are in different sessions
    And the session of a hyaluronic acid filler for the nasolabial fold is from 2026-12-06

  Scenario Outline: A <fold> fold beside heavy <fat> fat: the warning <stands>
    Given Nasolabial fold on both sides is <fold>
    And Fat compartments that are heavy is [<value>]
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the rule fold.heavy_fat <stands>

    Examples: only a deep fold that heavy fat makes hardly answers
      | fold     | fat        | value         | stands        |
      | moderate | fold       | nasolabial    | does not fire |
      | severe   | fold       | nasolabial    | fires         |
      | severe   | upper jowl | superior_jowl | does not fire |

  Scenario Outline: A <fold> fold above bone that is set back <bone>: the word about bone <stands>
    Given Nasolabial fold on both sides is <fold>
    And Bone beside the base of the nose is <bone>
    And the patient wishes for softer nasolabial folds
    When the plan is drawn up
    Then the rule fold.bone_behind_it <stands>

    Examples:
      | fold     | bone     | stands        |
      | mild     | moderate | does not fire |
      | moderate | slight   | does not fire |
      | moderate | moderate | fires         |
      | moderate | marked   | fires         |

  Scenario: Thin lips are no reason to fill them for fuller temples
    Given Lip fullness is mild
    And the patient wishes for fuller temples
    When the plan is drawn up
    Then nothing is suggested for the lips

  Scenario: Soft gels go into folds and lips, and nothing that stays
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                      | treatment                                                         | area            | goal                    |
      | fold.soften               | soft hyaluronic acid filler, medium hyaluronic acid filler        | nasolabial fold | softer nasolabial folds |
      | fold.midface_first        | hyaluronic acid filler, calcium hydroxylapatite, polycaprolactone | cheek           |                         |
      | fold.midface_first        | filler                                                            | nasolabial fold |                         |
      | fold.heavy_fat            | filler                                                            | nasolabial fold |                         |
      | lips.fill                 | soft hyaluronic acid filler                                       | lips            | fuller lips             |
      | lips.long_upper_lip       | filler                                                            | lips            |                         |
      | lips.only_hyaluronic_acid | calcium hydroxylapatite, poly-L-lactic acid, polycaprolactone     | lips, perioral  |                         |
