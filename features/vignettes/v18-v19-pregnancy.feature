Feature: V18 and V19 Pregnancy, and pregnancy that nobody asked about
  Nothing elective is injected in pregnancy (L6, L21). A question that was not asked is not a no: the
  plan stays provisional, and shows what would follow.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact         | value    |
      | Age          | 31       |
      | Lip fullness | mild     |
      | Frown lines  | moderate |
    And the patient wishes for fuller lips and a softer frown

  Scenario: V18 Fourteen weeks pregnant, wants lips and frown, 31
    Given Pregnancy is pregnant
    And the patient asks for a hyaluronic acid filler in the lips
    And the patient asks for a neuromodulator in the glabella
    When the plan is drawn up
    Then everything is deferred until "pregnancy and breastfeeding are over"
    And the request for a hyaluronic acid filler in the lips is deferred
    And the request for a neuromodulator in the glabella is deferred
    And nothing is suggested
    And candidacy is not now
    And the plan mentions "skin care"
    And no suggestion names an amount
    And the plan says nothing that "never-said.txt" forbids

  Scenario: V19 All is well, but nobody asked, 29
    Given Age is 29
    And Pregnancy is not known
    When the plan is drawn up
    Then everything is on hold until Pregnancy is answered
    And the plan asks Pregnancy
    And the answer to Pregnancy is decisive
    And Pregnancy is listed as an unanswered safety question
    And candidacy is answers needed
    And the plan is not ready
    And the plan says nothing that "never-said.txt" forbids

  Scenario: V19 What would follow if the answer is no
    Given Age is 29
    And Pregnancy is not known
    When the plan is drawn up
    And Pregnancy turns out to be not_pregnant
    Then a hyaluronic acid filler is suggested for the lips
    And a neuromodulator is suggested for the glabella
    And candidacy is may proceed
