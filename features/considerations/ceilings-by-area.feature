Feature: An area holds no more in one visit than is usual for it
  What trials and labels allow is far above everyday practice, so the cautions lie well below it. Both
  sides are counted together, with what the records hold of the same day. None of it is a target.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: <over> mL in the <area> in one visit are more than is usual
    Given the patient asks for <over> mL of a hyaluronic acid filler in the <area>
    When the plan is drawn up
    Then the rule <rule> fires
    And the explanation of a hyaluronic acid filler for the <area> says "More than <limit> mL"

    Examples:
      | area            | over | limit | rule                     |
      | temple          | 3.2  | 3     | ceilings.temple          |
      | tear trough     | 1.2  | 1     | ceilings.tear_trough     |
      | cheek           | 4.2  | 4     | ceilings.cheek           |
      | nose            | 0.7  | 0.5   | ceilings.nose            |
      | nasolabial fold | 2.2  | 2     | ceilings.nasolabial_fold |
      | marionette      | 2.2  | 2     | ceilings.marionette      |
      | chin            | 2.2  | 2     | ceilings.chin            |
      | jawline         | 6.2  | 6     | ceilings.jawline         |

  Scenario Outline: <asked> mL in the <area> are not
    Given the patient asks for <asked> mL of a hyaluronic acid filler in the <area>
    When the plan is drawn up
    Then the rule <rule> does not fire

    Examples:
      | area            | asked | rule                     |
      | temple          | 3     | ceilings.temple          |
      | tear trough     | 1     | ceilings.tear_trough     |
      | cheek           | 4     | ceilings.cheek           |
      | nose            | 0.5   | ceilings.nose            |
      | nasolabial fold | 2     | ceilings.nasolabial_fold |
      | marionette      | 2     | ceilings.marionette      |
      | chin            | 2     | ceilings.chin            |
      | jawline         | 6     | ceilings.jawline         |

  Scenario: Above what is usual the chin is suggested with caution, and the number is told
    Given the patient asks for 3 mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the chin is suggested with caution

  Scenario: What the chin got the same day counts
    Given an earlier treatment with 1.5 mL of a hyaluronic acid filler in the chin on 2026-11-22
    And the patient asks for 1 mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the rule ceilings.chin fires

  Scenario: What the chin got a year ago does not count towards one visit
    Given an earlier treatment with 2 mL of a hyaluronic acid filler in the chin 12 months ago
    And the patient asks for 1 mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the rule ceilings.chin does not fire

  Scenario: Earlier treatments that were not asked about leave every limit open
    Given Earlier treatments is not known
    And the patient asks for 1 mL of a hyaluronic acid filler in the chin
    When the plan is drawn up
    Then the rule ceilings.temple is open
    And the rule ceilings.tear_trough is open
    And the rule ceilings.cheek is open
    And the rule ceilings.nose is open
    And the rule ceilings.nasolabial_fold is open
    And the rule ceilings.marionette is open
    And the rule ceilings.chin is open
    And the rule ceilings.jawline is open
    And the rule ceilings.jawline_label is open
    And the rule ceilings.plla_fold is open

  Scenario: The label's own maximum of the jawline puts off what is above it
    Given Loss of jawline contour on both sides is moderate
    And the patient wishes for a clearer jawline
    And the patient asks for 10 mL of firm hyaluronic acid filler in the jawline
    When the plan is drawn up
    Then the request for firm hyaluronic acid filler in the jawline is deferred because "9 mL"

  Scenario: At the label's maximum the jawline is a caution, not a deferral
    Given Loss of jawline contour on both sides is moderate
    And the patient wishes for a clearer jawline
    And the patient asks for 9 mL of firm hyaluronic acid filler in the jawline
    When the plan is drawn up
    Then the rule ceilings.jawline_label does not fire

  Scenario Outline: <asked> mL of poly-L-lactic acid in the folds in one session
    Given the patient asks for <asked> mL of poly-L-lactic acid in the nasolabial fold
    When the plan is drawn up
    Then the rule ceilings.plla_fold <does>

    Examples:
      | asked | does          |
      | 6     | fires         |
      | 5     | does not fire |

  Scenario Outline: What the <area> got yesterday belongs to another visit
    Given an earlier treatment with <done> mL of <product> in the <area> on 2026-11-21
    And the patient asks for 0.2 mL of <product> in the <area>
    When the plan is drawn up
    Then the rule <rule> does not fire

    Examples: just the limit, the day before
      | area            | product                     | done | rule                     |
      | temple          | hyaluronic acid filler      | 3    | ceilings.temple          |
      | tear trough     | hyaluronic acid filler      | 1    | ceilings.tear_trough     |
      | cheek           | hyaluronic acid filler      | 4    | ceilings.cheek           |
      | nose            | hyaluronic acid filler      | 0.5  | ceilings.nose            |
      | nasolabial fold | hyaluronic acid filler      | 2    | ceilings.nasolabial_fold |
      | marionette      | hyaluronic acid filler      | 2    | ceilings.marionette      |
      | chin            | hyaluronic acid filler      | 2    | ceilings.chin            |
      | jawline         | hyaluronic acid filler      | 6    | ceilings.jawline         |
      | jawline         | firm hyaluronic acid filler | 9    | ceilings.jawline_label   |
      | nasolabial fold | poly-L-lactic acid          | 5    | ceilings.plla_fold       |

  Scenario: Just above half a millilitre the nose holds more than is usual
    Given the patient asks for 0.6 mL of a hyaluronic acid filler in the nose
    When the plan is drawn up
    Then the rule ceilings.nose fires

  Scenario: Above the label's maximum the folds wait
    Given the patient asks for 6 mL of poly-L-lactic acid in the nasolabial fold
    When the plan is drawn up
    Then poly-L-lactic acid is deferred for the nasolabial fold because "5 mL"

  Scenario: Each limit counts the fillers that its source measured, in its own area
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                     | treatment                                       | area            |
      | ceilings.temple          | hyaluronic acid filler, calcium hydroxylapatite | temple          |
      | ceilings.tear_trough     | hyaluronic acid filler                          | tear trough     |
      | ceilings.cheek           | hyaluronic acid filler, calcium hydroxylapatite | cheek           |
      | ceilings.nose            | hyaluronic acid filler                          | nose            |
      | ceilings.nasolabial_fold | hyaluronic acid filler, calcium hydroxylapatite | nasolabial fold |
      | ceilings.marionette      | hyaluronic acid filler, calcium hydroxylapatite | marionette line |
      | ceilings.chin            | hyaluronic acid filler, calcium hydroxylapatite | chin            |
      | ceilings.jawline         | hyaluronic acid filler, calcium hydroxylapatite | jawline         |
      | ceilings.jawline_label   | firm hyaluronic acid filler                     | jawline         |
      | ceilings.plla_fold       | poly-L-lactic acid                              | nasolabial fold |
