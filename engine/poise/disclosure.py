"""Which personal data a pack's advice depends on, derived from its conditions.

The vocabulary says which facts are personal data of a kind whose use must be disclosed
(`disclosed_as`). Whether, and by what, they are used is never declared: it is read off the
conditions of the active rules, the measures that they test, the labels of products, and when other
facts are asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from poise import formula
from poise.conditions import Condition
from poise.rules import After, Ceiling, Defer, Require, Rule
from poise.trees import facts_read
from poise.vocabulary import (
    Calculated,
    Cases,
    Disclosed,
    Fact,
    Measure,
    Points,
    Vocabulary,
)

if TYPE_CHECKING:
    from poise.pack import RulePack

KINDS: tuple[Disclosed, ...] = get_args(Disclosed)


@dataclass(frozen=True, slots=True)
class FactUse:
    """What depends on one fact: active rules, products by their label, and questions."""

    fact: Fact
    rules: tuple[Rule, ...]
    labels: tuple[str, ...]
    asks: tuple[str, ...]

    @property
    def used(self) -> bool:
        return bool(self.rules or self.labels or self.asks)


@dataclass(frozen=True, slots=True)
class Use:
    """One kind of personal data: the facts of the pack that are of it, and what reads them."""

    kind: Disclosed
    facts: tuple[FactUse, ...]

    @property
    def used(self) -> bool:
        return any(one.used for one in self.facts)


def uses(pack: RulePack) -> tuple[Use, ...]:
    """Every kind of personal data in its fixed order, those that no fact is of included."""
    readers = _Readers(pack)
    facts = sorted(pack.vocabulary.facts.values(), key=lambda one: one.id)
    return tuple(
        Use(kind, tuple(readers.of(fact) for fact in facts if kind in fact.disclosed_as))
        for kind in KINDS
    )


class _Readers:
    """What reads each fact, worked out once for a pack."""

    def __init__(self, pack: RulePack) -> None:
        vocabulary = pack.vocabulary
        active = [rule for rule in pack.rules if rule.stage == "active"]
        self._rules = [(rule, _facts(vocabulary, _read_by(rule))) for rule in active]
        self._labels = {
            product.label: _facts(
                vocabulary,
                (name for one in entries or () for name in facts_read(one.when)),
            )
            for product in pack.taxonomy.products.values()
            for entries in product.labels.values()
        }
        self._asks: Mapping[str, frozenset[str]] = {
            fact.label: _facts(vocabulary, facts_read(fact.asked_when))
            for fact in vocabulary.facts.values()
            if fact.asked_when is not None
        }

    def of(self, fact: Fact) -> FactUse:
        return FactUse(
            fact,
            tuple(rule for rule, read in self._rules if fact.id in read),
            tuple(sorted(label for label, read in self._labels.items() if fact.id in read)),
            tuple(sorted(label for label, read in self._asks.items() if fact.id in read)),
        )


def _read_by(rule: Rule) -> Iterator[str]:
    """The names that a rule reads, in its condition and in its verbs."""
    yield from facts_read(rule.when)
    for verb in rule.verbs():
        match verb:
            case Require(that=that) if that is not None:
                yield from facts_read(that)
            case Ceiling(at_most=str() as limit):
                yield limit
            case Defer(until=After(after=date)):
                yield date


def _facts(vocabulary: Vocabulary, names: Iterable[str]) -> frozenset[str]:
    """The facts behind names: measures are followed, findings are the business of their rules."""
    found: set[str] = set()
    waiting = [vocabulary.split(name)[0] for name in names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        measure = vocabulary.measures.get(name)
        if measure is not None:
            waiting += [vocabulary.split(one)[0] for one in _computed_from(measure)]
    return frozenset(found & set(vocabulary.facts))


def _computed_from(measure: Measure) -> Iterator[str]:
    match measure.computation:
        case Calculated(whole):
            yield from formula.names(whole)
        case Points(lines):
            yield from _conditions(condition for condition, _ in lines)
        case Cases(cases, otherwise):
            yield from _conditions(condition for condition, _ in cases)
            for value in (*(value for _, value in cases), *((otherwise,) if otherwise else ())):
                yield from formula.names(value)
        case recorded:
            yield recorded.query.records


def _conditions(conditions: Iterable[Condition]) -> Iterator[str]:
    for condition in conditions:
        yield from facts_read(condition)
