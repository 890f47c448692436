Feature: Disorders of nerve and muscle stand against neuromodulators
  A neuromodulator weakens muscles. In myasthenia and its like it has caused severe trouble with
  swallowing and breathing at usual doses; and weakness without a name may be the first sign of one.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: In myasthenia gravis no neuromodulator is given, and filler stays possible
    Given Neuromuscular disorder is yes
    And the patient asks for a neuromodulator in the glabella
    And the patient asks for a neuromodulator in the masseter
    When the plan is drawn up
    Then a neuromodulator is excluded because "neuromuscular"
    And the request for a neuromodulator in the glabella is excluded
    And the request for a neuromodulator in the masseter is excluded
    And a hyaluronic acid filler is suggested with caution for the cheek because "treating doctor agrees"
    And the explanation of a neuromodulator for the masseter cites M17, L19

  Scenario: The neurologist who treats the myasthenia is asked
    Given Neuromuscular disorder is yes
    And the patient asks for a neuromodulator in the glabella
    When the plan is drawn up
    Then the plan refers to "neurologist" routinely

  Scenario: Double vision in the evening without a diagnosis is examined at once
    Given Unexplained weakness is yes
    When the plan is drawn up
    Then a neuromodulator is excluded because "weakness"
    And the plan refers to "neurologist" urgently
    And a hyaluronic acid filler is suggested for the cheek

  Scenario Outline: <condition> calls for care with a neuromodulator
    Given <condition> is yes
    When the plan is drawn up
    Then a neuromodulator is suggested with caution because "<reason>"
    And a hyaluronic acid filler is suggested without caution for the cheek

    Examples:
      | condition                                   | reason                  |
      | Trouble with swallowing, voice or breathing | ask the treating doctor |
      | Cardiovascular disease                      | care in cardiovascular  |

  Scenario: After a facial palsy a neuromodulator is work for specialists
    Given Facial palsy is yes
    When the plan is drawn up
    Then a neuromodulator is discouraged because "palsy"
    And the plan refers to "facial palsy"

  Scenario: Without any of these, a neuromodulator is suggested freely
    When the plan is drawn up
    Then a neuromodulator is suggested without caution for the masseter
    And the rule neuromuscular.disorder does not fire
    And the rule neuromuscular.unexplained_weakness does not fire
    And the rule neuromuscular.swallowing_or_breathing does not fire
    And the rule neuromuscular.heart does not fire
    And the rule neuromuscular.palsy does not fire

  Scenario Outline: <condition> that was not asked about holds every neuromodulator back
    Given <condition> is not known
    When the plan is drawn up
    Then a neuromodulator is on hold until <condition> is answered
    And a hyaluronic acid filler is suggested for the cheek
    And candidacy is answers needed

    Examples:
      | condition              |
      | Neuromuscular disorder |
      | Unexplained weakness   |

  Scenario Outline: <condition> that was not asked about is a caution until it is answered
    Given <condition> is not known
    When the plan is drawn up
    Then a neuromodulator is not suggested without caution for the masseter
    And the plan asks <condition>
    And the rule <rule> is open

    Examples:
      | condition                                   | rule                                  |
      | Trouble with swallowing, voice or breathing | neuromuscular.swallowing_or_breathing |
      | Cardiovascular disease                      | neuromuscular.heart                   |
      | Facial palsy                                | neuromuscular.palsy                   |

  Scenario: Disorders of nerve and muscle speak of neuromodulators, and one of them of filler too
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                                  | treatment              | area       |
      | neuromuscular.disorder                | neuromodulator, filler | everywhere |
      | neuromuscular.unexplained_weakness    | neuromodulator         | everywhere |
      | neuromuscular.swallowing_or_breathing | neuromodulator         | everywhere |
      | neuromuscular.heart                   | neuromodulator         | everywhere |
      | neuromuscular.palsy                   | neuromodulator         | everywhere |
