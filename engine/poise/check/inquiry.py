"""One world in which checks ask about conditions: those of the pack, and those told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property

import z3

from poise.assessment import Assessment
from poise.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Line,
    NoneOf,
    Undetermined,
)
from poise.pack import RulePack
from poise.solver.search import Search, Shows
from poise.solver.standing import Standings, label_conditions
from poise.solver.terms import NO, OPEN, YES, Truths, all_of, both, denied, either
from poise.solver.undecided import UndecidedError
from poise.solver.world import World, own_conditions
from poise.trees import lines

Claims = tuple[z3.BoolRef, ...]
"""What should all be so at once."""
_TOGETHER = 8
"""So many questions are asked at once; more contradict each other more often."""


class _Asked:
    """A question, known by the numbers of its terms: to compare terms takes z3 far longer."""

    __slots__ = ("claims", "key")

    def __init__(self, claims: Claims) -> None:
        self.claims = tuple(claim for claim in claims if claim is not YES)
        self.key = tuple(claim.get_id() for claim in self.claims)


class Inquiry:
    """Asks of every assessment; examples are of the day on which the pack was released.

    Every method may raise `UndecidedError`.
    """

    def __init__(self, pack: RulePack) -> None:
        found = [*pack.ground.conditions.values(), *own_conditions(pack).values()]
        told = dict.fromkeys(line for condition in found for line in lines(condition))
        self._lines = {line: f"line {number}" for number, line in enumerate(told)}
        named: dict[str, Condition] = {name: line for line, name in self._lines.items()}
        self.world = World(pack, label_conditions(pack) | named)
        self._search = Search(self.world, pack.head.released)
        self._pairs: dict[Condition, Truths] = {}
        self._answers: dict[tuple[int, ...], bool] = {}
        self._told: list[_Asked] = []
        """What was answered, so that the numbers of its terms stay its own."""

    @cached_property
    def standings(self) -> Standings:
        """Where candidates stand."""
        return Standings(self.world)

    def truths(self, proposition: str) -> Truths:
        return self.world.truths(proposition)

    def pair(self, condition: Condition) -> Truths:
        """The pair of any condition over lines that the pack tests."""
        if condition not in self._pairs:
            self._pairs[condition] = (
                self.world.truths(self._lines[condition])
                if isinstance(condition, Line)
                else combined(condition, self.pair)
            )
        return self._pairs[condition]

    def possible(self, *claims: z3.BoolRef) -> bool:
        """Whether there may be such an assessment; no means proved."""
        asked = _Asked(claims)
        if any(claim is NO for claim in claims):
            return False
        if asked.key not in self._answers:
            self._answers[asked.key] = self._search.possible(*asked.claims)
            self._told.append(asked)
        return self._answers[asked.key]

    def foresee(self, questions: Iterable[Claims]) -> None:
        """Finds in advance which of many questions have the answer yes.

        Almost all have, and one assessment shows it of several that are about other things, which
        takes a fraction of the time. What is left open here is asked when it is asked.
        """
        able = (one for one in questions if not any(claim is NO for claim in one))
        asked = list({one.key: one for one in map(_Asked, able)}.values())
        groups = -(-len(asked) // _TOGETHER)
        for number in range(groups):
            self._foresee(asked[number::groups])

    def _foresee(self, asked: list[_Asked]) -> None:
        together = False
        with suppress(UndecidedError):
            together = self._search.possible(*(claim for one in asked for claim in one.claims))
        if together:
            self._answers.update((one.key, True) for one in asked)
            self._told += asked
        elif len(asked) > 1:
            half = len(asked) // 2
            self._foresee(asked[:half])
            self._foresee(asked[half:])

    def example(self, shows: Shows, *claims: z3.BoolRef) -> Assessment | None:
        """The smallest assessment that shows it by the evaluator; None where there is none."""
        return self._search.example(claims, shows)

    def differ(self, one: Condition, other: Condition) -> z3.BoolRef:
        """Whether one of two conditions surely holds, or surely does not, and the other not so."""
        mine, theirs = self.pair(one), self.pair(other)
        return either(_apart(mine.true, theirs.true), _apart(mine.false, theirs.false))


def combined(condition: Condition, of: Callable[[Condition], Truths]) -> Truths:
    """The pair of a condition that is no line, by the pairs of its parts."""
    match condition:
        case AllOf(items):
            return all_of(map(of, items))
        case AnyOf(items):
            return all_of(of(item).swapped() for item in items).swapped()
        case NoneOf(items):
            return all_of(of(item).swapped() for item in items)
        case AtLeast(count, items):
            parts = [of(item) for item in items]
            return Truths(
                _so_many([one.true for one in parts], count),
                _so_many([one.false for one in parts], len(parts) - count + 1),
            )
        case Undetermined():
            return OPEN
    raise AssertionError(condition)


def _apart(one: z3.BoolRef, other: z3.BoolRef) -> z3.BoolRef:
    if one.eq(other):
        return NO
    return either(both(one, denied(other)), both(denied(one), other))


def _so_many(flags: list[z3.BoolRef], count: int) -> z3.BoolRef:
    """At least so many of these, which are more than none and no fewer than that."""
    return z3.AtLeast(*flags, count)
