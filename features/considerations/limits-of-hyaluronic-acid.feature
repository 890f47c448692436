Feature: Hyaluronic acid has its limits by visit, month and year
  Cautions mark what authors of overfilling warn of; the yearly and the lip maximum are those of labels
  and a drug reference (S31, L23, L46, L47, O5, A7). What stands exactly at a limit is within it.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                   | value            |
      | Midface volume deficit | {both: moderate} |
      | Body weight            | 60               |

  Scenario Outline: <done> mL on <day> and <asked> mL now: the limit of 10 mL in a year <stands>
    Given an earlier treatment with <done> mL of a hyaluronic acid filler in the temple on <day>
    And the patient asks for <asked> mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the rule overcorrection.yearly_caution <stands>

    Examples: the year is counted back from the day of the assessment, 2026-11-22
      | done | day        | asked | stands        |
      | 8    | 2026-05-22 | 2     | does not fire |
      | 8.5  | 2026-05-22 | 2     | fires         |
      | 9    | 2025-12-05 | 2     | fires         |
      | 9    | 2025-11-10 | 2     | does not fire |

  Scenario Outline: <done> mL on <day> and <asked> mL now, at 60 kg: the request is <stands>
    Given an earlier treatment with <done> mL of a hyaluronic acid filler in the temple on <day>
    And the patient asks for <asked> mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the cheek is <stands>

    Examples: 20 mL in a year
      | done | day        | asked | stands       |
      | 18   | 2026-05-22 | 2     | not deferred |
      | 18.5 | 2026-05-22 | 2     | deferred     |
      | 19   | 2025-12-05 | 2     | deferred     |
      | 19   | 2025-11-10 | 2     | not deferred |

  Scenario Outline: <done> mL on <day> and <asked> mL now: the limit of 4 mL in a visit <stands>
    Given an earlier treatment with <done> mL of a hyaluronic acid filler in the temple on <day>
    And the patient asks for <asked> mL of a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then the rule overcorrection.one_visit <stands>

    Examples: yesterday's visit is another one
      | done | day        | asked | stands        |
      | 2    | 2026-11-22 | 2     | does not fire |
      | 2    | 2026-11-22 | 2.5   | fires         |
      | 2    | 2026-11-21 | 2.5   | does not fire |

  Scenario Outline: Lips that got <done> mL on <day>, and <asked> mL now: the limit of 1.5 mL in a month <stands>
    Given an earlier treatment with <done> mL of a hyaluronic acid filler in the lips on <day>
    And the patient asks for <asked> mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the rule overcorrection.lips_one_visit <stands>

    Examples: sessions of 1 to 1.5 mL, the next one after 15 to 30 days
      | done | day        | asked | stands        |
      | 0.5  | 2026-11-01 | 1     | does not fire |
      | 0.6  | 2026-11-01 | 1     | fires         |
      | 1    | 2026-10-10 | 1     | does not fire |

  Scenario Outline: Lips that got <done> mL on <day>, and <asked> mL now: the limit of 3 mL in a visit <stands>
    Given an earlier treatment with <done> mL of a hyaluronic acid filler in the lips on <day>
    And the patient asks for <asked> mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the rule overcorrection.lips_maximum <stands>

    Examples: 1.5 mL a lip
      | done | day        | asked | stands        |
      | 1    | 2026-11-22 | 2     | does not fire |
      | 1.2  | 2026-11-22 | 2     | fires         |
      | 1.2  | 2026-11-21 | 2     | does not fire |

  Scenario: More than the lips can hold is no matter of waiting
    Given Lip fullness is mild
    And the patient wishes for fuller lips
    And the patient asks for 3.5 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the lips is excluded because "3 mL"

  Scenario: Two millilitres in the lips are a caution, and no refusal
    Given Lip fullness is mild
    And the patient wishes for fuller lips
    And the patient asks for 2 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the lips is suggested with caution because "1.5 mL"

  Scenario: Signs of overfilling are looked for before any repeat
    When the plan is drawn up
    Then a review of a hyaluronic acid filler for the cheek is due after 9 months to 12 months for "signs of overfilling"
