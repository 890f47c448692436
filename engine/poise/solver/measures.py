"""Measures over all assessments: scores, cases and formulas, and what records hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import z3

from poise import formula
from poise.formula import Formula
from poise.grounding import GroundMeasure
from poise.solver.arithmetic import TooInvolvedError, interval, stays_whole, worked_out
from poise.solver.records import Matcher, RecordList
from poise.solver.tallies import Tallies
from poise.solver.terms import (
    NO,
    Called,
    Figure,
    Note,
    Ordered,
    State,
    Truths,
    both,
    denied,
    every,
    exact,
    given,
    some,
    total,
)
from poise.values import Span
from poise.vocabulary import (
    Calculated,
    Cases,
    CountRecords,
    LatestRecord,
    Number,
    Points,
    SumRecords,
    Vocabulary,
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where measures find what they rest on."""

    vocabulary: Vocabulary
    state: Callable[[str], State]
    """The term of any fact or measure."""
    line: Callable[[str, int], Truths]
    """The truth of a measure's numbered condition."""
    records: Callable[[str], RecordList]
    matcher: Matcher
    note: Note
    abstracted: Callable[[str], None]
    """Told of each measure of which more is allowed than can be."""
    called: Called


class Measures:
    """Works out the term of each measure."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._tallies = Tallies(sources.records, sources.matcher, sources.vocabulary, sources.note)

    def state(self, measure: GroundMeasure) -> Ordered:
        name = self._sources.called(measure.id)
        tallied = replace(measure, id=name)
        match measure.computation:
            case Calculated(read):
                return self._calculated(name, read)
            case Points(lines):
                return self._points(measure.id, [points for _, points in lines])
            case Cases():
                return self._cases(measure.id, name, measure.computation)
            case CountRecords(query):
                return self._tallies.counted(tallied, query)
            case SumRecords():
                return self._tallies.summed(tallied, measure.computation)
            case LatestRecord(query):
                return self._tallies.latest(tallied, query)

    # --- worked out from facts ---------------------------------------------------------------

    def _calculated(self, name: str, read: Formula) -> Ordered:
        states = {one: self._ordered(one) for one in formula.names(read)}
        absent = some(state.absent for state in states.values())
        unknown = both(denied(absent), some(state.unknown for state in states.values()))
        if all(state.is_exact for state in states.values()):
            values = {
                one: self._unrounded(self._sources.called(one), state.low)
                for one, state in states.items()
            }
            ranges = {one: self._range(one) for one in states}
            found = worked_out(read, values, ranges)
            return Ordered(unknown, absent, found, found)
        try:
            if any(state.endless is not NO for state in states.values()):
                raise TooInvolvedError
            spans = {one: self._span(self._sources.called(one), s) for one, s in states.items()}
            low, high = interval(read, spans)
        except TooInvolvedError:
            return self._any_span(name, unknown, absent)
        loose = not stays_whole(read)
        return Ordered(unknown, absent, Figure(low, None, loose), Figure(high, None, loose))

    def _span(self, name: str, state: Ordered) -> tuple[z3.ArithRef, z3.ArithRef]:
        return self._plain(f"{name}: low", state.low), self._plain(f"{name}: high", state.high)

    def _any_span(self, name: str, unknown: z3.BoolRef, absent: z3.BoolRef) -> Ordered:
        """Some interval of which nothing is said but that it is one."""
        self._sources.abstracted(name)
        low, high = z3.Real(f"{name}: low"), z3.Real(f"{name}: high")
        self._sources.note(low <= high)
        return Ordered(unknown, absent, Figure(low), Figure(high), z3.Bool(f"{name}: endless"))

    def _ordered(self, name: str) -> Ordered:
        state = self._sources.state(name)
        assert isinstance(state, Ordered), name
        return state

    def _range(self, name: str) -> Span:
        kind = self._sources.vocabulary.kind(name)
        assert isinstance(kind, Number), name
        return Span(kind.low, kind.high)

    def _unrounded(self, name: str, figure: Figure) -> Figure:
        return Figure(self._plain(name, figure)) if figure.rounded else figure

    def _plain(self, name: str, figure: Figure) -> z3.ArithRef:
        """A figure as one number; a worked out one as any number that rounding may make of it."""
        if not figure.rounded:
            return self._quotient(name, figure)
        self._sources.abstracted(name)
        number = z3.Real(f"{name}: rounded")
        divisor = z3.RealVal(1) if figure.divisor is None else figure.divisor
        slack = z3.RealVal("0.0000005") * divisor
        self._sources.note(number * divisor >= figure.value - slack)
        self._sources.note(number * divisor <= figure.value + slack)
        return number

    def _quotient(self, name: str, figure: Figure) -> z3.ArithRef:
        if figure.divisor is None:
            return figure.value
        number = z3.Real(f"{name}: quotient")
        self._sources.note(number * figure.divisor == figure.value)
        return number

    def _points(self, name: str, points: list[float]) -> Ordered:
        low, high = [], []
        for number, one in enumerate(points):
            truths = self._sources.line(name, number)
            surely, perhaps = exact(one), exact(0)
            if one > 0:
                low.append(z3.If(truths.true, surely, perhaps))
                high.append(z3.If(truths.false, perhaps, surely))
            else:
                low.append(z3.If(truths.false, perhaps, surely))
                high.append(z3.If(truths.true, surely, perhaps))
        return Ordered(NO, NO, Figure(total(low)), Figure(total(high)))

    def _cases(self, measure: str, name: str, cases: Cases) -> Ordered:
        """The value of the case that holds; where that is open, all values that may be."""
        count = len(cases.cases)
        truths = [self._sources.line(measure, number) for number in range(count)]
        first = [
            both(truth.true, *(denied(earlier.true) for earlier in truths[:number]))
            for number, truth in enumerate(truths)
        ]
        values = [
            self._calculated(f"{name}: case {number}", value)
            for number, (_, value) in enumerate(cases.cases)
        ]
        none_sure = every(denied(truth.true) for truth in truths)
        settled = every(truth.false for truth in truths)
        may = [
            (both(none_sure, truth.possible), value)
            for truth, value in zip(truths, values, strict=True)
        ]
        chosen = list(zip(first, values, strict=True))
        open_unknown = both(none_sure, denied(settled))
        absent = [both(when, value.absent) for when, value in chosen]
        unknown = [both(when, value.unknown) for when, value in chosen]
        if cases.otherwise is None:
            absent.append(settled)
            unknown.append(open_unknown)
        else:
            other = self._calculated(f"{name}: otherwise", cases.otherwise)
            absent.append(both(settled, other.absent))
            unknown.append(both(settled, other.unknown))
            may.append((none_sure, other))
            unknown.append(
                both(open_unknown, some(both(when, denied(given(value))) for when, value in may))
            )
        return self._hull(name, some(unknown), some(absent), [*chosen, *may])

    def _hull(
        self,
        name: str,
        unknown: z3.BoolRef,
        absent: z3.BoolRef,
        values: list[tuple[z3.BoolRef, Ordered]],
    ) -> Ordered:
        """The interval of all values whose case holds."""
        low, high = z3.Real(f"{name}: low"), z3.Real(f"{name}: high")
        ends = []
        for number, (when, value) in enumerate(values):
            lowest = self._quotient(f"{name}: {number} low", value.low)
            highest = lowest
            if not value.is_exact:
                highest = self._quotient(f"{name}: {number} high", value.high)
            self._sources.note(z3.Implies(when, z3.And(low <= lowest, high >= highest)))
            ends.append((when, lowest, highest))
        anything = some(when for when, _, _ in ends)
        self._sources.note(
            z3.Implies(anything, some(both(when, low == lowest) for when, lowest, _ in ends))
        )
        self._sources.note(
            z3.Implies(anything, some(both(when, high == highest) for when, _, highest in ends))
        )
        endless = some(both(when, value.endless) for when, value in values)
        loose = any(value.low.rounded or value.high.rounded for _, value in values)
        ends_at = Figure(low, None, loose), Figure(high, None, loose)
        return Ordered(unknown, absent, *ends_at, endless)
