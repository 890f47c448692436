"""Rules gathered into the facts that they read.

A fact holds what some rules need and no more, so that it stays within the engine's limits: its
properties, and above all the matches that it may leave waiting at once, which are counted here as
the engine's own network would make them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from poise.lower import Symbol
from poise.rete.errors import SecondEngineLimit
from poise.rete.limits import KEYS_OF_FACT, PENDING, RULES_OF_FACT
from poise.rete.plan import Rule
from poise.rete.views import Comparison, Key


@dataclass(frozen=True, slots=True)
class Fact:
    """Rules that read one asserted fact, and its properties."""

    rules: tuple[Rule, ...]
    keys: tuple[Key | Symbol, ...]


def gather(rules: Iterable[Rule]) -> Iterator[Fact]:
    """Facts in the order of their layers; no fact spans two."""
    growing: list[Rule] = []
    keys: set[Key | Symbol] = set()
    network = Matches()
    for rule in rules:
        network.add(rule)
        keys |= _keys(rule)
        full = (
            network.pending > PENDING or len(keys) > KEYS_OF_FACT or len(growing) == RULES_OF_FACT
        )
        if growing and (full or growing[-1].layer != rule.layer):
            yield _fact(growing)
            growing, keys, network = [], _keys(rule), Matches()
            network.add(rule)
        if network.pending > PENDING:
            raise SecondEngineLimit("matches waiting at once", PENDING, network.pending)
        growing.append(rule)
    if growing:
        yield _fact(growing)


def _keys(rule: Rule) -> set[Key | Symbol]:
    return {one.key for one in chain(*rule.alternatives)}


def _fact(rules: list[Rule]) -> Fact:
    keys = dict.fromkeys(one.key for rule in rules for one in chain(*rule.alternatives))
    return Fact(tuple(rules), tuple(keys))


class Matches:
    """The engine's network below one fact: comparisons that begin alike share their nodes."""

    def __init__(self) -> None:
        self._children: dict[Comparison, Matches] = {}
        self._alike: dict[Key | Symbol, list[Comparison]] = {}
        self._matching: dict[Key | Symbol, int] = {}
        self._pushed = 0
        self._below = 1
        self.pending = 0
        """The most matches that may wait below here at once. INVARIANT: never too few."""

    def add(self, rule: Rule) -> None:
        for conjunction in rule.alternatives:
            self.insert(conjunction)

    def insert(self, conjunction: tuple[Comparison, ...]) -> None:
        if not conjunction:
            self._pushed += 1
        else:
            child = self._child(conjunction[0])
            child.insert(conjunction[1:])
            self._below = max(self._below, child.pending)
        self.pending = self._pushed - 1 + self._below

    def _child(self, first: Comparison) -> Matches:
        if first not in self._children:
            self._children[first] = Matches()
            alike = self._alike.setdefault(first.key, [])
            alike.append(first)
            before = self._matching.get(first.key, 0)
            self._matching[first.key] = simultaneous(alike) if before else 1
            self._pushed += self._matching[first.key] - before
        return self._children[first]


def simultaneous(comparisons: Iterable[Comparison]) -> int:
    """How many comparisons on one key may hold of the same value."""
    every = list(comparisons)
    values = sorted({one.value for one in every}, key=lambda value: (str(type(value)), value))
    places = {value: 2 * place + 1 for place, value in enumerate(values)}
    return max(
        sum(_holds(one, places[one.value], place) for one in every)
        for place in range(2 * len(values) + 1)
    )


def _holds(comparison: Comparison, bound: int, place: int) -> bool:
    match comparison.operator:
        case "$eq":
            return place == bound
        case "$neq":
            return place != bound
        case "$lt":
            return place < bound
        case "$lte":
            return place <= bound
        case "$gt":
            return place > bound
        case "$gte":
            return place >= bound
