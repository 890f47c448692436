"""Works out measures: formulas, scores, cases, and what records hold.

A measure is known in part where what it rests on is: a score becomes an interval, a count or sum
is known from below.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping

from poise import formula
from poise.answers import Record
from poise.assessment import Request
from poise.conditions import Bounds, Condition, Duration, Test, Window
from poise.evaluate import View, passes, window_ends
from poise.formula import Formula
from poise.grounding import Excess, Ground, GroundMeasure, field_name
from poise.rules import Selector
from poise.taxonomy import Taxonomy
from poise.values import (
    NOT_APPLICABLE,
    UNKNOWN,
    Absent,
    Possible,
    Span,
    State,
    Truth,
    all_of,
    exactly,
    rounded,
)
from poise.vocabulary import (
    BOTH,
    Calculated,
    Cases,
    CountRecords,
    Date,
    LatestRecord,
    Points,
    Query,
    SumRecords,
)

Lists = Mapping[str, tuple[Record, ...]]
Matching = list[tuple[Record, bool]]
"""Records that count or may, each with whether it surely does."""
SESSIONS = "sessions"
"""The unit of a ceiling that counts visits, not amounts."""
SMALLEST = 0.000001
"""What a treatment adds to an amount where none is said: more than nothing."""


class Computer:
    """Works out every measure and ceiling of one assessment, into the states of its view."""

    def __init__(
        self,
        ground: Ground,
        taxonomy: Taxonomy,
        records: Lists,
        requests: tuple[Request, ...],
        view: View,
    ) -> None:
        self._ground = ground
        self._taxonomy = taxonomy
        self._records = records
        self._requests = requests
        self._view = view

    def run(self) -> None:
        for measure in self._ground.measures:
            self._view.states[measure.id] = self._measure(measure)
        for excess in self._ground.excesses:
            self._view.states[excess.id] = self.surplus(excess)

    def excess(self, name: str) -> State:
        """One ceiling by itself, at the view's date."""
        return self.surplus(next(one for one in self._ground.excesses if one.id == name))

    def _measure(self, measure: GroundMeasure) -> State:
        match measure.computation:
            case Calculated(read):
                return self._calculated(read)
            case Points(lines):
                return self._points(lines)
            case Cases():
                return self._cases(measure.computation)
            case CountRecords(query):
                return self._counted(query, measure.place)
            case SumRecords(query, field, unit, unit_field):
                return self._summed(query, field, unit, unit_field, measure.place)
            case LatestRecord(query):
                return self._latest(query, measure.place)

    def _calculated(self, read: Formula) -> State:
        values: dict[str, Span] = {}
        unknown = False
        for name in formula.names(read):
            state = self._view.states[name]
            if state is NOT_APPLICABLE:
                return NOT_APPLICABLE
            if isinstance(state, Span):
                values[name] = state
            else:
                unknown = True
        return UNKNOWN if unknown else formula.span(read, values)

    def _points(self, lines: Iterable[tuple[Condition, float]]) -> State:
        low: list[float] = []
        high: list[float] = []
        for condition, points in lines:
            truth = self._view.truth(condition)
            if truth is not False:
                high.append(points if truth or points > 0 else 0.0)
                low.append(points if truth or points < 0 else 0.0)
        return Span(rounded(math.fsum(low)), rounded(math.fsum(high)))

    def _cases(self, cases: Cases) -> State:
        """The value of the case that holds; where that is open, all values that may be."""
        truths = [self._view.truth(when) for when, _ in cases.cases]
        may = [
            value
            for (_, value), truth in zip(cases.cases, truths, strict=True)
            if truth is not False
        ]
        if True in truths:
            return self._calculated(cases.cases[truths.index(True)][1])
        settled = not may
        if cases.otherwise is not None:
            may.append(cases.otherwise)
        elif settled:
            return NOT_APPLICABLE
        else:
            return UNKNOWN
        states = [self._calculated(value) for value in may]
        if settled:
            return states[0]
        spans = [state for state in states if isinstance(state, Span)]
        if len(spans) < len(states):
            return UNKNOWN
        return Span(min(span.low for span in spans), max(span.high for span in spans))

    # --- records -----------------------------------------------------------------------------

    def _list(self, name: str) -> tuple[Record, ...] | State:
        state = self._view.states.get(name, UNKNOWN)
        return state if isinstance(state, Absent) else self._records[name]

    def matching(self, query: Query, place: str | None) -> Matching | State:
        """Records that match, each with whether it surely does; or why there is no list."""
        listed = self._list(query.records)
        if not isinstance(listed, tuple):
            return listed
        found = []
        for record in listed:
            truths = [self._field(query, record, name, test) for name, test in query.where]
            truths += [_here(record.fields.get(name, UNKNOWN), place) for name in query.here]
            truths.append(_in_window(record, query.date_field, query.window, self._view.date))
            truth = all_of(truths)
            if truth is not False:
                found.append((record, truth is True))
        return found

    def _field(self, query: Query, record: Record, name: str, test: Test) -> Truth:
        state = record.fields.get(name, UNKNOWN)
        if state is UNKNOWN:
            return None
        levels = self._view.levels.get(field_name(query.records, name), ())
        return passes(test, state, levels, self._view.date)

    def _counted(self, query: Query, place: str | None) -> State:
        matching = self.matching(query, place)
        if not isinstance(matching, list):
            return matching
        return Span(sum(sure for _, sure in matching), len(matching))

    def _summed(
        self, query: Query, field: str, unit: str | None, unit_field: str, place: str | None
    ) -> State:
        matching = self.matching(query, place)
        if not isinstance(matching, list):
            return matching
        return _total(matching, field, unit, unit_field)

    def _latest(self, query: Query, place: str | None) -> State:
        matching = self.matching(query, place)
        if not isinstance(matching, list):
            return matching
        if not matching:
            return NOT_APPLICABLE
        spans = [
            (span if isinstance(span := record.fields.get(query.date_field), Span) else None, sure)
            for record, sure in matching
        ]
        sure_lows = [span.low if span else 1 for span, sure in spans if sure]
        if not sure_lows:
            return UNKNOWN
        last = self._last_day(query)
        return Span(max(sure_lows), max(span.high if span else last for span, _ in spans))

    def _last_day(self, query: Query) -> int:
        """The latest day that a record whose date is missing may be of."""
        kind = self._ground.records[query.records].fields.get(query.date_field)
        past = isinstance(kind, Date) and kind.direction == "past"
        return (self._view.date if past else datetime.date.max).toordinal()

    # --- ceilings ----------------------------------------------------------------------------

    def surplus(self, excess: Excess) -> State:
        """By how much so much would be passed, a ceiling of the pack or any other."""
        most = self._limit(excess.at_most)
        if not isinstance(most, Span):
            return most
        lists = [self.counted(name, excess) for name in self._ground.treatments]
        if UNKNOWN in lists or not lists:
            return UNKNOWN
        spans = [_held(listed, excess) for listed in lists if isinstance(listed, list)]
        planned = self.planned(excess)
        low = math.fsum(span.low for span in spans) + planned - most.high
        high = math.fsum(span.high for span in spans) + planned - most.low
        return Span(rounded(low), rounded(high))

    def _limit(self, at_most: float | str) -> State:
        return self._view.states[at_most] if isinstance(at_most, str) else exactly(at_most)

    def counted(self, name: str, excess: Excess) -> Matching | State:
        """The recorded treatments of one list that a ceiling counts."""
        listed = self._list(name)
        if not isinstance(listed, tuple):
            return listed
        found = []
        for record in listed:
            in_window = _in_window(record, "date", excess.within, self._view.date)
            truth = all_of([selected(record, excess.selector), in_window])
            if truth is not False:
                found.append((record, truth is True))
        return found

    def planned(self, excess: Excess) -> float:
        """What this treatment adds: one session, or the amounts that were asked for."""
        if excess.unit == SESSIONS:
            return 1.0
        asked = [
            request.amount
            for request in self._requests
            if request.amount is not None
            and request.unit == excess.unit
            and _asks_for(request, excess.selector, self._taxonomy)
        ]
        return math.fsum(asked) or SMALLEST


def _held(matching: Matching, excess: Excess) -> Span:
    if excess.unit == SESSIONS:
        return _sessions(matching)
    return _total(matching, "amount", excess.unit, "unit")


def selected(record: Record, selector: Selector) -> Truth:
    """Whether a recorded treatment is among those that a selector counts."""
    return all_of(
        [
            _among(record.fields.get("product", UNKNOWN), selector.products),
            _among(record.fields.get("area", UNKNOWN), selector.areas),
            _among(record.fields.get("side", UNKNOWN), selector.sides, BOTH),
        ]
    )


def _asks_for(request: Request, selector: Selector, taxonomy: Taxonomy) -> bool:
    return (
        (selector.products is None or bool(taxonomy.leaves(request.product) & selector.products))
        and (selector.areas is None or request.area in selector.areas)
        and (selector.sides is None or not request.side or request.side in selector.sides)
    )


def _among(state: State, passing: frozenset[str] | None, always: str = "") -> Truth:
    if passing is None:
        return True
    if not isinstance(state, Possible):
        return None
    if always in state.values or state.values <= passing:
        return True
    return None if state.values & passing else False


def _here(state: State, place: str | None) -> Truth:
    """Whether a record's side or area is this one; a record on both sides is on each."""
    return _among(state, frozenset((place or "",)), BOTH)


def _in_window(record: Record, field: str, window: Duration | None, date: datetime.date) -> Truth:
    if window is None:
        return True
    state = record.fields.get(field, UNKNOWN)
    if not isinstance(state, Span):
        return None
    first, _ = window_ends(Window(window, None), date)
    return passes(Bounds(at_least=first, at_most=date.toordinal()), state, (), date)


def _sessions(matching: Matching) -> Span:
    """Records of one day are one session; a day that is not known may be a session of its own."""
    sure_days = {_day(record) for record, sure in matching if sure}
    days = {_day(record) for record, _ in matching}
    undated = sum(_day(record) is None for record, _ in matching)
    least = len(sure_days - {None}) or (1 if sure_days else 0)
    return Span(least, len(days - {None}) + undated)


def _day(record: Record) -> float | None:
    state = record.fields.get("date")
    return state.low if isinstance(state, Span) and state.low == state.high else None


def _total(matching: Matching, field: str, unit: str | None, unit_field: str) -> Span:
    low: list[float] = []
    high: list[float] = []
    for record, sure in matching:
        of_unit = True if unit is None else _of_unit(record.fields.get(unit_field, UNKNOWN), unit)
        if of_unit is False:
            continue
        value = record.fields.get(field, UNKNOWN)
        if not isinstance(value, Span):
            high.append(math.inf)
            continue
        counts = sure and of_unit is True
        high.append(value.high if counts else max(value.high, 0.0))
        low.append(value.low if counts else min(value.low, 0.0))
    return Span(rounded(math.fsum(low)), rounded(math.fsum(high)))


def _of_unit(state: State, unit: str) -> Truth:
    return _among(state, frozenset((unit,)))
