"""Every way an assessment with few open facts can turn out, tried one by one.

Slow and plain: what the planner's own search for decisive questions is tested against.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from random import Random

import poise
from poise.assessment import Assessment
from poise.planning.case import Case, open_case
from poise.rules import Refer, Require
from poise.situation import inputs, not_applicable
from poise.trees import facts_read
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, State, exactly, just
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, Records, YesNo
from theorems.completions import edges


@dataclass(frozen=True, slots=True)
class World:
    """One way in which it can turn out: every open fact's state, and what makes the plan."""

    states: tuple[State, ...]
    outcome: object


def with_few_open(pack: poise.RulePack, random: Random, whole: Assessment) -> Assessment:
    """A complete assessment with some facts left open, chosen among those that rules read."""
    names = sorted(name for name in whole.states if name != "goals")
    taken = random.sample(names, min(len(names), random.randint(1, 3)))
    states = {name: state for name, state in whole.states.items() if name not in taken}
    for name, condition in pack.ground.asked_when.items():
        if set(facts_read(condition)) & set(taken) and random.random() < 0.5:
            states.pop(name, None)
    return replace(whole, states=states)


def open_facts(pack: poise.RulePack, one: Assessment) -> tuple[str, ...]:
    """The facts that may apply and are not answered."""
    states = inputs(pack.model, one).states
    return tuple(name for name in pack.model.askable if states[name] is UNKNOWN)


def worlds(
    pack: poise.RulePack, one: Assessment, names: Sequence[str], most: int
) -> list[World] | None:
    """All of them, or None where they are too many to try."""
    thresholds = edges(pack)
    answers = [
        [NOT_APPLICABLE] * (name in pack.ground.asked_when)
        + representatives(pack.vocabulary.kind(name), thresholds, name, one)
        for name in names
    ]
    if math.prod(map(len, answers)) > most:
        return None
    return [
        World(states, outcome(open_case(pack, tried)))
        for states in product(*answers)
        if (tried := turned_out(pack, one, names, states)) is not None
    ]


def turned_out(
    pack: poise.RulePack, one: Assessment, names: Sequence[str], states: Sequence[State]
) -> Assessment | None:
    """The assessment with these answers; None where one is given that does not apply, or lacks."""
    answers = zip(names, states, strict=True)
    given = {name: state for name, state in answers if state is not NOT_APPLICABLE}
    tried = replace(one, states={**one.states, **given})
    if not_applicable(pack.model, tried) or open_facts(pack, tried):
        return None
    return tried


def representatives(
    kind: Kind, thresholds: dict[str, tuple[float, ...]], name: str, one: Assessment
) -> list[State]:
    match kind:
        case YesNo():
            return [just("yes"), just("no")]
        case Grade(scale):
            return [exactly(index) for index in range(len(scale.levels))]
        case Choice(options=options):
            return [just(option) for option in options]
        case Choices():
            leaves = [option for option in kind.options if not kind.below.get(option)]
            every = chain(*(combinations(leaves, size) for size in range(len(leaves) + 1)))
            return [Members(frozenset(chosen)) for chosen in every]
        case Number(low=low, high=high):
            points = {low + (high - low) * part / 8 for part in range(9)}
            points |= {
                edge + step for edge in thresholds.get(name, ()) for step in (-1e-6, 0, 1e-6)
            }
            return [exactly(round(p, 6)) for p in sorted(points) if low <= p <= high]
        case Date(direction=direction):
            today = one.date.toordinal()
            days = {today, *(int(today + offset) for offset in thresholds["windows"])}
            return [
                exactly(day)
                for day in sorted(days)
                if (direction != "past" or day <= today) and (direction != "future" or day >= today)
            ]
        case Records():
            return []
    raise AssertionError(kind)


def outcome(case: Case) -> object:
    """What makes two plans differ: a status, a referral, a requirement or a finding."""
    truths = case.situation.evaluation.truths
    return (
        tuple((candidate, one.at_best, one.at_worst) for candidate, one in case.standings.items()),
        tuple(effect.proposition for effect in case.effects(Refer)),
        tuple(
            (effect.proposition, *(truths[line] for line in effect.lines))
            for effect in case.effects(Require)
        ),
        tuple(case.view.states[one.id] for one in case.pack.ground.logic.findings),
    )


def follow_ups(pack: poise.RulePack, name: str) -> frozenset[str]:
    """The facts that are asked, or not, by its answer; and those by theirs."""
    found: set[str] = set()
    for fact, condition in pack.ground.asked_when.items():
        if {name, *found} & set(facts_read(condition)):
            found.add(fact)
    return frozenset(found)


def matters(pack: poise.RulePack, names: Sequence[str], found: Sequence[World], name: str) -> bool:
    """Whether two worlds that differ in a fact, and else in its follow-ups alone, have different
    plans."""
    asked = names.index(name)
    apart = {name, *follow_ups(pack, name)}
    fixed = [index for index, other in enumerate(names) if other not in apart]
    groups: dict[tuple[State, ...], list[tuple[State, object]]] = {}
    for world in found:
        key = tuple(world.states[index] for index in fixed)
        groups.setdefault(key, []).append((world.states[asked], world.outcome))
    return any(
        len({answer for answer, _ in group}) > 1 and len({told for _, told in group}) > 1
        for group in groups.values()
    )


def few_open(
    pack: poise.RulePack, seed: object, wholes: Iterator[Assessment]
) -> Iterator[tuple[Assessment, tuple[str, ...], list[World]]]:
    """Assessments with few open facts, and all their worlds."""
    random = Random(f"worlds {seed}")
    for whole in wholes:
        one = with_few_open(pack, random, whole)
        names = open_facts(pack, one)
        if any(isinstance(pack.vocabulary.kind(name), Records) for name in names):
            continue
        found = worlds(pack, one, names, 400) if names else None
        if found:
            yield one, names, found
