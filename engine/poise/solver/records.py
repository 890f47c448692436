"""Records: so many of a list one by one, and the rest of a longer list by what it could add.

What is derived of lists with few records is exact. Of longer ones the records beyond are
abstracted: each count and sum is larger by some amount, each latest date may be later. That is more
than could be, so that what is proved holds of every list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import z3

from poise.conditions import Duration, Test
from poise.grounding import field_name
from poise.rules import Selector
from poise.solver.calendar import Calendar
from poise.solver.facts import Facts
from poise.solver.terms import (
    HOLDS,
    OPEN,
    Chosen,
    Ordered,
    State,
    Truths,
    all_of,
    both,
    denied,
    given,
)
from poise.solver.tests import passes, within
from poise.vocabulary import BOTH, Query, Records


@dataclass(frozen=True, slots=True)
class Slot:
    """One record that may be on the list, by its fields."""

    present: z3.BoolRef
    fields: Mapping[str, State]


@dataclass(frozen=True, slots=True)
class Counted:
    """A record and whether it counts: surely, or perhaps."""

    slot: Slot
    sure: z3.BoolRef
    perhaps: z3.BoolRef


@dataclass(frozen=True, slots=True)
class RecordList:
    """All that a list of records can be. `longer`: there are more records than slots."""

    name: str
    state: State
    slots: tuple[Slot, ...]
    longer: z3.BoolRef


def record_list(name: str, kind: Records, state: State, slots: int, facts: Facts) -> RecordList:
    """A list with so many slots."""
    found = []
    for number in range(1, slots + 1):
        fields = {
            field: facts.state(f"{name} {number}: {field}", inner)
            for field, inner in kind.fields.items()
        }
        found.append(Slot(both(given(state), z3.Bool(f"{name} {number}: present")), fields))
    longer = both(given(state), z3.Bool(f"{name}: longer"))
    return RecordList(name, state, tuple(found), longer)


def in_turn(listed: RecordList) -> Iterable[z3.BoolRef]:
    """Slots fill from the first; only a list that fills them is longer."""
    filled = [slot.present for slot in listed.slots]
    yield from (z3.Implies(later, before) for before, later in pairwise(filled))
    if filled:
        yield z3.Implies(listed.longer, filled[-1])


class Matcher:
    """Says which records count, as `poise.measures` does for one assessment."""

    def __init__(self, levels: Mapping[str, tuple[str, ...]], calendar: Calendar) -> None:
        self._levels = levels
        self._calendar = calendar
        self._among: dict[tuple[int, frozenset[str], str], Truths] = {}
        self._within: dict[tuple[int, Duration], Truths] = {}

    def queried(self, listed: RecordList, query: Query, place: str | None) -> list[Counted]:
        """The records that a measure reads."""
        here = frozenset((place or "",))
        return [
            self._counted(
                slot,
                [
                    *(self._field(query.records, slot, name, test) for name, test in query.where),
                    *(self.among(slot.fields[name], here, BOTH) for name in query.here),
                    self._in_window(slot, query.date_field, query.window),
                ],
            )
            for slot in listed.slots
        ]

    def selected(
        self, listed: RecordList, selector: Selector, window: Duration | None
    ) -> list[Counted]:
        """The treatments that a ceiling counts."""
        return [
            self._counted(
                slot,
                [
                    self.among(slot.fields["product"], selector.products),
                    self.among(slot.fields["area"], selector.areas),
                    self.among(slot.fields.get("side"), selector.sides, BOTH),
                    self._in_window(slot, "date", window),
                ],
            )
            for slot in listed.slots
        ]

    def _counted(self, slot: Slot, truths: list[Truths]) -> Counted:
        whole = all_of(truths)
        return Counted(slot, both(slot.present, whole.true), both(slot.present, whole.possible))

    def _field(self, records: str, slot: Slot, name: str, test: Test) -> Truths:
        state = slot.fields[name]
        found = passes(test, state, self._levels.get(field_name(records, name), ()), self._calendar)
        return _if_given(state, found)

    def _in_window(self, slot: Slot, field: str, window: Duration | None) -> Truths:
        if window is None:
            return HOLDS
        state = slot.fields[field]
        assert isinstance(state, Ordered)
        key = (id(state), window)
        if key not in self._within:
            inside = within(state, self._calendar.first(window), 0)
            self._within[key] = _if_given(state, inside)
        return self._within[key]

    def among(
        self, state: State | None, passing: frozenset[str] | None, always: str = ""
    ) -> Truths:
        """Whether a field is one of these; `always` stands for any of them."""
        if passing is None:
            return HOLDS
        if not isinstance(state, Chosen):
            return OPEN
        key = (id(state), passing, always)
        if key not in self._among:
            self._among[key] = _if_given(state, state.among(passing, always))
        return self._among[key]


def _if_given(state: State, truths: Truths) -> Truths:
    there = given(state)
    return Truths(both(there, truths.true), both(there, truths.false))


def distinct_days(counted: list[Counted]) -> tuple[list[z3.BoolRef], list[z3.BoolRef]]:
    """For each record, whether it is the first that surely counts, or may, of its own day.

    A day that is not known exactly may be one of its own; surely it is none.
    """
    sure, perhaps = [], []
    for number, one in enumerate(counted):
        day = _day(one.slot)
        same = [
            (other, both(_exact(_day(other.slot)), _exact(day), _same(_day(other.slot), day)))
            for other in counted[:number]
        ]
        sure.append(
            both(one.sure, _exact(day), *(denied(both(o.sure, together)) for o, together in same))
        )
        perhaps.append(
            both(one.perhaps, *(denied(both(o.perhaps, together)) for o, together in same))
        )
    return sure, perhaps


def _day(slot: Slot) -> Ordered:
    state = slot.fields["date"]
    assert isinstance(state, Ordered)
    return state


def _exact(day: Ordered) -> z3.BoolRef:
    return both(given(day), day.low.value == day.high.value)


def _same(one: Ordered, other: Ordered) -> z3.BoolRef:
    return one.low.value == other.low.value
