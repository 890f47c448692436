"""Answers to try: one on either side of every threshold that reads a fact.

A question is decisive when two of its answers give different plans. A fact that a formula reads
has no thresholds of its own there: it is tried at points across its range.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, combinations

from poise import formula
from poise.answers import Record
from poise.assessment import Assessment
from poise.conditions import Bounds, Condition, CountOf, Includes, Not, Test, Window
from poise.evaluate import passes, window_ends
from poise.pack import RulePack
from poise.planning.labels import COUNTRY
from poise.planning.open_facts import About, settled
from poise.trees import lines
from poise.values import UNKNOWN, Members, Possible, Span, State, exactly, just
from poise.vocabulary import (
    Calculated,
    Cases,
    Choice,
    Choices,
    CountRecords,
    Date,
    Grade,
    Kind,
    LatestRecord,
    Number,
    Points,
    Query,
    Records,
    SumRecords,
    YesNo,
)

STEP = 0.000001
POINTS = 9
LISTED = 6
"""So many choices of a list are tried together."""


class Readers:
    """Which tests read each ground fact, and which facts formulas read: static, by pack."""

    def __init__(self, pack: RulePack) -> None:
        self.tests: dict[str, list[Test]] = {}
        self.computed: set[str] = {COUNTRY}
        """Facts of which each value may tell, beyond what tests say of it."""
        self.queries: dict[str, list[Query]] = {}
        for condition in self._conditions(pack):
            for line in lines(condition):
                tests = self.tests.setdefault(line.fact, [])
                if line.test not in tests:
                    tests.append(line.test)

    def _conditions(self, pack: RulePack) -> Iterator[Condition]:
        ground = pack.ground
        yield from ground.conditions.values()
        yield from ground.asked_when.values()
        for product in pack.taxonomy.members:
            for indications in product.labels.values():
                for indication in indications or ():
                    yield indication.when
        for measure in ground.measures:
            match measure.computation:
                case Calculated(read):
                    self.computed.update(formula.names(read))
                case Points(scored):
                    yield from (condition for condition, _ in scored)
                case Cases(cases, otherwise):
                    yield from (condition for condition, _ in cases)
                    for value in [one for _, one in cases] + ([otherwise] if otherwise else []):
                        self.computed.update(formula.names(value))
                case CountRecords(query) | LatestRecord(query) | SumRecords(query=query):
                    self.queries.setdefault(query.records, []).append(query)


def trials(
    pack: RulePack, readers: Readers, assessment: Assessment, about: About
) -> Iterator[Assessment]:
    """The same assessment with one question answered in each way that could tell."""
    name, _ = pack.vocabulary.split(about.fact)
    kind = pack.vocabulary.facts[name].kind
    if isinstance(kind, Records):
        yield from _records(pack, readers, assessment, about, kind)
        return
    known = assessment.states.get(about.fact, UNKNOWN)
    for state in _states(readers, kind, about.fact, known, assessment.date):
        yield replace(assessment, states={**assessment.states, about.fact: state})


def _states(
    readers: Readers, kind: Kind, name: str, known: State, date: datetime.date
) -> Iterator[State]:
    tests = readers.tests.get(name, [])
    levels = kind.scale.levels if isinstance(kind, Grade) else ()
    seen: set[tuple[object, ...]] = set()
    alike: State = UNKNOWN
    for value in _values(kind, tests, name in readers.computed, date):
        state = _as_known(value, known)
        told = tuple(passes(test, state, levels, date) for test in tests)
        if name in readers.computed or told not in seen:
            seen.add(told)
            yield state
        else:
            alike = state
    if len(seen) == 1 and alike is not UNKNOWN:
        yield alike  # no test tells its answers apart, and yet what is asked next may


def _as_known(state: State, known: State) -> State:
    """A trial's answer, as near to it as what is already known in part allows."""
    match known, state:
        case Span(low, high), Span(value):
            return exactly(min(max(value, low), high))
        case Members(sure, perhaps), Members(tried):
            return Members(sure | (tried & perhaps))
        case Possible(values), Possible(tried) if not tried <= values:
            return just(min(values))
    return state


def _values(
    kind: Kind, tests: Iterable[Test], computed: bool, date: datetime.date
) -> Iterable[State]:
    match kind:
        case YesNo():
            return [just("yes"), just("no")]
        case Choice(options=options):
            return [just(option) for option in options]
        case Grade(scale):
            return [exactly(index) for index in range(len(scale.levels))]
        case Choices():
            return _lists(kind, tests)
        case Number(low=low, high=high):
            points = {low, high} | {
                point
                for test in _inner(tests)
                if isinstance(test, Bounds)
                for edge in _edges(test)
                for point in (edge - STEP, edge, edge + STEP)
            }
            if computed:
                points |= {low + (high - low) * n / (POINTS - 1) for n in range(POINTS)}
            return [exactly(round(p, 6)) for p in sorted(points) if low <= p <= high]
        case Date(direction=direction):
            return _dates(tests, direction, date)
    return []


def _inner(tests: Iterable[Test]) -> Iterator[Test]:
    for test in tests:
        while isinstance(test, Not):
            test = test.test
        yield test


def _edges(bounds: Bounds) -> list[float]:
    every = (bounds.at_least, bounds.at_most, bounds.above, bounds.below)
    return [edge for edge in every if edge is not None]


def _lists(kind: Choices, tests: Iterable[Test]) -> Iterator[State]:
    """Every list of a few choices, by which every test can tell lists apart.

    Choices of which no test can tell one from another are tried no more often than counts need.
    """
    included = [test.members for test in _inner(tests) if isinstance(test, Includes)]
    edges = [
        edge for test in _inner(tests) if isinstance(test, CountOf) for edge in _edges(test.bounds)
    ]
    alike: dict[tuple[bool, ...], list[str]] = {}
    for option in kind.options:
        if not kind.below.get(option):
            alike.setdefault(tuple(option in members for members in included), []).append(option)
    most = 1 + max((int(edge) for edge in edges), default=0)
    tried = [option for options in alike.values() for option in options[:most]][:LISTED]
    for size in range(len(tried) + 1):
        for chosen in combinations(tried, size):
            yield Members(frozenset(chosen))


def _dates(tests: Iterable[Test], direction: str, date: datetime.date) -> list[State]:
    today = date.toordinal()
    days = {today}
    for test in _inner(tests):
        if isinstance(test, Window):
            first, last = window_ends(test, date)
            days |= {first - 1, first, last, last + 1}
    return [
        exactly(day)
        for day in sorted(days)
        if (direction != "past" or day <= today) and (direction != "future" or day >= today)
    ]


# --- records ---------------------------------------------------------------------------------


def _records(
    pack: RulePack, readers: Readers, assessment: Assessment, about: About, kind: Records
) -> Iterator[Assessment]:
    known = assessment.records.get(about.fact)

    def listing(records: Iterable[Record]) -> Assessment:
        return replace(assessment, records={**assessment.records, about.fact: tuple(records)})

    if known is None:
        yield listing(())
        for query in readers.queries.get(about.fact, ()):
            for place in _places(pack, query):
                yield listing([_sample(query, kind, assessment.date, place)])
        return
    queries = readers.queries.get(about.fact, ())
    told = (_field_states(query, kind, about.field, assessment.date) for query in queries)
    for state in dict.fromkeys(chain.from_iterable(told)):
        yield listing(_filled(record, about.field, state) for record in known)
    if about.field == "area":
        for area in pack.taxonomy.areas:
            yield listing(_filled(record, "area", just(area)) for record in known)


def _places(pack: RulePack, query: Query) -> tuple[str, ...]:
    return tuple(pack.taxonomy.areas) if "area" in query.here else ("",)


def _sample(query: Query, kind: Records, date: datetime.date, place: str) -> Record:
    """A record that a query counts, of the assessment's own day."""
    fields: dict[str, State] = dict.fromkeys(kind.fields, UNKNOWN)
    for name, test in query.where:
        field = kind.fields[name]
        for state in _values(field, [test], False, date):
            levels = field.scale.levels if isinstance(field, Grade) else ()
            if passes(test, state, levels, date):
                fields[name] = state
                break
    if place:
        fields["area"] = just(place)
    if "date" in fields:
        fields["date"] = exactly(date.toordinal())
    return Record(fields)


def _field_states(query: Query, kind: Records, name: str, date: datetime.date) -> Iterable[State]:
    field = kind.fields.get(name)
    if field is None:
        return []
    tests = [test for other, test in query.where if other == name]
    if isinstance(field, Date) and query.window is not None:
        tests.append(Window(query.window, None))
    if isinstance(field, Date):
        return [*_values(field, tests, False, date), exactly(1)]
    return _values(field, tests, True, date)


def _filled(record: Record, name: str, state: State) -> Record:
    """The record with a field that was missing or coarse said."""
    known = record.fields.get(name, UNKNOWN)
    return record if settled(known) else Record({**record.fields, name: _as_known(state, known)})
