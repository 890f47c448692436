"""What is known of a fact: its state.

A state is the set of values that the fact may still have. A test on it is surely true when every
one of them passes, surely false when none does, and unknown otherwise. Two states stand apart:
`UNKNOWN` (nobody answered: every test is unknown) and `NOT_APPLICABLE` (the question does not
arise: every test is false).

Truth is `True`, `False` or `None`, and `None` always means unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

Truth = bool | None


class Absent(Enum):
    """The two states in which a fact has no value."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"


UNKNOWN = Absent.UNKNOWN
NOT_APPLICABLE = Absent.NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Span:
    """An ordered value known to lie from `low` to `high`, both included.

    Numbers stand as they are, grades as the index of their level, dates as their ordinal day.
    """

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Possible:
    """One value out of these: a single one when it is known."""

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Members:
    """A list of which several may hold: `sure` are on it, `perhaps` may be, the rest are not."""

    sure: frozenset[str]
    perhaps: frozenset[str] = frozenset()


State = Absent | Span | Possible | Members


def exactly(value: float) -> Span:
    """The state of an ordered fact whose value is known."""
    return Span(value, value)


def just(value: str) -> Possible:
    """The state of a choice that is known."""
    return Possible(frozenset((value,)))


def rounded(number: float) -> float:
    """Half-even to six decimals, as every number is before any test, in every engine."""
    return round(number, 6) + 0.0


def all_of(truths: list[Truth]) -> Truth:
    """Kleene's strong conjunction."""
    if False in truths:
        return False
    return None if None in truths else True


def any_of(truths: list[Truth]) -> Truth:
    """Kleene's strong disjunction."""
    if True in truths:
        return True
    return None if None in truths else False


def negation(truth: Truth) -> Truth:
    return None if truth is None else not truth
