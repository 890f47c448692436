"""Checks across files: findings that nobody concludes, circles, declarations that nobody reads."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from poise.problems import At, Collector, did_you_mean
from poise.reading.pack import Contents
from poise.rules import Rule, Selector
from poise.trees import facts_read
from poise.vocabulary import Finding


def check_contents(contents: Contents, problems: Collector) -> None:
    """All checks that do not need the pack to be grounded."""
    _check_findings(contents, problems)
    _check_asked_when(contents, problems)
    _check_supersedes(contents, problems)
    _check_sequences(contents, problems)


def _active(contents: Contents) -> list[Rule]:
    return [rule for rule in contents.rules if rule.stage == "active"]


def _check_findings(contents: Contents, problems: Collector) -> None:
    """INVARIANT: a tested finding has an active rule that concludes it."""
    vocabulary = contents.vocabulary
    concluded = {
        name if name in vocabulary.findings else vocabulary.split(name)[0]
        for rule in _active(contents)
        for verb in rule.conclude
        for name, _ in verb.values
    }
    for rule in _active(contents):
        read = facts_read(rule.when)
        for require in rule.require:
            read += facts_read(require.that) if require.that else ()
        for name in read:
            owner = name if vocabulary.get(name) else vocabulary.split(name)[0]
            if isinstance(vocabulary.get(owner), Finding) and owner not in concluded:
                problems.error(
                    contents.places[rule.id],
                    "finding-not-concluded",
                    f"the rule '{rule.id}' tests '{owner}', which no active rule concludes",
                    f"write a rule with 'conclude: {{{owner}: ..}}'",
                )


def _check_asked_when(contents: Contents, problems: Collector) -> None:
    vocabulary = contents.vocabulary
    graph = {
        fact.id: {
            name if name in vocabulary.facts else vocabulary.split(name)[0]
            for name in facts_read(fact.asked_when)
        }
        for fact in vocabulary.facts.values()
        if fact.asked_when is not None
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        problems.error(
            At("vocabulary"),
            "cycle",
            f"'asked_when' goes round in a circle: {' -> '.join(error.args[1])}",
            "let one of them always be asked",
        )


def _check_supersedes(contents: Contents, problems: Collector) -> None:
    known = [rule.id for rule in contents.rules]
    for rule in contents.rules:
        if rule.supersedes and rule.supersedes not in known and "." not in rule.supersedes:
            problems.warning(
                contents.places[rule.id],
                "unknown-name",
                f"'{rule.id}' supersedes '{rule.supersedes}', which is not in the pack",
                did_you_mean(rule.supersedes, known),
            )


Step = tuple[str, str]
"""An item class and an area: what a sequence orders."""


def sequence_edges(contents: Contents, rule: Rule) -> set[tuple[Step, Step]]:
    """Which items a rule's sequences put before which."""
    steps = _universe(contents)
    edges: set[tuple[Step, Step]] = set()
    for verb in rule.sequence:
        places = {step: _last_step(contents, verb.order, step) for step in steps}
        edges |= {
            (one, other)
            for one, first in places.items()
            for other, second in places.items()
            if first is not None and second is not None and first < second
        }
    return edges


def _universe(contents: Contents) -> list[Step]:
    """Every item that a plan can have, suggested or asked for."""
    taxonomy = contents.taxonomy
    items = sorted({one.item for one in taxonomy.products.values() if not one.recorded_only})
    return [(item, area) for item in items for area in taxonomy.areas]


def _last_step(contents: Contents, order: tuple[Selector, ...], step: Step) -> int | None:
    matching = [
        index for index, selector in enumerate(order) if _may_match(contents, selector, step)
    ]
    return matching[-1] if matching else None


def _may_match(contents: Contents, selector: Selector, step: Step) -> bool:
    item, area = step
    leaves = contents.taxonomy.products[item].leaves
    return (selector.products is None or bool(selector.products & leaves)) and (
        selector.areas is None or area in selector.areas
    )


def _check_sequences(contents: Contents, problems: Collector) -> None:
    """Sequences of strength strong or conditional form no circle; an optional one that would
    close one is left out, with a warning."""
    graph: dict[Step, set[Step]] = {}
    ordering = [rule for rule in _active(contents) if rule.sequence]
    for rule in sorted(ordering, key=lambda rule: (rule.strength == "option", rule.id)):
        edges = sequence_edges(contents, rule)
        path = _circle(graph, edges)
        if path is None:
            for one, other in edges:
                graph.setdefault(other, set()).add(one)
            continue
        told = " -> ".join(f"{item} of {area}" for item, area in path)
        if rule.strength == "option":
            problems.warning(
                contents.places[rule.id],
                "sequence-dropped",
                f"the order of '{rule.id}' contradicts the others, and is left out: {told}",
                "it is optional, so the others win",
            )
        else:
            problems.error(
                contents.places[rule.id],
                "cycle",
                f"the order of '{rule.id}' contradicts the others: {told}",
                "take one of the steps out, or make one of the rules 'strength: option'",
            )


def _circle(graph: dict[Step, set[Step]], edges: set[tuple[Step, Step]]) -> tuple[Step, ...] | None:
    joined = {step: set(before) for step, before in graph.items()}
    for one, other in sorted(edges):
        joined.setdefault(other, set()).add(one)
    try:
        TopologicalSorter(joined).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return None


def dropped_sequences(contents: Contents) -> frozenset[str]:
    """The optional rules whose sequences are left out."""
    problems = Collector()
    _check_sequences(contents, problems)
    places = {place: rule for rule, place in contents.places.items()}
    return frozenset(
        places[At(one.file, one.line, one.column)]
        for one in problems.sorted()
        if one.code == "sequence-dropped"
    )
