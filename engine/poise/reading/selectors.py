"""Selectors as they are written: which candidates a verb acts on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from poise.conditions import Among, Bounds, Not, Test
from poise.problems import At, Collector, did_you_mean
from poise.reading.names import Taxonomy
from poise.reading.operators import TestReader
from poise.reading.scalars import number, quoted
from poise.rules import EVERYTHING, Selector
from poise.source import at
from poise.vocabulary import SIDES, Grade, Kind

PARTS = ("product", "area", "side", "for", "acts_on", "label_status")
LABEL_STATUSES = ("labelled", "off_label", "not_approved")


class SelectorReader:
    """Reads selectors over a taxonomy, reporting what it cannot read."""

    def __init__(self, taxonomy: Taxonomy, problems: Collector) -> None:
        self._taxonomy = taxonomy
        self._problems = problems

    def read(self, value: Any, place: At) -> Selector:
        """The selector; what cannot be read is reported, and selects everything."""
        place = at(value, place)
        if value == "everything":
            return EVERYTHING
        if not isinstance(value, dict) or not value:
            self._problems.error(
                place,
                "wrong-kind",
                f"{quoted(value)} does not say which treatments are meant",
                "write 'everything', or a mapping such as {product: filler, area: lips}",
            )
            return EVERYTHING
        parts: dict[str, frozenset[str]] = {}
        for key in sorted(value):
            part, passing = self._part(key, value[key], at(key, place))
            if passing is not None:
                parts[part] = parts[part] & passing if part in parts else passing
        selector = Selector(
            **parts,  # type: ignore[arg-type]
            written=tuple((str(key), _words(value[key])) for key in sorted(value)),
            area_said="area" in value,
            side_said="side" in value,
        )
        if any(not passing for passing in parts.values()) or self._only_recorded(selector):
            self._problems.error(
                place,
                "matches-nothing",
                f"no treatment can match {quoted_selector(selector)}",
                "check which product or area has all of this",
            )
        return selector

    def _only_recorded(self, selector: Selector) -> bool:
        return bool(selector.products) and all(
            self._taxonomy.products[leaf].recorded_only for leaf in selector.products or ()
        )

    def _part(self, key: str, value: Any, place: At) -> tuple[str, frozenset[str] | None]:
        """Which part of a candidate a line speaks of, and what passes."""
        taxonomy = self._taxonomy
        match key.split("."):
            case ["product"]:
                members = [product.id for product in taxonomy.members]
                names = taxonomy.product_names()
                return "products", self._named(
                    "product", value, place, names, taxonomy.leaves, members
                )
            case ["area"]:
                if value == "any":
                    return "areas", frozenset(taxonomy.areas)
                return "areas", self._named(
                    "area",
                    value,
                    place,
                    taxonomy.area_names(),
                    taxonomy.places,
                    list(taxonomy.areas),
                )
            case ["side"]:
                return "sides", self._named("side", value, place, SIDES, _itself, (*SIDES, ""))
            case ["for"]:
                goals = taxonomy.goals
                return "goals", self._named("goal", value, place, goals, _itself, (*goals, ""))
            case ["acts_on"]:
                order = taxonomy.acts_on
                return "acts_on", self._named(
                    "purpose", value, place, order, _itself, (*order, "")
                )
            case ["label_status"]:
                return "label", self._named(
                    "label status", value, place, LABEL_STATUSES, _itself, LABEL_STATUSES
                )
            case ["product", attribute] if attribute in taxonomy.product_attributes:
                kind = taxonomy.product_attributes[attribute]
                cards = {p.id: p.attributes for p in taxonomy.members}
                return "products", self._with(key, attribute, kind, cards, value, place)
            case ["area", attribute] if attribute in taxonomy.area_attributes:
                kind = taxonomy.area_attributes[attribute]
                cards = {area.id: area.attributes for area in taxonomy.areas.values()}
                return "areas", self._with(key, attribute, kind, cards, value, place)
        known = [
            *PARTS,
            *(f"product.{name}" for name in taxonomy.product_attributes),
            *(f"area.{name}" for name in taxonomy.area_attributes),
        ]
        self._problems.error(
            place,
            "unknown-field",
            f"'{key}' is nothing that a treatment can be selected by",
            did_you_mean(key, known),
        )
        return "products", None

    def _named(
        self,
        noun: str,
        value: Any,
        place: At,
        names: Iterable[str],
        meaning: Callable[[str], frozenset[str]],
        universe: Iterable[str],
    ) -> frozenset[str] | None:
        place = at(value, place)
        if isinstance(value, dict):
            if set(value) != {"not"}:
                self._problems.error(
                    place, "wrong-kind", f"{quoted(value)} does not name a {noun}", "{not: NAME}"
                )
                return None
            inner = self._named(noun, value["not"], place, names, meaning, universe)
            return None if inner is None else frozenset(universe) - inner
        passing: frozenset[str] = frozenset()
        known = tuple(names)
        for word in value if isinstance(value, list) else [value]:
            if word not in known:
                self._problems.error(
                    at(word, place),
                    "unknown-name",
                    f"{quoted(word)} is not a {noun} of this pack",
                    did_you_mean(str(word), known),
                )
                return None
            passing |= meaning(word)
        return passing

    def _with(
        self,
        key: str,
        attribute: str,
        kind: Kind,
        cards: dict[str, Any],
        value: Any,
        place: At,
    ) -> frozenset[str] | None:
        """The cards whose attribute passes a test; a card without it passes none."""
        test = TestReader(key, kind, self._problems).read(value, place)
        if test is None:
            return None
        return frozenset(
            name
            for name, attributes in cards.items()
            if attribute in attributes and _passes(test, attributes[attribute], kind)
        )


def _passes(test: Test, value: str, kind: Kind) -> bool:
    match test:
        case Not(inner):
            return not _passes(inner, value, kind)
        case Among(values):
            return value in values
        case Bounds(at_least, at_most, above, below):
            place = kind.scale.levels.index(value) if isinstance(kind, Grade) else number(value)
            assert place is not None
            return (
                (at_least is None or place >= at_least)
                and (at_most is None or place <= at_most)
                and (above is None or place > above)
                and (below is None or place < below)
            )
    return False


def _itself(name: str) -> frozenset[str]:
    return frozenset((name,))


def _words(value: Any) -> tuple[str, ...]:
    """What was written for one part, as plain words for sentences."""
    if isinstance(value, dict):
        return tuple(
            f"{operator} {word}".replace("_", " ")
            for operator, written in sorted(value.items())
            for word in _words(written)
        )
    if isinstance(value, list):
        return tuple(sorted(str(word) for word in value))
    return (str(value),)


def quoted_selector(selector: Selector) -> str:
    """A selector as its author wrote it."""
    inner = ", ".join(f"{key}: {' or '.join(words)}" for key, words in selector.written)
    return f"'{inner}'"
