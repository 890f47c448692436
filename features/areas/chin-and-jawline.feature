Feature: Chin and jawline give the profile its balance
  Filler brings a chin forward that is mildly or moderately set back, and redraws a jawline that has
  lost its contour (S8, S9, S18). Where bone or bite is the cause, filler would only hide it.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And the patient wishes for a better profile

  Scenario: A chin that is mildly set back, with a bite of class 1
    Given these answers
      | fact                       | value    |
      | Chin retrusion             | moderate |
      | Chin point to the vertical | -4       |
      | Occlusion                  | class_1  |
      | Signs of a skeletal cause  | none     |
      | Chin muscle                | strong   |
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is absent
    And a hyaluronic acid filler is suggested for the chin
    And a hyaluronic acid filler is labelled for the chin
    And a neuromodulator is suggested for the chin because "chin muscle"
    And a neuromodulator is off-label for the chin
    And a neuromodulator for the chin comes before a hyaluronic acid filler for the chin
    And the plan refers to nobody
    And the rule chin.skeleton_first does not fire

  Scenario: A severely retruded chin with a class 2 bite goes to a surgeon first
    Given these answers
      | fact                       | value    |
      | Age                        | 26       |
      | Chin retrusion             | extreme  |
      | Chin point to the vertical | -14      |
      | Occlusion                  | class_2  |
    And the patient asks for a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is yes
    And a filler is not suggested for the chin
    And the request for a hyaluronic acid filler in the chin is not suggested
    And the plan refers to "jaw surgeon"

  Scenario Outline: <sign> points to the skeleton
    Given Chin retrusion is moderate
    And Chin point to the vertical is <millimetres>
    And Occlusion is <bite>
    And Signs of a skeletal cause is <sign known>
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is <stands>

    Examples:
      | sign                  | millimetres | bite    | sign known                    | stands |
      | Nothing here          | -9          | class_1 | none                          | absent |
      | A chin 10 mm behind   | -10         | class_1 | none                          | yes    |
      | A bite of class 2     | -4          | class_2 | none                          | yes    |
      | A bite of class 3     | -4          | class_3 | none                          | yes    |
      | A bite nobody saw     | -4          | unknown | none                          | open   |
      | A skeletal class 2    | -4          | class_1 | [skeletal_class_2]            | yes    |
      | A large overjet       | -4          | class_1 | [large_overjet]               | yes    |
      | Snoring               | -4          | class_1 | [snoring_or_breathing_pauses] | yes    |
      | A sign nobody sought  | -4          | class_1 | unknown                       | open   |

  Scenario: The bite is looked at before a chin is filled
    Given Chin retrusion is moderate
    And Chin point to the vertical is -4
    And Occlusion is not known
    And Signs of a skeletal cause is none
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the chin until Occlusion is answered
    And the rule chin.skeleton_first is open

  Scenario: A chin that is where it should be is left alone
    When the plan is drawn up
    Then a filler is not on the plan for the chin
    And the rule chin.project does not fire
    And the rule chin.relax does not fire

  Scenario: A lower third that is long already is not lengthened
    Given Chin retrusion is minimal
    And Lower third is 70
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the chin because "long already"

  Scenario: A lower third of ordinary height needs no such warning
    Given Chin retrusion is minimal
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the chin
    And the rule chin.long_lower_third does not fire

  Scenario: A singer's chin is not weakened
    Given Chin muscle is strong
    And Dependence on fine mouth movement is yes
    When the plan is drawn up
    Then a neuromodulator is discouraged for the chin because "livelihood"

  Scenario: Who does not live by the mouth may have it
    Given Chin muscle is strong
    And Dependence on fine mouth movement is no
    When the plan is drawn up
    Then a neuromodulator is suggested for the chin
    And the rule chin.mouth_profession does not fire

  Scenario: A jawline that has lost its contour is redrawn
    Given Loss of jawline contour on both sides is severe
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then the finding Jawline contour lost is marked
    And a hyaluronic acid filler is suggested for the jawline because "contour"

  Scenario: A jawline with its contour is left alone
    Given the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a filler is not on the plan for the jawline
    And the rule jawline.define does not fire

  Scenario Outline: A chin that is <form> is weighed as a whole before it is brought forward
    Given Chin retrusion is minimal
    And <fact> is <value>
    When the plan is drawn up
    Then the consideration profile.weigh_chin is in force
    And a hyaluronic acid filler is suggested for the chin

    Examples:
      | form            | fact                             | value  |
      | long            | Height of the chin               | long   |
      | narrow          | Width of the chin                | narrow |
      | deeply creased  | Depth of the crease under the lip| 7      |

  Scenario: A chin of ordinary form needs no such word
    Given Chin retrusion is minimal
    When the plan is drawn up
    Then the consideration profile.weigh_chin is not in force

  Scenario: A weak angle of the jaw may be strengthened
    Given Angle of the jaw is ill_defined
    And expression.goal is masculinise
    And the patient wishes for a stronger jaw
    When the plan is drawn up
    Then the finding Weak angle of the jaw is yes
    And a hyaluronic acid filler is suggested for the jawline because "strengthened"
    And a hyaluronic acid filler for the jawline was asked for

  Scenario: A jaw with its angle is left alone
    Given the patient wishes for a stronger jaw
    When the plan is drawn up
    Then the finding Weak angle of the jaw is absent
    And nothing is suggested for the jawline
    And the rule jawline.strengthen does not fire

  Scenario: A weak angle that bothers nobody is left alone
    Given Angle of the jaw is ill_defined
    When the plan is drawn up
    Then nothing is suggested for the jawline

  Scenario Outline: A jowl of <cause> is not hidden by filler
    Given Loss of jawline contour on both sides is moderate
    And Jowl on both sides is moderate
    And Cause of the jowl is [<value>]
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the jawline because "adds weight"

    Examples:
      | cause      | value      |
      | fat        | fat        |
      | loose skin | loose_skin |

  Scenario: A jowl that stands behind lost volume is another matter
    Given Loss of jawline contour on both sides is moderate
    And Jowl on both sides is moderate
    And Cause of the jowl is [lost_volume]
    And the patient wishes for a clearer jawline
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the jawline
    And the rule jawline.fat_jowl does not fire

  Scenario: What brings a chin forward, redraws a jawline, or stands against it
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment                                                  | area                                  | goal                                                    |
      | chin.project          | medium hyaluronic acid filler, firm hyaluronic acid filler | chin                                  | a better profile, a more balanced face                  |
      | chin.relax            | neuromodulator                                             | chin                                  | a better profile, a more balanced face                  |
      | chin.skeleton_first   | filler                                                     | chin                                  |                                                         |
      | chin.no_camouflage    | filler                                                     | chin                                  |                                                         |
      | chin.long_lower_third | filler                                                     | chin                                  |                                                         |
      | chin.mouth_profession | neuromodulator                                             | chin, lips, perioral, marionette line |                                                         |
      | jawline.define        | firm hyaluronic acid filler                                | jawline                               | a clearer jawline, a stronger jaw, a more balanced face |
      | jawline.strengthen    | firm hyaluronic acid filler                                | jawline                               | a stronger jaw                                          |
      | jawline.fat_jowl      | filler                                                     | jawline                               |                                                         |
