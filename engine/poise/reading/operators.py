"""Tests as they are written: which a kind allows, and what they mean."""

from __future__ import annotations

from typing import Any

from poise.conditions import Among, Bounds, CountOf, Duration, Includes, Known, Not, Test, Window
from poise.problems import At, Collector
from poise.reading.operands import BOUNDS, WINDOWS, Operands
from poise.reading.scalars import number, read_duration, read_number
from poise.source import at
from poise.vocabulary import BOTH, Choice, Choices, Date, Grade, Kind, Number, Records, Text, YesNo


class TestReader:
    """Reads the tests of one fact; every problem names it."""

    def __init__(self, name: str, kind: Kind, problems: Collector) -> None:
        self._name = name
        self._kind = kind
        self._problems = problems
        self._operands = Operands(name, kind, problems)

    def read(self, value: Any, place: At, known_allowed: bool = False) -> Test | None:
        """The test, or None with a problem."""
        place = at(value, place)
        if isinstance(value, dict) and "not" in value:
            return self._not(value, place)
        told_of = not isinstance(self._kind, Text) and "known" not in self._operands.words()
        if value == "known" and told_of:
            return self._known(place, known_allowed)
        match self._kind:
            case YesNo() | Choice():
                return self._among(value, place)
            case Grade():
                return self._grade(value, place)
            case Number():
                return self._number(value, place)
            case Choices():
                return self._choices(value, place)
            case Date():
                return self._date(value, place)
            case Records():
                self._operands.refuse(
                    place, value, "rules read records through measures: count, sum or latest"
                )
            case Text():
                self._operands.refuse(place, value, "text is shown, and never tested")
        return None

    def _not(self, value: Any, place: At) -> Test | None:
        if len(value) > 1:
            self._problems.error(
                place, "wrong-operator", "'not' stands alone in its test", "write {not: TEST}"
            )
            return None
        if value["not"] in ("known", "unknown") and value["not"] not in self._operands.words():
            self._problems.error(
                place,
                "forbidden-here",
                f"no rule can test that '{self._name}' is not {value['not']}",
                "an unknown answer already holds back what depends on it",
            )
            return None
        inner = self.read(value["not"], place)
        return None if inner is None else Not(inner)

    def _known(self, place: At, allowed: bool) -> Test | None:
        if allowed:
            return Known()
        self._problems.error(
            place,
            "forbidden-here",
            "'known' may stand only under 'require' in 'that', and of a fact",
            "elsewhere an unknown answer already holds back what depends on it",
        )
        return None

    def _among(self, value: Any, place: At) -> Test | None:
        words = self._operands.listed(value, place)
        if words is None:
            return None
        if isinstance(self._kind, Choice):
            kind = self._kind
            meant = frozenset(one for word in words for one in kind.meaning(word))
            return Among(meant | {BOTH} if BOTH in kind.options else meant)
        return Among(frozenset(words))

    def _grade(self, value: Any, place: At) -> Test | None:
        assert isinstance(self._kind, Grade)
        if not isinstance(value, dict):
            return self._among(value, place)
        levels = self._kind.scale.levels
        bounds: dict[str, float] = {}
        for operator, word in self._operands.operators(value, BOUNDS, place):
            level = self._operands.word(word, at(word, place))
            if level is None:
                return None
            bounds[operator] = levels.index(level)
        return self._operands.bounds(bounds, 0, len(levels) - 1, 1, place)

    def _number(self, value: Any, place: At) -> Test | None:
        kind = self._kind
        assert isinstance(kind, Number)
        if not isinstance(value, dict):
            shown = value if isinstance(value, str) and number(value) is not None else "NUMBER"
            self._operands.refuse(
                place, value, f"write {{at_least: {shown}}} or {{at_most: {shown}}}"
            )
            return None
        bounds: dict[str, float] = {}
        for operator, written in self._operands.operators(value, BOUNDS, place):
            found = read_number(written, place, self._problems)
            if found is None:
                return None
            if not kind.low <= found <= kind.high:
                self._problems.error(
                    at(written, place),
                    "bad-number",
                    f"'{written}' is outside the range of '{self._name}', "
                    f"{kind.low:g} to {kind.high:g} {kind.unit}".rstrip(),
                    "every answer would pass this test, or none",
                )
                return None
            bounds[operator] = found
        return self._operands.bounds(bounds, kind.low, kind.high, 0, place)

    def _choices(self, value: Any, place: At) -> Test | None:
        kind = self._kind
        assert isinstance(kind, Choices)
        if not isinstance(value, dict):
            shown = value if isinstance(value, str) and value else "X"
            self._operands.refuse(place, value, f"several may hold: write {{includes: {shown}}}")
            return None
        for operator, written in self._operands.operators(value, ("includes", "count"), place):
            if operator == "count":
                return self._count(written, at(written, place), len(kind.options))
            if written == "any":
                return CountOf(Bounds(at_least=1))
            words = self._operands.listed(written, at(written, place))
            if words is None:
                return None
            return Includes(frozenset(one for word in words for one in kind.meaning(word)))
        return None

    def _count(self, value: Any, place: At, most: int) -> Test | None:
        if not isinstance(value, dict):
            self._operands.refuse(place, value, "write {count: {at_least: 2}}")
            return None
        bounds: dict[str, float] = {}
        for operator, written in self._operands.operators(value, BOUNDS, place):
            found = read_number(written, place, self._problems)
            if found is None:
                return None
            if found != int(found) or not 0 <= found <= most:
                self._problems.error(
                    at(written, place),
                    "bad-number",
                    f"'{written}' cannot be a count of '{self._name}'",
                    f"a whole number from 0 to {most}, as it has {most} choices",
                )
                return None
            bounds[operator] = found
        found_bounds = self._operands.bounds(bounds, 0, most, 1, place)
        return None if found_bounds is None else CountOf(found_bounds)

    def _date(self, value: Any, place: At) -> Test | None:
        if not isinstance(value, dict):
            self._operands.refuse(place, value, "write {in_last: 6 months} or {in_next: 28 days}")
            return None
        for operator, written in self._operands.operators(value, WINDOWS, place):
            length = read_duration(written, place, self._problems)
            if length is None:
                return None
            none = Duration(0, "days")
            back = none if operator == "in_next" else length
            return Window(back, none if operator == "in_last" else length)
        return None
