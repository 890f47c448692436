"""What records hold, over all assessments: counts, sums and latest dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import z3

from poise.grounding import GroundMeasure
from poise.solver.facts import FARTHEST
from poise.solver.records import Counted, Matcher, RecordList
from poise.solver.terms import (
    HOLDS,
    NO,
    Figure,
    Note,
    Ordered,
    both,
    denied,
    either,
    every,
    given,
    number_of,
    some,
    total,
)
from poise.vocabulary import Date, Query, SumRecords, Vocabulary


class Tallies:
    """Counts, adds and dates what the records of a list hold."""

    def __init__(
        self,
        records: Callable[[str], RecordList],
        matcher: Matcher,
        vocabulary: Vocabulary,
        note: Note,
    ) -> None:
        self._records = records
        self._matcher = matcher
        self._vocabulary = vocabulary
        self._note = note

    def _matching(self, measure: GroundMeasure, query: Query) -> tuple[RecordList, list[Counted]]:
        listed = self._records(query.records)
        return listed, self._matcher.queried(listed, query, measure.place)

    def counted(self, measure: GroundMeasure, query: Query) -> Ordered:
        listed, found = self._matching(measure, query)
        low = number_of(one.sure for one in found)
        high = number_of(one.perhaps for one in found)
        found_all = beyond(measure.id, listed, low, high, NO, self._note)
        self._note(found_all.low.value >= low)
        return found_all

    def summed(self, measure: GroundMeasure, computed: SumRecords) -> Ordered:
        listed, found = self._matching(measure, computed.query)
        unit_field = "" if computed.unit is None else computed.unit_field
        low, high, endless = summed(
            self._matcher, found, computed.field, computed.unit or "", unit_field
        )
        return beyond(measure.id, listed, low, high, endless, self._note)

    def latest(self, measure: GroundMeasure, query: Query) -> Ordered:
        """The last date among the records that count; there is none where no record may."""
        listed, found = self._matching(measure, query)
        low, high = z3.Int(f"{measure.id}: from"), z3.Int(f"{measure.id}: to")
        note = self._note
        past = self._last_day(query)
        sure, perhaps = [], []
        for one in found:
            date = one.slot.fields[query.date_field]
            assert isinstance(date, Ordered)
            first = z3.If(given(date), date.low.value, z3.IntVal(-10 * FARTHEST))
            last = z3.If(given(date), date.high.value, z3.IntVal(past))
            sure.append((one.sure, first))
            perhaps.append((one.perhaps, last))
        rest = both(listed.longer, z3.Bool(f"{measure.id}: more records"))
        surely = both(rest, z3.Bool(f"{measure.id}: more sure records"))
        sure.append((surely, z3.Int(f"{measure.id}: more from")))
        perhaps.append((rest, z3.Int(f"{measure.id}: more to")))
        note(z3.And(sure[-1][1] <= perhaps[-1][1], perhaps[-1][1] <= past))
        _greatest(low, sure, note)
        _greatest(high, perhaps, note)
        is_given = given(listed.state)
        nothing = both(is_given, every(denied(when) for when, _ in perhaps))
        unsure = both(denied(nothing), every(denied(when) for when, _ in sure))
        return Ordered(
            either(listed.state.unknown, both(is_given, unsure)),
            either(listed.state.absent, nothing),
            Figure(low),
            Figure(high),
        )

    def _last_day(self, query: Query) -> int:
        fact = self._vocabulary.kind(query.records)
        kind = getattr(fact, "fields", {}).get(query.date_field)
        return 0 if isinstance(kind, Date) and kind.direction == "past" else 10 * FARTHEST


def _greatest(term: z3.ArithRef, parts: list[tuple[z3.BoolRef, z3.ArithRef]], note: Note) -> None:
    """Let a term be the greatest of those values whose condition holds, if any does."""
    for when, value in parts:
        note(z3.Implies(when, term >= value))
    some_one = some(when for when, _ in parts)
    note(z3.Implies(some_one, some(both(when, term == value) for when, value in parts)))


def beyond(
    name: str,
    listed: RecordList,
    low: z3.ArithRef,
    high: z3.ArithRef,
    endless: z3.BoolRef,
    note: Note,
) -> Ordered:
    """A count or sum with what the records beyond the slots may add to it."""
    more_low, more_high = z3.Real(f"{name}: more low"), z3.Real(f"{name}: more high")
    note(more_low <= more_high)
    note(z3.Implies(denied(listed.longer), z3.And(more_low == 0, more_high == 0)))
    return Ordered(
        listed.state.unknown,
        listed.state.absent,
        Figure(low + more_low),
        Figure(high + more_high),
        endless,
    )


def summed(
    matcher: Matcher, found: Iterable[Counted], field: str, unit: str, unit_field: str
) -> tuple[z3.ArithRef, z3.ArithRef, z3.BoolRef]:
    """The least and the most of an amount, and whether nothing bounds it from above."""
    low, high, endless = [], [], []
    nothing = z3.RealVal(0)
    for one in found:
        value = one.slot.fields[field]
        assert isinstance(value, Ordered)
        fits = HOLDS
        if unit_field:
            fits = matcher.among(one.slot.fields[unit_field], frozenset((unit,)))
        may = both(one.perhaps, denied(fits.false))
        surely = both(one.sure, fits.true, given(value))
        amount = value.low.value
        endless.append(both(may, denied(given(value))))
        there = both(may, given(value))
        high.append(z3.If(surely, amount, z3.If(both(there, amount > 0), amount, nothing)))
        low.append(z3.If(surely, amount, z3.If(both(there, amount < 0), amount, nothing)))
    return total(low), total(high), some(endless)
