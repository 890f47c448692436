"""What labels say, linked once every name is known: by country, in which area, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from poise.conditions import ALWAYS
from poise.grounding import at_place
from poise.problems import At, Collector, did_you_mean
from poise.reading.conditions import Scope
from poise.reading.linker import Linker
from poise.reading.names import Names
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.written import IndicationWritten
from poise.rules import Indication, Product
from poise.source import at
from poise.taxonomy import Taxonomy
from poise.vocabulary import Choice, Fact

COUNTRY = "setting.country"
"""The fact that says whose labels apply."""

Says = dict[str, tuple[Indication, ...] | None]
"""By country: the indications of a label, or None where the product is not approved."""


class LabelReader:
    """Reads the labels of a taxonomy's products."""

    def __init__(self, names: Names, linker: Linker, problems: Collector) -> None:
        self._names = names
        self._linker = linker
        self._problems = problems

    def read(self, labels: Iterable[tuple[str, Any, At]]) -> Taxonomy:
        """The taxonomy, each product with its own label or the one that it inherits."""
        taxonomy = self._names.taxonomy
        labels = tuple(labels)
        self._check_asked(labels)
        said: dict[str, Says] = {}
        for name, value, place in labels:
            said[name] = {}
            for country, entries in value.items():
                spot = at(country, place)
                self._check_country(country, spot)
                said[name][str(country)] = self._indications(entries, spot)
        products = {
            product.id: replace(product, labels=_inherited(product, taxonomy.products, said))
            for product in taxonomy.products.values()
        }
        return replace(taxonomy, products=products)

    def _check_country(self, country: str, place: At) -> None:
        fact = self._names.vocabulary.facts.get(COUNTRY)
        if fact is None:
            return
        known = fact.kind.options if isinstance(fact.kind, Choice) else ()
        if country not in known:
            self._problems.error(
                place,
                "unknown-name",
                f"{quoted(country)} is not a country of '{COUNTRY}'",
                did_you_mean(country, known) or f"'{COUNTRY}' is a choice of countries",
            )

    def _check_asked(self, labels: tuple[tuple[str, Any, At], ...]) -> None:
        """Labels are of countries, so somebody has to be asked for the country."""
        if COUNTRY in self._names.vocabulary.facts or COUNTRY in self._names.unread:
            return
        if place := next((place for _, value, place in labels if value), None):
            self._problems.error(
                place,
                "unknown-name",
                f"labels speak of countries, and no fact '{COUNTRY}' is declared",
                "declare it, as a choice of countries",
            )

    def _indications(self, entries: Any, place: At) -> tuple[Indication, ...] | None:
        if entries == "not_approved":
            return None
        if not isinstance(entries, list):
            self._problems.error(
                at(entries, place),
                "wrong-kind",
                f"a label is a list of indications or 'not_approved', not {quoted(entries)}",
                "such as [{area: AREA, source: SOURCE}]",
            )
            return None
        found = (self._indication(entry, at(entry, place)) for entry in entries)
        return tuple(one for one in found if one is not None)

    def _indication(self, entry: Any, place: At) -> Indication | None:
        noun = "an indication"
        written = validate(IndicationWritten, entry, self._linker, self._problems, place, noun)
        if written is None:
            return None
        areas = self._names.taxonomy.areas
        if written.area not in areas:
            self._problems.error(
                at(entry["area"], place),
                "unknown-name",
                f"'{written.area}' is not an area of this pack",
                did_you_mean(written.area, areas),
            )
        if written.when is None:
            return Indication(written.area, ALWAYS, written.source)
        scope = Scope(readable=(Fact,), inside="a label", whole="")
        when = self._linker.condition_in(written.when, scope)
        return Indication(
            written.area, at_place(when, self._names.vocabulary, None, None), written.source
        )


def _inherited(product: Product, products: Mapping[str, Product], said: Mapping[str, Says]) -> Says:
    """What a product's own label says of each country, else what the nearest above it says."""
    above = [name for name in product.above if name in products]
    labels: Says = {}
    for name in sorted(above, key=lambda name: (len(products[name].above), name)):
        labels.update(said.get(name, {}))
    return labels
