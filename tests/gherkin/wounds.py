"""A made-up pack of another field, small enough to read: dressings for wounds."""

from __future__ import annotations

from pathlib import Path

FILES: dict[str, str] = {
    "pack.yaml": """
id: wound-dressings
title: Dressings for wounds
version: 0.1.0
language: 1
publisher: Nobody
released: 2026-11-22
intended_use: Made up for tests.
population: Nobody.
limitations: [It never says how much mL of anything to use.]
acts_on_order: [bed, edge]
finding_groups: {bed: Wound bed}
""",
    "evidence.yaml": """
sources:
  W1: {title: A made-up trial, kind: trial, year: 2020}
  W2: {title: A made-up label, kind: label}
""",
    "vocabulary/all.yaml": """
groups:
  wound: {label: Wound}
  history: {label: History, nothing_to_report: yes}
scales:
  depth: {levels: [none, shallow, deep], higher_is: worse, source: W1}
area_groups: {foot: Foot}
product_groups: {moist: Moist dressing}
facts:
  wound.depth: {label: Depth, ask: How deep is it?, grade: depth, each: side, source: W1}
  wound.exudate: {label: Exudate, ask: Is it wet?, choice: [dry, moist, very_wet], source: W1}
  wound.skin:
    label: Skin around it
    ask: How is the skin?
    choice: [sound, slightly_red, sore]
    each: area
    source: W1
  wound.smell: {label: Smell, ask: Does it smell?, choices: [sweet, foul, like_yeast], source: W1}
  history.iodine:
    label: Allergy to iodine
    ask: Is there an allergy to iodine?
    answer: yes_no
    source: W2
    normal: no
    safety: yes
  history.operation: {label: Day of the operation, ask: When is it?, date: any, source: W1}
  history.dressings:
    label: Earlier dressings
    ask: What was used before?
    records:
      product: {answer: product}
      area: {answer: area}
      side: {answer: side}
      date: {date: past}
    source: W1
findings:
  bed.dry: {label: Dry wound bed, group: bed, answer: yes_no}
  bed.loss: {label: Loss of tissue, group: bed, grade: depth, each: side}
  bed.odour: {label: Odour, group: bed, choices: [sweet, foul]}
goals:
  less_pain: {label: Less pain, conflicts_with: [fast_healing]}
  fast_healing: {label: Fast healing, conflicts_with: [less_pain]}
""",
    "areas/heel.yaml": "area: heel\nlabel: Heel\npaired: yes\ngroups: [foot]\n",
    "areas/sacrum.yaml": "area: sacrum\nlabel: Sacrum\npaired: no\n",
    "products/hydrogel.yaml": """
product: hydrogel
label: Hydrogel
groups: [moist]
unit: mL
acts_on: bed
members:
  plain_gel: {label: Plain gel, labels: {}}
  iodine_gel: {label: Iodine gel}
""",
    "products/alginate.yaml": """
product: alginate
label: Alginate
unit: g
acts_on: edge
""",
    "rules/all.yaml": """
defaults: {evidence: W1}
rules:
  - id: find.dry
    title: A dry wound bed
    when: {wound.exudate: dry}
    conclude: {bed.dry: yes}
  - id: find.shallow
    title: Shallow loss
    each: side
    when: {wound.depth: {at_least: shallow}}
    conclude: {bed.loss: shallow}
  - id: find.deep
    title: Deep loss
    each: side
    when: {wound.depth: deep}
    conclude: {bed.loss: deep}
  - id: find.foul
    title: Foul smell
    when: {wound.smell: {includes: foul}}
    conclude: {bed.odour: foul}
  - id: gel.moisten
    title: Moisten a dry wound
    when: {bed.dry: yes}
    suggest:
      product: hydrogel
      area: [heel, sacrum]
      acts_on: bed
      treats: bed.dry
      for: [less_pain]
  - id: alginate.fill
    title: Fill a deep wound
    each: side
    when: {bed.loss: {at_least: deep}}
    suggest: {product: alginate, area: heel, acts_on: edge, treats: bed.loss}
  - id: iodine.never
    title: No iodine in an allergy to it
    when: {history.iodine: yes}
    exclude: {items: {product: iodine_gel}, reopened_by: an allergist}
    evidence: W2
    strength: strong
    reason: It is on the label.
  - id: skin.sore
    title: Sore skin is left alone
    each: area
    when: {wound.skin: sore}
    defer: {items: {product: hydrogel}, until: the skin has healed}
    refer: {to: a wound nurse, urgency: soon}
  - id: operation.soon
    title: Not just before an operation
    when: {history.operation: {in_next: 7 days}}
    defer: {items: {product: alginate}, until: {after: history.operation, gap: 1 day}}
  - id: foul.care
    title: A foul wound is watched
    when: {bed.odour: {includes: foul}}
    caution: {items: {product: hydrogel}, say: Watch for infection.}
    consider: Take a swab.
  - id: wet.avoid
    title: No gel on a very wet wound
    when: {wound.exudate: very_wet}
    avoid: {product: hydrogel}
  - id: measure.first
    title: Measure before filling
    require: {items: {product: alginate}, that: {wound.exudate: known}}
  - id: consent
    title: Consent is on record
    require: {note: Tick when it is signed, before: treatment}
  - id: gel.first
    title: Gel before alginate
    sequence: {order: [{product: hydrogel}, {product: alginate}], gap: 1 week}
  - id: gel.lasts
    title: A gel lasts a month or two
    lasts: {items: {product: hydrogel}, months: {from: 1, to: 2}}
  - id: gel.heel
    title: It lasts less on the heel
    lasts: {items: {product: hydrogel, area: heel}, towards: shorter}
  - id: gel.review
    title: Look again
    review:
      items: {product: hydrogel}
      after: {from: 2 days, to: 1 week}
      purpose: Change the dressing
  - id: gel.expect
    title: It feels cool
    expect: {items: {product: hydrogel}, say: The gel feels cool.}
  - id: gel.weekly
    title: One gel a week
    ceiling:
      items: {product: hydrogel}
      at_most: 1
      unit: sessions
      per: [side, area]
      within: 1 week
      over: defer
""",
}

FEATURE = """\
Feature: Dressings
  Scenario: A dry wound
    Given an assessment of 2026-11-22
      | fact    | value       |
      | Exudate | dry         |
      | Depth   | {both: deep} |
      | history | nothing_to_report |
      | Smell   | []          |
      | Skin around it | {elsewhere: sound} |
      | Earlier dressings | none |
      | Day of the operation | 2027-06-01 |
    And the patient wishes for less pain
    When the plan is drawn up
    Then a hydrogel is suggested for the heel because "dry"
    And an alginate is suggested for the heel on the left
    And the finding Dry wound bed is yes
"""


def write_pack(folder: Path, *, rules: str = "") -> Path:
    """The pack in a folder of its own, with more rules where they are given."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    if rules:
        (folder / "rules" / "more.yaml").write_text(rules, encoding="utf-8")
    return folder


def write_feature(folder: Path, text: str, name: str = "dressings.feature") -> Path:
    """A feature beside the pack, in `features`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
