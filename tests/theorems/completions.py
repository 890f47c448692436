"""What else may be true: answers that go on from an assessment, one at a time or all at once."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import poise
from poise.answers import Record
from poise.assessment import Assessment
from poise.conditions import Bounds, Condition, Not, Window
from poise.durations import later
from poise.evaluate import View
from poise.situation import not_applicable
from poise.trees import lines
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State, exactly, just
from poise.vocabulary import (
    Cases,
    Choice,
    Choices,
    Date,
    Grade,
    Kind,
    Number,
    Points,
    Records,
    YesNo,
)


def is_exact(state: State) -> bool:
    """Whether a state leaves nothing open."""
    match state:
        case Span(low, high):
            return low == high
        case Possible(values):
            return len(values) == 1
        case Members(perhaps=perhaps):
            return not perhaps
    return state is NOT_APPLICABLE


class Completer:
    """Finds answers to what is open in the assessments of one pack."""

    def __init__(self, pack: poise.RulePack, random: Random) -> None:
        self._pack = pack
        self._random = random
        self._edges = edges(pack)

    def complete(self, assessment: Assessment, tries: int = 30) -> Assessment | None:
        """Every unknown answered, validly; None where no try was valid."""
        for _ in range(tries):
            found = self._completed(assessment)
            if not not_applicable(self._pack.model, found):
                return found
        return None

    def step(self, assessment: Assessment) -> Assessment | None:
        """One more answer, or one made more exact; None where nothing is open."""
        open_names = list(self._open(assessment))
        if not open_names:
            return None
        for _ in range(10):
            found = self._answered(assessment, self._random.choice(open_names))
            if not not_applicable(self._pack.model, found):
                return found
        return None

    # --- which ---------------------------------------------------------------------------------

    def _open(self, assessment: Assessment) -> Iterator[str]:
        view = self._view(assessment)
        for name in self._names():
            if self._applies(name, view) and self._is_open(assessment, name):
                yield name
            elif not self._applies(name, view):
                view.states[name] = NOT_APPLICABLE

    def _view(self, assessment: Assessment) -> View:
        states = {name: assessment.states.get(name, UNKNOWN) for name in self._pack.model.askable}
        return View(states, self._pack.ground.logic.levels, assessment.date)

    def _applies(self, name: str, view: View) -> bool:
        """Whether a fact is or may be asked; its parents' states stand in the view."""
        condition = self._pack.ground.asked_when.get(name)
        return condition is None or view.truth(condition) is not False

    def _is_open(self, assessment: Assessment, name: str) -> bool:
        if isinstance(self._pack.vocabulary.kind(name), Records):
            listed = assessment.records.get(name)
            return listed is None or not all(_whole(record) for record in listed)
        return not is_exact(assessment.states.get(name, UNKNOWN))

    def _names(self) -> Iterator[str]:
        """Every fact at every place, parents before those that they decide."""
        ground = self._pack.ground.asked_when
        yield from (name for name in self._pack.model.askable if name not in ground)
        yield from ground

    def _completed(self, assessment: Assessment) -> Assessment:
        view = self._view(assessment)
        for name in self._names():
            if not self._applies(name, view):
                view.states[name] = NOT_APPLICABLE
            elif self._is_open(assessment, name):
                assessment = self._answered(assessment, name, whole=True)
                view.states[name] = assessment.states.get(name, UNKNOWN)
        return assessment

    # --- how -----------------------------------------------------------------------------------

    def _answered(self, assessment: Assessment, name: str, whole: bool = False) -> Assessment:
        kind = self._pack.vocabulary.kind(name)
        if isinstance(kind, Records):
            records = self._records(assessment, name, kind, whole)
            return replace(assessment, records={**assessment.records, name: records})
        known = assessment.states.get(name, UNKNOWN)
        state = self._refined(kind, known, assessment.date, whole, name)
        found = replace(assessment, states={**assessment.states, name: state})
        if name == "goals" and isinstance(state, Members):
            added = sorted(state.sure - set(found.goals))
            found = replace(found, goals=(*found.goals, *added))
        return found

    def _records(
        self, assessment: Assessment, name: str, kind: Records, whole: bool
    ) -> tuple[Record, ...]:
        listed = assessment.records.get(name)
        if listed is None:
            count = self._random.choice((0, 1, 1, 2))
            blank = Record(dict.fromkeys(kind.fields, UNKNOWN))
            listed = (blank,) * count
            if not whole and self._random.random() < 0.3:
                return listed
            return tuple(self._record(one, kind, assessment.date, True) for one in listed)
        if whole:
            return tuple(self._record(one, kind, assessment.date, True) for one in listed)
        index = self._random.choice([i for i, one in enumerate(listed) if not _whole(one)])
        changed = self._record(listed[index], kind, assessment.date, False)
        return (*listed[:index], changed, *listed[index + 1 :])

    def _record(self, record: Record, kind: Records, date: datetime.date, whole: bool) -> Record:
        """The record with all its open fields answered, or with one of them."""
        missing = [name for name in kind.fields if not is_exact(record.fields.get(name, UNKNOWN))]
        chosen = missing if whole else [self._random.choice(missing)]
        fields = dict(record.fields)
        for name in chosen:
            known = fields.get(name, UNKNOWN)
            fields[name] = self._refined(kind.fields[name], known, date, whole, name)
        return Record(fields)

    def _refined(
        self, kind: Kind, known: State, date: datetime.date, whole: bool, name: str
    ) -> State:
        match kind:
            case YesNo():
                return just(self._random.choice(("yes", "no")))
            case Grade(scale):
                return exactly(self._random.randrange(len(scale.levels)))
            case Choice(options=options):
                left = sorted(known.values) if isinstance(known, Possible) else list(options)
                return just(self._random.choice(left))
            case Number(low=low, high=high):
                return exactly(self._number(low, high, self._edges.get(name, ())))
            case Choices():
                return self._list(kind, known, whole)
            case Date(direction=direction):
                return self._day(direction, known, date, whole)
        raise AssertionError(kind)

    def _number(self, low: float, high: float, edges_: tuple[float, ...]) -> float:
        drawn = self._random.choice((low, high, round(self._random.uniform(low, high), 2), *edges_))
        step = self._random.choice((0.0, 0.0, 1e-6, -1e-6))
        return round(min(max(drawn + step, low), high), 6)

    def _list(self, kind: Choices, known: State, whole: bool) -> State:
        """A name that stands for others gives way to at least one of them."""
        sure = known.sure if isinstance(known, Members) else frozenset()
        perhaps = known.perhaps if isinstance(known, Members) else frozenset(kind.options)
        leaves = {one for one in perhaps if not kind.below.get(one)}
        chosen = {one for one in leaves if self._random.random() < 0.4}
        part = isinstance(known, Members) and not whole and self._random.random() < 0.5
        if part and leaves:
            chosen = {self._random.choice(sorted(leaves))}
        for parent in () if part else sure:
            inside = leaves & kind.below.get(parent, frozenset())
            if inside and not chosen & inside:
                chosen.add(self._random.choice(sorted(inside)))
        listed = sure | chosen
        told = frozenset(one for one in listed if not kind.below.get(one, frozenset()) & listed)
        return Members(told, perhaps - told if part else frozenset())

    def _day(self, direction: str, known: State, date: datetime.date, whole: bool) -> State:
        today = date.toordinal()
        low, high = today - 600, today + 600
        if isinstance(known, Span):
            low, high = int(known.low), int(known.high)
        low = max(low, today) if direction == "future" else low
        high = min(high, today) if direction == "past" else high
        near = [day for day in self._near(date) if low <= day <= high]
        drawn = self._random.choice((low, high, self._random.randint(low, high), *near))
        if whole or drawn == high or self._random.random() < 0.5:
            return exactly(drawn)
        return Span(drawn, high)

    def _near(self, date: datetime.date) -> Iterator[int]:
        """The days on either side of every window that a rule tests."""
        for window in self._edges["windows"]:
            yield int(date.toordinal() + window)


def edges(pack: poise.RulePack) -> dict[str, tuple[float, ...]]:
    """The thresholds that conditions test each fact for; of dates, as days from today."""
    found: dict[str, set[float]] = {"windows": {0}}
    for condition in conditions(pack):
        for line in lines(condition):
            test = line.test
            while isinstance(test, Not):
                test = test.test
            if isinstance(test, Bounds):
                bounds = (test.at_least, test.at_most, test.above, test.below)
                found.setdefault(line.fact, set()).update(b for b in bounds if b is not None)
            elif isinstance(test, Window):
                for length, sign in ((test.back, -1), (test.ahead, 1)):
                    for today in (datetime.date(2026, 11, 22), datetime.date(2024, 2, 29)):
                        days = (later(today, length, sign) - today).days if length else 0
                        found["windows"] |= {days - 1, days, days + 1}
    return {name: tuple(sorted(n for n in ns if math.isfinite(n))) for name, ns in found.items()}


def conditions(pack: poise.RulePack) -> Iterator[Condition]:
    """Every condition that reads facts: of rules, `asked_when`, measures and labels."""
    yield from pack.ground.conditions.values()
    yield from pack.ground.asked_when.values()
    for measure in pack.ground.measures:
        match measure.computation:
            case Points(scored):
                yield from (condition for condition, _ in scored)
            case Cases(cases):
                yield from (condition for condition, _ in cases)
    for product in pack.taxonomy.members:
        for indications in product.labels.values():
            yield from (one.when for one in indications or ())


def _whole(record: Record) -> bool:
    return all(is_exact(state) for state in record.fields.values())
