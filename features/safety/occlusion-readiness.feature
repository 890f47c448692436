Feature: Filler only where an occlusion can be met at once
  No part of a face is free of risk, and when a vessel is blocked minutes count. A clinic that could
  not act at once gives no filler. What is given in an occlusion stands in the clinic's own protocol,
  never in a plan.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: Without this in place no filler is given: <line>
    Given <line> is no
    When the plan is drawn up
    Then a filler is on hold
    And the requirement occlusion.ready is not met
    And the requirement occlusion.ready lacks <line>
    And a neuromodulator is suggested for the masseter

    Examples:
      | line                               |
      | Hyaluronidase in stock and in date |
      | Written occlusion protocol         |
      | Injector trained in occlusion      |
      | Emergency eye pathway              |
      | Contact around the clock           |
      | Baseline vision                    |

  Scenario Outline: What was not asked about the clinic holds filler back: <line>
    Given <line> is not known
    When the plan is drawn up
    Then a filler is on hold until <line> is answered
    And the requirement occlusion.ready is open
    And a neuromodulator is suggested for the masseter

    Examples:
      | line                               |
      | Hyaluronidase in stock and in date |
      | Written occlusion protocol         |
      | Injector trained in occlusion      |
      | Emergency eye pathway              |
      | Contact around the clock           |
      | Baseline vision                    |

  Scenario: A clinic that is ready gives filler, and no plan tells a dose
    When the plan is drawn up
    Then the requirement occlusion.ready is met
    And a hyaluronic acid filler is suggested for the cheek
    And no suggestion names an amount

  Scenario: Filler in a high-risk area only in experienced hands
    Given Injector experienced in danger zones is no
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the temple because "experienced hands"
    And a hyaluronic acid filler is suggested for the cheek
    And the requirement occlusion.high_risk_area is not met

  Scenario: In experienced hands, filler in a high-risk area is still given with caution
    Given Injector experienced in danger zones is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the temple because "reach the eye"
    And the requirement occlusion.high_risk_area is met

  Scenario: Whether the hands are experienced is asked before a high-risk area
    Given Injector experienced in danger zones is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is on hold for the temple until Injector experienced in danger zones is answered
    And a hyaluronic acid filler is suggested for the cheek
    And the rule occlusion.high_risk_area is open

  Scenario: Where only one eye sees, no filler near the arteries of the eye
    Given Useful sight in one eye only is yes
    When the plan is drawn up
    Then a hyaluronic acid filler is discouraged for the temple because "eye"
    And a hyaluronic acid filler is suggested for the cheek

  Scenario: With sight in both eyes the temple is open
    Given Useful sight in one eye only is no
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested for the temple
    And the rule occlusion.one_eye does not fire

  Scenario: Sight that was not asked about is asked before the temple
    Given Useful sight in one eye only is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is not suggested for the temple
    And the plan asks Useful sight in one eye only
    And the rule occlusion.one_eye is open

  Scenario: The patient is told which products no enzyme dissolves
    When the plan is drawn up
    Then poly-L-lactic acid is suggested with caution for the cheek because "no enzyme"
    And poly-L-lactic acid is suggested with caution for the cheek because "no enzyme"
    And a hyaluronic acid filler is suggested without caution for the cheek

  Scenario: The forehead and the frown are no place for filler
    Given the patient asks for a hyaluronic acid filler in the glabella
    And the patient asks for a hyaluronic acid filler in the forehead
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the glabella is excluded
    And the request for a hyaluronic acid filler in the forehead is excluded
    And the explanation of a hyaluronic acid filler for the glabella says "sight can be lost"
    And a neuromodulator is suggested for the glabella

  Scenario: The brow is no place for filler either
    Given the patient asks for a hyaluronic acid filler in the brow
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the brow is discouraged

  Scenario Outline: Where one eye sees, filler is not suggested for the <area> either
    Given Useful sight in one eye only is yes
    And the patient asks for a hyaluronic acid filler in the <area>
    When the plan is drawn up
    Then the explanation of a hyaluronic acid filler for the <area> says "only one eye sees"
    And the request for a hyaluronic acid filler in the <area> is not suggested

    Examples:
      | area        |
      | nose        |
      | tear trough |
      | crow's feet |

  Scenario: Readiness is asked for every filler, experienced hands where danger is greatest
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                        | treatment                                                     | area                                                             |
      | occlusion.ready             | filler                                                        | everywhere                                                       |
      | occlusion.high_risk_area    | filler                                                        | glabella, forehead, brow, temple, nose, tear trough              |
      | occlusion.high_risk_caution | filler                                                        | glabella, forehead, brow, temple, nose, tear trough              |
      | occlusion.one_eye           | filler                                                        | glabella, forehead, temple, nose, brow, tear trough, crow's feet |
      | occlusion.not_dissolvable   | calcium hydroxylapatite, poly-L-lactic acid, polycaprolactone | everywhere                                                       |
