"""The names that each line of a selector may use, and the candidates that each stands for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from poise.taxonomy import Taxonomy
from poise.vocabulary import SIDES

LABEL_STATUSES = ("labelled", "off_label", "not_approved")


@dataclass(frozen=True, slots=True)
class Space:
    """The names of one line, what they are called in messages, and all that they may stand for."""

    noun: str
    names: Collection[str]
    meaning: Callable[[str], frozenset[str]]
    universe: Collection[str]


def spaces(taxonomy: Taxonomy) -> dict[str, tuple[str, Space]]:
    """By line of a selector: the part of a candidate that it speaks of, and its names."""

    def itself(name: str) -> frozenset[str]:
        return frozenset((name,))

    products, areas = taxonomy.product_names(), taxonomy.area_names()
    members = [product.id for product in taxonomy.members]
    goals, order, labels = taxonomy.goals, taxonomy.acts_on, LABEL_STATUSES
    purpose = "in the pack's 'acts_on_order'"
    found = {
        "product": Space("a product of this pack", products, taxonomy.leaves, members),
        "area": Space("an area of this pack", areas, taxonomy.places, taxonomy.areas),
        "side": Space("a side", SIDES, itself, (*SIDES, "")),
        "for": Space("a goal of this pack", goals, itself, (*goals, "")),
        "acts_on": Space(purpose, order, itself, (*order, "")),
        "label_status": Space("a label status", labels, itself, labels),
    }
    return {line: (_PARTS.get(line, line), space) for line, space in found.items()}


_PARTS = {
    "product": "products",
    "area": "areas",
    "side": "sides",
    "for": "goals",
    "label_status": "label",
}
