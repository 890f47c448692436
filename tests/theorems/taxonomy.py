"""Generated areas and products: paired and not, groups, attributes, members, labels by country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from theorems.names import Conditions, Scope
from theorems.vocabulary import COUNTRIES

ACTS_ON = ("support", "movement", "volume")
DANGER = ("none", "mild", "moderate", "severe")


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards as written, and what they mean for selectors."""

    area_cards: tuple[dict[str, Any], ...]
    product_cards: tuple[dict[str, Any], ...]
    areas: tuple[str, ...]
    paired: frozenset[str]
    around: Mapping[str, tuple[str, ...]]
    """Each area's own name and its groups'."""
    classes: tuple[str, ...]
    leaves: tuple[str, ...]
    """The members that candidates can be."""
    above: Mapping[str, tuple[str, ...]]
    """Each member's own name and every name above it."""
    attributes: Mapping[str, dict[str, str]]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of a product, from groups to members, and what is recorded only."""
        return (*dict.fromkeys(name for names in self.above.values() for name in names), "old")


class CardMaker:
    """Makes the cards of one pack."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._above: dict[str, tuple[str, ...]] = {}
        self._attributes: dict[str, dict[str, str]] = {}

    def make(self) -> Cards:
        areas = tuple(self._area(name) for name in ("brow", "chin", "lips")[: self._draw(2, 3)])
        products = [self._product(name) for name in ("filler", "toxin", "wand")[: self._draw(2, 3)]]
        old = {
            "product": "old",
            "label": "Old",
            "groups": ["needle"],
            "unit": "mL",
            "recorded_only": "yes",
        }
        return Cards(
            area_cards=areas,
            product_cards=(*products, old),
            areas=tuple(card["area"] for card in areas),
            paired=frozenset(card["area"] for card in areas if card["paired"] == "yes"),
            around={card["area"]: (card["area"], *card["groups"]) for card in areas},
            classes=tuple(card["product"] for card in products),
            leaves=tuple(self._above),
            above=self._above,
            attributes=self._attributes,
        )

    def _draw(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def _area(self, name: str) -> dict[str, Any]:
        attributes = {"danger": self._random.choice(DANGER)}
        self._attributes[name] = attributes
        groups = (
            ["upper"] if name == "brow" else self._random.choice(([], ["lower"], ["lower", "soft"]))
        )
        return {
            "area": name,
            "label": name.title(),
            "paired": self._random.choice(("yes", "no")),
            "groups": groups,
            "attributes": attributes,
        }

    def _product(self, name: str) -> dict[str, Any]:
        groups = ["needle"] if name != "wand" else []
        if name == "filler":
            groups.append("volumizer")
        attributes = {"reversible": self._random.choice(("yes", "no"))}
        card: dict[str, Any] = {
            "product": name,
            "label": name.title(),
            "groups": groups,
            "attributes": attributes,
            "unit": {"filler": "mL", "toxin": "U", "wand": "mL"}[name],
            "units_interchangeable": "no" if name == "toxin" else "yes",
        }
        if self._random.random() < 0.7:
            card["acts_on"] = self._random.choice(ACTS_ON)
        members = self._members(name, (name, *groups), attributes, self._draw(0, 2))
        if members:
            card["members"] = members
        else:
            self._leaf(name, (name, *groups), attributes)
        return card

    def _leaf(self, name: str, above: tuple[str, ...], attributes: dict[str, str]) -> None:
        self._above[name] = above
        self._attributes[name] = attributes

    def _members(
        self, parent: str, above: tuple[str, ...], inherited: dict[str, str], count: int
    ) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for letter in "xyz"[:count]:
            name = f"{parent}_{letter}"
            own = {"reversible": self._random.choice(("yes", "no"))}
            attributes = own if self._random.random() < 0.4 else inherited
            member: dict[str, Any] = {"label": name.title(), "attributes": attributes}
            nested = self._random.random() < 0.15
            inner = self._members(name, (name, *above), attributes, 1 if nested else 0)
            if inner:
                member["members"] = inner
            else:
                self._leaf(name, (name, *above), attributes)
            members[name] = member
        return members


def label(random: Random, cards: Cards, scope: Scope) -> None:
    """Give products, and some of their members, labels by country."""
    facts = scope.only("fact")
    for card in cards.product_cards:
        for labelled in (card, *card.get("members", {}).values()):
            if random.random() < 0.5:
                labelled["labels"] = {
                    country: _label(random, cards, facts)
                    for country in COUNTRIES[:2]
                    if random.random() < 0.7
                }


def _label(random: Random, cards: Cards, scope: Scope) -> Any:
    if random.random() < 0.3:
        return "not_approved"
    indications: list[dict[str, Any]] = []
    for area in cards.areas:
        if random.random() < 0.5:
            indications.append({"area": area})
            if random.random() < 0.6:
                indications[-1]["when"] = Conditions(random).condition(scope, 1)
    return indications
