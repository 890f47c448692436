"""What a selector may say; the reader's twin is `poise.reading.selectors`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from poise.reading.spaces import LABEL_STATUSES
from poise.schema.definitions import Definitions
from poise.schema.operators import test
from poise.schema.words import Json, in_form, one_of, reference
from poise.taxonomy import Taxonomy
from poise.vocabulary import SIDES, Kind

if TYPE_CHECKING:
    from poise.pack import RulePack

_ABOUT = {
    "product": "a product, a class or a group of them",
    "area": "an area or a group of areas",
    "side": "one side alone",
    "for": "only where it serves this goal",
    "acts_on": "only where it acts on this",
    "label_status": "only where the label says this",
}


class Selectors:
    """Makes the definitions of selectors and of the names in them."""

    def __init__(self, pack: RulePack, definitions: Definitions) -> None:
        self._taxonomy: Taxonomy = pack.taxonomy
        self._goals = {name: goal.label for name, goal in pack.vocabulary.goals.items()}
        self._definitions = definitions

    def selector(self) -> Json:
        """`everything`, or tests over a candidate."""
        return self._definitions.refer("selector", self._selector)

    def part(self, name: str) -> Json:
        """The names of one part of a selector: one, a list, or any but these."""
        return self._definitions.refer(f"selected:{name}", lambda: self._part(name))

    def name(self, part: str) -> Json:
        """One name of a part."""
        return self._definitions.refer(
            f"name:{part}", lambda: one_of(self._names(part), self._labels(part))
        )

    def _selector(self) -> Json:
        parts = {name: {"description": about, **self.part(name)} for name, about in _ABOUT.items()}
        attributes = {
            **_prefixed("product", self._taxonomy.product_attributes),
            **_prefixed("area", self._taxonomy.area_attributes),
        }
        said = {name: self._attribute(name, kind) for name, kind in attributes.items()}
        everything = {"const": "everything", "description": "every candidate there can be"}
        fields = {
            "type": "object",
            "properties": parts | {name: test for name, test in said.items() if test},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [fields, everything]}

    def _attribute(self, name: str, kind: Kind) -> Json | None:
        definition = f"test:{name}"
        said = test(kind, reference("$defs", definition))
        return said and self._definitions.keep(definition, said)

    def _part(self, part: str) -> Json:
        again = reference("$defs", f"selected:{part}")
        negated = {"description": "any but these", **again}
        forms: Json = {
            "array": {"items": self._listed(part), "minItems": 1},
            "object": {
                "properties": {"not": negated},
                "required": ["not"],
                "additionalProperties": False,
            },
        }
        said = in_form(self.name(part), forms)
        if part == "area":
            said["anyOf"].append({"const": "any", "description": "any area"})
            negated["not"] = {"const": "any"}
        return said

    def _listed(self, part: str) -> Json:
        """In a list of products stand those too that are recorded only, beside others."""
        if part != "product":
            return self.name(part)
        every = self._taxonomy.product_names()
        return self._definitions.refer(
            "name:product:any", lambda: one_of(every, self._labels("product"))
        )

    def _names(self, part: str) -> Iterable[str]:
        match part:
            case "product":
                return [name for name in self._taxonomy.product_names() if self._suggested(name)]
            case "area":
                return self._taxonomy.area_names()
            case "side":
                return SIDES
            case "for":
                return self._goals
            case "acts_on":
                return self._taxonomy.acts_on
        return LABEL_STATUSES

    def _suggested(self, name: str) -> bool:
        leaves = self._taxonomy.leaves(name)
        return not all(self._taxonomy.products[leaf].recorded_only for leaf in leaves)

    def _labels(self, part: str) -> Mapping[str, str]:
        taxonomy = self._taxonomy
        match part:
            case "product":
                products = {name: one.label for name, one in taxonomy.products.items()}
                return {**taxonomy.product_groups, **products}
            case "area":
                areas = {name: one.label for name, one in taxonomy.areas.items()}
                return {**taxonomy.area_groups, **areas}
        return self._goals if part == "for" else {}


def _prefixed(prefix: str, attributes: Mapping[str, Kind]) -> dict[str, Kind]:
    return {f"{prefix}.{name}": kind for name, kind in attributes.items()}
