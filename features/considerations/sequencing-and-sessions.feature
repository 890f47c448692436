Feature: What comes first, and how much one visit may hold
  Side effects settle and each result is judged before the next step. Toxin and filler may be given on
  one day, in either order; that a muscle is relaxed before filler is put over it is a preference, no
  safety rule.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: A neuromodulator and a filler may share a visit
    When the plan is drawn up
    Then a neuromodulator for the glabella and a hyaluronic acid filler for the cheek share a session

  Scenario: The chin muscle is relaxed two weeks before the chin is filled
    When the plan is drawn up
    Then a neuromodulator for the chin comes before a hyaluronic acid filler for the chin
    And a neuromodulator for the chin and a hyaluronic acid filler for the chin are in different sessions
    And the session of a hyaluronic acid filler for the chin is not before 2026-12-06

  Scenario: A chin muscle that was relaxed a month ago is done
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact           | value   |
      | Chin retrusion | minimal |
    And the patient wishes for a better profile
    And an earlier treatment with onabotulinumtoxinA in the chin 1 month ago
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the chin
    And there is 1 session

  Scenario: Chin and jaw come before or with the lips
    When the plan is drawn up
    Then a hyaluronic acid filler for the chin comes before a hyaluronic acid filler for the lips

  Scenario: Two lower-face areas of a neuromodulator fit into one visit
    When the plan is drawn up
    Then a neuromodulator for the masseter and a neuromodulator for the chin share a session
    And the rule sessions.two_lower_face_areas fires

  Scenario: A first visit does not hold everything at once
    When the plan is drawn up
    Then a hyaluronic acid filler for the temple and a hyaluronic acid filler for the nasolabial fold are in different sessions

  Scenario: The patient is told that visits stand apart
    When the plan is drawn up
    Then the patient can expect "one to two weeks apart"

  Scenario: What is deferred waits in a session of its own
    Given Skin condition in the area of the lips is cold sore
    When the plan is drawn up
    Then a hyaluronic acid filler for the lips and a hyaluronic acid filler for the cheek are in different sessions

  Scenario: What is excluded is in no session
    Given Useful sight in one eye only is yes
    And Signs of overfilling is [sausage_lips]
    When the plan is drawn up
    Then a filler is excluded
    And there is 1 session

  Scenario: A muscle around the mouth is relaxed before the lips are filled
    Given the patient asks for a neuromodulator in the perioral for "less gum in a smile"
    When the plan is drawn up
    Then the rule sequence.muscle_before_dynamic_filler fires

  Scenario: Under the eye comes after the midface
    Given the patient asks for a hyaluronic acid filler in the tear trough
    When the plan is drawn up
    Then the rule anatomy.support_first fires

  Scenario: A biostimulator of the cheek waits until hyaluronic acid there can be judged
    When the plan is drawn up
    Then a hyaluronic acid filler for the cheek comes before poly-L-lactic acid for the cheek
    And the session of poly-L-lactic acid for the cheek is not before 2026-12-20

  Scenario: Two weeks after the chin muscle the chin can be judged
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact           | value   |
      | Chin retrusion | minimal |
      | Chin muscle    | strong  |
    And the patient wishes for a better profile
    When the plan is drawn up
    Then the session of a hyaluronic acid filler for the chin is from 2026-12-06

  Scenario: Two weeks after a smile was relaxed the lines of the lips can be judged
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                 | value             |
      | Gum shown in a smile | 5                 |
      | Where the gum shows  | anterior          |
      | What shows the gum   | [lifting_muscles] |
      | Lines of the lips    | moderate          |
    And the patient wishes for less gum in a smile and softer lip lines
    When the plan is drawn up
    Then a neuromodulator for the perioral comes before a hyaluronic acid filler for the perioral
    And the session of a hyaluronic acid filler for the perioral is from 2026-12-06

  Scenario: Four weeks after hyaluronic acid in the cheek a biostimulator may follow
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value            |
      | Midface volume deficit | {both: moderate} |
      | Photoageing            | advanced         |
      | Elasticity             | poor             |
    And the patient wishes for better skin quality
    When the plan is drawn up
    Then a hyaluronic acid filler for the cheek comes before poly-L-lactic acid for the cheek
    And the session of poly-L-lactic acid for the cheek is from 2026-12-20

  Scenario: A biostimulator keeps its distance from hyaluronic acid of an earlier visit as well
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact        | value    |
      | Photoageing | advanced |
      | Elasticity  | poor     |
    And the patient wishes for better skin quality
    And an earlier treatment with a firm hyaluronic acid filler in the cheek 2 weeks ago
    When the plan is drawn up
    Then poly-L-lactic acid is suggested with caution for the cheek
    And the session of poly-L-lactic acid for the cheek is from 2026-12-06

  Scenario: A course that began in one cheek holds up that cheek alone
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact        | value    |
      | Photoageing | advanced |
      | Elasticity  | poor     |
    And the patient wishes for better skin quality
    And an earlier treatment with poly-L-lactic acid in the cheek on the left 2 weeks ago
    When the plan is drawn up
    Then poly-L-lactic acid is deferred for the cheek on the left
    And poly-L-lactic acid is suggested for the cheek on the right
    And the session of poly-L-lactic acid for the cheek is from 2026-11-22

  Scenario: Hyaluronic acid in the cheek comes first even while it waits for an answer
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                                       | value            |
      | Midface volume deficit                     | {both: moderate} |
      | Photoageing                                | advanced         |
      | Elasticity                                 | poor             |
      | Allergy to Gram-positive bacterial protein | not known        |
    And the patient wishes for better skin quality
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the cheek
    And poly-L-lactic acid is suggested for the cheek
    And a hyaluronic acid filler for the cheek comes before poly-L-lactic acid for the cheek
    And the session of poly-L-lactic acid for the cheek is from 2026-12-20

  Scenario: Two kinds of filler for one jawline are not meant for one visit, nor while both wait
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                    | value            |
      | Loss of jawline contour | {both: moderate} |
      | Middle third            | not known        |
    And the patient wishes for a clearer jawline
    And the patient asks for calcium hydroxylapatite in the jawline
    When the plan is drawn up
    Then a filler is on hold for the jawline until Middle third is answered
    And calcium hydroxylapatite for the jawline is listed before a hyaluronic acid filler for the jawline
    And the session of calcium hydroxylapatite for the jawline is from 2026-11-22
    And the session of a hyaluronic acid filler for the jawline is from 2026-12-20

  Scenario: Two areas of high risk stand a week apart
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                        | value            |
      | Temple hollowing            | {both: moderate} |
      | support.infraorbital_hollow | {both: severe}   |
      | What else is under the eye  | none             |
      | Orbital vector              | neutral          |
    And the patient wishes for fuller temples and softer hollows under the eyes
    When the plan is drawn up
    Then there are 2 sessions
    And the session of a hyaluronic acid filler for the tear trough is from 2026-11-29

  Scenario: Three areas of filler fit into one visit, and a fourth follows a week later
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                    | value            |
      | Chin retrusion          | minimal          |
      | Loss of jawline contour | {both: moderate} |
      | Marionette line         | {both: moderate} |
      | Lip fullness            | mild             |
    And the patient wishes for a better profile, a clearer jawline, softer marionette lines and mouth corners, fuller lips
    When the plan is drawn up
    Then a hyaluronic acid filler for the chin and a hyaluronic acid filler for the marionette share a session
    And a hyaluronic acid filler for the chin and a hyaluronic acid filler for the jawline share a session
    And the session of a hyaluronic acid filler for the lips is from 2026-11-29
    And a hyaluronic acid filler for the jawline comes before a hyaluronic acid filler for the lips
    And a hyaluronic acid filler for the marionette comes before a hyaluronic acid filler for the lips

  Scenario: A third area of the lower face is relaxed two weeks after the first two
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                 | value             |
      | Chin muscle          | strong            |
      | Bands of the neck    | {both: one}       |
      | Fat under the chin   | absent            |
      | Gum shown in a smile | 5                 |
      | Where the gum shows  | anterior          |
      | What shows the gum   | [lifting_muscles] |
    And the patient wishes for a better profile, a smoother neck, less gum in a smile
    When the plan is drawn up
    Then there are 2 sessions
    And the session of a neuromodulator for the perioral is from 2026-12-06

  Scenario: What is put in order, and what is counted in one visit
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                                  | treatment                             | area                                                |
      | sequence.muscle_before_dynamic_filler | neuromodulator, filler                | chin, perioral                                      |
      | sequence.muscle_before_dynamic_filler | filler                                | lips                                                |
      | sequence.filler_before_stimulator     | hyaluronic acid filler, biostimulator | cheek                                               |
      | sequence.judge_before_adding          | everything                            | everywhere                                          |
      | sessions.one_high_risk_area           | filler                                | brow, forehead, glabella, nose, tear trough, temple |
      | sessions.three_filler_areas           | filler                                | everywhere                                          |
      | sessions.one_filler_an_area           | filler                                | everywhere                                          |
      | sessions.two_lower_face_areas         | neuromodulator                        | lower third                                         |
