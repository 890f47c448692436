"""Every name that a pack declares: what a rule may speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from poise.problems import did_you_mean
from poise.rules import Area, Product
from poise.vocabulary import Choice, Fact, Finding, Kind, Measure, Vocabulary

GOALS = "goals"
"""The fact that every pack has: what the patient wishes for."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Areas, products and what candidates can be; all that a selector speaks of."""

    areas: Mapping[str, Area]
    area_groups: Mapping[str, str]
    area_attributes: Mapping[str, Kind]
    products: Mapping[str, Product]
    """Classes and members, without the groups above the classes."""
    product_groups: Mapping[str, str]
    product_attributes: Mapping[str, Kind]
    goals: tuple[str, ...]
    acts_on: tuple[str, ...]

    def leaves(self, name: str) -> frozenset[str]:
        """The members that a product's name, or a group's, stands for."""
        if name in self.products:
            return self.products[name].leaves
        return frozenset(
            leaf
            for product in self.products.values()
            if name in product.above
            for leaf in product.leaves
        )

    def places(self, name: str) -> frozenset[str]:
        """The areas that an area's name, or a group's, stands for."""
        if name in self.areas:
            return frozenset((name,))
        return frozenset(area.id for area in self.areas.values() if name in area.groups)

    @property
    def members(self) -> tuple[Product, ...]:
        """The products that candidates can be."""
        return tuple(p for p in self.products.values() if p.leaves == {p.id})

    def product_names(self) -> tuple[str, ...]:
        return (*self.products, *self.product_groups)

    def area_names(self) -> tuple[str, ...]:
        return (*self.areas, *self.area_groups)

    def product_kind(self) -> Choice:
        """The kind of a record's field that names a product, at any height of the taxonomy."""
        below = {name: self.leaves(name) for name in self.product_names()}
        return Choice(tuple(member.id for member in self.members), below)

    def area_kind(self) -> Choice:
        below = {name: self.places(name) for name in self.area_groups}
        return Choice(tuple(self.areas), below)


@dataclass(frozen=True, slots=True)
class Names:
    """The vocabulary and the taxonomy, and the sources that may be cited."""

    vocabulary: Vocabulary
    taxonomy: Taxonomy
    sources: frozenset[str]
    unread: frozenset[str] = frozenset()
    """Names whose declaration is there and cannot be read: that is told where it stands, and not
    again wherever they are used."""

    def bare(
        self, name: str, declared: Fact | Measure | Finding, whole: str = "the rule"
    ) -> tuple[str, str, str]:
        """What there is to say where a name per side or area does not say which.

        `whole` is what could say `each:` for all that stands in it.
        """
        places = self.vocabulary.places(declared.each) or ("AREA",)
        ways = [f"say which: '{name}.{places[0]}'"]
        if declared.each == "side":
            ways.append("put it under 'either_side:' or 'both_sides:'")
        if whole:
            ways.append(f"give {whole} 'each: {declared.each}'")
        return (
            "bare-side",
            f"'{name}' stands once per {declared.each}, and this does not say which",
            ", or ".join(ways),
        )

    def hint(self, written: str) -> str:
        """The nearest fact, measure or finding to a misspelt one."""
        known = self.vocabulary
        return did_you_mean(written, [*known.facts, *known.measures, *known.findings])
