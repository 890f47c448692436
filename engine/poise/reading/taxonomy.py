"""Areas and products: from their cards as written to the taxonomy.

A card that cannot be read still gives its name, so that nothing that speaks of it is told as well:
`unread` says which names those are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.cards import CardChecker
from poise.reading.linker import Basics
from poise.reading.naming import check_word
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
        self._basics = basics
        self._problems: Collector = basics.problems
        self._area_groups = area_groups
        self._product_groups = product_groups
        self._area_attributes = area_attributes
        self._product_attributes = product_attributes
        problems = self._problems
        self._area_cards = CardChecker("area", area_groups, area_attributes, written, problems)
        self._product_cards = CardChecker(
            "product", product_groups, product_attributes, written, problems
        )
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
                name = _named(value, "area", place)
                self.unread.add(name)
                areas.setdefault(name, Area(name, name, paired=True, attributes={}))
                continue
            if not self._is_new(card.area, "area", at(value["area"], place), self._area_groups):
                continue
            if not self._area_cards.groups(value, place):
                self.unread.add(card.area)
            self._area_cards.attributes(value, noun, place)
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
                unit = str(value.get("unit", ""))
                self._stand_in(_named(value, "product", place), value, products, unit)
                continue
            if not self._product_cards.groups(value, place):
                self.unread.add(card.product)
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

    def _stand_in(self, top: str, value: Any, products: dict[str, Product], unit: str) -> None:
        """The names of a card that cannot be read, each as a product by itself."""
        pending = [(top, value)]
        while pending:
            name, card = pending.pop()
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
                    unit=unit,
                    units_interchangeable=True,
                ),
            )
            members = card.get("members") if isinstance(card, Block) else None
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
        self._product_cards.attributes(value, f"'{name}'", place)
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
                self._stand_in(key, member, products, product.unit)
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


def _noun(value: Any, noun: str) -> str:
    """The card as its author calls it."""
    name = value.get(noun) if isinstance(value, dict) else None
    article = "an" if noun == "area" else "a"
    return f"the {noun} '{name}'" if isinstance(name, str) and name else f"{article} {noun}"


def _named(value: Block, key: str, place: At) -> str:
    """The id of a card that cannot be read: as it says, or else as its file is called."""
    name = value.get(key)
    return str(name) if isinstance(name, str) and name else PurePosixPath(place.file).stem
