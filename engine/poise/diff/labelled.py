"""Where the label status of products differs: their label entries changed, or what these read."""

from __future__ import annotations

from poise.check.cone import Cone
from poise.conditions import Condition
from poise.diff.units import Packs
from poise.pack import RulePack
from poise.planning.labels import COUNTRY, STATUSES, label_condition
from poise.solver.standing import label_name
from poise.trees import facts_read

Labelled = tuple[tuple[str, str], ...]
"""Products with areas."""


def labelled_otherwise(packs: Packs, cones: tuple[Cone, Cone]) -> Labelled:
    """The products and areas of both packs whose label status rests on something else now."""
    if any(COUNTRY not in pack.vocabulary.facts for pack in packs):
        return ()
    old, new = (pack.taxonomy for pack in packs)
    return tuple(
        (product, area)
        for product in sorted(old.products.keys() & new.products.keys())
        for area in sorted(old.areas.keys() & new.areas.keys())
        if _entries(packs[0], cones[0], product, area)
        != _entries(packs[1], cones[1], product, area)
    )


def _entries(pack: RulePack, cone: Cone, product: str, area: str) -> object:
    """What each country's label says of a product in an area, and all that this rests on."""
    return cone.fact(COUNTRY), [
        (
            country,
            indications
            and [
                (one.when, [cone.fact(name) for name in facts_read(one.when)])
                for one in indications
                if one.area == area
            ],
        )
        for country, indications in sorted(pack.taxonomy.products[product].labels.items())
    ]


def label_parts(pack: RulePack, labelled: Labelled) -> dict[str, Condition]:
    """Each of these label statuses as a condition, as a world wants to be told of them."""
    return {
        status_name(product, area, status): label_condition(pack.taxonomy, product, area, status)
        for product, area in labelled
        for status in STATUSES
    }


def status_name(product: str, area: str, status: str) -> str:
    """What a world calls one label status."""
    return label_name(product, area, frozenset((status,)))
