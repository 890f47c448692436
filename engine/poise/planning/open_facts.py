"""What has to be answered before an open condition can be decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from poise import formula
from poise.conditions import Condition
from poise.evaluate import open_facts
from poise.grounding import Excess, GroundMeasure
from poise.measures import SESSIONS, Computer, Matching
from poise.planning.case import Case
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State
from poise.vocabulary import (
    Calculated,
    Cases,
    CountRecords,
    LatestRecord,
    Points,
    Query,
    SumRecords,
)


@dataclass(frozen=True, slots=True, order=True)
class About:
    """What a question is about: a fact, or a field of the records that a fact holds."""

    fact: str
    field: str = ""

    def __str__(self) -> str:
        return f"{self.fact}: {self.field}" if self.field else self.fact


class OpenFacts:
    """Finds the answers that open conditions of one case wait on; each name is followed once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._ground = case.pack.ground
        self._findings = {one.id: one for one in self._ground.logic.findings}
        self._measures = {one.id: one for one in self._ground.measures}
        self._excesses = {one.id: one for one in self._ground.excesses}
        self._computer = Computer(
            self._ground,
            case.pack.taxonomy,
            case.assessment.records,
            case.assessment.requests,
            case.view,
        )
        self._waits: dict[str, frozenset[About]] = {}
        self._known: dict[str, frozenset[About]] = {}

    def proposition(self, name: str) -> frozenset[About]:
        """What one proposition waits on."""
        if name not in self._waits:
            self._waits[name] = self.condition(self._ground.conditions[name])
        return self._waits[name]

    def condition(self, condition: Condition) -> frozenset[About]:
        names = set(open_facts(condition, self._case.view))
        return frozenset(about for name in names for about in self._name(name))

    def _name(self, name: str) -> frozenset[About]:
        if name not in self._known:
            self._known[name] = frozenset()
            self._known[name] = frozenset(self._follow(name))
        return self._known[name]

    def _follow(self, name: str) -> Iterator[About]:
        if name in self._findings:
            truths = self._case.situation.evaluation.truths
            for conclusion in self._findings[name].conclusions:
                if truths[conclusion.proposition] is None:
                    yield from self.proposition(conclusion.proposition)
        elif name in self._measures:
            yield from self._computed(self._measures[name])
        elif name in self._excesses:
            yield from self._excess(self._excesses[name])
        else:
            yield from self._fact(name)

    def _fact(self, name: str) -> Iterator[About]:
        """The fact itself, or the answers that decide whether it is asked at all."""
        asked_when = self._ground.asked_when.get(name)
        if (
            asked_when is not None
            and self._case.view.states[name] is UNKNOWN
            and self._case.view.truth(asked_when) is None
        ):
            yield from self.condition(asked_when)
        else:
            yield About(name)

    def _computed(self, measure: GroundMeasure) -> Iterator[About]:
        match measure.computation:
            case Calculated(read):
                yield from self._operands([read])
            case Points(lines):
                for condition, _ in lines:
                    yield from self.condition(condition)
            case Cases(cases, otherwise):
                for condition, _ in cases:
                    yield from self.condition(condition)
                values = [value for _, value in cases] + ([otherwise] if otherwise else [])
                yield from self._operands(values)
            case CountRecords(query):
                yield from self._queried(query, measure.place)
            case LatestRecord(query):
                yield from self._queried(query, measure.place, query.date_field)
            case SumRecords(query, field, unit, unit_field):
                units = () if unit is None else (unit_field,)
                yield from self._queried(query, measure.place, field, *units)

    def _queried(self, query: Query, place: str | None, *read: str) -> Iterator[About]:
        """The records that a measure reads: those that count or may, by the fields it tests."""
        fields = [*(name for name, _ in query.where), *sorted(query.here), *read]
        if query.window is not None:
            fields.append(query.date_field)
        yield from self._records(query.records, self._computer.matching(query, place), fields)

    def _excess(self, excess: Excess) -> Iterator[About]:
        parts = excess.selector
        said = (("product", parts.products), ("area", parts.areas), ("side", parts.sides))
        fields = [name for name, passing in said if passing is not None]
        if excess.unit != SESSIONS:
            fields += ["amount", "unit"]
        if excess.unit == SESSIONS or excess.within is not None:
            fields.append("date")
        for records in self._ground.treatments:
            yield from self._records(records, self._computer.counted(records, excess), fields)
        limit = excess.at_most
        if isinstance(limit, str) and not settled(self._case.view.states[limit]):
            yield from self._name(limit)

    def _operands(self, values: Iterable[formula.Formula]) -> Iterator[About]:
        for value in values:
            for name in formula.names(value):
                if not settled(self._case.view.states[name]):
                    yield from self._name(name)

    def _records(
        self, name: str, counted: Matching | State, fields: Iterable[str]
    ) -> Iterator[About]:
        """The list itself where it is missing, else the fields that are missing or coarse."""
        if counted is UNKNOWN:
            yield from self._fact(name)
        if not isinstance(counted, list):
            return
        for field in dict.fromkeys(fields):
            if field in self._ground.records[name].fields and any(
                not settled(record.fields.get(field, UNKNOWN)) for record, _ in counted
            ):
                yield About(name, field)


def settled(state: State) -> bool:
    """Whether a state leaves nothing open."""
    match state:
        case Span(low, high):
            return low == high
        case Possible(values):
            return len(values) == 1
        case Members(perhaps=perhaps):
            return not perhaps
    return state is NOT_APPLICABLE


def unanswered(case: Case, name: str) -> bool:
    """Whether a fact that may apply was left without any answer."""
    given = case.assessment.states.get(name, UNKNOWN) is not UNKNOWN
    listed = name in case.assessment.records
    return not given and not listed and case.view.states[name] is not NOT_APPLICABLE
