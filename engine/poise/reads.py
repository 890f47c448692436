"""What reads what: the names that rules, measures and labels rest on, by their declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from poise import formula
from poise.contents import Contents
from poise.rules import After, Rule
from poise.trees import facts_read
from poise.vocabulary import (
    Calculated,
    Cases,
    CountRecords,
    LatestRecord,
    Measure,
    Points,
    Records,
    SumRecords,
    Vocabulary,
)


def read_by_rule(rule: Rule) -> frozenset[str]:
    """The names in a rule's conditions and verbs, a side or an area still with them."""
    found = {*facts_read(rule.when)}
    for required in rule.require:
        found |= set(facts_read(required.that)) if required.that else set()
    for deferred in rule.defer:
        found |= {deferred.until.after} if isinstance(deferred.until, After) else set()
    for ceiling in rule.ceiling:
        found |= {ceiling.at_most} if isinstance(ceiling.at_most, str) else set()
    return frozenset(found)


def read_by_measure(measure: Measure) -> frozenset[str]:
    """The names in a measure's computation; records by the fact that holds them."""
    match measure.computation:
        case Calculated(read):
            return frozenset(formula.names(read))
        case Points(lines):
            return frozenset(name for condition, _ in lines for name in facts_read(condition))
        case Cases(cases, otherwise):
            tested = (name for condition, _ in cases for name in facts_read(condition))
            computed = (name for _, value in cases for name in formula.names(value))
            rest = formula.names(otherwise) if otherwise else ()
            return frozenset(chain(tested, computed, rest))
        case CountRecords(query) | SumRecords(query) | LatestRecord(query):
            return frozenset((query.records,))


def declared(names: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The same names as they are declared, without a side or an area."""
    return frozenset(name if vocabulary.get(name) else vocabulary.split(name)[0] for name in names)


class Reach:
    """What each rule of a pack rests on, through findings, measures and `asked_when`."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._below = {name: frozenset(read) for name, read in self._edges()}

    def of_rule(self, rule: Rule) -> frozenset[str]:
        """Every declared name that a rule rests on."""
        return self.below(self._direct(rule))

    def of_labels(self) -> frozenset[str]:
        """What the label status of some product rests on."""
        labels = (one.labels for one in self._contents.taxonomy.products.values() if one.labels)
        whens = (
            indication.when
            for countries in labels
            for indications in countries.values()
            for indication in indications or ()
        )
        names = {name for when in whens for name in facts_read(when)}
        return self.below(declared(names, self._contents.vocabulary))

    def _direct(self, rule: Rule) -> frozenset[str]:
        vocabulary = self._contents.vocabulary
        found = declared(read_by_rule(rule), vocabulary)
        if rule.ceiling:
            found |= {one.id for one in vocabulary.facts.values() if isinstance(one.kind, Records)}
        return found

    def _edges(self) -> Iterator[tuple[str, set[str]]]:
        vocabulary = self._contents.vocabulary
        for measure in vocabulary.measures.values():
            yield measure.id, set(declared(read_by_measure(measure), vocabulary))
        concluded: dict[str, set[str]] = {}
        for rule in self._contents.rules:
            if rule.stage == "active":
                for name in {name for verb in rule.conclude for name, _ in verb.values}:
                    owner = next(iter(declared((name,), vocabulary)))
                    concluded.setdefault(owner, set()).update(self._direct(rule))
        yield from concluded.items()
        for fact in vocabulary.facts.values():
            if fact.asked_when is not None:
                yield fact.id, set(declared(facts_read(fact.asked_when), vocabulary))

    def below(self, names: Iterable[str]) -> frozenset[str]:
        """These declared names, and all that they rest on."""
        found: set[str] = set()
        waiting = [*names]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._below.get(name, ())
        return frozenset(found)


def citing(contents: Contents) -> Mapping[str, list[str]]:
    """For each source, what rests on it: rules, facts, scales, areas and products by their names.

    A statement that is cited counts for the article that it stands in.
    """
    owner = {
        statement: name
        for name, source in contents.sources.items()
        for statement in source.statements
    }
    found: dict[str, list[str]] = {name: [] for name in contents.sources}
    for name, sources in _citations(contents):
        for source in dict.fromkeys(owner.get(one, one) for one in sources):
            found[source].append(name)
    return found


def _citations(contents: Contents) -> Iterator[tuple[str, Iterable[str]]]:
    for rule in contents.rules:
        if rule.stage == "active":
            yield rule.id, rule.evidence
    vocabulary, taxonomy = contents.vocabulary, contents.taxonomy
    for fact in vocabulary.facts.values():
        yield fact.id, fact.source
    for measure in vocabulary.measures.values():
        yield measure.id, measure.source
    for scale in vocabulary.scales.values():
        yield scale.id, scale.source
    for area in taxonomy.areas.values():
        yield area.id, area.sources
    for product in taxonomy.products.values():
        yield product.id, product.sources
        for indications in product.labels.values():
            for indication in indications or ():
                yield product.id, indication.source
