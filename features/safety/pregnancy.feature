Feature: Pregnancy and breastfeeding put every elective injection off
  Nobody has shown that these products are safe in pregnancy, and the labels say so. The treatment
  is elective and can wait; harm to a child could not be undone. What was not asked is not a no.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: A pregnant patient is not treated
    Given Pregnancy is pregnant
    And the patient asks for a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then everything is deferred until "breastfeeding"
    And nothing is suggested
    And candidacy is not now
    And the request for a hyaluronic acid filler in the lips is deferred because "pregnancy"

  Scenario: Trying for a child counts like a pregnancy
    Given Pregnancy is trying
    When the plan is drawn up
    Then everything is deferred because "trying"
    And the rule pregnancy.possible does not fire
    And the consideration pregnancy.now_or_planned is in force
    And candidacy is not now

  Scenario: A possible pregnancy is ruled out first
    Given Pregnancy is possible
    When the plan is drawn up
    Then everything is deferred until "ruled out"
    And the rule pregnancy.now_or_planned does not fire
    And candidacy is not now

  Scenario: Breastfeeding puts everything off
    Given Breastfeeding is yes
    When the plan is drawn up
    Then everything is deferred until "breastfeeding has ended"
    And candidacy is not now

  Scenario: Neither pregnant nor breastfeeding, nothing is put off
    Given Pregnancy is not pregnant
    And Breastfeeding is no
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the cheek
    And a neuromodulator is suggested for the masseter
    And candidacy is may proceed
    And the rule pregnancy.now_or_planned does not fire
    And the rule pregnancy.possible does not fire
    And the rule pregnancy.breastfeeding does not fire

  Scenario: A pregnancy that was not asked about holds everything back
    Given Pregnancy is not known
    When the plan is drawn up
    Then everything is on hold until Pregnancy is answered
    And candidacy is answers needed
    And the answer to Pregnancy is decisive
    And Pregnancy is listed as an unanswered safety question
    And the rule pregnancy.now_or_planned is open
    And the rule pregnancy.possible is open

  Scenario: The plan shows what follows once the answer is known
    Given Pregnancy is not known
    When the plan is drawn up
    And Pregnancy turns out to be not pregnant
    Then a hyaluronic acid filler is suggested for the cheek
    And candidacy is may proceed

  Scenario: Breastfeeding that was not asked about holds everything back
    Given Breastfeeding is not known
    When the plan is drawn up
    Then everything is on hold until Breastfeeding is answered
    And the rule pregnancy.breastfeeding is open

  Scenario: The question does not arise for a man
    Given these answers
      | fact                | value     |
      | person.sex_at_birth | male      |
      | Pregnancy           | not known |
      | Breastfeeding       | not known |
    When the plan is drawn up
    Then the plan does not ask Pregnancy
    And the plan does not ask Breastfeeding
    And a hyaluronic acid filler is suggested for the temple

  Scenario: A pregnancy and breastfeeding put off every treatment
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                     | treatment  | area       |
      | pregnancy.now_or_planned | everything | everywhere |
      | pregnancy.possible       | everything | everywhere |
      | pregnancy.breastfeeding  | everything | everywhere |
