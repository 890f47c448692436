"""From terms to an assessment and back: what a model answers, and what an assessment pins."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

import z3

from poise.answers import Record
from poise.assessment import Assessment
from poise.pack import RulePack
from poise.requests import Request
from poise.solver.records import Slot
from poise.solver.terms import Chosen, Listed, Ordered
from poise.solver.terms import State as Term
from poise.solver.world import World
from poise.values import (
    NOT_APPLICABLE,
    UNKNOWN,
    Members,
    Possible,
    Span,
    State,
    rounded,
)
from poise.vocabulary import GOALS, Date, Kind, Records
from poise.writing import document


def assessment(
    world: World, model: z3.ModelRef, date: datetime.date, requests: tuple[Request, ...] = ()
) -> Assessment:
    """What a model answers, read as any assessment is; raises AssessmentError where it cannot be
    written, as a stretch of days that is no month cannot."""
    kinds = world.pack.vocabulary.kind
    states: dict[str, State] = {}
    for name, term in sorted(world.facts.items()):
        kind = kinds(name)
        if not isinstance(kind, Records):
            state = read(term, kind, model, date)
            if state is not UNKNOWN and state is not NOT_APPLICABLE:
                states[name] = state
    records = {
        name: tuple(records_of(listed.slots, world.pack.ground.records[name], model, date))
        for name, listed in world.lists.items()
        if not _holds(model, listed.state.unknown) and not _holds(model, listed.state.absent)
    }
    wished = states.get(GOALS)
    goals = tuple(sorted(wished.sure)) if isinstance(wished, Members) else ()
    return reread(world.pack, Assessment(date, states, records, requests, goals))


def reread(pack: RulePack, given: Assessment) -> Assessment:
    """An assessment written as a document, and read again."""
    return pack.read_assessment(document(given, pack.vocabulary))


def _holds(model: z3.ModelRef, term: z3.BoolRef) -> bool:
    return bool(z3.is_true(model.eval(term, model_completion=True)))


def _number(model: z3.ModelRef, term: z3.ArithRef) -> float:
    value = model.eval(term, model_completion=True)
    if z3.is_int_value(value):
        return float(value.as_long())
    if z3.is_algebraic_value(value):
        value = value.approx(12)
    return rounded(float(value.as_fraction()))


def records_of(
    slots: Iterable[Slot], kind: Records, model: z3.ModelRef, date: datetime.date
) -> Iterator[Record]:
    """The records that a model puts on a list."""
    for slot in slots:
        if _holds(model, slot.present):
            yield Record(
                {
                    name: read(term, kind.fields[name], model, date)
                    for name, term in slot.fields.items()
                }
            )


def read(term: Term, kind: Kind, model: z3.ModelRef, date: datetime.date) -> State:
    """The state that a model gives a fact."""
    if _holds(model, term.absent):
        return NOT_APPLICABLE
    if _holds(model, term.unknown):
        return UNKNOWN
    match term:
        case Ordered(low=low, high=high):
            first, last = _number(model, low.value), _number(model, high.value)
            days = date.toordinal() if isinstance(kind, Date) else 0
            return Span(first + days, last + days)
        case Chosen(answers=answers, meanings=meanings):
            given = next(number for number, one in enumerate(answers) if _holds(model, one))
            return Possible(meanings[given])
        case Listed(sure=sure, perhaps=perhaps):
            return Members(
                frozenset(name for name, flag in sure.items() if _holds(model, flag)),
                frozenset(name for name, flag in perhaps.items() if _holds(model, flag)),
            )


# --- pinning ---------------------------------------------------------------------------------


def pinned(term: Term, state: State, date: datetime.date) -> Iterator[z3.BoolRef]:
    """That a fact has this very state."""
    yield term.unknown == z3.BoolVal(state is UNKNOWN)
    yield term.absent == z3.BoolVal(state is NOT_APPLICABLE)
    match term, state:
        case Ordered(low=low, high=high), Span(first, last):
            days = date.toordinal() if low.value.is_int() and first > 1000 else 0
            yield low.value == _value(first - days)
            yield high.value == _value(last - days)
        case Chosen(answers=answers, meanings=meanings), Possible(values):
            yield answers[meanings.index(values)]
        case Listed(sure=sure, perhaps=perhaps), Members(listed, open_ones):
            for name, flag in sure.items():
                yield flag == z3.BoolVal(name in listed)
            for name, flag in perhaps.items():
                yield flag == z3.BoolVal(name in open_ones)


def _value(number: float) -> z3.ArithRef:
    return z3.RealVal(f"{number:.6f}") if number != int(number) else z3.IntVal(int(number))


def recorded(
    world: World, given: Mapping[str, State], one: Assessment
) -> dict[str, list[z3.BoolRef]]:
    """For each fact that was asked for, that it is as recorded; `given` are all states."""
    found = {name: list(pinned(term, given[name], one.date)) for name, term in world.facts.items()}
    for name, listed in world.lists.items():
        records = one.records.get(name)
        if records is not None:
            found[name] += _pinned_records(listed.slots, records, one.date)
            found[name].append(z3.Not(listed.longer))
    return found


def _pinned_records(
    slots: tuple[Slot, ...], records: tuple[Record, ...], date: datetime.date
) -> Iterator[z3.BoolRef]:
    assert len(records) <= len(slots)
    for number, slot in enumerate(slots):
        yield slot.present == z3.BoolVal(number < len(records))
    for slot, record in zip(slots, records, strict=False):
        for name, term in slot.fields.items():
            yield from pinned(term, record.fields.get(name, UNKNOWN), date)
