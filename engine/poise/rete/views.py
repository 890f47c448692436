"""The views of an input that comparisons read.

A `Key` is one view of one input: its value, an end of its span, a membership. Lists and calendars,
which the engine cannot do, are settled in the view; comparing is left to the engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from poise.conditions import Duration
from poise.lower import Symbol

Value = bool | int | float | str
Operator = Literal["$eq", "$neq", "$lt", "$lte", "$gt", "$gte"]
End = Literal["low", "high"]


@dataclass(frozen=True, slots=True)
class Answered:
    """True of every input that has a value."""


@dataclass(frozen=True, slots=True)
class Worded:
    """The value of a choice, to be compared with `word` alone.

    Where several values are possible and none is the word, any of them stands for all.
    """

    word: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """Whether the value of a choice is among these."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """Whether a list holds any of these."""

    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Size:
    """How many members a list surely holds, or may hold at most."""

    end: End


@dataclass(frozen=True, slots=True)
class Place:
    """An end of the span of a number, a grade or a date."""

    end: End
    whole: bool


@dataclass(frozen=True, slots=True)
class Offset:
    """Days from an edge, so long before or after the assessment, to an end of a date's span."""

    end: End
    edge: Duration
    sign: Literal[-1, 1]


View = Answered | Worded | OneOf | Listed | Size | Place | Offset
Ordered = Size | Place | Offset


@dataclass(frozen=True, slots=True)
class Key:
    """A view of an input, and what it reads where the input does not apply.

    INVARIANT: `elsewise` makes every comparison on the key come out as the language says of an
    input that does not apply, so that no comparison needs a second one beside it.
    """

    fact: str
    view: View
    elsewise: Value


class Comparison(NamedTuple):
    """What the engine executes: `key operator value`. A derived symbol is a key of its own."""

    key: Key | Symbol
    operator: Operator
    value: Value


Conjunction = tuple[Comparison, ...]
Alternatives = tuple[Conjunction, ...]
"""Any of these conjunctions; none at all is never."""


def name_of(place: int) -> str:
    """The property that a key is to the engine, by its place among all keys."""
    return f"k{place}"
