"""Areas and products: from their cards as written to the taxonomy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from poise.conditions import ALWAYS
from poise.problems import At, Collector, did_you_mean
from poise.reading.conditions import Scope
from poise.reading.linker import Basics, Linker
from poise.reading.names import Taxonomy
from poise.reading.scalars import number, quoted
from poise.reading.structure import validate
from poise.reading.written import AreaFile, IndicationWritten, MemberWritten, ProductFile
from poise.rules import Area, Indication, Product
from poise.source import Block, at
from poise.vocabulary import Choice, Fact, Grade, Kind, Number, YesNo

Cards = list[tuple[Any, At]]


class TaxonomyReader:
    """Reads the cards of areas and products."""

    def __init__(
        self,
        basics: Basics,
        area_groups: Mapping[str, str],
        product_groups: Mapping[str, str],
        area_attributes: Mapping[str, Kind],
        product_attributes: Mapping[str, Kind],
    ) -> None:
        self._basics = basics
        self._problems: Collector = basics.problems
        self._area_groups = area_groups
        self._product_groups = product_groups
        self._area_attributes = area_attributes
        self._product_attributes = product_attributes
        self._labels: list[tuple[str, Any, At]] = []

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
            card = validate(AreaFile, value, self._basics, self._problems, place, "an area")
            if card is None:
                continue
            place = at(value["area"], place)
            self._check_new(card.area, areas, "area", place)
            self._check_groups(card.groups, self._area_groups, "area", value)
            self._check_attributes(value, self._area_attributes)
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
            card = validate(ProductFile, value, self._basics, self._problems, place, "a product")
            if card is None:
                continue
            self._check_groups(card.groups, self._product_groups, "product", value)
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
        self._check_new(name, {**products, **self._product_groups}, "product", place)
        self._check_attributes(value, self._product_attributes)
        product = replace(
            parent,
            id=name,
            label=card.label,
            above=parent.above | {name},
            attributes={**parent.attributes, **card.attributes},
            sources=card.sources or parent.sources,
            notes=card.notes,
        )
        if value.get("labels"):
            self._labels.append((name, value["labels"], at(value["labels"], place)))
        products[name] = product
        leaves: frozenset[str] = frozenset()
        for key, member in (value.get("members") or {}).items():
            spot = at(key, place)
            written = validate(
                MemberWritten, member, self._basics, self._problems, spot, f"the member '{key}'"
            )
            if written is not None:
                leaves |= self._add(str(key), written, member, product, products, spot)
        leaves = leaves or frozenset((name,))
        products[name] = replace(product, leaves=leaves)
        return leaves

    def with_labels(self, taxonomy: Taxonomy, linker: Linker) -> Taxonomy:
        """The taxonomy with its labels, whose conditions need every name."""
        said: dict[str, dict[str, tuple[Indication, ...] | None]] = {}
        for name, value, place in self._labels:
            said[name] = {}
            for country, entries in value.items():
                said[name][str(country)] = self._indications(
                    entries, at(country, place), taxonomy, linker
                )
        products = {
            product.id: replace(product, labels=_inherited(product, taxonomy.products, said))
            for product in taxonomy.products.values()
        }
        return replace(taxonomy, products=products)

    def _indications(
        self, entries: Any, place: At, taxonomy: Taxonomy, linker: Linker
    ) -> tuple[Indication, ...] | None:
        if entries == "not_approved":
            return None
        if not isinstance(entries, list):
            self._problems.error(
                at(entries, place),
                "wrong-kind",
                f"a label is a list of indications or 'not_approved', not {quoted(entries)}",
            )
            return None
        found = []
        for entry in entries:
            written = validate(
                IndicationWritten, entry, linker, self._problems, at(entry, place), "an indication"
            )
            if written is None:
                continue
            if written.area not in taxonomy.areas:
                self._problems.error(
                    at(entry["area"], place),
                    "unknown-name",
                    f"'{written.area}' is not an area of this pack",
                    did_you_mean(written.area, taxonomy.areas),
                )
            scope = Scope(readable=(Fact,), inside="a label")
            when = ALWAYS if written.when is None else linker.condition_in(written.when, scope)
            found.append(Indication(written.area, when, written.source))
        return tuple(found)

    def _check_new(self, name: str, known: Mapping[str, Any], noun: str, place: At) -> None:
        if name in known:
            self._problems.error(
                place, "duplicate-id", f"the {noun} '{name}' is declared twice", "keep one"
            )

    def _check_groups(
        self, groups: tuple[str, ...], known: Mapping[str, str], noun: str, value: Any
    ) -> None:
        for group in groups:
            if group not in known:
                self._problems.error(
                    at(value["groups"], self._basics.place),
                    "unknown-name",
                    f"'{group}' is not a group of {noun}s",
                    did_you_mean(group, known) or f"declare it under '{noun}_groups'",
                )

    def _check_attributes(self, value: Any, known: Mapping[str, Kind]) -> None:
        written = value.get("attributes")
        if not isinstance(written, Block):
            return
        for name, said in written.items():
            kind = known.get(name)
            if kind is None:
                message, hint = f"'{name}' is not an attribute of a card", did_you_mean(name, known)
            elif _suits(kind, said):
                continue
            else:
                message = f"{quoted(said)} is nothing that '{name}' can be"
                hint = did_you_mean(str(said), _words(kind)) or f"it is {kind.noun}"
            spot = at(name if kind is None else said, self._basics.place)
            self._problems.error(spot, "unknown-name", message, hint)


def _words(kind: Kind) -> tuple[str, ...]:
    match kind:
        case YesNo():
            return ("yes", "no")
        case Grade(scale):
            return scale.levels
        case Choice(options=options):
            return options
    return ()


def _suits(kind: Kind, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    if isinstance(kind, Number):
        found = number(value)
        return found is not None and kind.low <= found <= kind.high
    return value in _words(kind)


def _inherited(
    product: Product,
    products: Mapping[str, Product],
    said: Mapping[str, Mapping[str, tuple[Indication, ...] | None]],
) -> Mapping[str, tuple[Indication, ...] | None]:
    """What a product's own label says of each country, else what the nearest above it says."""
    above = [name for name in product.above if name in products]
    nearest_last = sorted(above, key=lambda name: len(products[name].above))
    labels: dict[str, tuple[Indication, ...] | None] = {}
    for name in nearest_last:
        labels.update(said.get(name, {}))
    return labels


