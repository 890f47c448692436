"""Selectors as they are written: which candidates a verb acts on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from poise.conditions import Among, Bounds, Not, Test
from poise.problems import At, Collector, did_you_mean, nearest
from poise.reading.names import Names
from poise.reading.operators import TestReader
from poise.reading.scalars import number, quoted
from poise.reading.spaces import Space, spaces
from poise.rules import EVERYTHING, Selector
from poise.source import at
from poise.trees import within
from poise.vocabulary import Grade, Kind

PARTS = ("product", "area", "side", "for", "acts_on", "label_status")
_BESIDE = ("items", "say", "until", "reopened_by", "that", "note", "before")
"""What verbs say beside their selector."""


class SelectorReader:
    """Reads selectors over a taxonomy, reporting what it cannot read."""

    def __init__(self, names: Names, problems: Collector) -> None:
        self._taxonomy = names.taxonomy
        self._unread = names.unread
        self._problems = problems
        self._spaces = spaces(names.taxonomy)

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
                "write 'everything', or a mapping such as {product: NAME, area: NAME}",
            )
            return EVERYTHING
        parts: dict[str, frozenset[str]] = {}
        whole = True
        for key in sorted(value):
            part, passing = self._part(key, value[key], at(key, place))
            if passing is None:
                whole = False
            else:
                parts[part] = parts[part] & passing if part in parts else passing
        selector = Selector(
            products=parts.get("products"),
            areas=parts.get("areas"),
            sides=parts.get("sides"),
            goals=parts.get("goals"),
            acts_on=parts.get("acts_on"),
            label=parts.get("label"),
            written=tuple((str(key), _words(value[key])) for key in sorted(value)),
            area_said="area" in value,
            side_said="side" in value,
        )
        if whole and not self._unread:  # a card that cannot be read may be the one that matches
            self._check_matches(selector, parts, place)
        return selector

    def _check_matches(
        self, selector: Selector, parts: Mapping[str, frozenset[str]], place: At
    ) -> None:
        taxonomy = self._taxonomy
        recorded_only = bool(selector.products) and all(
            taxonomy.products[leaf].recorded_only for leaf in selector.products or ()
        )
        unpaired = (
            selector.sides is not None
            and "" not in selector.sides
            and not any(taxonomy.areas[area].paired for area in selector.areas or taxonomy.areas)
        )
        if recorded_only or unpaired or not all(parts.values()):
            self._problems.error(
                place,
                "matches-nothing",
                f"no treatment can match {quoted_selector(selector)}",
                "it is 'recorded_only': records may name it, and it is never planned"
                if recorded_only
                else "check which product and area have all of this",
            )

    def _part(self, key: str, value: Any, place: At) -> tuple[str, frozenset[str] | None]:
        """Which part of a candidate a line speaks of, and what passes."""
        taxonomy = self._taxonomy
        if key == "area" and value == "any":
            return "areas", frozenset(taxonomy.areas)
        if key in self._spaces:
            part, space = self._spaces[key]
            return part, self._named(space, value, place)
        owner, _, attribute = key.partition(".")
        if owner == "product" and attribute in taxonomy.product_attributes:
            kind = taxonomy.product_attributes[attribute]
            said = {p.id: p.attributes for p in taxonomy.members}
            return "products", self._with(key, attribute, kind, said, value, place)
        if owner == "area" and attribute in taxonomy.area_attributes:
            kind = taxonomy.area_attributes[attribute]
            said = {area.id: area.attributes for area in taxonomy.areas.values()}
            return "areas", self._with(key, attribute, kind, said, value, place)
        if key not in self._unread:
            self._refuse_part(key, place)
        return "products", None

    def _refuse_part(self, key: str, place: At) -> None:
        taxonomy = self._taxonomy
        known = [
            *PARTS,
            *(f"product.{name}" for name in taxonomy.product_attributes),
            *(f"area.{name}" for name in taxonomy.area_attributes),
        ]
        beside = nearest(key, _BESIDE) if not nearest(key, known) else ""
        self._problems.error(
            place,
            "unknown-field",
            f"'{key}' is nothing that a treatment can be selected by",
            f"did you mean '{beside}'? what it selects then stands under 'items:'"
            if beside
            else did_you_mean(key, known),
        )

    def _named(self, space: Space, value: Any, place: At) -> frozenset[str] | None:
        place = at(value, place)
        if isinstance(value, dict):
            if set(value) != {"not"}:
                self._problems.error(
                    place,
                    "wrong-kind",
                    f"{quoted(value)} is not {space.noun}",
                    "write a name, a list of names, or {not: NAME}",
                )
                return None
            inner = self._named(space, value["not"], place)
            return None if inner is None else frozenset(space.universe) - inner
        if value in ([], ""):
            self._problems.error(
                place,
                "wrong-kind",
                f"nothing here names {space.noun}",
                "name one, or leave the line out",
            )
            return None
        passing: frozenset[str] = frozenset()
        whole = True
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str) and word in space.names:
                passing |= space.meaning(word)
                continue
            whole = False
            if not isinstance(word, str) or word not in self._unread:
                self._refuse_name(space, word, at(word, place))
        return passing if whole else None

    def _refuse_name(self, space: Space, word: Any, place: At) -> None:
        hint = did_you_mean(word, space.names) if isinstance(word, str) else ""
        for _, other in self._spaces.values():
            if isinstance(word, str) and word in other.names:
                hint = f"it is {other.noun}"
        self._problems.error(
            place,
            "unknown-name",
            f"{quoted(word)} is not {space.noun}",
            hint or "declare it first",
        )

    def _with(
        self,
        key: str,
        attribute: str,
        kind: Kind,
        cards: Mapping[str, Mapping[str, str]],
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
        case Bounds():
            if isinstance(kind, Grade):
                levels = kind.scale.levels
                return value in levels and within(levels.index(value), test)
            found = number(value)
            return found is not None and within(found, test)
    return False


def _words(value: Any) -> tuple[str, ...]:
    """What was written for one part, as plain words for sentences."""
    if isinstance(value, dict):
        return tuple(
            f"{operator} {word}".replace("_", " ")
            for operator, written in sorted(value.items())
            for word in _words(written)
        )
    if isinstance(value, list):
        return tuple(sorted(word for one in value for word in _words(one)))
    return (str(value),)


def quoted_selector(selector: Selector) -> str:
    """A selector as its author wrote it."""
    inner = ", ".join(f"{key}: {' or '.join(words)}" for key, words in selector.written)
    return f"'{inner}'"
