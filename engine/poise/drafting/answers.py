"""Other answers to one fact: on either side of a threshold, and as near as can be."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from poise.assessment import Assessment
from poise.conditions import Bounds, Known, Test
from poise.thresholds import Threshold, step, thresholds
from poise.values import UNKNOWN, Members, Possible, Span, State, Truth, exactly, rounded
from poise.vocabulary import GOALS, Choices, Kind, Number

Told = Callable[[Assessment], Truth]
Pair = tuple[State, State]
"""An answer on this side of a threshold, and the nearest on the other side."""


def answered(one: Assessment, fact: str, state: State) -> Assessment:
    """The same with another answer to one fact, or with none."""
    records = {name: listed for name, listed in one.records.items() if name != fact}
    states = {name: known for name, known in one.states.items() if name != fact}
    if fact not in one.records:
        states[fact] = state  # even if unknown: its group may be answered in one word
    goals = one.goals
    if fact == GOALS:
        kept = state.sure if isinstance(state, Members) else frozenset()
        goals = (*(g for g in one.goals if g in kept), *sorted(kept.difference(one.goals)))
    return replace(one, states=states, records=records, goals=goals)


def either_side(
    known: State, test: Test, kind: Kind, date: datetime.date
) -> Iterator[tuple[State, State]]:
    """For each threshold of a test an answer inside and one outside, as near to what is known."""
    if isinstance(test, Known):
        return
    found = thresholds(test, kind, date)
    passing = frozenset(name for one in found for name in one.names)
    for one in found:
        yield (
            _adapted(known, one, one.inside, passing, kind),
            _adapted(known, one, one.outside, passing, kind),
        )


def _adapted(
    known: State, threshold: Threshold, wanted: State, passing: frozenset[str], kind: Kind
) -> State:
    """A list keeps what else is on it, and an answer that is as wanted stays."""
    if isinstance(known, Possible) and isinstance(wanted, Possible):
        same = known.values <= threshold.names and wanted.values <= threshold.names
        neither = not known.values & passing and not wanted.values & passing
        return known if same or neither else wanted
    if not isinstance(kind, Choices) or not isinstance(wanted, Members):
        return wanted
    known = known if isinstance(known, Members) else Members(frozenset())
    if threshold.names:
        mine = known.sure & threshold.names if wanted.sure else frozenset()
        return listed(kind, (known.sure - passing) | (mine or wanted.sure))
    ordered = sorted(kind.options, key=lambda name: (name not in known.sure, _breadth(kind, name)))
    return listed(kind, ordered[: len(wanted.sure)])


def listed(kind: Choices, names: Iterable[str]) -> Members:
    """What a list of these names says: one that stands for several leaves open which."""
    sure = frozenset(names)
    meant = {leaf for name in sure for leaf in kind.meaning(name)}
    return Members(sure, frozenset(one for one in meant - sure if not kind.below.get(one)))


def _breadth(kind: Choices, name: str) -> int:
    return len(kind.meaning(name))


def turning(one: Assessment, fact: str, kind: Number, told: Told) -> Iterator[Pair]:
    """Where, of all the numbers that a fact can be, what is told first turns: below and above.

    For facts that are worked with, so that no test says where. Steps twice as far each time, and
    halves the last of them.
    """
    known = one.states.get(fact, UNKNOWN)
    if not isinstance(known, Span):
        return
    here, distance = told(one), step(Bounds(), kind)
    for way, end in ((-distance, kind.low), (distance, kind.high)):
        most = int(rounded(abs(end - known.low) / distance))

        def at(count: int, way: float = way, start: float = known.low) -> State:
            return exactly(rounded(start + count * way))

        same, other = 0, min(1, most)
        while told(answered(one, fact, at(other))) is here and other < most:
            same, other = other, min(2 * other, most)
        if told(answered(one, fact, at(other))) is here:
            continue
        while other - same > 1:
            middle = (same + other) // 2
            if told(answered(one, fact, at(middle))) is here:
                same = middle
            else:
                other = middle
        yield at(same), at(other)


def distance(base: State, state: State, kind: Kind) -> tuple[float, ...]:
    """How far an answer is from that of the base; less is better."""
    match base, state:
        case Span(low, _), Span(other, _):
            return (abs(low - other),)
        case Members(sure), Members(other_sure):
            return (len(sure ^ other_sure), *_ranks(kind, other_sure))
        case _, Members(sure):
            return (len(sure), *_ranks(kind, sure))
        case _, Possible(values):
            return tuple(_ranks(kind, values))
    return (0,)


def _ranks(kind: Kind, names: Iterable[str]) -> list[float]:
    """Where names stand among the options of their fact."""
    options: tuple[str, ...] = getattr(kind, "options", ("yes", "no"))
    return sorted(float(options.index(name)) for name in names if name in options)
