"""Where a test turns: each threshold, with the nearest value that passes and that fails.

Nearest is one level of a grade, one day of a window, one member of a list, another choice; of a
number it is one step, in the decimals of its range and of what the test says. A side that no value
can have makes no threshold: nothing in the past is younger than today.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from poise.conditions import Among, Bounds, CountOf, Includes, Known, Not, Test, Window
from poise.evaluate import passes, window_ends
from poise.trees import within
from poise.values import Absent, Members, Possible, Span, State, Truth, exactly, just, rounded
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, YesNo

Side = Literal["inside", "outside"]
DECIMALS = 6
"""So many decimals any number has, in every engine."""
FEW = 2
"""A range with more decimals was worked out, and says nothing of how finely one measures."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One place where a test turns.

    `inside` is the nearest state that passes and `outside` the nearest that does not; both are
    known exactly. `step` is the distance of neighbouring values. A threshold of a choice or a list
    is about `names`: one that is written, and all that it stands for.
    """

    inside: State
    outside: State
    step: float = 1.0
    names: frozenset[str] = frozenset()

    @property
    def rises(self) -> bool:
        """Whether what is inside is more than what is outside."""
        return _extent(self.inside).low > _extent(self.outside).low

    @property
    def named(self) -> Side:
        """On which side its names are."""
        return "inside" if _has(self.inside, self.names) else "outside"

    def side(self, state: State, truth: Truth) -> Side | None:
        """On which side a state surely lies for which the test has this truth; None: on neither."""
        if isinstance(state, Absent):
            return None
        if self.names:
            return self._by_name(state, truth)
        rises, value = self.rises, _extent(state)
        inside, outside = _extent(self.inside).low, _extent(self.outside).low
        lower, upper = min(inside, outside), max(inside, outside)
        if value.low >= upper or (value.low > lower and truth is rises):
            return "inside" if rises else "outside"
        if value.high <= lower or (value.high < upper and truth is (not rises)):
            return "outside" if rises else "inside"
        return None

    def _by_name(self, state: State, truth: Truth) -> Side | None:
        if _has(state, self.names):
            return self.named
        if truth is None or truth is (self.named == "inside"):
            return None
        return "outside" if self.named == "inside" else "inside"

    def is_near(self, state: State, side: Side) -> bool:
        """Whether a state on this side is less than a step from the nearest one there."""
        if self.names or isinstance(state, Absent):
            return bool(self.names)
        value, nearest = _extent(state), _extent(self.inside if side == "inside" else self.outside)
        return value.low == value.high and rounded(abs(value.low - nearest.low)) < self.step


def thresholds(
    test: Test, kind: Kind, date: datetime.date, values: Iterable[float] | None = None
) -> tuple[Threshold, ...]:
    """The thresholds of a test of a fact, measure, finding or field, on a day.

    `values` are all that a grade or number can have, where these are fewer than its kind allows:
    the levels that rules conclude, the totals of a score.
    """
    match test, kind:
        case Not(inner), _:
            return tuple(
                replace(one, inside=one.outside, outside=one.inside)
                for one in thresholds(inner, kind, date, values)
            )
        case Known(), _:
            return ()
        case Window(), Date():
            return tuple(_of_window(test, kind, date))
        case Bounds(), Number():
            if values is None:
                return tuple(_of_number(test, kind))
            return tuple(_between(test, (), values, date))
        case Among() | Bounds(), Grade(scale):
            known = range(len(scale.levels)) if values is None else values
            return tuple(_between(test, scale.levels, known, date))
        case Among(passing), YesNo() | Choice():
            return tuple(_of_choice(passing, kind))
        case Includes(members), Choices():
            return tuple(_of_list(members, kind))
        case CountOf(bounds), Choices():
            return tuple(_of_count(bounds, kind))
    raise AssertionError(f"{test} cannot test {kind.noun}")


def step(bounds: Bounds, kind: Number) -> float:
    """How far apart two neighbouring numbers are, as the range and the bounds are written."""
    said = [_decimals(edge) for edge in _edges(bounds).values()]
    said += [few for end in (kind.low, kind.high) if (few := _decimals(end)) <= FEW]
    fewest = max(said, default=0)
    steps = [10.0**-decimals for decimals in range(fewest, DECIMALS + 1)]
    return next((one for one in steps if _fine_enough(bounds, kind, one)), steps[-1])


# --- grades, numbers and counts --------------------------------------------------------------


def _between(
    test: Test, levels: tuple[str, ...], values: Iterable[float], date: datetime.date
) -> Iterator[Threshold]:
    """Between two neighbours of which one passes and one does not."""
    told = [(value, passes(test, exactly(value), levels, date)) for value in sorted(set(values))]
    for (lower, below), (upper, above) in pairwise(told):
        if below is not above:
            inside, outside = (lower, upper) if below else (upper, lower)
            yield Threshold(exactly(inside), exactly(outside), rounded(upper - lower))


def _of_number(bounds: Bounds, kind: Number) -> Iterator[Threshold]:
    distance = step(bounds, kind)
    for inside, outside in _either_side(bounds, distance):
        inner, outer = (rounded(min(max(one, kind.low), kind.high)) for one in (inside, outside))
        if within(inner, bounds) and not within(outer, bounds):
            yield Threshold(exactly(inner), exactly(outer), distance)


def _of_count(bounds: Bounds, kind: Choices) -> Iterator[Threshold]:
    """Lists so long; of names that stand for others only as many as that takes."""
    names = sorted(kind.options, key=lambda name: len(kind.meaning(name)))
    for inside, outside in _either_side(bounds, 1):
        if min(inside, outside) >= 0 and max(inside, outside) <= len(names):
            passing, failing = (frozenset(names[: int(size)]) for size in (inside, outside))
            yield Threshold(Members(passing), Members(failing))


def _either_side(bounds: Bounds, distance: float) -> Iterator[tuple[float, float]]:
    """For each bound, the nearest value within it and the nearest beyond it."""
    for name, edge in _edges(bounds).items():
        away = edge + (distance if name in ("above", "at_most") else -distance)
        yield (edge, away) if name in ("at_least", "at_most") else (away, edge)


def _edges(bounds: Bounds) -> dict[str, float]:
    every = {
        "at_least": bounds.at_least,
        "at_most": bounds.at_most,
        "above": bounds.above,
        "below": bounds.below,
    }
    return {name: edge for name, edge in every.items() if edge is not None}


def _fine_enough(bounds: Bounds, kind: Number, distance: float) -> bool:
    """Whether some number within lies a step from each bound: no whole one is between 2 and 3."""
    return all(
        within(rounded(min(max(inside, kind.low), kind.high)), bounds)
        for inside, _ in _either_side(bounds, distance)
    )


def _decimals(number: float) -> int:
    return len(f"{number:.{DECIMALS}f}".rstrip("0").partition(".")[2])


# --- windows ---------------------------------------------------------------------------------


def _of_window(window: Window, kind: Date, date: datetime.date) -> Iterator[Threshold]:
    today = date.toordinal()
    first, last = window_ends(window, date)
    earliest = today if kind.direction == "future" else datetime.date.min.toordinal()
    latest = today if kind.direction == "past" else datetime.date.max.toordinal()
    for inside, outside in ((first, first - 1), (last, last + 1)):
        if earliest <= min(inside, outside) and max(inside, outside) <= latest:
            yield Threshold(exactly(inside), exactly(outside))


# --- choices and lists -----------------------------------------------------------------------


def _of_choice(values: frozenset[str], kind: YesNo | Choice) -> Iterator[Threshold]:
    options = ("yes", "no") if isinstance(kind, YesNo) else kind.options
    beyond = next((one for one in options if one not in values), None)
    if beyond is not None:
        for names in (values,) if isinstance(kind, YesNo) else _written(values, kind):
            first = next(one for one in options if one in names)
            yield Threshold(just(first), just(beyond), names=names)


def _of_list(members: frozenset[str], kind: Choices) -> Iterator[Threshold]:
    for names in _written(members, kind):
        least = min(
            (one for one in kind.options if one in names), key=lambda n: len(kind.meaning(n))
        )
        yield Threshold(Members(frozenset((least,))), Members(frozenset()), names=names)


def _written(names: frozenset[str], kind: Choice | Choices) -> Iterator[frozenset[str]]:
    """The names, those together for which one name stands."""
    whole = [meant for name in kind.below if (meant := kind.meaning(name)) <= names]
    left = set(names)
    for meant in sorted(whole, key=lambda meant: (-len(meant), sorted(meant))):
        if meant <= left:
            left -= meant
            yield meant
    yield from (frozenset((name,)) for name in kind.options if name in left)


# --- where a state lies ----------------------------------------------------------------------


def _extent(state: State) -> Span:
    """An ordered state; of a list how many it holds."""
    match state:
        case Span():
            return state
        case Members(sure, perhaps):
            return Span(len(sure), len(sure | perhaps))
    raise AssertionError(f"{state} has no order")


def _has(state: State, names: frozenset[str]) -> bool:
    """Whether a choice is surely one of these, or a list surely holds one."""
    match state:
        case Possible(values):
            return values <= names
        case Members(sure, _):
            return bool(sure & names)
    return False
