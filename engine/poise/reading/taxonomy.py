"""Areas and products: from their cards as written to the taxonomy.

A card that cannot be read still gives its name, so that nothing that speaks of it is told as well:
`unread` says which names those are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.kinds import suits, words
from poise.reading.linker import Basics
from poise.reading.naming import check_word
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.written import AreaFile, MemberWritten, ProductFile
from poise.rules import Area, Product
from poise.source import Block, at
from poise.taxonomy import Taxonomy
from poise.vocabulary import Kind

Cards = list[tuple[Any, At]]


class TaxonomyReader:
    """Reads the cards of areas and products; `labels` are what their labels say, to be linked."""

    def __init__(
        self,
        basics: Basics,
        area_groups: Mapping[str, str],
        product_groups: Mapping[str, str],
        area_attributes: Mapping[str, Kind],
        product_attributes: Mapping[str, Kind],
        written: Collection[str],
    ) -> None:
        """`written` are all attributes that are declared, read or not, as `area.name`."""
        self._basics = basics
        self._problems: Collector = basics.problems
        self._area_groups = area_groups
        self._product_groups = product_groups
        self._area_attributes = area_attributes
        self._product_attributes = product_attributes
        self._written = written
        self._places: dict[str, At] = {}
        self.labels: list[tuple[str, Any, At]] = []
        self.unread: set[str] = set()

    def read(
        self, areas: Cards, products: Cards, goals: tuple[str, ...], acts_on: tuple[str, ...]
    ) -> Taxonomy:
        taxonomy = Taxonomy(
            areas=self._areas(areas),
            area_groups=self._area_groups,
            area_attributes=self._area_attributes,
            products={},
            product_groups=self._product_groups,
            product_attributes=self._product_attributes,
            goals=goals,
            acts_on=acts_on,
        )
        return replace(taxonomy, products=self._products(products, acts_on))

    def _areas(self, cards: Cards) -> dict[str, Area]:
        areas: dict[str, Area] = {}
        for value, place in cards:
            noun = _noun(value, "area")
            card = validate(AreaFile, value, self._basics, self._problems, place, noun)
            if card is None:
                name = value.get("area")
                if isinstance(name, str):
                    self.unread.add(name)
                    areas.setdefault(name, Area(name, name, paired=True, attributes={}))
                continue
            if not self._is_new(card.area, "area", at(value["area"], place), self._area_groups):
                continue
            self._check_groups(card.groups, self._area_groups, "area", value, place)
            self._check_attributes(value, "area", self._area_attributes, noun, place)
            areas[card.area] = Area(
                card.area,
                card.label,
                card.paired,
                card.groups,
                card.attributes,
                card.sources,
                card.notes,
            )
        return dict(sorted(areas.items()))

    def _products(self, cards: Cards, acts_on: tuple[str, ...]) -> dict[str, Product]:
        products: dict[str, Product] = {}
        for value, place in cards:
            noun = _noun(value, "product")
            card = validate(ProductFile, value, self._basics, self._problems, place, noun)
            if card is None:
                self._stand_in(value, products)
                continue
            self._check_groups(card.groups, self._product_groups, "product", value, place)
            if card.acts_on and card.acts_on not in acts_on:
                self._problems.error(
                    at(value["acts_on"], place),
                    "unknown-name",
                    f"'{card.acts_on}' is not in the pack's 'acts_on_order'",
                    did_you_mean(card.acts_on, acts_on),
                )
            top = Product(
                id=card.product,
                label=card.label,
                item=card.product,
                above=frozenset(card.groups),
                leaves=frozenset(),
                attributes={},
                labels={},
                acts_on=card.acts_on,
                unit=card.unit,
                units_interchangeable=card.units_interchangeable,
                recorded_only=card.recorded_only,
            )
            self._add(card.product, card, value, top, products, at(value["product"], place))
        return dict(sorted(products.items()))

    def _stand_in(self, value: Any, products: dict[str, Product]) -> None:
        """The names of a card that cannot be read, each as a product by itself."""
        pending = [(value.get("product"), value)]
        while pending:
            name, card = pending.pop()
            if not isinstance(card, Block):
                continue
            if isinstance(name, str):
                self.unread.add(name)
                products.setdefault(
                    name,
                    Product(
                        id=name,
                        label=name,
                        item=name,
                        above=frozenset((name,)),
                        leaves=frozenset((name,)),
                        attributes={},
                        labels={},
                        acts_on="",
                        unit=str(value.get("unit", "")),
                        units_interchangeable=True,
                    ),
                )
            members = card.get("members")
            if isinstance(members, Block):
                pending += members.items()

    def _add(
        self,
        name: str,
        card: MemberWritten,
        value: Any,
        parent: Product,
        products: dict[str, Product],
        place: At,
    ) -> frozenset[str]:
        """Add a product and all below it; the members that it stands for."""
        if not self._is_new(name, "product", place, self._product_groups):
            return frozenset((name,))
        self._check_attributes(value, "product", self._product_attributes, f"'{name}'", place)
        product = replace(
            parent,
            id=name,
            label=card.label,
            above=parent.above | {name},
            attributes={**parent.attributes, **card.attributes},
            sources=card.sources or parent.sources,
            notes=card.notes,
        )
        if "labels" in value:
            self.labels.append((name, value["labels"], at(value["labels"], place)))
        products[name] = product
        leaves: frozenset[str] = frozenset()
        for key, member in (value.get("members") or {}).items():
            spot = at(key, place)
            noun = f"the member '{key}'"
            written = validate(MemberWritten, member, self._basics, self._problems, spot, noun)
            if written is not None:
                leaves |= self._add(str(key), written, member, product, products, spot)
            else:
                self._stand_in(Block({"product": key, **_members(member)}), products)
                leaves |= {str(key)}
        leaves = leaves or frozenset((name,))
        products[name] = replace(product, leaves=leaves)
        return leaves

    def _is_new(self, name: str, noun: str, place: At, groups: Mapping[str, str]) -> bool:
        """INVARIANT: areas, products and their groups share one space of names."""
        check_word(name, f"a{'n' if noun == 'area' else ''} {noun}", place, self._problems)
        first = self._places.setdefault(name, place)
        if first != place:
            self._problems.error(
                place,
                "duplicate-id",
                f"the {noun} '{name}' is declared twice",
                f"the first stands at {first.file}:{first.line}; keep one",
            )
        elif name in groups:
            self._problems.error(
                place,
                "duplicate-id",
                f"'{name}' is {'an area' if noun == 'area' else 'a product'} and a group of them",
                "rename one",
            )
        return first == place

    def _check_groups(
        self, groups: tuple[str, ...], known: Mapping[str, str], noun: str, value: Any, place: At
    ) -> None:
        written: Any = value["groups"] if groups else []
        for group in written if isinstance(written, list) else [written]:
            if group not in known:
                self._problems.error(
                    at(group, place),
                    "unknown-name",
                    f"'{group}' is not a group of {noun}s",
                    did_you_mean(group, known) or f"declare it under '{noun}_groups:'",
                )

    def _check_attributes(
        self, value: Any, what: str, known: Mapping[str, Kind], noun: str, place: At
    ) -> None:
        for name, said in (value.get("attributes") or {}).items():
            kind = known.get(name)
            if kind is None and f"{what}.{name}" in self._written:
                continue
            if kind is None:
                message = f"{noun} has no attribute '{name}'"
                hint = did_you_mean(name, known)
            elif suits(kind, said):
                continue
            else:
                message = f"{quoted(said)} is nothing that '{name}' can be"
                hint = did_you_mean(str(said), words(kind)) or f"it is {kind.noun}"
            self._problems.error(
                at(name if kind is None else said, place), "unknown-name", message, hint
            )


def _noun(value: Any, noun: str) -> str:
    """The card as its author calls it."""
    name = value.get(noun) if isinstance(value, dict) else None
    article = "an" if noun == "area" else "a"
    return f"the {noun} '{name}'" if isinstance(name, str) and name else f"{article} {noun}"


def _members(value: Any) -> dict[str, Any]:
    members = value.get("members") if isinstance(value, Block) else None
    return {} if members is None else {"members": members}
