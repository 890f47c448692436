Feature: Support, soft tissue and skin are graded on published scales
  A grade means at least this much. What is within one step of none is nothing to treat (S19).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"

  Scenario Outline: A midface deficit that is <scale> is <grade>
    Given Midface volume deficit on both sides is <scale>
    When the plan is drawn up
    Then the finding Midface support lost is <grade>

    Examples:
      | scale       | grade    |
      | none        | absent   |
      | minimal     | absent   |
      | mild        | mild     |
      | moderate    | moderate |
      | significant | marked   |
      | severe      | marked   |

  Scenario Outline: A temple that is <scale> is <grade>
    Given Temple hollowing on both sides is <scale>
    When the plan is drawn up
    Then the finding Hollow temple is <grade>

    Examples:
      | scale    | grade    |
      | convex   | absent   |
      | flat     | absent   |
      | minimal  | mild     |
      | moderate | moderate |
      | severe   | marked   |

  Scenario Outline: A jawline whose loss of contour is <scale> is <grade>
    Given Loss of jawline contour on both sides is <scale>
    When the plan is drawn up
    Then the finding Jawline contour lost is <grade>

    Examples:
      | scale    | grade    |
      | mild     | absent   |
      | moderate | moderate |
      | extreme  | marked   |

  Scenario Outline: Photoageing that is <photoageing>, with <elasticity> elasticity, is <grade>
    Given Photoageing is <photoageing>
    And Elasticity is <elasticity>
    When the plan is drawn up
    Then the finding Skin quality lost is <grade>

    Examples:
      | photoageing | elasticity | grade    |
      | mild        | good       | absent   |
      | moderate    | good       | mild     |
      | mild        | fair       | mild     |
      | advanced    | good       | moderate |
      | mild        | poor       | moderate |

  Scenario: Much sun calls for protection before anything else
    Given Sun exposure is high
    And Photoageing is moderate
    When the plan is drawn up
    Then the consideration skin.protect_from_sun is in force

  Scenario: Little sun needs no such advice
    Given Sun exposure is low
    When the plan is drawn up
    Then the consideration skin.protect_from_sun is not in force

  Scenario: A grade that was not recorded is open, never none
    Given Temple hollowing on both sides is not known
    When the plan is drawn up
    Then the finding Hollow temple is open
    And a hyaluronic acid filler is on hold for the temple until Temple hollowing is answered

  Scenario Outline: A neck contour that is <contour> under lax skin: descent is <stands>
    Given Skin laxity is moderate
    And Contour of the neck is <contour>
    And Descent of the midface is none
    When the plan is drawn up
    Then the finding Descent of soft tissue is <stands>

    Examples:
      | contour | stands |
      | sharp   | absent |
      | blunted | absent |
      | obtuse  | yes    |
      | absent  | yes    |
