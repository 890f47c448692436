Feature: The PUSH score is worked out as its table has it
  Size, exudate and tissue add up to 0 for a closed wound and 17 for the worst. The score itself
  decides nothing; whether it falls or rises says if the wound heals.

  Background:
    Given somebody with a wound over the sacrum, as in "sacral-wound.yaml"

  Scenario Outline: <area> square centimetres are <points> points of size
    Given Length of the sacrum is <area>
    And Width of the sacrum is 1
    When the plan is drawn up
    Then the measure PUSH points for size of the sacrum is <points>

    Examples: the published bands, at either end of each
      | area | points |
      | 0    | 0      |
      | 0.2  | 1      |
      | 0.3  | 2      |
      | 0.6  | 2      |
      | 0.7  | 3      |
      | 1.0  | 3      |
      | 1.1  | 4      |
      | 2.0  | 4      |
      | 2.1  | 5      |
      | 3.0  | 5      |
      | 3.1  | 6      |
      | 4.0  | 6      |
      | 4.1  | 7      |
      | 8.0  | 7      |
      | 8.1  | 8      |
      | 12.0 | 8      |
      | 12.1 | 9      |
      | 24.0 | 9      |
      | 24.1 | 10     |

  Scenario Outline: <amount> exudate is <points> points
    Given Exudate of the sacrum is <amount>
    When the plan is drawn up
    Then the measure PUSH points for exudate of the sacrum is <points>

    Examples:
      | amount   | points |
      | none     | 0      |
      | light    | 1      |
      | moderate | 2      |
      | heavy    | 3      |

  Scenario Outline: Of <tissue> the worst counts, <points> points
    Given Tissue in the wound of the sacrum is <tissue>
    When the plan is drawn up
    Then the measure PUSH points for tissue of the sacrum is <points>

    Examples: any dead tissue counts, however little there is
      | tissue                           | points |
      | []                               | 0      |
      | [epithelial]                     | 1      |
      | [granulation, epithelial]        | 2      |
      | [granulation, slough]            | 3      |
      | [granulation, slough, necrotic]  | 4      |

  Scenario Outline: A published course, assessment <number>
    Given Length of the sacrum is <length>
    And Width of the sacrum is <width>
    And Exudate of the sacrum is <exudate>
    And Tissue in the wound of the sacrum is <tissue>
    When the plan is drawn up
    Then the measure PUSH score of the sacrum is <score>

    Examples: source P2, table 3
      | number | length | width | exudate | tissue        | score |
      | 1      | 3.7    | 3.1   | light   | [slough]      | 12    |
      | 2      | 3.3    | 2.7   | light   | [slough]      | 12    |
      | 3      | 3.2    | 2.9   | none    | [granulation] | 10    |
      | 4      | 3.2    | 2.8   | none    | [granulation] | 10    |
      | 5      | 2.9    | 1.9   | none    | [epithelial]  | 8     |

  Scenario: A missing line leaves an interval, not a guess
    Given Exudate of the sacrum is not known
    When the plan is drawn up
    Then the measure PUSH score of the sacrum is 11 to 14
    And the finding Worsening wound of the sacrum is open

  Scenario: Tissue that is half seen leaves one point open
    Given Tissue in the wound of the sacrum is [slough, unknown]
    When the plan is drawn up
    Then the measure PUSH points for tissue of the sacrum is 3 to 4

  Scenario: A site without a wound has no course
    When the plan is drawn up
    Then the measure Change of the PUSH score of the left heel is does not apply
    And the finding Worsening wound of the left heel is absent
