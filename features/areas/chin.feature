Feature: The chin gives the profile its balance
  Filler brings a chin forward that is mildly or moderately set back, and a strong chin muscle is
  relaxed (S8, S9, S14, S18). Where bone or bite is the cause, filler would only hide it (T5, T6).

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
      | fact                       | value   |
      | Age                        | 26      |
      | Chin retrusion             | extreme |
      | Chin point to the vertical | -14     |
      | Occlusion                  | class_2 |
    And the patient asks for a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is yes
    And a filler is not suggested for the chin
    And the request for a hyaluronic acid filler in the chin is not suggested
    And the plan refers to "jaw surgeon"

  Scenario Outline: <sign>: a skeletal cause is <stands>
    Given Chin retrusion is moderate
    And Chin point to the vertical is <millimetres>
    And Occlusion is <bite>
    And Signs of a skeletal cause is <sign known>
    When the plan is drawn up
    Then the finding Skeletal cause of the profile is <stands>

    Examples:
      | sign                 | millimetres | bite    | sign known                    | stands |
      | Nothing here         | -9          | class_1 | none                          | absent |
      | A chin 10 mm behind  | -10         | class_1 | none                          | yes    |
      | A bite of class 2    | -4          | class_2 | none                          | yes    |
      | A bite of class 3    | -4          | class_3 | none                          | yes    |
      | A bite nobody saw    | -4          | unknown | none                          | open   |
      | A skeletal class 2   | -4          | class_1 | [skeletal_class_2]            | yes    |
      | A large overjet      | -4          | class_1 | [large_overjet]               | yes    |
      | Snoring              | -4          | class_1 | [snoring_or_breathing_pauses] | yes    |
      | A sign nobody sought | -4          | class_1 | unknown                       | open   |

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

  Scenario Outline: A lower third that is <height> needs no such warning
    Given Chin retrusion is minimal
    And Lower third is <mm>
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the chin
    And the rule chin.long_lower_third does not fire

    Examples: beside a middle third of 60 mm
      | height             | mm |
      | of ordinary height | 60 |
      | short              | 50 |

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

  Scenario Outline: A chin that is <form> is weighed as a whole before it is brought forward
    Given Chin retrusion is minimal
    And <fact> is <value>
    When the plan is drawn up
    Then the consideration profile.weigh_chin is in force
    And a hyaluronic acid filler is suggested for the chin

    Examples:
      | form           | fact                              | value  |
      | long           | Height of the chin                | long   |
      | narrow         | Width of the chin                 | narrow |
      | deeply creased | Depth of the crease under the lip | 7      |

  Scenario: A chin of ordinary form needs no such word
    Given Chin retrusion is minimal
    When the plan is drawn up
    Then the consideration profile.weigh_chin is not in force

  Scenario Outline: Chin retrusion <grade> and a wish for <wish>: filler is <stands>
    Given Chin retrusion is <grade>
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the chin

    Examples: what bears on the profile or the whole face
      | grade   | wish                 | stands        |
      | none    | a more balanced face | not suggested |
      | minimal | a more balanced face | suggested     |
      | minimal | better skin quality  | not suggested |

  Scenario Outline: A strong chin muscle and a wish for <wish>: a neuromodulator is <stands>
    Given Chin muscle is strong
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a neuromodulator is <stands> for the chin

    Examples:
      | wish                 | stands        |
      | a more balanced face | suggested     |
      | a better profile     | suggested     |
      | better skin quality  | not suggested |

  Scenario: A bite that is not sound puts the chin off until it was judged
    Given Chin retrusion is moderate
    And Chin point to the vertical is -4
    And Occlusion is class_2
    And Signs of a skeletal cause is none
    When the plan is drawn up
    Then a filler is deferred for the chin until "orthodontist or jaw surgeon has given an opinion"
    And the plan refers to "orthodontist or jaw surgeon" routinely

  Scenario Outline: A chin at <millimetres> mm with <grade> retrusion: the rule against hiding it <stands>
    Given Chin retrusion is <grade>
    And Chin point to the vertical is <millimetres>
    And Occlusion is class_1
    And Signs of a skeletal cause is none
    When the plan is drawn up
    Then the rule chin.no_camouflage <stands>

    Examples: ten millimetres behind is the second grade, and goes to a surgeon
      | grade    | millimetres | stands        |
      | moderate | -9          | does not fire |
      | moderate | -10         | fires         |
      | moderate | -11         | fires         |
      | severe   | -4          | fires         |
      | extreme  | -4          | fires         |

  Scenario: A lower jaw far set back is not hidden under filler
    Given Chin retrusion is severe
    And Chin point to the vertical is -4
    And Occlusion is class_1
    And Signs of a skeletal cause is none
    And the patient asks for a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then a filler is excluded for the chin because "not hidden under filler"

  Scenario: A distance that nobody measured leaves it open whether the chin may be filled
    Given Chin retrusion is moderate
    And Chin point to the vertical is not known
    And Occlusion is class_1
    And Signs of a skeletal cause is none
    When the plan is drawn up
    Then the rule chin.no_camouflage is open
    And a hyaluronic acid filler is on hold for the chin

  Scenario Outline: <sign> behind a chin set back: a sleep clinic is <stands>
    Given Chin retrusion is moderate
    And Chin point to the vertical is -4
    And Occlusion is class_1
    And Signs of a skeletal cause is [<value>]
    When the plan is drawn up
    Then the rule chin.breathing_at_night <fires>
    And the plan <refers> "sleep clinic"

    Examples:
      | sign          | value                       | stands    | fires         | refers            |
      | Snoring       | snoring_or_breathing_pauses | asked     | fires         | refers to         |
      | Large overjet | large_overjet               | not asked | does not fire | does not refer to |
      | Open bite     | open_bite                   | not asked | does not fire | does not refer to |

  Scenario: How soon a sleep clinic is asked
    Given Chin retrusion is moderate
    And Chin point to the vertical is -4
    And Occlusion is class_1
    And Signs of a skeletal cause is [snoring_or_breathing_pauses]
    When the plan is drawn up
    Then the plan refers to "sleep clinic" routinely

  Scenario: What brings a chin forward, relaxes it, or stands against filling it
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                  | treatment                                                  | area                                  | goal                                   |
      | chin.project          | medium hyaluronic acid filler, firm hyaluronic acid filler | chin                                  | a better profile, a more balanced face |
      | chin.relax            | neuromodulator                                             | chin                                  | a better profile, a more balanced face |
      | chin.skeleton_first   | filler                                                     | chin                                  |                                        |
      | chin.no_camouflage    | filler                                                     | chin                                  |                                        |
      | chin.long_lower_third | filler                                                     | chin                                  |                                        |
      | chin.mouth_profession | neuromodulator                                             | chin, lips, perioral, marionette line |                                        |
