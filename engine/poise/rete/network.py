"""A written program run by durable-rules, and what came of it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import TracebackType
from typing import Self

from poise.lower import Pair, Symbol
from poise.rete.engine import Ruleset, lock
from poise.rete.errors import ContradictionError
from poise.rete.gate import Gate, Properties
from poise.rete.ruleset import Asked, Written
from poise.rete.views import name_of
from poise.values import State, Truth


@dataclass(frozen=True, slots=True)
class Derived:
    """What the second engine found: a truth for each proposition and for each finding's values.

    A grade's value is the index of a level as text, and means "at least" that level. `symbols` are
    the program's that the engine derived, with some of the planner's own above them.
    """

    propositions: Mapping[str, Truth]
    findings: Mapping[str, Mapping[str, Truth]]
    symbols: frozenset[Symbol]


class Network:
    """A written program, compiled. Safe to share between threads, and across a fork."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._gate = Gate(written.keys, written.inputs)
        self._derived = {
            key: (place, f'"{name_of(place)}":true')
            for place, key in enumerate(written.keys)
            if isinstance(key, int)
        }
        self._facts = [[_opened(fact) for fact in source.facts] for source in written.rulesets]
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
        return _answer(self._written, symbols)

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

    def _run(self, properties: Properties) -> set[Symbol]:
        symbols = set(self._written.given)
        try:
            for ruleset, facts in zip(self._live(), self._facts, strict=True):
                with ruleset.session():
                    for head, picked in facts:
                        # Facts stand by layer, so all that this one reads is known by now.
                        if known := ",".join(filter(None, picked(properties))):
                            derived = ruleset.derive(f"{head}{known}}}")
                            symbols.update(derived)
                            self._note(derived, properties)
        except BaseException:
            # Whatever went wrong, the next run starts from freshly compiled rules.
            self._drop()
            raise
        return symbols

    def _note(self, derived: list[Symbol], properties: Properties) -> None:
        """What was derived is known to the facts that follow."""
        for symbol in derived:
            if symbol in self._derived:
                place, said = self._derived[symbol]
                properties[place] = said

    def _live(self) -> list[Ruleset]:
        if self._closed:
            raise RuntimeError("the network is closed")
        if self._rulesets is None or self._process != os.getpid():
            # A forked child may hold a session that another thread was in the middle of.
            self._rulesets = [Ruleset(source) for source in self._written.rulesets]
            self._process = os.getpid()
        return self._rulesets

    def _drop(self) -> None:
        for ruleset in self._rulesets or ():
            ruleset.discard()
        self._rulesets = None


def _opened(fact: Asked) -> tuple[str, Callable[[Properties], Sequence[str | None]]]:
    # The last place is always empty: with it, even a getter of one place answers with a tuple.
    return fact.head, itemgetter(*fact.places, -1)


def _answer(written: Written, symbols: set[Symbol]) -> Derived:
    return Derived(
        _truths(written.propositions, symbols),
        {name: _truths(values, symbols) for name, values in written.findings.items()},
        frozenset(symbols),
    )


def _truths(pairs: Mapping[str, Pair], symbols: set[Symbol]) -> dict[str, Truth]:
    truths: dict[str, Truth] = {}
    for name, pair in pairs.items():
        true, false = pair.true in symbols, pair.false in symbols
        if true and false:
            raise ContradictionError(f"'{name}' was derived both surely true and surely false")
        truths[name] = True if true else False if false else None
    return truths
