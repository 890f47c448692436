"""Numbers as a person would write them, wherever an assessment shows the same with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

from poise.answers import Record
from poise.assessment import Assessment
from poise.pack import AssessmentError, RulePack
from poise.solver.models import reread
from poise.values import Span, State, exactly

Numbered = tuple[float, Callable[[Assessment, float], Assessment]]
"""A number of an assessment, and how another is put in its place."""


def rounder(pack: RulePack, one: Assessment, still: Callable[[Assessment], bool]) -> Assessment:
    """Whole numbers, halves or tenths in the place of longer ones, where it is `still` shown."""
    for number, instead in tuple(_numbers(one)):
        others = (instead(one, other) for other in _round(number))
        one = next((other for other in others if _fits(pack, other) and still(other)), one)
    return one


def _fits(pack: RulePack, one: Assessment) -> bool:
    """Whether every number is within its range."""
    try:
        reread(pack, one)
    except AssessmentError:
        return False
    return True


def _round(number: float) -> Iterator[float]:
    yield from dict.fromkeys((math.floor(number), math.ceil(number), round(number * 2) / 2))
    yield round(number, 1)


def _long(state: State) -> float | None:
    """A number with a fraction; dates and grades have none."""
    if isinstance(state, Span) and state.low == state.high != math.floor(state.low):
        return state.low
    return None


def _numbers(one: Assessment) -> Iterator[Numbered]:
    for name, state in one.states.items():
        if (value := _long(state)) is not None:
            yield value, _answer(name)
    for name, records in one.records.items():
        for number, record in enumerate(records):
            for field, state in record.fields.items():
                if (value := _long(state)) is not None:
                    yield value, _field(name, number, field)


def _answer(name: str) -> Callable[[Assessment, float], Assessment]:
    def instead(one: Assessment, value: float) -> Assessment:
        return replace(one, states={**one.states, name: exactly(value)})

    return instead


def _field(name: str, number: int, field: str) -> Callable[[Assessment, float], Assessment]:
    def instead(one: Assessment, value: float) -> Assessment:
        records = list(one.records[name])
        records[number] = Record({**records[number].fields, field: exactly(value)})
        return replace(one, records={**one.records, name: tuple(records)})

    return instead
