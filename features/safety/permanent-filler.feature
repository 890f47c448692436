Feature: Nothing is layered over a permanent or unidentified filler
  A reaction to it could not be reversed. A filler that nobody can name counts as permanent until
  records or imaging show that it is something else.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: "Biopolymer" in the lips in 2009, without records
    Given an earlier treatment with an unidentified filler in the lips in 2009
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then a filler is excluded for the lips because "unidentified"
    And the request for a hyaluronic acid filler in the lips is excluded because "permanent or unidentified"
    And the explanation of a hyaluronic acid filler for the lips says "records and imaging"
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: Liquid silicone in the folds
    Given an earlier treatment with liquid silicone in the nasolabial fold in 2012
    When the plan is drawn up
    Then a filler is excluded for the nasolabial fold
    And the explanation of a hyaluronic acid filler for the nasolabial fold cites D10

  Scenario: A permanent filler that has formed nodules is seen by somebody who can treat it
    Given Earlier treatments holds these records
      | product  | area | date | complications |
      | silicone | lips | 2012 | [nodule]      |
    When the plan is drawn up
    Then a filler is excluded for the lips
    And the rule permanent.earlier_complication fires
    And the plan refers to "specialist in filler complications" soon

  Scenario: A neuromodulator over a permanent filler needs care
    Given an earlier treatment with polyacrylamide gel in the masseter in 2012
    When the plan is drawn up
    Then a neuromodulator is suggested with caution for the masseter because "permanent"
    And a neuromodulator is suggested without caution for the glabella

  Scenario: An earlier complication with any product is clarified before filler
    Given Earlier treatments holds these records
      | product   | area | date    | complications |
      | ha_filler | lips | 2024-01 | [vascular]    |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the lips because "complication"
    And a hyaluronic acid filler is suggested without caution for the cheek

  Scenario: Without earlier treatments nothing is held back
    Given Earlier treatments is none
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the lips
    And the rule permanent.no_filler_over_it does not fire
    And the rule permanent.careful_neuromodulator does not fire
    And the rule permanent.earlier_complication does not fire

  Scenario: Earlier treatments that were not asked about hold filler back
    Given Earlier treatments is not known
    When the plan is drawn up
    Then a filler is on hold until Earlier treatments is answered
    And Earlier treatments is listed as an unanswered safety question
    And the rule permanent.no_filler_over_it is open
    And the rule permanent.careful_neuromodulator is open
    And the rule permanent.earlier_complication is open

  Scenario: A treatment with a product that nobody knows may have been permanent
    Given Earlier treatments holds these records
      | product | area | date |
      |         | lips | 2015 |
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the lips
    And a hyaluronic acid filler is suggested for the temple

  Scenario: A permanent filler that gives no trouble leads to no specialist
    Given Earlier treatments holds these records
      | product  | area | date | complications |
      | silicone | lips | 2012 | none          |
    When the plan is drawn up
    Then a filler is excluded for the lips
    And the rule permanent.nodules does not fire
    And the rule permanent.earlier_complication does not fire

  Scenario: A nodule of a filler that passes is no matter of a permanent one
    Given Earlier treatments holds these records
      | product   | area | date    | complications |
      | ha_filler | lips | 2024-01 | [nodule]      |
    When the plan is drawn up
    Then the rule permanent.nodules does not fire
    And the rule permanent.no_filler_over_it does not fire
    And the rule permanent.careful_neuromodulator does not fire

  Scenario: Nothing goes over a permanent filler, and a neuromodulator with care
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                             | treatment      | area       |
      | permanent.no_filler_over_it      | filler         | everywhere |
      | permanent.careful_neuromodulator | neuromodulator | everywhere |
      | permanent.earlier_complication   | filler         | everywhere |
