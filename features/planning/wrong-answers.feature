Feature: A wrong answer is refused where it is wrong
  Nothing is planned on an answer that cannot be true. The message says which it is, and what could be
  written there.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: <fact> cannot be <value>
    Given <fact> is <value>
    When the plan is drawn up
    Then the assessment is refused because "<reason>"

    Examples:
      | fact                               | value      | reason  |
      | Midface volume deficit on the left | 7          | 7       |
      | Upper third                        | 210        | 210     |
      | Age                                | -3         | -3      |
      | Pregnancy                          | perhaps    | perhaps |
      | Medicines                          | [aspirine] | aspirin |

  Scenario: A treatment in the future was not a treatment
    Given an earlier treatment with a hyaluronic acid filler in the lips on 2027-03-01
    When the plan is drawn up
    Then the assessment is refused because "2027-03-01"

  Scenario: An answer to a question that does not arise is refused
    Given person.sex_at_birth is male
    When the plan is drawn up
    Then the assessment is refused because "does not apply"
