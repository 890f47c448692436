"""What lowering yields: atoms over inputs, Horn clauses over symbols, and where the answers are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from poise.conditions import Test
from poise.grounded import Shape

Symbol = int
NEVER: Symbol = 0
ALWAYS: Symbol = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """The two symbols of a condition. INVARIANT: no input ever derives both."""

    true: Symbol
    false: Symbol

    def swapped(self) -> Pair:
        """The pair of the negation."""
        return Pair(self.false, self.true)


HOLDS = Pair(ALWAYS, NEVER)
FAILS = Pair(NEVER, ALWAYS)
OPEN = Pair(NEVER, NEVER)


@dataclass(frozen=True, slots=True)
class Atom:
    """One test on one input; `test` is wrapped in at most one `Not`.

    `pair.true` holds when every possible value passes, `pair.false` when none does. An input that
    does not apply gives `pair.false`, or `pair.true` where `met_if_not_applicable`; `Known` is
    true of such an input either way.
    """

    fact: str
    test: Test
    met_if_not_applicable: bool
    pair: Pair


@dataclass(frozen=True, slots=True)
class Clause:
    """`head` holds when all of `body` does."""

    head: Symbol
    body: tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """What an executor runs, and where it finds its answers.

    `ALWAYS` is derived from nothing and `NEVER` from anything. A grade's values are the indexes of
    its levels as text, from the second level up, each meaning "at least".
    """

    inputs: Mapping[str, Shape]
    levels: Mapping[str, tuple[str, ...]]
    atoms: tuple[Atom, ...]
    clauses: tuple[Clause, ...]
    propositions: Mapping[str, Pair]
    findings: Mapping[str, Mapping[str, Pair]]
