"""A made-up pack with a rule of every verb, for drafted scenarios: coats for wooden boats."""

from __future__ import annotations

from pathlib import Path

FILES: dict[str, str] = {
    "rules/pack.yaml": """
id: boat-coats
title: Coats for wooden boats
version: 0.1.0
language: 1
publisher: Nobody
released: 2026-11-22
intended_use: Made up for tests.
population: Nobody.
limitations: [None of it is about boats.]
acts_on_order: [wood, surface]
finding_groups: {state: State of the boat}
""",
    "rules/evidence.yaml": """
sources:
  B1: {title: A made-up trial, kind: trial, year: 2020}
""",
    "rules/vocabulary/all.yaml": """
groups:
  wood: {label: Wood}
  yard: {label: Yard}
  history: {label: History, nothing_to_report: yes}
scales:
  rot: {levels: [none, slight, deep], higher_is: worse, source: B1}
product_groups: {coat: Coat}
area_groups: {outside: Outside}
facts:
  wood.age:
    label: Age of the wood
    ask: How old is it?
    number: {unit: years, from: 0, to: 300}
    source: B1
  wood.rot: {label: Rot, ask: How deep is it?, grade: rot, each: side, source: B1}
  wood.damp:
    label: Dampness
    ask: How damp is it?
    number: {unit: "%", from: 0, to: 100}
    source: B1
  wood.dry_weight:
    label: Dry weight
    ask: How heavy when dry?
    number: {unit: kg, from: 10, to: 90}
    source: B1
  wood.wet_weight:
    label: Wet weight
    ask: How heavy now?
    number: {unit: kg, from: 10, to: 200}
    source: B1
  yard.water: {label: Water, ask: Where does it lie?, choice: [fresh, brackish, salt], source: B1}
  yard.pests: {label: Pests, ask: What lives in it?, choices: [worm, beetle, wasp], source: B1}
  yard.launch: {label: Day of the launch, ask: When is it?, date: future, source: B1}
  yard.sheltered: {label: Sheltered, ask: Is there a roof?, answer: yes_no, source: B1}
  history.allergy:
    label: Allergy to tar
    ask: Is somebody allergic?
    answer: yes_no
    source: B1
    normal: no
    safety: yes
  history.coats:
    label: Earlier coats
    ask: What was put on before?
    records:
      product: {answer: product}
      area: {answer: area}
      side: {answer: side}
      date: {date: past}
      amount: {number: {from: 0, to: 90}}
      unit: {choice: [L]}
    source: B1
measures:
  wood.water_share:
    label: Share of water
    unit: "%"
    formula: 100 * (wood.wet_weight - wood.dry_weight) / wood.dry_weight
findings:
  state.old: {label: Old boat, group: state, answer: yes_no}
  state.decay: {label: Decay, group: state, grade: rot, each: side}
goals:
  shine: {label: More shine}
  strength: {label: More strength}
""",
    "rules/areas/hull.yaml": "area: hull\nlabel: Hull\npaired: yes\ngroups: [outside]\n",
    "rules/areas/deck.yaml": "area: deck\nlabel: Deck\npaired: no\ngroups: [outside]\n",
    "rules/products/varnish.yaml": """
product: varnish
label: Varnish
groups: [coat]
unit: L
acts_on: surface
members:
  tar_varnish: {label: Tar varnish}
  oil_varnish: {label: Oil varnish}
""",
    "rules/products/filler.yaml": """
product: filler
label: Wood filler
groups: [coat]
unit: L
acts_on: wood
""",
    "rules/rules/findings.yaml": """
defaults: {evidence: B1}
rules:
  - id: find.old
    title: A boat of fifty years is old
    when: {wood.age: {at_least: 50}}
    conclude: {state.old: yes}
  - id: find.decay
    title: Rot below the skin is decay
    each: side
    when:
      wood.rot: deep
      any_of:
        - wood.damp: {above: 20}
        - yard.pests: {includes: [worm, beetle]}
    conclude: {state.decay: deep}
""",
    "rules/rules/treatments.yaml": """
defaults: {evidence: B1}
rules:
  - id: varnish.deck
    title: A dry deck takes varnish
    when: {wood.water_share: {below: 12}}
    suggest: {product: varnish, area: deck, acts_on: surface, for: shine}
  - id: filler.hull
    title: Fill what has rotted
    each: side
    when: {wood.rot: {at_least: slight}}
    suggest: {product: filler, area: hull, acts_on: wood, for: strength}
  - id: oil.first
    title: Oil before tar under a roof
    when: {yard.sheltered: yes}
    prefer: {product: oil_varnish}
  - id: varnish.open
    title: No varnish in the open
    when: {yard.sheltered: no}
    avoid: {product: varnish}
  - id: salt.care
    title: Salt eats varnish
    when: {yard.water: [salt, brackish]}
    caution: {items: {product: varnish}, say: Rinse it first.}
  - id: damp.measured
    title: Filler wants a known dampness
    require: {items: {product: filler}, that: {wood.damp: known}}
  - id: damp.low
    title: Filler wants dry wood
    require: {items: {product: filler}, that: {wood.damp: {at_most: 25}}}
  - id: consent.told
    title: The owner knows of the launch
    when: {yard.launch: {in_next: 30 days}}
    require: {note: Tick when it was said, before: treatment}
  - id: launch.soon
    title: Nothing wet before a launch
    when: {yard.launch: {in_next: 7 days}}
    defer: {items: everything, until: the boat is back}
    refer: {to: the harbour master, urgency: soon}
  - id: tar.never
    title: No tar where somebody is allergic to it
    when: {history.allergy: yes}
    exclude: {items: {product: tar_varnish}, reopened_by: a doctor}
  - id: worm.look
    title: Many pests are looked at
    when: {yard.pests: {count: {at_least: 2}}}
    consider: Ask somebody who knows pests.
""",
    "rules/rules/course.yaml": """
defaults: {evidence: B1}
rules:
  - id: varnish.smell
    title: Varnish smells
    expect: {items: {product: varnish}, say: The varnish smells for a week.}
  - id: varnish.weekly
    title: One coat a month on one place
    ceiling:
      items: {product: varnish}
      at_most: 1
      unit: sessions
      per: [side, area]
      within: 30 days
      over: defer
  - id: varnish.most
    title: Three litres are enough
    ceiling: {items: {product: varnish}, at_most: 3, unit: L, within: 1 day, over: caution}
  - id: one.visit
    title: One thing in one visit
    per_session: {items: {product: coat}, at_most: 1, unit: items}
  - id: filler.first
    title: Filler before varnish
    sequence: {order: [{product: filler}, {product: varnish}], gap: 1 week}
  - id: varnish.lasts
    title: Varnish lasts a year or two
    lasts: {items: {product: varnish}, months: {from: 12, to: 24}}
  - id: varnish.salt
    title: Salt shortens it
    when: {yard.water: salt}
    lasts: {items: {product: varnish}, towards: shorter}
  - id: varnish.review
    title: Look again
    review: {items: {product: varnish}, after: {from: 2 weeks, to: 4 weeks}, purpose: Cracks}
  - id: never.both
    title: No wood is older than it is
    when: {wood.age: {at_least: 50}, state.old: no}
    consider: This is said of no boat.
""",
    "features/assessments/sound.yaml": """
title: A sound boat
date: 2026-11-22
wood: {age: 20, rot: {both: none}, damp: 10, dry_weight: 50, wet_weight: 55}
yard: {water: fresh, pests: none, launch: 2027-06-01, sheltered: yes}
history: nothing_to_report
history.coats: none
""",
    "features/boats.feature": """
Feature: Boats
  Scenario: A sound boat is varnished
    Given a sound boat, as in "sound.yaml"
    When the plan is drawn up
    Then a varnish is suggested for the deck
""",
}


def write_boats(folder: Path, **replaced: str) -> Path:
    """The pack `rules` in a folder with its features; words of its files may be replaced by
    others. Gives the folder of the pack."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for old, new in replaced.items():
            text = text.replace(old, new)
        path.write_text(text.lstrip(), encoding="utf-8")
    return folder / "rules"
