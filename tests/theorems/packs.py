"""Generated rule packs: small, valid, varied, one for each seed.

A pack is drafted as plain data, written as a folder and loaded as any pack is. Plain seeded
generation, not Hypothesis: what is wanted is many whole packs in little time.
"""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import poise
from theorems.rules import RuleMaker
from theorems.taxonomy import ACTS_ON, CardMaker, label
from theorems.vocabulary import COUNTRY, VocabularyMaker

HEAD = {
    "id": "generated",
    "title": "A generated pack",
    "version": "1.0.0",
    "language": "1",
    "publisher": "Nobody",
    "released": "2026-11-22",
    "intended_use": "To be tested.",
    "population": "Nobody.",
    "limitations": ["It means nothing."],
    "acts_on_order": list(ACTS_ON),
    "finding_groups": {"fg0": "First group", "fg1": "Second group"},
}
EVIDENCE = {
    "E1": {"title": "A trial", "kind": "trial", "year": "2015"},
    "E2": {"title": "A label", "kind": "label"},
    "article": {"title": "An article", "kind": "article", "statements": {"S1": "A statement."}},
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack as plain data."""

    sections: Mapping[str, Mapping[str, Any]]
    areas: tuple[dict[str, Any], ...]
    products: tuple[dict[str, Any], ...]
    rules: tuple[dict[str, Any], ...]

    def files(self) -> dict[str, Any]:
        """What stands in which file."""
        files: dict[str, Any] = {
            "pack.yaml": HEAD,
            "evidence.yaml": {"sources": EVIDENCE},
            "vocabulary/all.yaml": self.sections,
            "rules/all.yaml": {"rules": list(self.rules)},
        }
        files |= {f"areas/{card['area']}.yaml": card for card in self.areas}
        return files | {f"products/{card['product']}.yaml": card for card in self.products}

    def with_rule(self, rule: dict[str, Any]) -> Draft:
        return replace(self, rules=(*self.rules, rule))


def draft(seed: int) -> Draft:
    """The draft of one seed; the same on any machine."""
    random = Random(f"pack {seed}")
    cards = CardMaker(random).make()
    vocabulary = VocabularyMaker(random, cards.areas, cards.names).make()
    if COUNTRY in vocabulary.sections["facts"]:
        label(random, cards, vocabulary.scope())
    sections = vocabulary.sections | {
        "area_groups": {"upper": "Upper", "lower": "Lower", "soft": "Soft"},
        "product_groups": {"needle": "Needle", "volumizer": "Volumizer"},
        "area_attributes": {"danger": {"grade": "severity"}},
        "product_attributes": {"reversible": {"answer": "yes_no"}},
    }
    rules = tuple(RuleMaker(random, vocabulary, cards).make())
    return Draft(sections, cards.area_cards, cards.product_cards, rules)


def restriction(seed: int, number: int) -> dict[str, Any]:
    """A further rule for a pack, with restrictive verbs alone."""
    random = Random(f"pack {seed}")
    cards = CardMaker(random).make()
    vocabulary = VocabularyMaker(random, cards.areas, cards.names).make()
    maker = RuleMaker(Random(f"restriction {seed} {number}"), vocabulary, cards)
    return maker.restriction(f"added{number}")


def write(files: Mapping[str, Any], folder: Path) -> None:
    """Write files as JSON, which is YAML too."""
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")


def loaded(drafted: Draft) -> poise.RulePack:
    """The draft written, and loaded as any pack is."""
    with tempfile.TemporaryDirectory() as folder:
        write(drafted.files(), Path(folder))
        return poise.load(folder)


@functools.lru_cache(maxsize=512)
def pack(seed: int) -> poise.RulePack:
    """The pack of one seed."""
    return loaded(draft(seed))
