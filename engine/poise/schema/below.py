"""What a pack may replace and retire: the ids of the pack that it extends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from poise.schema.words import Json, one_of, one_or_more, text
from poise.vocabulary import GOALS, Each

if TYPE_CHECKING:
    from poise.pack import RulePack
    from poise.schema.models import Models


def departing(what: str) -> Callable[[Models, Each | None], Json]:
    """One or more ids of one sort; in a pack that extends none, any words."""

    def field(models: Models, _: Each | None) -> Json:
        contents = models.pack.contents
        ids = ids_below(models.pack, what) if contents.base is not None else {}
        return one_or_more(one_of(ids, ids) if ids else text())

    return field


def ids_below(pack: RulePack, what: str) -> dict[str, str]:
    """The ids with their titles, as they are without what this pack changes."""
    changes = [one for one in pack.contents.changes if one.what == what]
    found = _ids(pack, what) | {one.id: one.title for one in changes}
    for one in changes:
        if one.how == "added":
            del found[one.id]
    return dict(sorted(found.items()))


def _ids(pack: RulePack, what: str) -> dict[str, str]:
    """Every id of one sort in a whole pack."""
    vocabulary, taxonomy = pack.vocabulary, pack.taxonomy
    products = taxonomy.products.values()
    titled: Mapping[str, Mapping[str, Any]] = {
        "rule": {one.id: one.title for one in pack.rules},
        "fact": {name: one for name, one in vocabulary.facts.items() if name != GOALS},
        "measure": vocabulary.measures,
        "finding": vocabulary.findings,
        "goal": vocabulary.goals,
        "scale": vocabulary.scales,
        "group": vocabulary.groups,
        "area_group": taxonomy.area_groups,
        "product_group": taxonomy.product_groups,
        "area_attribute": taxonomy.area_attributes,
        "product_attribute": taxonomy.product_attributes,
        "source": {name: one.title for name, one in pack.sources.items()},
        "area": taxonomy.areas,
        "product": {one.id: one for one in products if one.id == one.item},
        "member": {one.id: one for one in products if one.id != one.item},
        "view": {one.id: one for one in pack.views},
        "proof": {one.id: one.title for one in pack.contents.proofs},
    }
    return {
        name: one if isinstance(one, str) else getattr(one, "label", name)
        for name, one in titled[what].items()
    }
