"""Tests on a fact's states: when every value that it may have passes, and when none does."""

from __future__ import annotations

import z3

from poise.conditions import Among, Bounds, CountOf, Includes, Known, Not, Test, Window
from poise.solver.calendar import Calendar
from poise.solver.terms import (
    HOLDS,
    NO,
    Chosen,
    Figure,
    Listed,
    Ordered,
    State,
    Truths,
    both,
    denied,
    either,
    every,
    given,
    number_of,
    some,
)


def line_truths(
    test: Test, met_if_absent: bool, state: State, levels: tuple[str, ...], calendar: Calendar
) -> Truths:
    """A line's pair: unknown facts leave it open, and one that does not apply fails it."""
    passed = passes(test, state, levels, calendar)
    there = given(state)
    true, false = both(there, passed.true), both(there, passed.false)
    if met_if_absent or isinstance(test, Known):
        return Truths(either(true, state.absent), false)
    return Truths(true, either(false, state.absent))


def passes(test: Test, state: State, levels: tuple[str, ...], calendar: Calendar) -> Truths:
    """Whether a state that is known, in whole or in part, passes."""
    match test, state:
        case Not(inner), _:
            return passes(inner, state, levels, calendar).swapped()
        case Known(), _:
            return HOLDS
        case Among(values), Chosen():
            return state.among(values)
        case Among(values), Ordered():
            return _levels(values, state, levels)
        case Bounds(), Ordered():
            return bounded(test, state.low, state.high, state.endless)
        case Includes(members), Listed():
            sure = some(state.sure[one] for one in sorted(members) if one in state.sure)
            perhaps = some(state.perhaps[one] for one in sorted(members) if one in state.perhaps)
            return Truths(sure, both(denied(sure), denied(perhaps)))
        case CountOf(bounds), Listed():
            names = sorted({*state.sure, *state.perhaps})
            low = number_of(state.sure.get(name, NO) for name in names)
            high = number_of(
                either(state.sure.get(name, NO), state.perhaps.get(name, NO)) for name in names
            )
            return bounded(bounds, Figure(low), Figure(high), NO)
        case Window(back, ahead), Ordered():
            return within(state, calendar.first(back), calendar.last(ahead))
    raise AssertionError(f"{test} cannot test {state}")


def bounded(bounds: Bounds, low: Figure, high: Figure, endless: z3.BoolRef) -> Truths:
    """Whether all of a span lies within bounds, and whether none of it does."""
    true, false = [], []
    if bounds.at_least is not None:
        true.append(low.at_least(bounds.at_least))
        false.append(both(denied(endless), z3.Not(high.at_least(bounds.at_least))))
    if bounds.above is not None:
        true.append(low.above(bounds.above))
        false.append(both(denied(endless), z3.Not(high.above(bounds.above))))
    if bounds.at_most is not None:
        true.append(both(denied(endless), z3.Not(high.above(bounds.at_most))))
        false.append(low.above(bounds.at_most))
    if bounds.below is not None:
        true.append(both(denied(endless), z3.Not(high.at_least(bounds.below))))
        false.append(low.at_least(bounds.below))
    return Truths(every(true), some(false))


def within(
    state: Ordered, first: z3.ArithRef | int | None, last: z3.ArithRef | int | None
) -> Truths:
    """Whether a date lies from one day to another; None is an open end."""
    low, high = state.low.value, state.high.value
    true, false = [denied(state.endless)] if last is not None else [], []
    if first is not None:
        true.append(low >= first)
        false.append(both(denied(state.endless), high < first))
    if last is not None:
        true.append(high <= last)
        false.append(low > last)
    return Truths(every(true), some(false))


def _levels(values: frozenset[str], state: Ordered, levels: tuple[str, ...]) -> Truths:
    """A grade between two levels passes when no level between them fails."""
    low, high = state.low.value, state.high.value

    def outside(index: int) -> z3.BoolRef:
        return low != index if state.is_exact else z3.Or(high < index, low > index)

    passing = [index for index, level in enumerate(levels) if level in values]
    failing = [index for index, level in enumerate(levels) if level not in values]
    return Truths(every(map(outside, failing)), every(map(outside, passing)))
