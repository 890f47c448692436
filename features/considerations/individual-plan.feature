Feature: Each plan is one person's
  Bone, skin, characteristics of sex and ancestry inform a plan (S6); they never make an indication.
  The wanted expression is asked for, never taken from sex or ancestry, and the person stays who they
  are (S3).

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: The person is known before a plan is ready: <fact>
    Given <fact> is not known
    When the plan is drawn up
    Then the requirement individual.know_the_person lacks <fact>
    And the plan is not ready

    Examples:
      | fact                          |
      | Phototype                     |
      | Skin thickness                |
      | Wanted expression             |
      | Wish about inherited features |

  Scenario: A person who is known, and who stays recognisable
    When the plan is drawn up
    Then the requirement individual.know_the_person is met
    And the consideration individual.same_person is in force
    And the rule individual.know_the_person does not fire

  Scenario Outline: Which inherited features stay is agreed: <wish>
    Given Wish about inherited features is <wish>
    When the plan is drawn up
    Then the requirement individual.inherited_features is open
    And a hyaluronic acid filler is suggested for the cheek

    Examples:
      | wish             |
      | keep them        |
      | specific request |

  Scenario: Ancestry is no indication and changes no treatment
    Given Ancestry in the patient's own words is Chinese
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And a neuromodulator is suggested without caution for the masseter
    And nothing in the plan mentions "golden"
    And the rule individual.inherited_features does not fire

  Scenario: Fullness of the cheek softens a masculine face
    Given these answers
      | fact                | value       |
      | person.sex_at_birth | male        |
      | Pregnancy           | not known   |
      | Breastfeeding       | not known   |
      | Wanted expression   | masculinise |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the cheek because "softens a face"
    And a hyaluronic acid filler is discouraged for the lips because "masculine"
    And a neuromodulator is discouraged for the masseter because "masculine"

  Scenario: The same man who wants a softer face is not held to a masculine one
    Given these answers
      | fact                | value     |
      | person.sex_at_birth | male      |
      | Pregnancy           | not known |
      | Breastfeeding       | not known |
      | Wanted expression   | feminise  |
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the cheek
    And a hyaluronic acid filler is suggested without caution for the lips
    And the rule individual.keep_masculine_cheek does not fire
    And the rule individual.masculine_lips_and_jaw does not fire

  Scenario: A chin is not squared in a face that is to look softer
    Given Wanted expression is feminise
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution for the chin because "taper"

  Scenario: No such warning where the present expression is to stay
    Given Wanted expression is preserve_current
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested without caution for the chin
    And the rule individual.keep_soft_jaw does not fire

  Scenario: Skin that darkens easily is told of marks that may stay
    Given Tendency to pigmentation is marked
    When the plan is drawn up
    Then a hyaluronic acid filler is suggested with caution because "dark marks"

  Scenario: Skin that does not darken needs no such warning
    When the plan is drawn up
    Then the rule skin.warn_pigment does not fire

  Scenario Outline: Both cheeks are known before a plan is ready: <fact>
    Given <fact> is not known
    When the plan is drawn up
    Then the requirement individual.know_the_person lacks <fact>

    Examples:
      | fact                                |
      | Midface volume deficit on the left  |
      | Midface volume deficit on the right |

  Scenario Outline: Sex recorded <sex>, wanted expression <goal>: the rule for a masculine cheek <cheek>, for a soft jaw <jaw>, for masculine lips and jaw <lips>
    Given a healthy adult, as in "healthy-adult.yaml"
      | fact                  | value     |
      | Sex recorded at birth | <sex>     |
      | Pregnancy             | not known |
      | Breastfeeding         | not known |
      | Wanted expression     | <goal>    |
    When the plan is drawn up
    Then the rule individual.keep_masculine_cheek <cheek>
    And the rule individual.keep_soft_jaw <jaw>
    And the rule individual.masculine_lips_and_jaw <lips>

    Examples: what is wanted decides, whatever sex was recorded
      | sex      | goal             | cheek         | jaw           | lips          |
      | female   | masculinise      | fires         | does not fire | fires         |
      | male     | preserve current | fires         | does not fire | does not fire |
      | female   | preserve current | does not fire | does not fire | does not fire |
      | male     | neutral          | does not fire | does not fire | does not fire |
      | male     | feminise         | does not fire | fires         | does not fire |
      | intersex | preserve current | does not fire | does not fire | does not fire |

  Scenario: What can shift an expression
    When the plan is drawn up
    Then these rules act on these treatments alone
      | rule                              | treatment      | area          |
      | individual.keep_masculine_cheek   | filler         | cheek         |
      | individual.keep_soft_jaw          | filler         | jawline, chin |
      | individual.masculine_lips_and_jaw | filler         | lips          |
      | individual.masculine_lips_and_jaw | neuromodulator | masseter      |
