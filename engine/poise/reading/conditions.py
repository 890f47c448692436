"""Conditions as they are written: mappings of lines, and how they combine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from poise.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Line,
    NoneOf,
    Sided,
)
from poise.problems import At, Collector, did_you_mean
from poise.reading.names import Names
from poise.reading.operators import TestReader
from poise.reading.scalars import quoted, read_number
from poise.source import at
from poise.trees import facts_read
from poise.vocabulary import Each, Fact, Finding, Measure

COMBINING = ("all_of", "any_of", "none_of", "count", "either_side", "both_sides", "other_side")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands, and so what it may say."""

    each: Each | None = None
    """Bare names of this kind mean "this one"."""
    either: bool = False
    """Under `either_side` and its like, which bind a side."""
    readable: tuple[type, ...] = (Fact, Measure, Finding)
    required: bool = False
    """Under `require ... that:`, where `known` may stand and not applicable means met."""
    inside: str = "a condition"
    whole: str = "the rule"
    """What could say `each:` for all that stands in it."""


class ConditionReader:
    """Reads conditions over a vocabulary, reporting what it cannot read."""

    def __init__(self, names: Names, problems: Collector) -> None:
        self._names = names
        self._vocabulary = names.vocabulary
        self._problems = problems
        self.findings: dict[str, At] = {}
        """The findings that were read, each where it first was; whoever asks clears it before."""

    def read(self, value: Any, place: At, scope: Scope) -> Condition:
        """The condition; what cannot be read is reported, and stands as always true."""
        place = at(value, place)
        if not isinstance(value, dict):
            hint = "write a fact and a test, such as 'group.fact: {at_least: 2}'"
            if isinstance(value, list):
                hint = "put a list under 'all_of:' or 'any_of:'"
            self._problems.error(place, "wrong-kind", f"{quoted(value)} is not a condition", hint)
            return ALWAYS
        if not value:
            self._problems.error(
                place, "empty-file", "a condition says nothing", "leave it out to mean always"
            )
            return ALWAYS
        items = tuple(self._item(key, value[key], at(key, place), scope) for key in sorted(value))
        return items[0] if len(items) == 1 else AllOf(items)

    def _item(self, key: str, value: Any, place: At, scope: Scope) -> Condition:
        match key:
            case "all_of":
                return AllOf(self._several(key, value, place, scope))
            case "any_of":
                return AnyOf(self._several(key, value, place, scope))
            case "none_of":
                return NoneOf(self._several(key, value, place, replace(scope, required=False)))
            case "count":
                return self._count(value, place, scope)
            case "either_side" | "both_sides" | "other_side":
                return self._sided(key, value, place, scope)
        return self._line(key, value, place, scope)

    def _sided(
        self,
        mode: Literal["either_side", "both_sides", "other_side"],
        value: Any,
        place: At,
        scope: Scope,
    ) -> Condition:
        before = "each: side" if mode == "other_side" and scope.each != "side" else ""
        inner = self.read(value, place, replace(scope, either=True))
        sided = [name for name in facts_read(inner) if self._each(name) == "side"]
        if before or (not sided and facts_read(inner)):
            self._problems.error(
                place,
                "forbidden-here",
                f"'{mode}' has no meaning here",
                f"it stands in a rule that says '{before}'"
                if before
                else "nothing below it is recorded per side",
            )
        return Sided(mode, inner)

    def _each(self, name: str) -> Each | None:
        declared = self._vocabulary.get(name)
        return None if declared is None else declared.each

    def _several(self, key: str, value: Any, place: At, scope: Scope) -> tuple[Condition, ...]:
        if not isinstance(value, list) or not value:
            self._problems.error(
                at(value, place),
                "wrong-kind",
                f"'{key}' takes a list of conditions, not {quoted(value)}",
                "begin each line below it with '- '",
            )
            return ()
        return tuple(self.read(item, at(item, place), scope) for item in value)

    def _count(self, value: Any, place: At, scope: Scope) -> Condition:
        if not isinstance(value, dict) or set(value) != {"at_least", "of"}:
            self._problems.error(
                at(value, place),
                "wrong-kind",
                "'count' takes a number and a list",
                "write 'count: {at_least: 2, of: [..]}'",
            )
            return ALWAYS
        found = read_number(value["at_least"], place, self._problems)
        items = self._several("of", value["of"], place, scope)
        if found is not None and items and not (found == int(found) and 1 <= found <= len(items)):
            self._problems.error(
                at(value["at_least"], place),
                "bad-number",
                f"'{value['at_least']}' of {len(items)} conditions can never count",
                f"a whole number from 1 to {len(items)}",
            )
        return AtLeast(int(found or 1), items)

    def _line(self, name: str, value: Any, place: At, scope: Scope) -> Condition:
        declared = self._resolve(name, place, scope)
        if declared is None:
            return ALWAYS
        if not isinstance(declared, scope.readable):
            self._problems.error(
                place,
                "forbidden-here",
                f"{scope.inside} cannot read '{name}'",
                f"it reads {' and '.join(_NOUNS[kind] for kind in scope.readable)} only",
            )
            return ALWAYS
        if isinstance(declared, Finding):
            self.findings.setdefault(declared.id, place)
        reader = TestReader(name, declared.kind, self._problems)
        known_allowed = scope.required and isinstance(declared, Fact)
        test = reader.read(value, at(value, place), known_allowed)
        return ALWAYS if test is None else Line(str(name), test, scope.required)

    def _resolve(self, name: str, place: At, scope: Scope) -> Fact | Measure | Finding | None:
        declared = self._vocabulary.get(name)
        if declared is None and name in self._names.unread:
            return None
        if declared is not None:
            bound = declared.each in (None, scope.each) or (
                declared.each == "side" and scope.either
            )
            if not bound:
                self._report_bare(name, declared, place, scope)
            return declared
        owner, where = self._vocabulary.split(name)
        declared = self._vocabulary.get(owner)
        if declared is None or where not in self._vocabulary.places(declared.each):
            if owner not in self._names.unread:
                self._problems.error(
                    place, "unknown-name", f"'{name}' is not declared", self._meant(name)
                )
            return None
        return declared

    def _report_bare(
        self, name: str, declared: Fact | Measure | Finding, place: At, scope: Scope
    ) -> None:
        ways = ["put it under 'either_side:' or 'both_sides:'"] if declared.each == "side" else []
        if scope.whole:
            ways.append(f"give {scope.whole} 'each: {declared.each}'")
        self._problems.error(place, *self._names.bare(name, declared, *ways))

    def _meant(self, name: str) -> str:
        if name in ("or", "and", "not", "if", "either", "neither"):
            return f"combine conditions with {', '.join(COMBINING[:4])}"
        near = did_you_mean(name, COMBINING) if "." not in name else ""
        return self._names.hint(name) or near or "facts, measures and findings can be tested"


_NOUNS: dict[type, str] = {Fact: "facts", Measure: "measures", Finding: "findings"}
