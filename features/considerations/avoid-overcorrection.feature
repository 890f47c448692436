Feature: Overcorrection is avoided
  Too much is harder to mend than too little. Signs of overfilling stop volume, a cheek is not filled
  in order to pull on a fold, what was given before still counts, and ceilings hold over the months
  (S31). None of them is a target.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: An overfilled face gets no more filler: <sign>
    Given Signs of overfilling is [<sign>]
    When the plan is drawn up
    Then the finding Overfilled is yes
    And a filler is excluded because "overfilled"
    And a neuromodulator is suggested for the glabella
    And the explanation of a hyaluronic acid filler for the lips says "dissolving"

    Examples:
      | sign                     |
      | lost topography          |
      | heavy mid and lower face |
      | setting sun eyes         |
      | sausage lips             |

  Scenario: An overfilled face is watched, imaged and talked about, and so is the wish for more
    Given Signs of overfilling is [setting_sun_eyes]
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the lips is excluded because "overfilled"
    And the plan mentions "image what is there"
    And the plan mentions "psycholog"

  Scenario: A face without such signs may be filled
    Given Signs of overfilling is none
    When the plan is drawn up
    Then the finding Overfilled is absent
    And a hyaluronic acid filler is suggested for the lips
    And the rule overcorrection.stop_when_overfilled does not fire

  Scenario: Signs that were not looked for hold all filler back
    Given Signs of overfilling is not known
    When the plan is drawn up
    Then the finding Overfilled is open
    And a filler is on hold until Signs of overfilling is answered
    And a neuromodulator is suggested for the glabella
    And the rule overcorrection.stop_when_overfilled is open

  Scenario: Deep folds below a full midface: the cheek is not filled, the fold may be
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value           |
      | Age                    | 44              |
      | Nasolabial fold        | {both: severe}  |
      | Midface volume deficit | {both: minimal} |
    And the patient wishes for softer nasolabial folds
    And the patient asks for a hyaluronic acid filler in the cheek for "softer nasolabial folds"
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is excluded because "fold"
    And a hyaluronic acid filler for "softer nasolabial folds" is excluded for the cheek because "traction"
    And a hyaluronic acid filler is suggested for the nasolabial fold
    And the explanation of a hyaluronic acid filler for the cheek cites O6, O7

  Scenario: A deficit that was measured in the cheek is another thing
    Given Midface volume deficit on both sides is moderate
    And the patient asks for a hyaluronic acid filler in the cheek for "softer nasolabial folds"
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is not excluded
    And a hyaluronic acid filler is suggested for the cheek
    And the rule overcorrection.no_cheek_for_folds does not fire

  Scenario: Whether there is a deficit is asked before a cheek is filled for a fold
    Given a healthy adult, as in "healthy-adult.yaml"
    And Midface volume deficit on both sides is not known
    And the patient asks for a hyaluronic acid filler in the cheek for "softer nasolabial folds"
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is not suggested
    And the plan asks Midface volume deficit
    And the rule overcorrection.no_cheek_for_folds is open

  Scenario: Hyaluronic acid of twenty months ago may still be there
    Given an earlier treatment with 1 mL of a hyaluronic acid filler in the lips 20 months ago
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the lips because "earlier filler"
    And a hyaluronic acid filler is suggested without caution for the cheek

  Scenario: Hyaluronic acid of five years ago in the midface may still be there
    Given an earlier treatment with 1 mL of a hyaluronic acid filler in the cheek 5 years ago
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "earlier filler"

  Scenario: Where there was no filler, none is looked for
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the lips
    And the rule overcorrection.residual_filler does not fire

  Scenario: Earlier treatments that were not asked about leave it open
    Given Earlier treatments is not known
    When the plan is drawn up
    Then the rule overcorrection.residual_filler is open
    And the rule overcorrection.yearly_caution is open
    And the rule overcorrection.yearly_limit is open

  Scenario: More than ten millilitres in a year mark a risk of overfilling
    Given an earlier treatment with 9 mL of a hyaluronic acid filler in the temple 6 months ago
    And the patient asks for 2 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "10 mL"
    And the rule overcorrection.yearly_limit does not fire

  Scenario: Filler of more than a year ago no longer counts
    Given an earlier treatment with 9 mL of a hyaluronic acid filler in the temple 13 months ago
    And the patient asks for 2 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the rule overcorrection.yearly_caution does not fire
    And the request for a hyaluronic acid filler in the cheek is suggested

  Scenario Outline: A patient of <weight> kg: <done> mL this year, and <asked> mL more are <stands>
    Given Body weight is <weight>
    And an earlier treatment with <done> mL of a hyaluronic acid filler in the temple 6 months ago
    And the patient asks for <asked> mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is <stands>

    Examples: the yearly limit of 20 mL for 60 kg, and never above 20 mL
      | weight | done | asked | stands       |
      | 60     | 17   | 2     | not deferred |
      | 60     | 19   | 2     | deferred     |
      | 45     | 14   | 2     | deferred     |
      | 90     | 19   | 2     | deferred     |

  Scenario: The limit waits until enough of the year has passed
    Given Body weight is 60
    And an earlier treatment with 19 mL of a hyaluronic acid filler in the temple on 2026-05-22
    And the patient asks for 2 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then a hyaluronic acid filler is deferred for the cheek until "2027-05-2"
    And the session of a hyaluronic acid filler for the cheek is not before 2027-05-22

  Scenario: Where the weight is not known, the limit is open
    Given Body weight is not known
    And an earlier treatment with 17 mL of a hyaluronic acid filler in the temple 6 months ago
    And the patient asks for 2 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is on hold
    And the plan asks Body weight

  Scenario: An amount that nobody recorded leaves the yearly limit open
    Given an earlier treatment with a hyaluronic acid filler in the temple 6 months ago
    And the patient asks for 2 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the rule overcorrection.yearly_limit is open
    And the plan asks Earlier treatments

  Scenario: Five millilitres in one place in one visit are too much
    Given the patient asks for 5 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is suggested with caution
    And a hyaluronic acid filler is suggested with caution for the cheek because "4 mL"

  Scenario: Five millilitres over the whole face in one visit are too much
    Given the patient asks for 3 mL of a hyaluronic acid filler in the cheek
    And the patient asks for 2 mL of a hyaluronic acid filler in the temple
    When the plan is drawn up
    Then the rule overcorrection.one_visit fires

  Scenario: Three millilitres in one visit are not
    Given the patient asks for 3 mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the rule overcorrection.one_visit does not fire
    And the request for a hyaluronic acid filler in the cheek is suggested without caution

  Scenario Outline: <amount> mL in the lips are <stands>
    Given the patient asks for <amount> mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the lips is <stands>

    Examples:
      | amount | stands                    |
      | 1      | suggested without caution |
      | 2      | suggested with caution    |

  Scenario: Before any repeat the scales and the signs are looked at again
    When the plan is drawn up
    Then a review of a hyaluronic acid filler for the cheek is due for "signs of overfilling"
    And the patient can expect "one step better"

  Scenario Outline: A midface deficit that is <deficit> and a wish for softer folds: the rule that keeps the cheek free <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
    And Midface volume deficit on both sides is <deficit>
    When the plan is drawn up
    Then the rule overcorrection.no_cheek_for_folds <stands>

    Examples: any deficit that was measured is another thing
      | deficit | stands        |
      | none    | fires         |
      | minimal | fires         |
      | mild    | does not fire |

  Scenario Outline: Gel placed in the <area> <ago>: the warning that it may have stayed for many years <stands>
    Given a healthy adult, as in "healthy-adult.yaml"
    And an earlier treatment with 1 mL of a hyaluronic acid filler in the <area> <ago>
    When the plan is drawn up
    Then the rule overcorrection.midface_residual <stands>
    And the rule overcorrection.residual_filler <recently>

    Examples: what is younger than two years is told as such
      | ago           | area  | stands        | recently      |
      | 5 years ago   | cheek | fires         | does not fire |
      | 20 months ago | cheek | does not fire | fires         |
      | 5 years ago   | lips  | does not fire | does not fire |

  Scenario: Too much of which filler, and where
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                                | treatment              | area       | goal                    |
      | overcorrection.stop_when_overfilled | filler                 | everywhere |                         |
      | overcorrection.no_cheek_for_folds   | filler                 | cheek      | softer nasolabial folds |
      | overcorrection.residual_filler      | filler                 | everywhere |                         |
      | overcorrection.midface_residual     | filler                 | cheek      |                         |
      | overcorrection.yearly_caution       | hyaluronic acid filler | everywhere |                         |
      | overcorrection.yearly_limit         | hyaluronic acid filler | everywhere |                         |
      | overcorrection.one_visit            | hyaluronic acid filler | everywhere |                         |
      | overcorrection.lips_one_visit       | hyaluronic acid filler | lips       |                         |
      | overcorrection.lips_maximum         | hyaluronic acid filler | lips       |                         |
      | overcorrection.review_before_repeat | filler                 | everywhere |                         |
