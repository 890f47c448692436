Feature: What must be on record before treatment
  Without consent no treatment is lawful, without photographs no result can be judged, and a question
  that was not asked has not been answered with no.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: <line> <found>: the requirement is <stands>, and the plan is not ready
    Given <line> is <found>
    When the plan is drawn up
    Then the requirement checklist.consent is <stands>
    And the requirement checklist.consent lacks <line>
    And the plan is not ready
    And a hyaluronic acid filler is suggested for the cheek

    Examples:
      | line                 | found     | stands  |
      | Informed consent     | no        | not met |
      | Informed consent     | not known | open    |
      | Baseline photographs | no        | not met |
      | Baseline photographs | not known | open    |

  Scenario: With consent and photographs the requirement is met
    When the plan is drawn up
    Then the requirement checklist.consent is met
    And the rule checklist.consent does not fire

  Scenario Outline: <question> is answered before anybody is treated
    Given <question> is not known
    When the plan is drawn up
    Then the requirement checklist.safety_answers is open
    And the requirement checklist.safety_answers lacks <question>
    And the plan is not ready

    Examples:
      | question               |
      | Age                    |
      | Pregnancy              |
      | Earlier treatments     |
      | Medicines              |
      | Body dysmorphia screen |

  Scenario: With every safety question answered the requirement is met
    When the plan is drawn up
    Then the requirement checklist.safety_answers is met
    And no safety question is unanswered

  Scenario: Uses outside the label are told to the patient
    When the plan is drawn up
    Then a neuromodulator is off-label for the masseter
    And the requirement checklist.off_label is open

  Scenario: Where every use is on the label there is nothing to tell
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact        | value    |
      | Frown lines | moderate |
    And the patient wishes for a softer frown
    When the plan is drawn up
    Then a neuromodulator is labelled for the glabella
    And nothing in the plan mentions "marks as off-label"

  Scenario: Whatever the treatment, its use outside the label is told
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                | treatment  | area       |
      | checklist.off_label | everything | everywhere |
