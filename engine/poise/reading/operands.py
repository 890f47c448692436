"""The words, bounds and operators of a test, and what is said where one does not suit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poise.conditions import Bounds
from poise.problems import At, Collector, did_you_mean
from poise.reading.scalars import quoted
from poise.source import at
from poise.vocabulary import Choice, Choices, Grade, Kind, YesNo

BOUNDS = ("at_least", "at_most", "above", "below")
WINDOWS = ("in_last", "in_next", "within")
_EVERY = (*BOUNDS, *WINDOWS, "includes", "count")


class Operands:
    """Reads the parts of one fact's tests; every problem names the fact."""

    def __init__(self, name: str, kind: Kind, problems: Collector) -> None:
        self._name = name
        self._kind = kind
        self._problems = problems

    def words(self) -> tuple[str, ...]:
        match self._kind:
            case YesNo():
                return ("yes", "no")
            case Grade(scale):
                return scale.levels
            case Choice(options=options, below=below) | Choices(options=options, below=below):
                return tuple(dict.fromkeys((*options, *below)))
        return ()

    def listed(self, value: Any, place: At) -> tuple[str, ...] | None:
        """One word or a list of them, all of the kind."""
        offered = " or ".join(f"'{word}'" for word in self.words()[:2])
        if isinstance(value, dict):
            if len(value) != 1 or next(iter(value)) in _EVERY:
                self.refuse(place, value, f"write one of its values, such as {offered}")
            else:
                self.unknown_operator(next(iter(value)), (), place)
            return None
        written = value if isinstance(value, list) else [value]
        if not written or value == "":
            self.refuse(place, value, f"name at least one value, such as {offered}")
            return None
        good = [self.word(word, at(word, place)) for word in written]
        return None if None in good else tuple(word for word in good if word is not None)

    def word(self, word: Any, place: At) -> str | None:
        known = self.words()
        if isinstance(word, str) and word in known:
            return str(word)
        hint = did_you_mean(word, known) if isinstance(word, str) else ""
        if isinstance(self._kind, YesNo) and word in ("true", "false"):
            hint = f"write '{'yes' if word == 'true' else 'no'}'"
        if word == "unknown":
            hint = "no rule tests for an unknown answer: it already holds back what depends on it"
        what = {
            Grade: f"is not a level of '{self._name}'",
            YesNo: f"is not an answer to '{self._name}'",
        }.get(type(self._kind), f"is not a choice of '{self._name}'")
        self._problems.error(
            place, "unknown-name", f"{quoted(word)} {what}", hint or f"one of: {', '.join(known)}"
        )
        return None

    def bounds(
        self, bounds: dict[str, float], least: float, most: float, step: int, place: At
    ) -> Bounds | None:
        """Bounds that some value passes. Grades stand a step apart, numbers do not."""
        if not bounds:
            return None
        low = max(bounds.get("at_least", least), bounds.get("above", least - 1) + step)
        high = min(bounds.get("at_most", most), bounds.get("below", most + 1) - step)
        touching = low == high and low in (
            bounds.get("above") if not step else None,
            bounds.get("below") if not step else None,
        )
        if low > high or touching:
            self._problems.error(
                place,
                "matches-nothing",
                f"no value of '{self._name}' can pass this test",
                "look at the bounds: together they leave nothing",
            )
            return None
        return Bounds(**bounds)

    def operators(
        self, value: Any, allowed: tuple[str, ...], place: At
    ) -> Iterator[tuple[str, Any]]:
        """The operators of a test in order; a problem for the first that does not suit the kind."""
        if not value:
            self.refuse(place, value, f"write one of: {', '.join(allowed)}")
        for operator in value:
            if operator not in allowed:
                self.unknown_operator(operator, allowed, place)
                return
        if len(value) > 1 and allowed != BOUNDS:
            self._problems.error(
                at(list(value)[1], place),
                "wrong-operator",
                f"'{list(value)[1]}' is a second test of '{self._name}'",
                "write one test a line; two tests of one fact stand under 'all_of:'",
            )
            return
        yield from sorted(value.items())

    def unknown_operator(self, operator: str, allowed: tuple[str, ...], place: At) -> None:
        suits = allowed or ("a value", "a list of values", "not")
        self._problems.error(
            at(operator, place),
            "wrong-operator",
            f"'{operator}' does not suit '{self._name}', which is {self._kind.noun}"
            if operator in _EVERY
            else f"'{operator}' is no way to test '{self._name}'",
            (did_you_mean(operator, allowed) if operator not in _EVERY else "")
            or f"one of: {', '.join(suits)}",
        )

    def refuse(self, place: At, value: Any, hint: str) -> None:
        self._problems.error(
            place,
            "wrong-operator",
            f"{quoted(value)} is no test of '{self._name}', which is {self._kind.noun}",
            hint,
        )
