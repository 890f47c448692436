Feature: Every suggestion tells what the label says of it
  Label status depends on product, area, patient and country. A use outside the label is not wrong, but
  the patient is told. Where the pack knows no label the status is not known, never "labelled".

  Background:
    Given an adult with much to treat, as in "much-to-treat.yaml"

  Scenario Outline: In the United States <product> for the <area> is <status>
    Given Country is US
    When the plan is drawn up
    Then <product> is <status> for the <area>

    Examples:
      | product                  | area     | status    |
      | a hyaluronic acid filler | cheek    | labelled  |
      | a hyaluronic acid filler | chin     | labelled  |
      | a hyaluronic acid filler | temple   | labelled  |
      | a hyaluronic acid filler | lips     | labelled  |
      | onabotulinumtoxinA       | glabella | labelled  |
      | onabotulinumtoxinA       | forehead | labelled  |
      | prabotulinumtoxinA       | forehead | off-label |
      | daxibotulinumtoxinA      | forehead | off-label |
      | a neuromodulator         | masseter | off-label |
      | a neuromodulator         | chin     | off-label |
      | abobotulinumtoxinA       | glabella | labelled  |
      | calcium hydroxylapatite  | cheek    | off-label |
      | poly-L-lactic acid       | cheek    | off-label |

  Scenario: Under twenty-two a hyaluronic acid filler is off-label
    Given Age is 21
    When the plan is drawn up
    Then a hyaluronic acid filler is off-label for the cheek

  Scenario: Over sixty-five one toxin is off-label in the frown, and another is not
    Given Age is 66
    And Pregnancy is not known
    And Breastfeeding is not known
    When the plan is drawn up
    Then abobotulinumtoxinA is off-label for the glabella
    And onabotulinumtoxinA is labelled for the glabella

  Scenario: Where the country is not known, the label is not known
    Given Country is not known
    When the plan is drawn up
    Then a hyaluronic acid filler is of unknown label status for the cheek

  Scenario: Where the pack knows no label of a country, it says so
    Given Country is UK
    When the plan is drawn up
    Then a hyaluronic acid filler is of unknown label status for the cheek
    And a neuromodulator is of unknown label status for the masseter

  Scenario Outline: Asked for by name, <product> in the <area> is <status> in the United States
    Given the patient asks for <product> in the <area>
    When the plan is drawn up
    Then <product> is <status> for the <area>

    Examples:
      | product                       | area            | status       |
      | onabotulinumtoxinA            | crow's feet     | labelled     |
      | onabotulinumtoxinA            | neck            | labelled     |
      | incobotulinumtoxinA           | crow's feet     | labelled     |
      | incobotulinumtoxinA           | neck            | off-label    |
      | abobotulinumtoxinA            | crow's feet     | off-label    |
      | daxibotulinumtoxinA           | neck            | off-label    |
      | soft hyaluronic acid filler   | tear trough     | labelled     |
      | firm hyaluronic acid filler   | tear trough     | off-label    |
      | soft hyaluronic acid filler   | perioral        | labelled     |
      | firm hyaluronic acid filler   | nose            | off-label    |
      | medium hyaluronic acid filler | marionette      | off-label    |
      | calcium hydroxylapatite       | nasolabial fold | labelled     |
      | calcium hydroxylapatite       | jawline         | off-label    |
      | poly-L-lactic acid            | nasolabial fold | labelled     |
      | polycaprolactone              | cheek           | not approved |
      | unlicensed injectable         | cheek           | not approved |

  Scenario: Under twenty-two a biostimulator is off-label where it would be labelled
    Given Age is 21
    And the patient asks for poly-L-lactic acid in the nasolabial fold
    When the plan is drawn up
    Then poly-L-lactic acid is off-label for the nasolabial fold
