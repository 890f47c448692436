"""The states that facts, and the fields of records, can have by what an assessment may say."""

from __future__ import annotations

import datetime

import z3

from poise.solver.terms import (
    NO,
    YES,
    Chosen,
    Figure,
    Listed,
    Note,
    Ordered,
    State,
    both,
    either,
    some,
)
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, Records, Text, YesNo

GIVEN = "given"
FARTHEST = 366 * 300
"""So many days from an assessment's date lies every date that can be written."""


class Facts:
    """Makes the term of a fact by its kind; what limits it goes to `note`.

    `exact` is the assumption that no answer leaves anything open: a date is a day.
    """

    def __init__(self, note: Note, exact: z3.BoolRef) -> None:
        self._note = note
        self._exact = exact
        self.dates: list[Ordered] = []
        """The dates that were made so far."""

    def state(self, name: str, kind: Kind, absent: z3.BoolRef = NO) -> State:
        """The term of one fact. INVARIANT: no fact is both unknown and not applicable."""
        unknown = YES if isinstance(kind, Text) else z3.Bool(f"{name}: unknown")
        if absent is not NO:
            self._note(z3.Not(both(unknown, absent)))
        match kind:
            case YesNo():
                words = [frozenset((word,)) for word in ("yes", "no")]
                return self._chosen(name, unknown, absent, words)
            case Choice():
                return self._chosen(name, unknown, absent, answers(kind))
            case Records() | Text():
                return self._chosen(name, unknown, absent, [frozenset((GIVEN,))])
            case Choices():
                return self._listed(name, kind, unknown, absent)
            case Grade(scale):
                level = Figure(z3.Int(name))
                self._note(z3.And(level.value >= 0, level.value < len(scale.levels)))
                return Ordered(unknown, absent, level, level)
            case Number(low=low, high=high):
                value = Figure(z3.Real(name))
                self._note(z3.And(value.at_least(low), z3.Not(value.above(high))))
                return Ordered(unknown, absent, value, value)
            case Date(direction=direction):
                return self._dated(name, direction, unknown, absent)

    def _chosen(
        self, name: str, unknown: z3.BoolRef, absent: z3.BoolRef, found: list[frozenset[str]]
    ) -> State:
        answer = z3.Int(name)
        self._note(z3.And(answer >= 0, answer < len(found)))
        given = tuple(answer == number for number in range(len(found)))
        several = [one for one, meaning in zip(given, found, strict=True) if len(meaning) > 1]
        if several:
            self._note(z3.Implies(self._exact, z3.Not(some(several))))
        return Chosen(unknown, absent, given, tuple(found))

    def _listed(self, name: str, kind: Choices, unknown: z3.BoolRef, absent: z3.BoolRef) -> State:
        """What can be written: any names, and `unknown` beside them.

        A name beside one that it stands for adds nothing; it leaves open which else it means.
        """
        written = {one: z3.Bool(f"{name}: {one}") for one in kind.options}
        more = NO if "unknown" in kind.options else z3.Bool(f"{name}: and more")
        below = {one: kind.below.get(one, frozenset()) & set(written) for one in kind.options}
        sure = {
            one: both(written[one], z3.Not(some(written[other] for other in sorted(below[one]))))
            for one in kind.options
        }
        leaves = [one for one in kind.options if not below[one]]
        perhaps = {
            leaf: both(
                either(more, *(written[one] for one in kind.options if leaf in below[one])),
                z3.Not(written[leaf]),
            )
            for leaf in leaves
        }
        open_ones = [more, *(written[one] for one in kind.options if below[one])]
        self._note(z3.Implies(self._exact, z3.Not(some(open_ones))))
        return Listed(unknown, absent, sure, perhaps)

    def _dated(self, name: str, direction: str, unknown: z3.BoolRef, absent: z3.BoolRef) -> State:
        """Any stretch of days, where a month or a year can be written: more than all of these."""
        low, high = z3.Int(f"{name}: from"), z3.Int(f"{name}: to")
        self._note(z3.And(low <= high, low >= -FARTHEST, high <= FARTHEST))
        self._note(z3.Implies(self._exact, low == high))
        if direction == "past":
            self._note(high <= 0)
        if direction == "future":
            self._note(low >= 0)
        self.dates.append(Ordered(unknown, absent, Figure(low), Figure(high)))
        return self.dates[-1]


def answers(kind: Choice) -> list[frozenset[str]]:
    """What each name that answers a choice stands for, the values themselves first."""
    names = (*kind.options, *(name for name in kind.below if name not in kind.options))
    found = (kind.meaning(name) for name in names)
    return list(dict.fromkeys(one for one in found if one))


def ordinal(date: datetime.date, days: int) -> int:
    """The day that lies so many days from the assessment's date."""
    return date.toordinal() + days
