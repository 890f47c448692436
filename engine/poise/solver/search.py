"""Searches a world, and shows what it finds: an assessment, replayed through the evaluator.

Nothing that a solver says of a possible assessment is believed: what it found is written down, read
as any assessment is, and evaluated. Where that does not show what was looked for, or the solver
gives up, the answer is `UndecidedError`, never a guess.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

import z3

from poise.answers import Record
from poise.assessment import Assessment
from poise.pack import AssessmentError
from poise.requests import Request
from poise.situation import not_applicable
from poise.solver.models import assessment, reread
from poise.solver.undecided import UndecidedError
from poise.solver.world import World
from poise.values import UNKNOWN, State, just
from poise.vocabulary import BOTH, GOALS, SIDES

EFFORT = 20_000_000
"""How much work one question may take, in the solver's own units: the same on any machine."""

Shows = Callable[[Assessment], bool]
"""Whether an assessment shows what is looked for, by the evaluator."""


class Search:
    """Asks one world. `date` is the day of the assessments that it finds."""

    def __init__(self, world: World, date: datetime.date) -> None:
        self._world = world
        self._date = date
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._added = 0

    def possible(self, *claims: z3.BoolRef) -> bool:
        """Whether there may be such an assessment; no means proved. Raises `UndecidedError`."""
        return self._satisfiable(claims)

    def example(
        self, claims: Iterable[z3.BoolRef], shows: Shows, requests: tuple[Request, ...] = ()
    ) -> Assessment | None:
        """The least that shows it: an assessment of which nothing can be left out.

        None where it is proved that there is none. Raises `UndecidedError`.
        """
        wanted = tuple(claims)
        if not self._satisfiable(wanted):
            return None
        ordinary = self._world.ordinary(self._date)
        for more in ([*ordinary, self._world.exactly], ordinary):
            model = self._model((*wanted, *more))
            if model is None:
                continue
            try:
                found = assessment(self._world, model, self._date, requests)
            except AssessmentError:
                continue
            if shows(found):
                return least(self._world, found, shows)
        raise UndecidedError("the solver cannot rule it out, and finds no case that bears it out")

    def _model(self, claims: Iterable[z3.BoolRef]) -> z3.ModelRef | None:
        return self._solver.model() if self._satisfiable(claims) else None

    def _satisfiable(self, claims: Iterable[z3.BoolRef]) -> bool:
        constraints = self._world.constraints
        self._solver.add(*constraints[self._added :])
        self._added = len(constraints)
        self._solver.set("rlimit", EFFORT)
        answer = self._solver.check(*claims)
        if answer == z3.unknown:
            raise UndecidedError(f"the solver gave up: {self._solver.reason_unknown()}")
        return bool(answer == z3.sat)


def least(world: World, found: Assessment, shows: Shows) -> Assessment:
    """Without any answer, record or request that is not needed to show it."""
    kept, before = found, ""
    while before != kept.digest:
        before = kept.digest
        for fewer in _parts(kept):
            one = fewer(kept)
            if not not_applicable(world.pack.model, one) and shows(one):
                kept = one
    return reread(world.pack, kept)


Fewer = Callable[[Assessment], Assessment]


def _parts(one: Assessment) -> Iterator[Fewer]:
    """What can be left out: each request, answer, list, record and field of a record.

    Records are told by their number, the last one first, so that the others keep theirs.
    """
    for request in one.requests:
        yield partial(_without_request, request)
    for name in one.states:
        yield partial(_without_answer, name)
    for name, records in one.records.items():
        yield partial(_without_list, name)
        for number, record in reversed(tuple(enumerate(records))):
            yield partial(_with_record, name, number, None)
            for field in record.fields:
                yield partial(_without_field, name, number, field)


def _without_request(request: Request, one: Assessment) -> Assessment:
    return replace(one, requests=tuple(kept for kept in one.requests if kept != request))


def _without_answer(name: str, one: Assessment) -> Assessment:
    states = {other: state for other, state in one.states.items() if other != name}
    return replace(one, states=states, goals=one.goals if GOALS in states else ())


def _without_list(name: str, one: Assessment) -> Assessment:
    lists = {other: records for other, records in one.records.items() if other != name}
    return replace(one, records=lists)


def _with_record(name: str, number: int, new: Record | None, one: Assessment) -> Assessment:
    """With another record in its place, or none."""
    records = one.records.get(name, ())
    if number >= len(records):
        return one
    kept = (*records[:number], *(() if new is None else (new,)), *records[number + 1 :])
    return replace(one, records={**one.records, name: kept})


def _without_field(name: str, number: int, field: str, one: Assessment) -> Assessment:
    """A field that is left out is not known; a side, both."""
    records = one.records.get(name, ())
    if number >= len(records) or field not in records[number].fields:
        return one
    record = records[number]
    left_out: State = UNKNOWN
    if any(record.fields[field] == just(side) for side in SIDES):
        left_out = just(BOTH)
    return _with_record(name, number, Record({**record.fields, field: left_out}), one)
