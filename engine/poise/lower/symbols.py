"""Symbols that share: an equal conjunction, disjunction or count is one symbol, made once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from poise.lower.program import ALWAYS, NEVER, Clause, Pair, Symbol

Body = tuple[Symbol, ...]


class Symbols:
    """Makes symbols and the clauses that define them."""

    def __init__(self) -> None:
        self._bodies: dict[Symbol, tuple[Body, ...]] = {ALWAYS: ((),)}
        self._joined: dict[tuple[str, frozenset[Symbol]], Symbol] = {}
        self._counted: dict[tuple[Body, int], Symbol] = {}
        self._last: Symbol = ALWAYS

    def new(self) -> Symbol:
        self._last += 1
        return self._last

    def all_of(self, symbols: Iterable[Symbol]) -> Symbol:
        body = frozenset(symbols) - {ALWAYS}
        if NEVER in body:
            return NEVER
        return self._join("all", body, (tuple(sorted(body)),)) if body else ALWAYS

    def any_of(self, symbols: Iterable[Symbol]) -> Symbol:
        heads = frozenset(symbols) - {NEVER}
        if ALWAYS in heads:
            return ALWAYS
        return self._join("any", heads, tuple((one,) for one in sorted(heads))) if heads else NEVER

    def at_least(self, count: int, symbols: Body) -> Symbol:
        """So many of these, by halves: `share` of the left and the rest of the right.

        Each sub-count is one symbol: a count of m costs some m squared clauses, not m choose n.
        """
        if count <= 0:
            return ALWAYS
        if count > len(symbols):
            return NEVER
        if count in (1, len(symbols)):
            return self.any_of(symbols) if count == 1 else self.all_of(symbols)
        if (symbols, count) not in self._counted:
            left, right = symbols[: len(symbols) // 2], symbols[len(symbols) // 2 :]
            shares = range(max(0, count - len(right)), min(count, len(left)) + 1)
            self._counted[symbols, count] = self.any_of(
                self.all_of((self.at_least(share, left), self.at_least(count - share, right)))
                for share in shares
            )
        return self._counted[symbols, count]

    # Kleene's connectives over pairs

    def any_pair(self, pairs: Iterable[Pair]) -> Pair:
        every = tuple(pairs)
        return Pair(
            self.any_of(pair.true for pair in every), self.all_of(pair.false for pair in every)
        )

    def all_pair(self, pairs: Iterable[Pair]) -> Pair:
        return self.any_pair(pair.swapped() for pair in pairs).swapped()

    def at_least_pair(self, pairs: tuple[Pair, ...], count: int) -> Pair:
        """At least `count` hold; refuted once too few are left that might."""
        return Pair(
            self.at_least(count, tuple(pair.true for pair in pairs)),
            self.at_least(len(pairs) - count + 1, tuple(pair.false for pair in pairs)),
        )

    def clauses_for(self, wanted: Iterable[Symbol]) -> tuple[Clause, ...]:
        """The clauses that these symbols rest on, and no other."""
        needed: set[Symbol] = set()
        waiting = list(wanted)
        while waiting:
            symbol = waiting.pop()
            if symbol not in needed:
                needed.add(symbol)
                waiting.extend(chain(*self._bodies.get(symbol, ())))
        return tuple(
            Clause(head, body)
            for head, bodies in self._bodies.items()
            for body in bodies
            if head in needed
        )

    def _join(self, how: str, parts: frozenset[Symbol], bodies: tuple[Body, ...]) -> Symbol:
        if len(parts) == 1:
            return next(iter(parts))
        if (how, parts) not in self._joined:
            self._joined[how, parts] = symbol = self.new()
            self._bodies[symbol] = bodies
        return self._joined[how, parts]
