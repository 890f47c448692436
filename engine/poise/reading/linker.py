"""Reads the fields that speak of other names; pydantic carries it as its context.

Each method reports what it cannot read at its place, and returns a harmless stand-in so that the
rest of the file is read too: nothing is loaded while a problem stands.
"""

from __future__ import annotations

import datetime
from typing import Any

from poise.conditions import Condition, Duration
from poise.problems import At, Collector, did_you_mean
from poise.reading.conclusions import ConclusionReader
from poise.reading.conditions import ConditionReader, Scope
from poise.reading.names import Names
from poise.reading.scalars import dates, quoted, read_duration, read_number
from poise.reading.selectors import SelectorReader
from poise.rules import EVERYTHING, Selector
from poise.source import at
from poise.vocabulary import Date, Each, Fact, Finding, Measure, Number


class Basics:
    """What can be read before any name is known, but for the sources."""

    def __init__(self, problems: Collector, place: At, sources: frozenset[str] | None) -> None:
        self.problems = problems
        self.place = place
        self.citable = frozenset() if sources is None else sources
        self._any_source = sources is None

    def yes(self, value: Any) -> bool:
        if value not in ("yes", "no"):
            meant = {"true": "yes", "false": "no"}.get(value) if isinstance(value, str) else None
            self.problems.error(
                at(value, self.place),
                "wrong-kind",
                f"{quoted(value)} is neither 'yes' nor 'no'",
                f"write '{meant}'" if meant else "write 'yes' or 'no'",
            )
        return bool(value == "yes")

    def day(self, value: Any) -> datetime.date:
        found = dates(value) if isinstance(value, str) else None
        if found is None or found[0] != found[1]:
            self.problems.error(
                at(value, self.place),
                "bad-date",
                f"{quoted(value)} is not a day",
                "write it as year-month-day, such as 2026-11-22",
            )
            return datetime.date.min
        return found[0]

    def figure(self, value: Any) -> float:
        found = read_number(value, self.place, self.problems)
        return 0.0 if found is None else found

    def sources(self, value: Any) -> tuple[str, ...]:
        written = value if isinstance(value, list | tuple) else [value]
        if not self._any_source:
            for one in written:
                if not isinstance(one, str) or one not in self.citable:
                    near = did_you_mean(one, self.citable) if isinstance(one, str) else ""
                    self.problems.error(
                        at(one, self.place),
                        "unknown-name",
                        f"{quoted(one)} is not in the source registry",
                        near or "declare it in 'evidence.yaml'",
                    )
        return tuple(str(one) for one in written)


class Linker(Basics):
    """What can be read once every name is known. `each` is the rule's that is being read."""

    def __init__(self, names: Names, problems: Collector, place: At) -> None:
        super().__init__(problems, place, names.sources)
        self.each: Each | None = None
        self._names = names
        self._conditions = ConditionReader(names, problems)
        self._conclusions = ConclusionReader(names, problems)
        self._selectors = SelectorReader(names, problems)

    def begin(self, each: Each | None) -> None:
        """Begin to read a rule."""
        self.each = each
        self._conditions.findings = {}

    @property
    def unread(self) -> frozenset[str]:
        """Names whose declaration cannot be read."""
        return self._names.unread

    @property
    def findings(self) -> dict[str, At]:
        """The findings that the rule has tested so far, each where it first did."""
        return self._conditions.findings

    def condition_in(self, value: Any, scope: Scope) -> Condition:
        return self._conditions.read(value, self.place, scope)

    def condition(self, value: Any) -> Condition:
        return self.condition_in(value, Scope(each=self.each))

    def required(self, value: Any) -> Condition:
        return self.condition_in(value, Scope(each=self.each, required=True))

    def conclusion(self, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return self._conclusions.read(value, self.place, self.each)

    def selector(self, value: Any) -> Selector:
        return self._selectors.read(value, self.place)

    def duration(self, value: Any) -> Duration:
        return read_duration(value, self.place, self.problems) or Duration(0, "days")

    def candidates(self, space: str, value: Any) -> frozenset[str]:
        """The members or areas that a suggestion names."""
        selector = self._selectors.read({space: value}, at(value, self.place))
        if selector == EVERYTHING:
            return frozenset()
        return (selector.products if space == "product" else selector.areas) or frozenset()

    def name(self, space: str, value: Any) -> str:
        known = self._space(space)
        word = value if isinstance(value, str) else ""
        if word in known or word in self._names.unread or self._place_of(space, word):
            return word
        if space in ("date", "fact") and self._bare(space, word):
            return word
        article = "an" if space[0] in "aeiou" else "a"
        named = f"{article} {space} of this pack"
        what = "in the pack's 'acts_on_order'" if space == "acts_on" else named
        self.problems.error(
            at(value, self.place),
            "unknown-name",
            f"{quoted(value)} is not {what}",
            did_you_mean(word, known),
        )
        return word

    def _space(self, space: str) -> tuple[str, ...]:
        vocabulary = self._names.vocabulary
        match space:
            case "goal":
                return tuple(vocabulary.goals)
            case "acts_on":
                return self._names.taxonomy.acts_on
            case "finding":
                return tuple(vocabulary.findings)
            case "fact":
                return tuple(
                    name
                    for name, fact in vocabulary.facts.items()
                    if fact.each in (None, self.each)
                )
        return tuple(
            name
            for name in (*vocabulary.facts, *vocabulary.measures)
            if isinstance(vocabulary.kind(name), Date)
            and getattr(vocabulary.get(name), "each", None) in (None, self.each)
        )

    def _place_of(self, space: str, word: str) -> bool:
        """Whether it names one side or area of a declaration of the space."""
        vocabulary = self._names.vocabulary
        owner, where = vocabulary.split(word)
        declared = vocabulary.get(owner)
        if where is None or declared is None or where not in vocabulary.places(declared.each):
            return False
        return _is(declared, space)

    def _bare(self, space: str, word: str) -> bool:
        """Whether it is a date per side or area that does not say which; told if it is."""
        declared = self._names.vocabulary.get(word)
        if declared is None or not _is(declared, space):
            return False
        way = f"give the rule 'each: {declared.each}'"
        self.problems.error(at(word, self.place), *self._names.bare(word, declared, way))
        return True

    def limit(self, value: Any) -> float | str:
        """A number, or the measure that gives it."""
        word = value if isinstance(value, str) else ""
        measure = self._names.vocabulary.measures.get(word)
        if measure is not None and isinstance(measure.kind, Number):
            if measure.each is not None:
                self.problems.error(
                    at(value, self.place),
                    "bare-side",
                    f"'{word}' stands once per {measure.each}, and a maximum is one number",
                    "name a measure that stands once",
                )
            return measure.id
        if word in self._names.unread:
            return 0.0
        if word[:1].isalpha():
            self.problems.error(
                at(value, self.place),
                "unknown-name",
                f"{quoted(value)} is neither a number nor a measure of one",
                did_you_mean(word, self._names.vocabulary.measures),
            )
            return 0.0
        most = self.figure(value)
        if most < 0:
            self.problems.error(
                at(value, self.place), "bad-number", f"'{value}' is below zero", "write 0 or more"
            )
        return most


def _is(declared: Fact | Measure | Finding, space: str) -> bool:
    if space == "finding":
        return isinstance(declared, Finding)
    if space == "fact":
        return isinstance(declared, Fact)
    return space == "date" and isinstance(declared.kind, Date)
