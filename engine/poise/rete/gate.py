"""The one gate through which an assessment reaches durable-rules.

Each key is written by one small function made when the network is built, since this runs for every
input of every assessment.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from math import isinf
from typing import Any

from poise.grounded import Shape
from poise.lower import Symbol
from poise.rete.days import edge
from poise.rete.errors import SecondEngineLimit
from poise.rete.literals import elsewise, literal, number, text, whole
from poise.rete.views import (
    Answered,
    Key,
    Listed,
    Offset,
    OneOf,
    Place,
    Size,
    View,
    Worded,
    name_of,
)
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State

Properties = list[str | None]
"""What is known so far, by the place of its key: `"key":value` as an asserted fact holds it.
After the keys stands one place that is always empty."""
Writer = Callable[[Any, datetime.date], str | None]
"""The value of a key for a state of the key's own shape; None where the state leaves it open."""

_STATES: Mapping[Shape, type[Possible | Span | Members]] = {
    "choice": Possible,
    "grade": Span,
    "number": Span,
    "date": Span,
    "choices": Members,
}


class Gate:
    """Writes the states of inputs as properties."""

    def __init__(self, keys: Sequence[Key | Symbol], inputs: Mapping[str, Shape]) -> None:
        self._places = len(keys)
        self._inputs: dict[str, _Input] = {}
        for place, key in enumerate(keys):
            if isinstance(key, Key):
                expected = _STATES[inputs[key.fact]]
                self._inputs.setdefault(key.fact, _Input(key.fact, expected)).add(key, place)

    def properties(self, states: Mapping[str, State], date: datetime.date) -> Properties:
        """The property of each key that has a value; an input that is missing is unknown."""
        written: Properties = [None] * (self._places + 1)
        for fact, known in self._inputs.items():
            state = states.get(fact, UNKNOWN)
            if state is not UNKNOWN:
                known.write(state, date, written)
        return written


class _Input:
    """The keys of one input."""

    def __init__(self, fact: str, expected: type[Possible | Span | Members]) -> None:
        self._fact = fact
        self._expected = expected
        self._writers: list[tuple[int, str, Writer]] = []
        self._not_applicable: list[tuple[int, str]] = []

    def add(self, key: Key, place: int) -> None:
        opening = f'"{name_of(place)}":'
        self._writers.append((place, opening, _writer(key.view)))
        self._not_applicable.append((place, opening + elsewise(key.elsewise)))

    def write(self, state: State, date: datetime.date, written: Properties) -> None:
        if state is NOT_APPLICABLE:
            for place, said in self._not_applicable:
                written[place] = said
            return
        # INVARIANT: a writer is only ever given a state of the shape that its view is of.
        if type(state) is not self._expected or _is_impossible(state):
            raise TypeError(f"'{self._fact}' cannot be in the state {state}")
        try:
            for place, opening, value_of in self._writers:
                value = value_of(state, date)
                if value is not None:
                    written[place] = opening + value
        except SecondEngineLimit as limit:
            raise limit.located(self._fact) from None


def _is_impossible(state: Possible | Span | Members) -> bool:
    match state:
        case Possible(values):
            return not values
        case Span(low, high):
            return not low <= high
    return False


def _writer(view: View) -> Writer:
    match view:
        case Answered():
            return lambda _state, _date: "true"
        case Worded(word):
            return _worded(word)
        case OneOf(words):
            return _one_of(words)
        case Listed(members):
            return _listed(members)
        case Size(end="low"):
            return lambda state, _date: whole(len(state.sure))
        case Size():
            return lambda state, _date: whole(len(state.sure | state.perhaps))
        case Place(end, True):
            return lambda state, _date: _day_or_level(getattr(state, end), 0)
        case Place(end):
            return lambda state, _date: _real(getattr(state, end))
        case Offset(end, length, sign):
            return lambda state, date: _day_or_level(getattr(state, end), edge(date, length, sign))


def _worded(word: str) -> Writer:
    alone, same = frozenset((word,)), literal(word)

    def write(state: Possible, _date: datetime.date) -> str | None:
        if state.values == alone:
            return same
        return None if word in state.values else text(min(state.values))

    return write


def _one_of(words: frozenset[str]) -> Writer:
    def write(state: Possible, _date: datetime.date) -> str | None:
        if state.values <= words:
            return "true"
        return "false" if state.values.isdisjoint(words) else None

    return write


def _listed(members: frozenset[str]) -> Writer:
    def write(state: Members, _date: datetime.date) -> str | None:
        if not state.sure.isdisjoint(members):
            return "true"
        return "false" if state.perhaps.isdisjoint(members) else None

    return write


def _real(value: float) -> str | None:
    """An endless end has no value, and so passes no comparison, as it should."""
    return None if isinf(value) else number(float(value))


def _day_or_level(value: float, origin: int) -> str | None:
    if isinf(value):
        return None
    step = int(value)
    if step != value:
        raise TypeError(f"{value} is neither a level nor a day")
    return whole(step - origin)
