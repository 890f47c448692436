"""Which symbols the engine derives, in which layer, and from which comparisons.

Every rule reads one fact: inputs, and symbols that earlier layers derived. So nothing is joined
inside the engine, where joins are slow and limited, and atoms cost no symbol of their own. A rule
is a disjunction of conjunctions as it stands; one inside another becomes a symbol, never a product.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from poise.lower import ALWAYS, NEVER, Program, Symbol
from poise.rete.comparisons import sides
from poise.rete.views import Alternatives, Comparison, Conjunction

_COPIED_ALONE, _COPIED_AMONG = 16, 8
"""Comparisons repeated where a symbol is used, rather than deriving it only to be read."""
_CONJUNCTION, _SINGLES, _CONJUNCTIONS, _COMPARISONS = 16, 24, 10, 40
"""What one rule holds at most: a conjunction's length, and how much of what it is a choice of."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A symbol and what derives it, over inputs and symbols of earlier layers."""

    symbol: Symbol
    alternatives: Alternatives
    layer: int


@dataclass(frozen=True, slots=True)
class Plan:
    """`given` holds of any input; `rules` stand by layer."""

    given: frozenset[Symbol]
    rules: tuple[Rule, ...]


def plan(program: Program) -> Plan:
    """The rules for every output of a program."""
    planner = _Planner(program)
    wanted = _outputs(program)
    planner.define(wanted)
    found = planner.rules()
    layers = _layers(found)
    given = frozenset(name for name in wanted if planner.definition(name) == ((),))
    usage = Counter(one for alternatives in found.values() for one in chain(*alternatives))
    rules = [
        Rule(name, _shared_first(alternatives, usage), layers[name])
        for name, alternatives in found.items()
    ]
    return Plan(given, tuple(sorted(rules, key=_together)))


def _together(rule: Rule) -> tuple[int, list[str], Symbol]:
    """Within a layer, rules that read the same inputs stand together."""
    keys = {one.key for one in chain(*rule.alternatives)}
    read = sorted(f"#{key:09}" if isinstance(key, int) else key.fact for key in keys)
    return rule.layer, read, rule.symbol


def _outputs(program: Program) -> tuple[Symbol, ...]:
    pairs = chain(
        program.propositions.values(), *(each.values() for each in program.findings.values())
    )
    return tuple(sorted({symbol for pair in pairs for symbol in (pair.true, pair.false)}))


def _shared_first(alternatives: Alternatives, usage: Mapping[Comparison, int]) -> Alternatives:
    """What many rules read stands first, where the engine's network shares it."""
    return tuple(
        tuple(sorted(each, key=lambda one: (-usage[one], repr(one)))) for each in alternatives
    )


def _layers(rules: Mapping[Symbol, Alternatives]) -> dict[Symbol, int]:
    layers: dict[Symbol, int] = {}

    def layer(name: Symbol) -> int:
        if name not in layers:
            read = {one.key for one in chain(*rules[name]) if isinstance(one.key, int)}
            layers[name] = max((layer(each) + 1 for each in read), default=0)
        return layers[name]

    for name in sorted(rules):
        layer(name)
    return layers


class _Planner:
    """Unfolds clauses into comparisons as far as that stays small."""

    def __init__(self, program: Program) -> None:
        self._bodies: dict[Symbol, list[tuple[Symbol, ...]]] = {NEVER: []}
        for clause in program.clauses:
            self._bodies.setdefault(clause.head, []).append(clause.body)
        self._definitions: dict[Symbol, Alternatives] = {ALWAYS: ((),)}
        for atom in program.atoms:
            levels = program.levels.get(atom.fact, ())
            true, false = sides(atom, program.inputs[atom.fact], levels)
            self._definitions |= {atom.pair.true: true, atom.pair.false: false}
        self._derived: set[Symbol] = set()
        self._pieces: dict[Alternatives, Symbol] = {}
        self._next = max((*self._bodies, *self._definitions)) + 1

    def define(self, wanted: Iterable[Symbol]) -> None:
        """Have the engine derive these symbols."""
        self._derived.update(wanted)
        for name in sorted(self._bodies):
            self.definition(name)

    def rules(self) -> dict[Symbol, Alternatives]:
        """The alternatives of every derived symbol, cut to what one rule may hold."""
        found = {name: self._fitted(self.definition(name)) for name in sorted(self._derived)}
        found |= {name: alternatives for alternatives, name in self._pieces.items()}
        return {name: each for name, each in found.items() if each not in ((), ((),))}

    def definition(self, name: Symbol) -> Alternatives:
        if name not in self._definitions:
            if name not in self._bodies:
                raise ValueError(f"symbol {name} rests on itself, or on nothing")
            unfolded = chain(*map(self._unfolded, self._bodies.pop(name)))
            alternatives = tuple(dict.fromkeys(unfolded))
            self._definitions[name] = ((),) if () in alternatives else alternatives
        return self._definitions[name]

    def _unfolded(self, body: tuple[Symbol, ...]) -> Alternatives:
        if len(body) == 1:
            return self._alone(body[0])
        conjunctions = [self._among(name) for name in body]
        if None in conjunctions:
            return ()
        return (tuple(dict.fromkeys(chain(*(each for each in conjunctions if each)))),)

    def _alone(self, name: Symbol) -> Alternatives:
        """A symbol as the whole of a body."""
        found = self.definition(name)
        most = 1 if name in self._derived else _COPIED_ALONE
        return found if sum(map(len, found)) <= most else (self._read(name),)

    def _among(self, name: Symbol) -> Conjunction | None:
        """A symbol beside others in a body; None where it never holds."""
        found = self.definition(name)
        if not found:
            return None
        most = 2 if name in self._derived else _COPIED_AMONG
        return found[0] if len(found) == 1 and len(found[0]) <= most else self._read(name)

    def _read(self, name: Symbol) -> Conjunction:
        self._derived.add(name)
        return (Comparison(name, "$eq", True),)

    # --- cutting ---------------------------------------------------------------------------

    def _fitted(self, alternatives: Alternatives) -> Alternatives:
        """Long conjunctions and disjunctions, through symbols for their pieces."""
        short = tuple(map(self._shortened, alternatives))
        groups = _grouped(short)
        if len(groups) <= 1:
            return short
        return self._fitted(tuple((self._piece(group),) for group in groups))

    def _shortened(self, conjunction: Conjunction) -> Conjunction:
        if len(conjunction) <= _CONJUNCTION:
            return conjunction
        starts = range(0, len(conjunction), _CONJUNCTION)
        pieces = [conjunction[start : start + _CONJUNCTION] for start in starts]
        return self._shortened(tuple(self._piece((piece,)) for piece in pieces))

    def _piece(self, alternatives: Alternatives) -> Comparison:
        if alternatives not in self._pieces:
            self._pieces[alternatives] = self._next
            self._next += 1
        return Comparison(self._pieces[alternatives], "$eq", True)


def _grouped(alternatives: Alternatives) -> list[Alternatives]:
    """In order, as many to a group as one engine rule may hold."""
    groups: list[list[Conjunction]] = []
    singles = conjunctions = comparisons = 0
    for each in alternatives:
        single = len(each) == 1
        singles, conjunctions = singles + single, conjunctions + (not single)
        comparisons += len(each)
        full = singles > _SINGLES or conjunctions > _CONJUNCTIONS or comparisons > _COMPARISONS
        if full or not groups:
            groups.append([])
            singles, conjunctions, comparisons = int(single), int(not single), len(each)
        groups[-1].append(each)
    return [tuple(group) for group in groups]
