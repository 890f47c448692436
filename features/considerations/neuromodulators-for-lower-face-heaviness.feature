Feature: Neuromodulators reduce lower-face heaviness that muscle makes
  A neuromodulator slims the lower face only where an overactive masseter makes it heavy (S12, S14).
  Fat, loose skin, bone and the parotid are ruled out by an examination; where nobody looked, nobody
  knows.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value          |
      | Age                         | 27             |
      | Heaviness of the lower face | moderate       |
      | Cause of the heaviness      | [masseter]     |
      | Masseter bulge on clenching | {both: double} |
      | Masseter thickness          | {both: 13}     |
      | Strain on chewing           | none           |
    And the patient wishes for a slimmer lower face

  Scenario: A strong muscle, and nothing else, is relaxed
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is yes
    And the finding Muscular heaviness of the lower face is moderate
    And a neuromodulator is suggested without caution for the masseter
    And a neuromodulator is suggested for the masseter on the left
    And a neuromodulator is suggested for the masseter on the right
    And a neuromodulator is off-label for the masseter
    And the explanation of a neuromodulator for the masseter cites S12, S14, M1
    And a neuromodulator for the masseter was asked for
    And no suggestion names an amount

  Scenario Outline: A clench bulge that is <bulge> is <grade>
    Given Masseter bulge on clenching on both sides is <bulge>
    When the plan is drawn up
    Then the finding Muscular heaviness of the lower face is <grade>
    And a neuromodulator is suggested for the masseter

    Examples:
      | bulge     | grade    |
      | mono      | mild     |
      | double    | moderate |
      | triple    | marked   |
      | excessive | marked   |

  Scenario: Without a bulge, a muscle that ultrasound shows thick is enough
    Given Masseter bulge on clenching on both sides is minimal
    And Masseter thickness on the left is 14.9
    And Masseter thickness on the right is 13
    When the plan is drawn up
    Then the finding Muscular heaviness of the lower face is mild
    And a neuromodulator is suggested for the masseter

  Scenario: With neither a bulge nor a thick muscle there is nothing to relax
    Given Masseter bulge on clenching on both sides is minimal
    And Masseter thickness on both sides is 8
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then the finding Muscular heaviness of the lower face is absent
    And the request for a neuromodulator in the masseter is discouraged

  Scenario: One side that is strong is treated on that side
    Given Masseter bulge on clenching on the left is triple
    And Masseter bulge on clenching on the right is minimal
    And Masseter thickness on the right is 8
    When the plan is drawn up
    Then a neuromodulator is suggested for the masseter on the left
    And a neuromodulator is not suggested for the masseter on the right

  Scenario Outline: Where <cause> makes the lower face heavy, the masseter is left alone
    Given Cause of the heaviness is [<cause>]
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is absent
    And a neuromodulator is not suggested for the masseter
    And the request for a neuromodulator in the masseter is not suggested
    And the rule masseter.relax does not fire
    And the rule masseter.not_for_other_causes fires

    Examples:
      | cause   |
      | fat     |
      | laxity  |
      | bone    |
      | parotid |

  Scenario: Where fat adds to a strong muscle, the muscle alone is not to blame
    Given Cause of the heaviness is [masseter, fat]
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is absent
    And a neuromodulator is not suggested for the masseter

  Scenario: A large parotid is examined, not relaxed away
    Given Cause of the heaviness is [parotid]
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then the request for a neuromodulator in the masseter is excluded because "parotid"
    And the plan refers to "parotid" soon

  Scenario: Where nobody looked for the cause, nothing is done to the lower face
    Given Cause of the heaviness is not known
    And Masseter bulge on clenching is not known
    And Masseter thickness is not known
    And the patient asks for a hyaluronic acid filler in the jawline
    When the plan is drawn up
    Then a neuromodulator is on hold for the masseter until Cause of the heaviness is answered
    And a neuromodulator is on hold for the masseter until Masseter bulge on clenching is answered
    And a filler is not suggested for the jawline
    And Cause of the heaviness is listed as an unanswered safety question
    And candidacy is answers needed
    And the rule masseter.not_for_other_causes is open
    And the rule masseter.examine_the_parotid is open

  Scenario: A cause that is half known is not known
    Given Cause of the heaviness is [masseter, unknown]
    When the plan is drawn up
    Then the finding Muscle alone makes the lower face heavy is open
    And a neuromodulator is on hold for the masseter until Cause of the heaviness is answered
    And the rule masseter.before_jawline is open

  Scenario: The jawline waits until the masseter can be judged
    Given Loss of jawline contour on both sides is moderate
    And the patient wishes for a slimmer lower face and a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the jawline until "8 to 12 weeks"

  Scenario: Without a strong masseter the jawline does not wait for it
    Given a healthy adult, as in "healthy-adult.yaml"
    And Loss of jawline contour on both sides is moderate
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the jawline
    And the rule masseter.before_jawline does not fire

  Scenario: The patient is told what to expect, and when it is judged
    When the plan is drawn up
    Then the patient can expect "chewing may tire"
    And a review of a neuromodulator for the masseter is due after 8 weeks to 12 weeks for "clench test"

  Scenario Outline: Loose tissue may sag once the muscle is thinner: <sign>
    Given <sign> is moderate
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "sag"

    Examples:
      | sign        |
      | Jowl        |
      | Skin laxity |

  Scenario Outline: Relaxing the masseter can hinder chewing: <strain>
    Given Strain on chewing is [<strain>]
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "chewing"

    Examples:
      | strain         |
      | joint pain     |
      | bite splint    |
      | strong chewing |

  Scenario: Firm tissue and an easy bite need no such warning
    When the plan is drawn up
    Then the rule masseter.jowl does not fire
    And the rule masseter.strain does not fire
    And a neuromodulator is suggested without caution for the masseter

  Scenario: A painful jaw joint is the dentist's first
    Given Strain on chewing is [joint_pain]
    When the plan is drawn up
    Then the plan refers to "dentist" routinely
    And a neuromodulator is suggested with caution for the masseter

  Scenario: Hard food alone is no reason for a dentist
    Given Strain on chewing is [strong_chewing]
    When the plan is drawn up
    Then the rule masseter.dentist does not fire
    And a neuromodulator is suggested with caution for the masseter

  Scenario: A hollow cheek may look hollower
    Given Midface volume deficit on both sides is significant
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "hollow"

  Scenario: A full cheek is no reason for caution
    Given Midface volume deficit on both sides is none
    When the plan is drawn up
    Then the rule masseter.hollow_cheek does not fire

  Scenario: The masseter is relaxed to slim the lower face, and the jawline waits for it
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                          | treatment      | area     | goal                                       |
      | masseter.relax                | neuromodulator | masseter | a slimmer lower face, a more balanced face |
      | masseter.not_for_other_causes | neuromodulator | masseter |                                            |
      | masseter.examine_the_parotid  | neuromodulator | masseter |                                            |
      | masseter.before_jawline       | filler         | jawline  |                                            |

  Scenario: Muscle alone is no other cause
    When the plan is drawn up
    Then the rule masseter.not_for_other_causes does not fire
    And the requirement masseter.photographs is open

  Scenario: Bone is another cause, and no disease of the parotid
    Given Cause of the heaviness is [bone]
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then a neuromodulator is discouraged for the masseter because "something else makes the lower face heavy"
    And the rule masseter.examine_the_parotid does not fire
    And the rule masseter.photographs does not fire

  Scenario Outline: A clench bulge on the <side> alone: the jawline waits, and the clench is photographed
    Given Masseter bulge on clenching is <bulges>
    And Masseter thickness on both sides is 8
    When the plan is drawn up
    Then the rule masseter.before_jawline fires
    And the requirement masseter.photographs is open

    Examples:
      | side  | bulges                       |
      | left  | {left: mono, right: minimal} |
      | right | {left: minimal, right: mono} |

  Scenario Outline: Masseters of <left> and 13 mm, a heaviness from <cause>: the word to plan each side <stands>
    Given Masseter thickness on the left is <left>
    And Masseter thickness on the right is 13
    And Cause of the heaviness is <cause>
    When the plan is drawn up
    Then the rule masseter.uneven <stands>

    Examples: where muscle is the cause, and by one and a half millimetres or more
      | left | cause      | stands        |
      | 14.4 | [masseter] | does not fire |
      | 14.5 | [masseter] | fires         |
      | 14.6 | [masseter] | fires         |
      | 14.6 | [fat]      | does not fire |

  Scenario: A bite splint alone is a matter for the dentist
    Given Strain on chewing is [bite_splint]
    When the plan is drawn up
    Then the rule masseter.dentist fires

  Scenario Outline: Jowl <jowl>, laxity <laxity>, cheek <deficit>: the warning of a jowl <sag>, that of a hollower cheek <hollow>
    Given these answers
      | fact                   | value             |
      | Jowl                   | {both: <jowl>}    |
      | Skin laxity            | <laxity>          |
      | Midface volume deficit | {both: <deficit>} |
    When the plan is drawn up
    Then the rule masseter.jowl <sag>
    And the rule masseter.hollow_cheek <hollow>

    Examples:
      | jowl     | laxity   | deficit     | sag           | hollow        |
      | mild     | mild     | moderate    | does not fire | does not fire |
      | moderate | mild     | significant | fires         | fires         |
      | mild     | moderate | none        | fires         | does not fire |

  Scenario: What is told and asked of a masseter that is relaxed
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment      | area     |
      | masseter.strain       | neuromodulator | masseter |
      | masseter.hollow_cheek | neuromodulator | masseter |
      | masseter.jowl         | neuromodulator | masseter |
      | masseter.expect       | neuromodulator | masseter |
      | masseter.review       | neuromodulator | masseter |
