Feature: What the clinic does otherwise than the pack that it builds on
  The clinic fills less in one visit, keeps a filler without lidocaine, and leaves one rule to the
  consultation. Everything else is as the built-in pack has it.

  Background:
    Given an adult with thin lips, as in "thin-lips.yaml"
    And the clinic file "clinic.yaml"

  Scenario: What the clinic does not change stays as it is
    When the plan is drawn up
    Then ha_soft is suggested for the lips
    And the rule house.no_lidocaine does not fire
    And the rule house.plain_filler_for_lips does not fire

  Scenario: More than 3 mL in one visit is more than the clinic gives
    Given the patient asks for 3.5 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the rule overcorrection.one_visit fires
    And the explanation of a hyaluronic acid filler for the lips says "3 mL"

  Scenario: 3 mL in one visit are not too much
    Given the patient asks for 3 mL of a hyaluronic acid filler in the lips
    When the plan is drawn up
    Then the rule overcorrection.one_visit does not fire

  Scenario: Who does not bear lidocaine is given the filler without it
    Given Allergy to a local anaesthetic is yes
    And Filler without an amide anaesthetic is yes
    When the plan is drawn up
    Then ha_plain is suggested with caution for the lips because "without lidocaine"
    And ha_soft is excluded for the lips because "lidocaine"

  Scenario: Nobody asked about local anaesthetics
    Given Allergy to a local anaesthetic is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the lips until Allergy to a local anaesthetic is answered
    And the rule house.no_lidocaine is open
    And the rule house.plain_filler_for_lips is open

  Scenario: The filler without lidocaine has run out
    Given Allergy to a local anaesthetic is yes
    And Filler without an amide anaesthetic is no
    When the plan is drawn up
    Then ha_plain is on hold for the lips
    And ha_soft is excluded for the lips
