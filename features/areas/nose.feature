Feature: The nose is left to a surgeon, but for a small dip
  Filler in the nose can cost skin or sight, and reviews disagree on how often (A5, A6b). Hyaluronic
  acid may even a small dip or a low ridge where it is wished for (A4). A hump, a bend, blocked
  breathing or an earlier operation belongs to a surgeon (A3).

  Background:
    Given a healthy adult, as in "healthy-adult.yaml"
    And Ridge of the nose is small_dip
    And Breathing through the nose is free
    And the patient wishes for a more balanced nose

  Scenario Outline: A ridge with <form> may be evened
    Given Ridge of the nose is <value>
    When the plan is drawn up
    Then the finding Small dip or low ridge of the nose is yes
    And a hyaluronic acid filler is suggested with caution for the nose because "reach the eye"
    And a hyaluronic acid filler is off-label for the nose
    And the explanation of a hyaluronic acid filler for the nose says "reviews disagree"

    Examples:
      | form          | value     |
      | a small dip   | small_dip |
      | little height | low       |

  Scenario: A straight nose is left alone
    Given Ridge of the nose is straight
    And Breathing through the nose is not known
    When the plan is drawn up
    Then the finding Small dip or low ridge of the nose is absent
    And nothing is suggested for the nose
    And the rule nose.even_the_ridge does not fire

  Scenario: A dip that bothers nobody is left alone
    Given the patient wishes for a rested look
    When the plan is drawn up
    Then nothing is suggested for the nose

  Scenario: Ancestry in the patient's own words suggests nothing
    Given Ancestry in the patient's own words is Chinese
    And the patient wishes for a better profile
    When the plan is drawn up
    Then nothing is suggested for the nose

  Scenario Outline: <finding> goes to a surgeon
    Given Ridge of the nose is <ridge>
    And Breathing through the nose is <breathing>
    And the patient asks for a hyaluronic acid filler in the nose
    When the plan is drawn up
    Then the request for a hyaluronic acid filler in the nose is excluded
    And the plan refers to "nasal surgeon" routinely

    Examples:
      | finding           | ridge      | breathing  |
      | A large hump      | large_hump | free       |
      | A crooked nose    | crooked    | free       |
      | Blocked breathing | small_dip  | obstructed |

  Scenario Outline: A nose with <past> is not filled
    Given Surgery, injury or implant in the area of the nose is <value>
    When the plan is drawn up
    Then a filler is excluded for the nose because "operated on or injured"
    And the plan refers to "nasal surgeon" routinely
    And nothing is suggested for the nose

    Examples:
      | past               | value           |
      | a recent operation | within_6_months |
      | an old operation   | earlier         |
      | an implant         | implant         |

  Scenario: A nose that was never operated on
    When the plan is drawn up
    Then the rule nose.operated does not fire
    And the rule nose.surgeon_first does not fire
    And the rule nose.ask_a_surgeon does not fire

  Scenario: An operation that nobody asked about is asked about first
    Given field is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is not suggested for the nose
    And the plan asks Surgery, injury or implant in the area of the nose
    And the rule nose.operated is open

  Scenario Outline: A ridge with a <ridge>, in a nose whose breathing is <breathing>, is not evened
    Given Ridge of the nose is <ridge>
    And Breathing through the nose is <breathing>
    When the plan is drawn up
    Then the rule nose.even_the_ridge does not fire
    And nothing is suggested for the nose

    Examples: filler adds where something is missing, in a nose that breathes
      | ridge      | breathing  |
      | small dip  | obstructed |
      | small hump | free       |

  Scenario: A small hump is no reason for a surgeon
    Given Ridge of the nose is small_hump
    When the plan is drawn up
    Then the rule nose.surgeon_first does not fire
    And the rule nose.ask_a_surgeon does not fire
    And the plan does not refer to "nasal surgeon"

  Scenario Outline: Who wishes for <wish> and has a crooked nose: a nasal surgeon is <asked>
    Given Ridge of the nose is crooked
    And the patient wishes for <wish>
    When the plan is drawn up
    Then the rule nose.ask_a_surgeon <stands>

    Examples: a nose that bothers nobody is referred to nobody
      | wish                 | asked     | stands        |
      | a more balanced nose | asked     | fires         |
      | a better profile     | not asked | does not fire |
      | a rested look        | not asked | does not fire |

  Scenario: Gels that hold their shape even a ridge; what a surgeon has to see first is no place for any filler
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                | treatment                                                  | area | goal                 |
      | nose.even_the_ridge | medium hyaluronic acid filler, firm hyaluronic acid filler | nose | a more balanced nose |
      | nose.surgeon_first  | filler                                                     | nose |                      |
      | nose.operated       | filler                                                     | nose |                      |
