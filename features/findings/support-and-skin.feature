Feature: Support, soft tissue and skin are graded on published scales
  Support is assessed before a plan is made (S19). The grades are those of the scales that trials used
  for midface (T2), temple (K5, T7) and jawline (K6), and of sun and elasticity for the skin (Q1). A
  grade means at least this much; what is within one step of none is nothing to treat.

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
      | none     | absent   |
      | mild     | absent   |
      | moderate | moderate |
      | severe   | marked   |
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
      | severe      | excellent  | moderate |
      | mild        | poor       | moderate |
      | mild        | very poor  | moderate |

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

  Scenario Outline: What is lost on the left is not lost on the right: <fact>
    Given <fact> is {left: <scale>, right: <least>}
    When the plan is drawn up
    Then the finding <finding> on the left is moderate
    And the finding <finding> on the right is absent

    Examples:
      | fact                    | scale    | least | finding              |
      | Midface volume deficit  | moderate | none  | Midface support lost |
      | Temple hollowing        | moderate | flat  | Hollow temple        |
      | Loss of jawline contour | moderate | none  | Jawline contour lost |

  Scenario Outline: An angle of the jaw that is <angle> is weak: <finding>
    Given Angle of the jaw is <angle>
    When the plan is drawn up
    Then the finding Weak angle of the jaw is <finding>

    Examples:
      | angle       | finding |
      | defined     | absent  |
      | normal      | absent  |
      | ill defined | yes     |

  Scenario Outline: A cheekbone that is <projection>, beside a deficit that is <deficit>: flat, <flat>
    Given Projection of the cheekbone is {left: <projection>, right: normal}
    And Midface volume deficit is {left: <deficit>, right: severe}
    When the plan is drawn up
    Then the finding Flat cheekbone on the left is <flat>
    And the rule midface.bone_behind_it <stands>

    Examples:
      | projection         | deficit  | flat   | stands        |
      | normal             | moderate | absent | does not fire |
      | slightly deficient | moderate | absent | does not fire |
      | deficient          | mild     | yes    | fires         |
      | severely deficient | moderate | yes    | fires         |
      | deficient          | minimal  | yes    | does not fire |

  Scenario: Bone that is set back is told from lost fat
    Given Projection of the cheekbone on both sides is deficient
    And Midface volume deficit on both sides is mild
    When the plan is drawn up
    Then the consideration midface.bone_behind_it is in force

  Scenario Outline: Sun that is <sun> on skin whose photoageing is <photoageing>: the word about protection <stands>
    Given Sun exposure is <sun>
    And Photoageing is <photoageing>
    When the plan is drawn up
    Then the rule skin.protect_from_sun <stands>

    Examples:
      | sun    | photoageing | stands        |
      | high   | mild        | does not fire |
      | high   | moderate    | fires         |
      | medium | advanced    | does not fire |
      | low    | advanced    | does not fire |

  Scenario Outline: Skin whose tendency to darken is <tendency>: filler is suggested <how>
    Given Tendency to pigmentation is <tendency>
    And Midface volume deficit on both sides is moderate
    And the patient wishes for midface volume restored
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested <how> for the cheek

    Examples:
      | tendency | how             |
      | none     | without caution |
      | some     | without caution |
      | marked   | with caution    |

  Scenario: Dark marks are a matter of filler
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule              | treatment | area       |
      | skin.warn_pigment | filler    | everywhere |
