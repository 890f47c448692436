"""Tests as they are written: which a kind allows, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from poise.conditions import (
    Among,
    Bounds,
    CountOf,
    Duration,
    Includes,
    Known,
    Not,
    Test,
    Window,
)
from poise.problems import At, Collector, did_you_mean
from poise.reading.scalars import number, quoted, read_duration, read_number
from poise.source import at
from poise.vocabulary import BOTH, Choice, Choices, Date, Grade, Kind, Number, Records, Text, YesNo

BOUNDS = ("at_least", "at_most", "above", "below")
WINDOWS = ("in_last", "in_next", "within")


class TestReader:
    """Reads the tests of one fact; every problem names it."""

    def __init__(self, name: str, kind: Kind, problems: Collector) -> None:
        self._name = name
        self._kind = kind
        self._problems = problems

    def read(self, value: Any, place: At, known_allowed: bool = False) -> Test | None:
        """The test, or None with a problem."""
        place = at(value, place)
        if isinstance(value, dict) and set(value) == {"not"}:
            inner = self.read(value["not"], place)
            return None if inner is None else Not(inner)
        if value == "known" and "known" not in self._words():
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
                return self._refuse(
                    place, value, "rules read records through measures: count, sum or latest"
                )
            case Text():
                return self._refuse(place, value, "text is shown, and never tested")

    def _known(self, place: At, allowed: bool) -> Test | None:
        if allowed:
            return Known()
        self._problems.error(
            place,
            "forbidden-here",
            "'known' may stand only under 'require' in 'that'",
            "elsewhere an unknown answer already holds back what depends on it",
        )
        return None

    def _words(self) -> tuple[str, ...]:
        match self._kind:
            case YesNo():
                return ("yes", "no")
            case Grade(scale):
                return scale.levels
            case Choice(options=options, below=below) | Choices(options=options, below=below):
                return tuple(dict.fromkeys((*options, *below)))
        return ()

    def _among(self, value: Any, place: At) -> Test | None:
        words = self._listed(value, place)
        if words is None:
            return None
        if isinstance(self._kind, Choice):
            kind = self._kind
            meant = frozenset(one for word in words for one in kind.meaning(word))
            return Among(meant | {BOTH} if BOTH in kind.options else meant)
        return Among(frozenset(words))

    def _listed(self, value: Any, place: At) -> tuple[str, ...] | None:
        """One word or a list of them, all of the kind."""
        if isinstance(value, dict):
            offered = " or ".join(f"'{word}'" for word in self._words()[:2])
            self._refuse(place, value, f"write one of its values, such as {offered}")
            return None
        written = value if isinstance(value, list) else [value]
        if not written:
            self._refuse(place, value, "name at least one value")
            return None
        good = [self._word(word, at(word, place)) for word in written]
        return None if None in good else tuple(word for word in good if word is not None)

    def _word(self, word: Any, place: At) -> str | None:
        known = self._words()
        if isinstance(word, str) and word in known:
            return str(word)
        hint = did_you_mean(word, known) if isinstance(word, str) else ""
        if isinstance(self._kind, YesNo) and word in ("true", "false"):
            hint = f"write '{'yes' if word == 'true' else 'no'}'"
        what = {
            Grade: f"is not a level of '{self._name}'",
            YesNo: f"is not an answer to '{self._name}'",
        }.get(type(self._kind), f"is not a choice of '{self._name}'")
        self._problems.error(
            place, "unknown-name", f"{quoted(word)} {what}", hint or f"one of: {', '.join(known)}"
        )
        return None

    def _grade(self, value: Any, place: At) -> Test | None:
        assert isinstance(self._kind, Grade)
        if not isinstance(value, dict):
            return self._among(value, place)
        levels = self._kind.scale.levels
        bounds: dict[str, float] = {}
        for operator, word in self._operators(value, BOUNDS, place):
            level = self._word(word, at(word, place))
            if level is None:
                return None
            bounds[operator] = levels.index(level)
        return Bounds(**bounds) if bounds else None

    def _number(self, value: Any, place: At) -> Test | None:
        kind = self._kind
        assert isinstance(kind, Number)
        if not isinstance(value, dict):
            hint = (
                f"write {{at_least: {value}}} or {{at_most: {value}}}"
                if isinstance(value, str) and number(value) is not None
                else "write {at_least: NUMBER} or {at_most: NUMBER}"
            )
            return self._refuse(place, value, hint)
        bounds: dict[str, float] = {}
        for operator, written in self._operators(value, BOUNDS, place):
            found = read_number(written, place, self._problems)
            if found is None:
                return None
            if not kind.low <= found <= kind.high:
                self._problems.error(
                    at(written, place),
                    "bad-number",
                    f"'{written}' is outside the range of '{self._name}', "
                    f"{kind.low:g} to {kind.high:g} {kind.unit}".rstrip(),
                    "no answer could ever pass, or fail, this test",
                )
                return None
            bounds[operator] = found
        return Bounds(**bounds) if bounds else None

    def _choices(self, value: Any, place: At) -> Test | None:
        if not isinstance(value, dict):
            shown = value if isinstance(value, str) else "X"
            return self._refuse(place, value, f"several may hold: write {{includes: {shown}}}")
        for operator, written in self._operators(value, ("includes", "count"), place):
            if operator == "count":
                return self._count(written, at(written, place))
            assert isinstance(self._kind, Choices)
            if written == "any":
                return CountOf(Bounds(at_least=1))
            words = self._listed(written, at(written, place))
            if words is None:
                return None
            kind = self._kind
            return Includes(frozenset(one for word in words for one in kind.meaning(word)))
        return None

    def _count(self, value: Any, place: At) -> Test | None:
        if not isinstance(value, dict):
            return self._refuse(place, value, "write {count: {at_least: 2}}")
        bounds: dict[str, float] = {}
        for operator, written in self._operators(value, BOUNDS, place):
            found = read_number(written, place, self._problems)
            if found is None:
                return None
            bounds[operator] = found
        return CountOf(Bounds(**bounds)) if bounds else None

    def _date(self, value: Any, place: At) -> Test | None:
        if not isinstance(value, dict):
            return self._refuse(place, value, "write {in_last: 6 months} or {in_next: 28 days}")
        for operator, written in self._operators(value, WINDOWS, place):
            length = read_duration(written, place, self._problems)
            if length is None:
                return None
            none = Duration(0, "days")
            back = none if operator == "in_next" else length
            return Window(back, none if operator == "in_last" else length)
        return None

    def _operators(
        self, value: Any, allowed: tuple[str, ...], place: At
    ) -> Iterable[tuple[str, Any]]:
        """The operators of a test in order; a problem for each that does not suit the kind."""
        if not value:
            self._refuse(place, value, f"write one of: {', '.join(allowed)}")
        single = allowed != BOUNDS
        for count, (operator, written) in enumerate(value.items()):
            if operator not in allowed or (single and count):
                every = (*BOUNDS, *WINDOWS, "includes", "count", "not")
                known = operator in every
                self._problems.error(
                    at(operator, place),
                    "wrong-operator",
                    f"'{operator}' does not suit '{self._name}', which is {self._kind.noun}"
                    if known
                    else f"'{operator}' is not a test",
                    did_you_mean(operator, allowed) or f"one of: {', '.join(allowed)}",
                )
                return
        yield from sorted(value.items())

    def _refuse(self, place: At, value: Any, hint: str) -> None:
        self._problems.error(
            place,
            "wrong-operator",
            f"{quoted(value)} is no test of '{self._name}', which is {self._kind.noun}",
            hint,
        )
