"""Which rule speaks of what: what it reads, concludes, treats, serves, acts on and cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from poise.conditions import Condition
from poise.pack import RulePack
from poise.reads import read_by_measure, read_by_rule
from poise.rules import Ceiling, Conclude, Rule, Selector, Suggest, Verb
from poise.trees import facts_read
from poise.vocabulary import Fact, Measure

Kind = Literal["rule", "area", "product", "source", "finding", "fact", "measure", "goal"]
Role = Literal["reads", "concludes", "treats", "serves", "acts on", "cites"]


class Ref(NamedTuple):
    """A thing of the pack that has a page."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Relations:
    """Which rules speak of what, and what else does."""

    by_rule: Mapping[str, Mapping[Ref, frozenset[Role]]]
    by_thing: Mapping[Ref, Mapping[str, frozenset[Role]]]
    readers: Mapping[Ref, tuple[Ref, ...]]
    """What besides rules reads a fact or measure, or rests on a source: other facts, measures,
    and products by their labels."""
    general: tuple[str, ...]
    """The rules that act on treatments without naming a product or an area."""

    def rules(self, thing: Ref, *roles: Role) -> tuple[str, ...]:
        """The rules that speak of it, in the pack's order; in these roles, where any are named."""
        found = self.by_thing.get(thing, {})
        return tuple(name for name, said in found.items() if not roles or said & set(roles))


def relations(pack: RulePack) -> Relations:
    """All of it, once."""
    by_rule: dict[str, dict[Ref, frozenset[Role]]] = {}
    by_thing: dict[Ref, dict[str, frozenset[Role]]] = {}
    for rule in pack.rules:
        found: dict[Ref, set[Role]] = {}
        for thing, role in _spoken_of(pack, rule):
            found.setdefault(thing, set()).add(role)
        by_rule[rule.id] = {thing: frozenset(roles) for thing, roles in found.items()}
        for thing, roles in by_rule[rule.id].items():
            by_thing.setdefault(thing, {})[rule.id] = roles
    readers: dict[Ref, list[Ref]] = {}
    for reader, thing in _other_readers(pack):
        readers.setdefault(thing, []).append(reader)
    return Relations(
        by_rule,
        by_thing,
        {thing: tuple(dict.fromkeys(found)) for thing, found in readers.items()},
        tuple(rule.id for rule in pack.rules if _is_general(rule)),
    )


def named(pack: RulePack, ground: str) -> Ref:
    """What a name in a condition stands for."""
    declared = pack.vocabulary.declaration(ground)
    kind: Kind = (
        "fact"
        if isinstance(declared, Fact)
        else "measure"
        if isinstance(declared, Measure)
        else "finding"
    )
    return Ref(kind, declared.id)


def selectors(verb: Verb) -> Iterator[Selector]:
    """Every selector of a verb."""
    for name in type(verb).model_fields:
        value = getattr(verb, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Selector):
                yield one


def chosen(pack: RulePack, selector: Selector) -> Iterator[Ref]:
    """The products and areas that a selector names; none where it means all there are."""
    yield from _products(pack, selector.products)
    for area in sorted(selector.areas or ()):
        yield Ref("area", area)


def _products(pack: RulePack, members: frozenset[str] | None) -> Iterator[Ref]:
    for product in pack.taxonomy.products.values():
        if members is not None and product.leaves & members:
            yield Ref("product", product.id)


def _is_general(rule: Rule) -> bool:
    return any(
        one.products is None and one.areas is None
        for verb in rule.verbs()
        for one in selectors(verb)
    )


def _spoken_of(pack: RulePack, rule: Rule) -> Iterator[tuple[Ref, Role]]:
    for name in sorted(read_by_rule(rule)):
        yield named(pack, name), "reads"
    for verb in rule.verbs():
        yield from _of_verb(pack, verb)
    for name in rule.evidence:
        yield source_of(pack, name), "cites"


def _of_verb(pack: RulePack, verb: Verb) -> Iterator[tuple[Ref, Role]]:
    for selector in selectors(verb):
        yield from ((thing, "acts on") for thing in chosen(pack, selector))
        for goal in sorted(selector.goals or ()):
            if goal:
                yield Ref("goal", goal), "serves"
    match verb:
        case Conclude():
            yield from ((Ref("finding", name), "concludes") for name, _ in verb.values)
        case Suggest():
            yield from ((thing, "acts on") for thing in _products(pack, verb.product))
            yield from ((Ref("area", one), "acts on") for one in sorted(verb.area or ()))
            yield from ((Ref("goal", one), "serves") for one in verb.for_)
            if verb.treats:
                yield Ref("finding", verb.treats), "treats"
        case Ceiling():
            yield from ((Ref("fact", name), "reads") for name in pack.ground.treatments)


def source_of(pack: RulePack, cited: str) -> Ref:
    """The source that is cited: by itself, or by one of its statements."""
    if cited in pack.sources:
        return Ref("source", cited)
    return next(
        Ref("source", name) for name, one in pack.sources.items() if cited in one.statements
    )


# --- what is no rule, and reads or rests on something all the same --------------------------


def _other_readers(pack: RulePack) -> Iterator[tuple[Ref, Ref]]:
    for fact in pack.vocabulary.facts.values():
        reader = Ref("fact", fact.id)
        if fact.asked_when is not None:
            yield from ((reader, thing) for thing in _read(pack, fact.asked_when))
        yield from ((reader, source_of(pack, one)) for one in fact.source)
    for measure in pack.vocabulary.measures.values():
        reader = Ref("measure", measure.id)
        yield from ((reader, thing) for thing in measured(pack, measure))
        yield from ((reader, source_of(pack, one)) for one in measure.source)
    for area in pack.taxonomy.areas.values():
        yield from ((Ref("area", area.id), source_of(pack, one)) for one in area.sources)
    for product in pack.taxonomy.products.values():
        reader = Ref("product", product.id)
        yield from ((reader, source_of(pack, one)) for one in product.sources)
        for indications in product.labels.values():
            for entry in indications or ():
                yield from ((reader, thing) for thing in _read(pack, entry.when))
                yield from ((reader, source_of(pack, one)) for one in entry.source)


def _read(pack: RulePack, condition: Condition) -> Iterable[Ref]:
    return (named(pack, name) for name in facts_read(condition))


def measured(pack: RulePack, measure: Measure) -> tuple[Ref, ...]:
    """What a measure is worked out from."""
    found = sorted(read_by_measure(measure))
    return tuple(dict.fromkeys(named(pack, name) for name in found))
