"""Checks across rules: circles among findings and among sequences, and what rules supersede."""

from __future__ import annotations

from collections.abc import Iterator

from poise.circles import first_circle
from poise.contents import Contents
from poise.problems import Collector, nearest
from poise.rules import Rule, Selector


def check_contents(contents: Contents, problems: Collector) -> None:
    """All checks that do not need the pack to be grounded."""
    _check_supersedes(contents, problems)
    _check_sequences(contents, problems)


def _active(contents: Contents) -> list[Rule]:
    return [rule for rule in contents.rules if rule.stage == "active"]


def _check_supersedes(contents: Contents, problems: Collector) -> None:
    known = {rule.id for rule in contents.rules}
    known |= {one.id for one in contents.changes if (one.how, one.what) == ("retired", "rule")}
    for rule in contents.rules:
        if rule.supersedes and rule.supersedes not in known:
            meant = nearest(rule.supersedes, known - {rule.id})
            problems.warning(
                contents.places[rule.id],
                "unknown-name",
                f"'{rule.id}' supersedes '{rule.supersedes}', which is not in the pack",
                f"did you mean '{meant}'?" if meant else "keep what it replaced, as 'retired'",
            )


def report_circle(contents: Contents, path: tuple[str, ...], problems: Collector) -> None:
    """Findings that depend on each other, told at the first rule that concludes one of them."""
    findings = [contents.vocabulary.split(name)[0] for name in path]
    place = min(
        contents.places[rule.id]
        for rule in _active(contents)
        for verb in rule.conclude
        for name, _ in verb.values
        if contents.vocabulary.split(name)[0] in findings
    )
    problems.error(
        place,
        "cycle",
        f"findings depend on each other in a circle: {' -> '.join(path)}",
        "let one of them be concluded from facts alone",
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
    for rule, path in _contradictions(contents):
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


def dropped_sequences(contents: Contents) -> frozenset[str]:
    """The optional rules whose sequences are left out."""
    return frozenset(rule.id for rule, _ in _contradictions(contents) if rule.strength == "option")


def _contradictions(contents: Contents) -> Iterator[tuple[Rule, tuple[Step, ...]]]:
    """Each rule whose order contradicts that of firmer rules, or of earlier ones, and how."""
    before: dict[Step, set[Step]] = {}
    ordering = (rule for rule in _active(contents) if rule.sequence)
    for rule in sorted(ordering, key=lambda rule: (rule.strength == "option", rule.id)):
        joined = {step: set(earlier) for step, earlier in before.items()}
        for one, other in sequence_edges(contents, rule):
            joined.setdefault(other, set()).add(one)
        path = first_circle(joined)
        if path is None:
            before = joined
        else:
            yield rule, tuple(reversed(path))
