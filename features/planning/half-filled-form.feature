Feature: A half-filled form is planned as far as it goes
  What is not recorded is not known; it is never taken for a no. The plan says what waits for which
  answer, and asks nothing that would change nothing.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: The face is measured, the history is not taken
    Given history is not known
    When the plan is drawn up
    Then nothing is suggested
    And candidacy is answers needed
    And the plan asks Neuromuscular disorder
    And the plan asks Pregnancy
    And Bleeding disorder is listed as an unanswered safety question
    And the plan is not ready

  Scenario: The history is taken, the face is not measured
    Given these answers
      | fact                        | value     |
      | Midface volume deficit      | not known |
      | Temple hollowing            | not known |
      | Heaviness of the lower face | not known |
      | Cause of the heaviness      | not known |
      | Masseter bulge on clenching | not known |
      | Masseter thickness          | not known |
      | Strain on chewing           | not known |
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the cheek until Midface volume deficit is answered
    And a hyaluronic acid filler is on hold for the temple until Temple hollowing is answered
    And a neuromodulator is on hold for the masseter until Heaviness of the lower face is answered
    And a neuromodulator is suggested for the glabella

  Scenario: The question that depends on another waits for it
    Given these answers
      | fact                        | value     |
      | Heaviness of the lower face | not known |
      | Cause of the heaviness      | not known |
      | Masseter thickness          | not known |
      | Strain on chewing           | not known |
    When the plan is drawn up
    Then the plan asks Heaviness of the lower face
    And the plan does not ask Cause of the heaviness

  Scenario: Its answer brings the next question
    Given these answers
      | fact                        | value     |
      | Heaviness of the lower face | not known |
      | Cause of the heaviness      | not known |
      | Masseter thickness          | not known |
      | Strain on chewing           | not known |
    When the plan is drawn up
    And Heaviness of the lower face turns out to be moderate
    Then the plan asks Cause of the heaviness
    And a neuromodulator is on hold for the masseter until Cause of the heaviness is answered

  Scenario: Where the answer settles it, nothing more is asked
    Given these answers
      | fact                        | value     |
      | Heaviness of the lower face | not known |
      | Cause of the heaviness      | not known |
      | Masseter thickness          | not known |
      | Strain on chewing           | not known |
    When the plan is drawn up
    And Heaviness of the lower face turns out to be none
    Then the plan does not ask Cause of the heaviness
    And a neuromodulator is not on the plan for the masseter

  Scenario: What is excluded in any case asks nothing more
    Given Reaction to a botulinum toxin is yes
    And Botulinum toxin from another clinic, or for a disease is not known
    When the plan is drawn up
    Then a neuromodulator is excluded
    And the plan does not ask Botulinum toxin from another clinic, or for a disease

  Scenario: An empty assessment suggests nothing
    Given an assessment of 2026-11-22
    When the plan is drawn up
    Then nothing is suggested
    And candidacy is answers needed
    And Pregnancy is listed as an unanswered safety question
    And Medicines is listed as an unanswered safety question

  Scenario: A clinic's own answers are given once for all its patients
    Given these answers
      | fact                               | value     |
      | Hyaluronidase in stock and in date | not known |
      | Written occlusion protocol         | not known |
      | Injector trained in occlusion      | not known |
      | Emergency eye pathway              | not known |
      | Contact around the clock           | not known |
    And the clinic file "clinic-ready.yaml"
    When the plan is drawn up
    Then the requirement occlusion.ready is not met

  Scenario: An answer of one's own goes before the clinic's
    Given the clinic file "clinic-not-ready.yaml"
    When the plan is drawn up
    Then the requirement occlusion.ready is met
    And a hyaluronic acid filler is suggested for the cheek
