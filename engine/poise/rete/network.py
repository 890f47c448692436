"""A program run by durable-rules, and what came of it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import TracebackType
from typing import Self

from poise.lower import Pair, Program, Symbol
from poise.rete.engine import Ruleset, lock
from poise.rete.facts import Fact, gather
from poise.rete.gate import Gate
from poise.rete.limits import refuse_collisions
from poise.rete.plan import plan
from poise.rete.ruleset import BOOT, SESSION, Names, write
from poise.rete.views import Key
from poise.values import State, Truth


class Contradiction(RuntimeError):
    """Something was derived both surely true and surely false, so that no answer can be trusted."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What the second engine found: a truth for each proposition and for each finding's values.

    A grade's value is the index of a level as text, and means "at least" that level.
    """

    propositions: Mapping[str, Truth]
    findings: Mapping[str, Mapping[str, Truth]]
    symbols: frozenset[Symbol]


class Network:
    """A compiled program. Safe to share between threads, and across a fork."""

    def __init__(self, program: Program) -> None:
        planned = plan(program)
        facts = list(gather(planned.rules))
        names = _names(facts)
        self._program = program
        self._given = planned.given
        self._sources = write(facts, names)
        inputs = {key: name for key, name in names.items() if isinstance(key, Key)}
        self._gate = Gate(inputs, program.inputs)
        self._names = {key: name for key, name in names.items() if isinstance(key, int)}
        self._rulesets: list[Ruleset] | None = None
        self._process = 0
        self._closed = False
        with lock():
            self._live()

    def derive(self, states: Mapping[str, State], date: datetime.date) -> Derived:
        """Run the program on the states of inputs; an input that is missing is unknown."""
        properties = self._gate.properties(states, date)
        with lock():
            symbols = self._run(properties)
        return _answer(self._program, symbols)

    def close(self) -> None:
        """Free what the engine holds; happens by itself when the network is dropped."""
        with lock():
            self._closed = True
            self._drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, properties: dict[str, str]) -> set[Symbol]:
        symbols = set(self._given)
        try:
            for ruleset in self._live():
                with ruleset.session():
                    for symbol in self._derive(ruleset, properties):
                        symbols.add(symbol)
        except BaseException:
            # Whatever went wrong, the next run starts from freshly compiled rules.
            self._drop()
            raise
        return symbols

    def _derive(self, ruleset: Ruleset, properties: dict[str, str]) -> Iterator[Symbol]:
        """Assert each fact with all that is known so far; facts stand by layer."""
        for fact in ruleset.facts:
            known = [properties[name] for name in fact.names if name in properties]
            if known:
                for symbol in ruleset.derive(f"{fact.head}{','.join(known)}}}"):
                    if name := self._names.get(symbol):
                        properties[name] = f'"{name}":true'
                    yield symbol

    def _live(self) -> list[Ruleset]:
        if self._closed:
            raise RuntimeError("the network is closed")
        if self._rulesets is None or self._process != os.getpid():
            # A forked child may hold a session that another thread was in the middle of.
            self._rulesets = [Ruleset(source) for source in self._sources]
            self._process = os.getpid()
        return self._rulesets

    def _drop(self) -> None:
        for ruleset in self._rulesets or ():
            ruleset.discard()
        self._rulesets = None


def _names(facts: list[Fact]) -> Names:
    keys = dict.fromkeys(chain(*(fact.keys for fact in facts)))
    names = {key: f"k{place}" for place, key in enumerate(keys)}
    refuse_collisions(names.values())
    return names


def _answer(program: Program, symbols: set[Symbol]) -> Derived:
    propositions = {
        name: _truth(name, pair, symbols) for name, pair in program.propositions.items()
    }
    findings = {
        name: {value: _truth(name, pair, symbols) for value, pair in values.items()}
        for name, values in program.findings.items()
    }
    return Derived(propositions, findings, frozenset(symbols))


def _truth(name: str, pair: Pair, symbols: set[Symbol]) -> Truth:
    true, false = pair.true in symbols, pair.false in symbols
    if true and false:
        raise Contradiction(f"'{name}' was derived both surely true and surely false")
    return True if true else False if false else None
