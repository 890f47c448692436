Feature: Marionette line and mouth corner
  The midface and the jowl are looked at before the line below them (C8, C10). A muscle that pulls the
  corner down may be relaxed; loose tissue is not lifted by filler.

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And the patient wishes for softer marionette lines and mouth corners

  Scenario: A line that shows at rest is softened
    Given Marionette line on both sides is moderate
    When the plan is drawn up
    Then the finding Deep marionette line is moderate
    And a hyaluronic acid filler is suggested without caution for the marionette
    And a hyaluronic acid filler is off-label for the marionette

  Scenario: A severe line on one side is softened there alone
    Given Marionette line is {left: severe, right: none}
    When the plan is drawn up
    Then the finding Deep marionette line on the left is marked
    And the finding Deep marionette line on the right is absent
    And a hyaluronic acid filler is suggested for the marionette on the left
    And a hyaluronic acid filler is not on the plan for the marionette on the right

  Scenario: A mild line is left alone
    Given Marionette line on both sides is mild
    When the plan is drawn up
    Then nothing is suggested for the marionette
    And the rule marionette.soften does not fire

  Scenario: A line that bothers nobody is left alone
    Given Marionette line on both sides is severe
    And the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the marionette

  Scenario: The midface is looked at first
    Given Marionette line on both sides is moderate
    And Midface volume deficit on both sides is moderate
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the marionette because "restore it first"
    And a hyaluronic acid filler for the cheek comes before a hyaluronic acid filler for the marionette

  Scenario: A full midface asks for nothing first
    Given Marionette line on both sides is moderate
    When the plan is drawn up
    Then the rule marionette.midface_first does not fire

  Scenario: Loose tissue is not lifted by filler
    Given Marionette line on both sides is severe
    And Skin laxity is marked
    And Contour of the neck is sharp
    And Descent of the midface is none
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the marionette because "does not lift"
    And the plan refers to "facial plastic surgeon" routinely

  Scenario: Firm tissue stands against nothing
    Given Marionette line on both sides is moderate
    When the plan is drawn up
    Then the rule marionette.loose_tissue does not fire

  Scenario: A muscle that pulls the corner down may be relaxed
    Given Mouth corner on both sides is mild
    And Muscle that pulls the mouth corner down on both sides is strong
    When the plan is drawn up
    Then the finding Mouth corner pulled down is yes
    And a neuromodulator is suggested for the marionette
    And a neuromodulator is off-label for the marionette
    And the patient can expect "sides can differ"

  Scenario: A corner that hangs without a strong muscle is not pulled
    Given Mouth corner on both sides is moderate
    When the plan is drawn up
    Then the finding Mouth corner pulled down is absent
    And nothing is suggested for the marionette
    And the rule marionette.relax does not fire

  Scenario: The muscle comes before the filler beside it
    Given Marionette line on both sides is moderate
    And Mouth corner on both sides is mild
    And Muscle that pulls the mouth corner down on both sides is strong
    When the plan is drawn up
    Then a neuromodulator for the marionette comes before a hyaluronic acid filler for the marionette

  Scenario: Who lives by the mouth keeps its strength
    Given Mouth corner on both sides is mild
    And Muscle that pulls the mouth corner down on both sides is strong
    And Dependence on fine mouth movement is yes
    When the plan is drawn up
    Then a neuromodulator is discouraged for the marionette because "livelihood"

  Scenario: A wish for softer hollows under the eyes is none for the mouth
    Given Marionette line on both sides is moderate
    And Mouth corner on both sides is mild
    And Muscle that pulls the mouth corner down on both sides is strong
    And the patient wishes for softer hollows under the eyes
    When the plan is drawn up
    Then nothing is suggested for the marionette

  Scenario: A corner that is pulled down and bothers nobody is left alone
    Given Mouth corner on both sides is mild
    And Muscle that pulls the mouth corner down on both sides is strong
    And the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the marionette

  Scenario Outline: A <line> line under a midface that lost support <deficit>: the word to judge it later <stands>
    Given Marionette line on both sides is <line>
    And Midface volume deficit on both sides is <deficit>
    When the plan is drawn up
    Then the rule marionette.midface_first <stands>

    Examples: both have to be moderate
      | line     | deficit     | stands        |
      | mild     | moderate    | does not fire |
      | moderate | mild        | does not fire |
      | moderate | moderate    | fires         |
      | severe   | significant | fires         |

  Scenario: The corner is relaxed two weeks before the line beside it is filled
    Given Marionette line on both sides is moderate
    And Mouth corner on both sides is mild
    And Muscle that pulls the mouth corner down on both sides is strong
    When the plan is drawn up
    Then a neuromodulator for the marionette and a hyaluronic acid filler for the marionette are in different sessions
    And the session of a hyaluronic acid filler for the marionette is from 2026-12-06

  Scenario: Filler for the line, a neuromodulator for the muscle beside it
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                     | treatment                     | area            | goal                                      |
      | marionette.soften        | medium hyaluronic acid filler | marionette line | softer marionette lines and mouth corners |
      | marionette.relax         | neuromodulator                | marionette line | softer marionette lines and mouth corners |
      | marionette.midface_first | filler                        | marionette line |                                           |
      | marionette.loose_tissue  | filler                        | marionette line |                                           |
      | marionette.muscle_first  | neuromodulator, filler        | marionette line |                                           |
