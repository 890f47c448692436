Feature: Bleeding disorders and medicines that thin the blood
  A bleeding disorder forbids calcium filler and needs a haematologist's word for the rest. A
  medicine that thins the blood means bruises, and is never stopped for a cosmetic treatment.

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario: In a bleeding disorder, no calcium filler, and the haematologist is asked
    Given Bleeding disorder is yes
    When the plan is drawn up
    Then calcium hydroxylapatite is excluded because "bleeding disorder"
    And a hyaluronic acid filler is suggested with caution for the temple because "haematologist"
    And a neuromodulator is suggested with caution for the masseter because "haematologist"
    And the plan refers to "haematologist" routinely

  Scenario: Without a bleeding disorder, calcium filler is not excluded
    Given Bleeding disorder is no
    When the plan is drawn up
    Then calcium hydroxylapatite is not excluded for the cheek
    And a hyaluronic acid filler is suggested without caution for the cheek
    And the plan refers to nobody
    And the rule bleeding.disorder_calcium does not fire
    And the rule bleeding.disorder_other does not fire

  Scenario: A bleeding disorder that was not asked about holds calcium filler back
    Given Bleeding disorder is not known
    When the plan is drawn up
    Then calcium hydroxylapatite is on hold until Bleeding disorder is answered
    And a hyaluronic acid filler is suggested with caution for the temple
    And the rule bleeding.disorder_calcium is open
    And the rule bleeding.disorder_other is open

  Scenario: A man of 67 on apixaban is warned of bruises, and his medicine stays as it is
    Given these answers
      | fact                | value      |
      | Age                 | 67         |
      | person.sex_at_birth | male       |
      | Pregnancy           | not known  |
      | Breastfeeding       | not known  |
      | Medicines           | [apixaban] |
    And the patient asks for a hyaluronic acid filler in the temple
    And the patient asks for a hyaluronic acid filler in the cheek
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the temple because "bruises"
    And a hyaluronic acid filler is suggested with caution for the cheek because "bruises"
    And calcium hydroxylapatite is not excluded for the cheek
    And the plan mentions "the prescriber's decision"
    And nothing in the plan mentions "stop the"
    And nothing in the plan mentions "stop apixaban"
    And nothing in the plan mentions "pause"

  Scenario Outline: <medicine> means bruises
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then the rule bleeding.anticoagulant fires

    Examples:
      | medicine    |
      | warfarin    |
      | aspirin     |
      | clopidogrel |

  Scenario: Without such medicines there is no such warning
    Given Medicines is []
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And the rule bleeding.anticoagulant does not fire

  Scenario: Medicines that were not asked about are a caution for everything
    Given Medicines is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the temple
    And the plan asks Medicines
    And the rule bleeding.anticoagulant is open

  Scenario Outline: <medicine> can mean bruises after filler
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "bruises"
    And a neuromodulator is suggested without caution for the masseter
    And nothing in the plan mentions "stop"

    Examples:
      | medicine                    |
      | painkiller that thins blood |
      | ssri                        |
      | fish oil or vitamin e       |

  Scenario Outline: <medicine> is no reason for more bruises
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then the rule bleeding.anticoagulant does not fire
    And the rule bleeding.other_medicines does not fire

    Examples:
      | medicine              |
      | neuromuscular blocker |
      | aminoglycoside        |

  Scenario: Without medicines nothing of the kind is said, and unasked it is open
    Given Medicines is []
    When the plan is drawn up
    Then the rule bleeding.other_medicines does not fire
    Given Medicines is not known
    When the plan is drawn up
    Then the rule bleeding.other_medicines is open

  Scenario Outline: Every medicine of the kind counts: <medicine>
    Given Medicines is [<medicine>]
    When the plan is drawn up
    Then the rule bleeding.anticoagulant fires
    And the rule bleeding.other_medicines does not fire

    Examples:
      | medicine      |
      | anticoagulant |
      | antiplatelet  |
      | heparin       |
      | rivaroxaban   |

  Scenario: A bleeding disorder and medicines that thin the blood, each with what it speaks of
    Given a healthy adult, as in "healthy-adult.yaml"
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                      | treatment                                                                    | area       |
      | bleeding.disorder_calcium | calcium hydroxylapatite                                                      | everywhere |
      | bleeding.disorder_other   | hyaluronic acid filler, poly-L-lactic acid, polycaprolactone, neuromodulator | everywhere |
      | bleeding.anticoagulant    | everything                                                                   | everywhere |
      | bleeding.other_medicines  | filler                                                                       | everywhere |
