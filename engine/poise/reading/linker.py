"""Reads the fields that speak of other names; pydantic carries it as its context.

Each method reports what it cannot read at its place, and returns a harmless stand-in so that the
rest of the file is read too: nothing is loaded while a problem stands.
"""

from __future__ import annotations

import datetime
from typing import Any

from poise.conditions import Condition, Duration
from poise.problems import At, Collector, did_you_mean
from poise.reading.conditions import ConditionReader, Scope
from poise.reading.names import Names
from poise.reading.scalars import dates, quoted, read_duration, read_number
from poise.reading.selectors import SelectorReader
from poise.rules import EVERYTHING, Selector
from poise.source import at
from poise.vocabulary import Choices, Date, Each, Finding, Grade, Number, YesNo


class Basics:
    """What can be read before any name is known, but for the sources."""

    def __init__(self, problems: Collector, place: At, sources: frozenset[str] | None) -> None:
        self.problems = problems
        self.place = place
        self._sources = sources

    def yes(self, value: Any) -> bool:
        if value not in ("yes", "no"):
            self.problems.error(
                at(value, self.place),
                "wrong-kind",
                f"{quoted(value)} is neither 'yes' nor 'no'",
                "write 'yes' or 'no'",
            )
        return bool(value == "yes")

    def day(self, value: Any) -> datetime.date:
        found = dates(value) if isinstance(value, str) else None
        if found is None or found[0] != found[1]:
            self.problems.error(
                at(value, self.place),
                "bad-date",
                f"{quoted(value)} is not a day",
                "write it as 2026-11-22",
            )
            return datetime.date.min
        return found[0]

    def figure(self, value: Any) -> float:
        found = read_number(value, self.place, self.problems)
        return 0.0 if found is None else found

    def sources(self, value: Any) -> tuple[str, ...]:
        written = value if isinstance(value, list | tuple) else [value]
        if self._sources is None:
            return tuple(str(one) for one in written)
        for one in written:
            if one not in self._sources:
                self.problems.error(
                    at(one, self.place),
                    "unknown-name",
                    f"{quoted(one)} is not in the source registry",
                    did_you_mean(str(one), self._sources) or "declare it under 'evidence'",
                )
        return tuple(str(one) for one in written)


class Linker(Basics):
    """What can be read once every name is known. `each` is the rule's that is being read."""

    def __init__(self, names: Names, problems: Collector, place: At) -> None:
        super().__init__(problems, place, names.sources)
        self.each: Each | None = None
        self._names = names
        self._conditions = ConditionReader(names.vocabulary, names.hint, problems)
        self._selectors = SelectorReader(names.taxonomy, problems)

    def condition_in(self, value: Any, scope: Scope) -> Condition:
        return self._conditions.read(value, self.place, scope)

    def condition(self, value: Any) -> Condition:
        return self.condition_in(value, Scope(each=self.each))

    def required(self, value: Any) -> Condition:
        return self.condition_in(value, Scope(each=self.each, required=True))

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
        if value in known:
            return str(value)
        bare = space in ("finding", "date") and self._bare(space, value)
        if not bare:
            noun = {"acts_on": "purpose in 'acts_on_order'", "date": "date"}.get(space, space)
            self.problems.error(
                at(value, self.place),
                "unknown-name",
                f"{quoted(value)} is not a {noun} of this pack",
                did_you_mean(str(value), known),
            )
        return str(value)

    def _space(self, space: str) -> tuple[str, ...]:
        vocabulary = self._names.vocabulary
        match space:
            case "goal":
                return tuple(vocabulary.goals)
            case "acts_on":
                return self._names.taxonomy.acts_on
            case "finding":
                return tuple(vocabulary.findings)
        dated = [*vocabulary.facts.values(), *vocabulary.measures.values()]
        return tuple(
            one.id
            for one in dated
            if isinstance(one.kind, Date) and one.each in (None, self.each)
        )

    def _bare(self, space: str, value: Any) -> bool:
        """Whether it names one side or area of a declaration of the space."""
        owner, where = self._names.vocabulary.split(str(value))
        declared = self._names.vocabulary.get(owner)
        if declared is None or where not in self._names.vocabulary.places(declared.each):
            return False
        return isinstance(declared, Finding) if space == "finding" else isinstance(
            declared.kind, Date
        )

    def limit(self, value: Any) -> float | str:
        """A number, or the measure that gives it."""
        measure = self._names.vocabulary.measures.get(str(value))
        if measure is not None and isinstance(measure.kind, Number):
            if measure.each is not None:
                self.problems.error(
                    at(value, self.place), "bare-side", f"'{value}' stands once per {measure.each}"
                )
            return measure.id
        if isinstance(value, str) and value[:1].isalpha():
            self.problems.error(
                at(value, self.place),
                "unknown-name",
                f"{quoted(value)} is neither a number nor a measure",
                did_you_mean(value, self._names.vocabulary.measures),
            )
            return 0.0
        return self.figure(value)

    def conclusion(self, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Findings with the values that a rule puts into them."""
        if not isinstance(value, dict) or not value:
            self.problems.error(
                at(value, self.place),
                "wrong-kind",
                f"'conclude' takes a finding and a value, not {quoted(value)}",
                "such as 'conclude: {lower_face.muscular_heaviness: moderate}'",
            )
            return ()
        found = []
        for name in sorted(value):
            values = self._concluded(name, value[name], at(name, self.place))
            if values:
                found.append((str(name), values))
        return tuple(found)

    def _concluded(self, name: str, value: Any, place: At) -> tuple[str, ...]:
        vocabulary = self._names.vocabulary
        finding = vocabulary.get(name)
        owner, where = vocabulary.split(name)
        if finding is None and where in vocabulary.places(getattr(vocabulary.get(owner), "each", None)):
            finding = vocabulary.get(owner)
        elif finding is not None and finding.each not in (None, self.each):
            self.problems.error(
                place,
                "bare-side",
                f"'{name}' stands once per {finding.each}, and this does not say which",
                f"say '{name}.{vocabulary.places(finding.each)[0]}', or give the rule "
                f"'each: {finding.each}'",
            )
        if not isinstance(finding, Finding):
            what = "is not a finding" if finding else "is not declared"
            self.problems.error(
                place,
                "unknown-name",
                f"'{name}' {what}",
                did_you_mean(name, vocabulary.findings),
            )
            return ()
        return self._values(finding, value, at(value, place))

    def _values(self, finding: Finding, value: Any, place: At) -> tuple[str, ...]:
        match finding.kind:
            case YesNo():
                allowed: tuple[str, ...] = ("yes",)
            case Grade(scale):
                allowed = scale.levels
            case Choices(options=options):
                allowed = options
        several = isinstance(value, list) and isinstance(finding.kind, Choices)
        values = tuple(value) if several else (value,)
        for one in values:
            if one not in allowed:
                self.problems.error(
                    at(one, place),
                    "unknown-name",
                    f"{quoted(one)} is nothing that '{finding.id}' can be",
                    did_you_mean(str(one), allowed) or f"one of: {', '.join(allowed)}",
                )
                return ()
            if isinstance(finding.kind, Grade) and one == allowed[0]:
                self.problems.error(
                    at(one, place),
                    "lowest-level",
                    f"'{one}' is the lowest level of '{finding.id}' and means that it is absent",
                    "leave it to the other rules: where none holds, the finding is absent",
                )
                return ()
        return tuple(str(one) for one in values)


