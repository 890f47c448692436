"""Areas, products and what candidates can be: all that a selector speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from poise.rules import Area, Product
from poise.vocabulary import Choice, Kind


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
