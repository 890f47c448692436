"""Ceilings over all assessments: what is recorded and this treatment, less the most allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import z3

from poise.canonical import digest
from poise.conditions import Duration
from poise.grounding import Excess
from poise.measures import SESSIONS
from poise.solver.calendar import lengths
from poise.solver.records import Matcher, RecordList, distinct_days
from poise.solver.tallies import beyond, summed
from poise.solver.terms import (
    NO,
    YES,
    Called,
    Figure,
    Note,
    Ordered,
    State,
    both,
    denied,
    either,
    every,
    exact,
    given,
    number_of,
    some,
    total,
)

BOTTOMLESS = z3.RealVal(-(10**12))
"""Below every number: by how much a limit that nothing bounds would be passed at least."""


class Ceilings:
    """Works out by how much each ceiling would be passed.

    What this treatment adds is one session, or else `planned`: the amounts that requests name.
    """

    def __init__(
        self,
        state: Callable[[str], State],
        lists: tuple[RecordList, ...],
        matcher: Matcher,
        note: Note,
        planned: Callable[[Excess], z3.ArithRef],
        called: Called,
    ) -> None:
        self._state = state
        self._lists = lists
        self._matcher = matcher
        self._note = note
        self._planned = planned
        self._called = called

    def excess(self, excess: Excess) -> Ordered:
        limit = self._limit(excess.at_most)
        held = [self._held(excess, listed) for listed in self._lists]
        planned = exact(1) if excess.unit == SESSIONS else self._planned(excess)
        missing = some(listed.state.unknown for listed in self._lists) if self._lists else YES
        unknown = either(limit.unknown, both(given(limit), missing))
        low = total(self._if_listed(one, one.low) for one in held) + planned - limit.high.value
        low = z3.If(limit.endless, BOTTOMLESS, low)
        high = total(self._if_listed(one, one.high) for one in held) + planned - limit.low.value
        endless = some(both(given(one), one.endless) for one in held)
        rounded = limit.low.rounded
        return Ordered(
            unknown, limit.absent, Figure(low, None, rounded), Figure(high, None, rounded), endless
        )

    def link(self, one: Excess, others: Iterable[Excess]) -> None:
        """That of two that are counted alike the one holds no more that counts no more: on lists,
        however long, and of what requests name. INVARIANT: no amount is negative."""
        for other in others:
            for less, more in ((one, other), (other, one)):
                if less is not more and _counts_no_more(less, more):
                    self._link(less, more)

    def _link(self, less: Excess, more: Excess) -> None:
        if less.unit != SESSIONS:
            self._note(self._planned(less) <= self._planned(more))
        for listed in self._lists:
            few, many = self._held(less, listed), self._held(more, listed)
            self._note(few.low.value <= many.low.value)
            self._note(either(many.endless, few.high.value <= many.high.value))

    def _if_listed(self, held: Ordered, end: Figure) -> z3.ArithRef:
        return z3.If(given(held), end.value, z3.RealVal(0))

    def _limit(self, at_most: float | str) -> Ordered:
        if not isinstance(at_most, str):
            most = Figure(exact(at_most))
            return Ordered(NO, NO, most, most)
        state = self._state(at_most)
        assert isinstance(state, Ordered), at_most
        if state.low.divisor is None and state.high.divisor is None:
            return state
        name = self._called(at_most)
        low = self._quotient(f"{name}: limit low", state.low)
        high = low if state.is_exact else self._quotient(f"{name}: limit high", state.high)
        return Ordered(state.unknown, state.absent, low, high, state.endless)

    def _quotient(self, name: str, figure: Figure) -> Figure:
        if figure.divisor is None:
            return figure
        number = z3.Real(name)
        self._note(number * figure.divisor == figure.value)
        return Figure(number, None, figure.rounded)

    def _held(self, excess: Excess, listed: RecordList) -> Ordered:
        found = self._matcher.selected(listed, excess.selector, excess.within)
        name = _held_name(excess, listed)
        if excess.unit != SESSIONS:
            low, high, endless = summed(self._matcher, found, "amount", excess.unit, "unit")
            return beyond(name, listed, low, high, endless, self._note)
        sure, perhaps = distinct_days(found)
        counted = number_of(sure)
        undated = both(every(denied(one) for one in sure), some(one.sure for one in found))
        least = z3.If(undated, z3.RealVal(1), counted)
        return beyond(name, listed, least, number_of(perhaps), NO, self._note)


def planned_name(excess: Excess) -> str:
    """A name for what this treatment adds: ceilings that would add the same share it."""
    return f"planned {digest((excess.selector, excess.unit))}"


def _held_name(excess: Excess, listed: RecordList) -> str:
    """A name for what records hold: ceilings that count the same differ in their limit alone."""
    return f"held {digest((excess.selector, excess.unit, excess.within))} in {listed.name}"


def _counts_no_more(less: Excess, more: Excess) -> bool:
    """Whether whatever one ceiling counts, the other counts too."""
    mine, theirs = less.selector, more.selector
    parts = (
        (mine.products, theirs.products),
        (mine.areas, theirs.areas),
        (mine.sides, theirs.sides),
    )
    return (
        less.unit == more.unit
        and all(there is None or (here is not None and here <= there) for here, there in parts)
        and _reaches_no_farther(less.within, more.within)
    )


def _reaches_no_farther(one: Duration | None, other: Duration | None) -> bool:
    if other is None or one == other:
        return True
    return one is not None and lengths(one, -1)[1] <= lengths(other, -1)[0]
