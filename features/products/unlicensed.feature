Feature: Needle-free devices and unlicensed products are refused
  A regulator reported serious and lasting injuries. Nobody answers for what is in such a product, and
  what it left behind counts as an unidentified filler.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: A patient asks for <what>
    Given the patient asks for <what> in the lips
    When the plan is drawn up
    Then the request for <what> in the lips is excluded because "needle-free"
    And the explanation of <what> for the lips cites L38
    And a hyaluronic acid filler is suggested for the lips

    Examples:
      | what                      |
      | needle-free filler device |
      | unlicensed injectable     |

  Scenario: Nobody who did not ask for one hears of it
    When the plan is drawn up
    Then nothing in the plan mentions "needle-free"

  Scenario: What such a device left in the lips counts as an unidentified filler
    Given an earlier treatment with needle-free filler device in the lips in 2024
    When the plan is drawn up
    Then a hyaluronic acid filler is excluded for the lips because "unidentified"
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: Nothing but the needle-free device and the unlicensed product is refused by it
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule             | treatment                                        | area       |
      | unlicensed.never | needle-free filler device, unlicensed injectable | everywhere |
