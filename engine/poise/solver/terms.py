"""What is known of a fact, as terms: the states of `poise.values` over all assessments at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import z3

NO = z3.BoolVal(False)
YES = z3.BoolVal(True)


Note = Callable[[z3.BoolRef], None]
"""Takes what limits the states that a fact can have."""
Called = Callable[[str], str]
"""What the terms of a name are called: the same, where two worlds mean the same by it."""


@dataclass(frozen=True, slots=True)
class Truths:
    """The pair of a condition: surely true, surely false. Neither means unknown."""

    true: z3.BoolRef
    false: z3.BoolRef

    def swapped(self) -> Truths:
        return Truths(self.false, self.true)

    @property
    def possible(self) -> z3.BoolRef:
        return denied(self.false)


HOLDS = Truths(YES, NO)
FAILS = Truths(NO, YES)
OPEN = Truths(NO, NO)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, as a quotient whose divisor is positive, so that comparing it stays linear.

    `rounded` says that it was worked out, and is rounded to six decimals before any test.
    """

    value: z3.ArithRef
    divisor: z3.ArithRef | None = None
    rounded: bool = False

    def at_least(self, bound: float) -> z3.BoolRef:
        return self.value >= self._edge(bound, "-0.0000005")

    def above(self, bound: float) -> z3.BoolRef:
        return self.value > self._edge(bound, "0.0000005")

    def _edge(self, bound: float, slack: str) -> z3.ArithRef:
        if self.value.is_int() and bound == int(bound):
            return z3.IntVal(int(bound))
        edge = exact(bound)
        if self.rounded:
            edge = z3.simplify(edge + z3.RealVal(slack))
        return edge if self.divisor is None else edge * self.divisor


def exact(number: float) -> z3.ArithRef:
    """A number as it is written: at most six decimals."""
    return z3.RealVal(f"{number:.6f}")


@dataclass(frozen=True, slots=True)
class Ordered:
    """A number, grade (by the index of its level) or date (by days from the assessment's).

    Its value lies from `low` to `high`; one that is known exactly has the same object twice.
    `endless` says that nothing bounds it from above.
    """

    unknown: z3.BoolRef
    absent: z3.BoolRef
    low: Figure
    high: Figure
    endless: z3.BoolRef = NO

    @property
    def is_exact(self) -> bool:
        return self.low is self.high and self.endless is NO


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice: which of the answers was given that can be. Each stands for one value or, as a
    name above several, for any of these."""

    unknown: z3.BoolRef
    absent: z3.BoolRef
    answers: tuple[z3.BoolRef, ...]
    meanings: tuple[frozenset[str], ...]

    def among(self, passing: frozenset[str], always: str = "") -> Truths:
        """Whether all that it may be is among these, and whether none is; what may be `always`
        is among any."""
        sure, never = [], []
        for given, meaning in zip(self.answers, self.meanings, strict=True):
            if (always and always in meaning) or meaning <= passing:
                sure.append(given)
            elif not meaning & passing:
                never.append(given)
        return Truths(some(sure), some(never))


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of choices: what is surely on it, and what may be."""

    unknown: z3.BoolRef
    absent: z3.BoolRef
    sure: Mapping[str, z3.BoolRef]
    perhaps: Mapping[str, z3.BoolRef]


State = Ordered | Chosen | Listed


def given(state: State) -> z3.BoolRef:
    """Whether the fact has a value, known in whole or in part."""
    return both(denied(state.unknown), denied(state.absent))


# Constants are folded, so that formulas stay small; `YES` and `NO` are the only two. z3's own `And`
# and `Or` look at the sort of each part, which takes most of the time that a pack's formulas take.


def both(*parts: z3.BoolRef) -> z3.BoolRef:
    return every(parts)


def every(parts: Iterable[z3.BoolRef]) -> z3.BoolRef:
    kept = [part for part in parts if part is not YES]
    if any(part is NO for part in kept):
        return NO
    return YES if not kept else kept[0] if len(kept) == 1 else _joined(z3.Z3_mk_and, kept)


def either(*parts: z3.BoolRef) -> z3.BoolRef:
    return some(parts)


def some(parts: Iterable[z3.BoolRef]) -> z3.BoolRef:
    kept = [part for part in parts if part is not NO]
    if any(part is YES for part in kept):
        return YES
    return NO if not kept else kept[0] if len(kept) == 1 else _joined(z3.Z3_mk_or, kept)


def denied(part: z3.BoolRef) -> z3.BoolRef:
    if part is YES or part is NO:
        return NO if part is YES else YES
    return z3.BoolRef(z3.Z3_mk_not(_CONTEXT.ref(), part.ast), _CONTEXT)


def _joined(make: Callable[..., Any], parts: list[z3.BoolRef]) -> z3.BoolRef:
    listed = (z3.Ast * len(parts))(*(part.ast for part in parts))
    return z3.BoolRef(make(_CONTEXT.ref(), len(parts), listed), _CONTEXT)


_CONTEXT = z3.main_ctx()


def all_of(parts: Iterable[Truths]) -> Truths:
    """Kleene's strong conjunction."""
    every_one = tuple(parts)
    return Truths(every(one.true for one in every_one), some(one.false for one in every_one))


def total(parts: Iterable[z3.ArithRef]) -> z3.ArithRef:
    found = list(parts)
    return z3.Sum(found) if found else z3.RealVal(0)


def number_of(flags: Iterable[z3.BoolRef]) -> z3.ArithRef:
    """How many of these hold."""
    return total(z3.If(flag, z3.RealVal(1), z3.RealVal(0)) for flag in flags)
