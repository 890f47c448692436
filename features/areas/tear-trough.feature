Feature: The tear trough is filled in chosen eyes only
  Two trials showed more than four in five hollows a step better (T10, T11). Swelling, bulging fat, a
  lax lid or filler from before make it worse, and go to an eyelid surgeon (A10, A11).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And these answers
      | fact                        | value          |
      | support.infraorbital_hollow | {both: severe} |
      | What else is under the eye  | none           |
      | Lax lower lid               | no             |
      | Orbital vector              | neutral        |
    And the patient wishes for softer hollows under the eyes

  Scenario: A marked hollow in an eye that is suited
    When the plan is drawn up
    Then the finding Under-eye hollow is marked
    And a hyaluronic acid filler is suggested with caution for the tear trough because "reach the eye"
    And a hyaluronic acid filler for the tear trough was asked for
    And the explanation of a hyaluronic acid filler for the tear trough cites T10, T11
    And a review of a hyaluronic acid filler for the tear trough is due after 2 weeks to 4 weeks for "touch-up"
    And the patient can expect "stay for years"
    And no suggestion names an amount
    And the plan refers to nobody

  Scenario: A slight hollow is left alone
    Given support.infraorbital_hollow is {both: minimal}
    When the plan is drawn up
    Then the finding Under-eye hollow is mild
    And nothing is suggested for the tear trough
    And the rule tear_trough.fill does not fire

  Scenario: A hollow that bothers nobody is left alone, and nothing more is asked about it
    Given the patient wishes for a rested look
    And What else is under the eye is not known
    And Lax lower lid is not known
    When the plan is drawn up
    Then nothing is suggested for the tear trough
    And the plan does not ask What else is under the eye
    And the plan does not ask Lax lower lid

  Scenario Outline: <sign> under the eye is not filled
    Given What else is under the eye is [<value>]
    When the plan is drawn up
    Then a filler is excluded for the tear trough because "swells, bulges"
    And the plan refers to "eyelid surgeon" routinely

    Examples:
      | sign        | value                      |
      | Swelling    | malar_swelling             |
      | A festoon   | festoons                   |
      | Bulging fat | fat_bulge                  |
      | Dark skin   | dark_skin_more_than_hollow |

  Scenario: A lax lower lid is not filled under
    Given Lax lower lid is yes
    When the plan is drawn up
    Then a filler is excluded for the tear trough
    And the plan refers to "eyelid surgeon" routinely

  Scenario: What else is under the eye is looked at before anything is filled
    Given What else is under the eye is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the tear trough until What else is under the eye is answered
    And the rule tear_trough.unsuited_eye is open

  Scenario: An eye that was filled before is examined, not filled again
    Given an earlier treatment with a hyaluronic acid filler in the tear trough in 2022
    When the plan is drawn up
    Then a filler is excluded for the tear trough because "filled before"

  Scenario: An eye that was never filled has nothing to be examined for
    When the plan is drawn up
    Then the rule tear_trough.filled_before does not fire

  Scenario: Filler elsewhere does not count here
    Given an earlier treatment with a hyaluronic acid filler in the lips in 2022
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the tear trough

  Scenario: Earlier treatments that nobody asked about are asked about first
    Given Earlier treatments is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the tear trough until Earlier treatments is answered
    And the rule tear_trough.filled_before is open

  Scenario: An eye that stands before its cheekbone
    Given Orbital vector is negative
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the tear trough because "set back"

  Scenario: A cheekbone that is set back says the same
    Given Projection of the cheekbone on both sides is deficient
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the tear trough because "set back"

  Scenario: An eye well carried by its bone
    When the plan is drawn up
    Then the rule tear_trough.nothing_behind_it does not fire

  Scenario: The midface is looked at first
    Given Midface volume deficit on both sides is moderate
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the tear trough because "restore it first"
    And a hyaluronic acid filler for the cheek comes before a hyaluronic acid filler for the tear trough

  Scenario: A full midface asks for nothing first
    When the plan is drawn up
    Then the rule tear_trough.midface_first does not fire

  Scenario: Gel shines through thin skin
    Given Skin thickness is thin
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the tear trough because "thin skin"

  Scenario: Skin of ordinary thickness hides it
    When the plan is drawn up
    Then the rule tear_trough.thin_skin does not fire

  Scenario: An injector without advanced training leaves it alone
    Given Injector experienced in danger zones is no
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the tear trough

  Scenario Outline: A <grade> hollow and a wish for <wish>: <stands>
    Given support.infraorbital_hollow is {both: <grade>}
    And the patient wishes for <wish>
    When the plan is drawn up
    Then a hyaluronic acid filler is <stands> for the tear trough

    Examples:
      | grade    | wish                          | stands        |
      | moderate | softer hollows under the eyes | suggested     |
      | moderate | more projecting cheekbones    | not suggested |

  Scenario Outline: Bags under the eye and a wish for <wish>: the eyelid surgeon is <asked>
    Given What else is under the eye is [fat_bulge]
    And the patient wishes for <wish>
    When the plan is drawn up
    Then the rule tear_trough.ask_an_eyelid_surgeon <stands>

    Examples: an eye that bothers nobody is referred to nobody
      | wish                          | asked     | stands        |
      | softer hollows under the eyes | asked     | fires         |
      | more projecting cheekbones    | not asked | does not fire |

  Scenario: A midface that lost little support leaves the hollow to itself
    Given Midface volume deficit on both sides is mild
    When the plan is drawn up
    Then the rule tear_trough.midface_first does not fire

  Scenario: Soft hyaluronic acid under the eye, and what stands against any filler there
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                          | treatment                   | area        | goal                          |
      | tear_trough.fill              | soft hyaluronic acid filler | tear trough | softer hollows under the eyes |
      | tear_trough.unsuited_eye      | filler                      | tear trough |                               |
      | tear_trough.filled_before     | filler                      | tear trough |                               |
      | tear_trough.nothing_behind_it | filler                      | tear trough |                               |
      | tear_trough.midface_first     | filler                      | tear trough |                               |
      | tear_trough.thin_skin         | filler                      | tear trough |                               |
      | tear_trough.expect_long       | filler                      | tear trough |                               |
