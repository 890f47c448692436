"""Completeness: answering the questions in rounds leaves nothing undecided, in few rounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

import poise
from poise.answers import Record
from poise.assessment import Assessment
from poise.plan import Plan
from poise.planning.case import Case, open_case
from poise.rules import Refer
from poise.trees import facts_read
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.completions import Completer
from theorems.packs import pack


@pytest.mark.parametrize("seed", seeds(12))
def test_rounds_of_questions_decide_everything(seed: int) -> None:
    rounds = longest_chain(pack(seed)) + 1
    for number, one in enumerate(assessments(pack(seed), seed, 6)):
        truth = Completer(pack(seed), Random(f"{seed} {number}")).complete(one)
        if truth is None:
            continue
        with told(number):
            following = one
            for _ in range(rounds):
                plan = pack(seed).plan(following)
                following = answered(following, truth, (each.about for each in plan.questions))
            assert undecided(open_case(pack(seed), following)) == []
            assert asked(pack(seed).plan(following)) == []


@pytest.mark.parametrize("seed", seeds(12))
def test_nothing_is_open_once_everything_is_answered(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 6)):
        truth = Completer(pack(seed), Random(f"{seed} {number}")).complete(one)
        if truth is not None:
            with told(number):
                plan = pack(seed).plan(truth)
                assert asked(plan) == []
                assert plan.unanswered_safety == ()
                assert undecided(open_case(pack(seed), truth)) == []


def longest_chain(pack: poise.RulePack) -> int:
    """How many facts in a row decide whether the next is asked."""
    depth: dict[str, int] = {}
    for name, condition in pack.ground.asked_when.items():
        depth[name] = 1 + max((depth.get(read, 0) for read in facts_read(condition)), default=0)
    return max(depth.values(), default=0)


def answered(one: Assessment, truth: Assessment, about: Iterable[str]) -> Assessment:
    """The assessment with each question answered as it is in truth."""
    states, records = dict(one.states), dict(one.records)
    for question in about:
        name, _, field = question.partition(": ")
        if field:
            records[name] = tuple(
                filled(record, whole, field)
                for record, whole in zip(records[name], truth.records[name], strict=True)
            )
        elif name in truth.records:
            records[name] = truth.records[name]
        else:
            states[name] = truth.states[name]
    return replace(one, states=states, records=records)


def filled(record: Record, whole: Record, field: str) -> Record:
    return Record({**record.fields, field: whole.fields[field]})


def undecided(case: Case) -> list[str]:
    """Candidates and referrals that could still turn out otherwise.

    Where the pack itself says nothing of a label, no answer can tell.
    """
    found = [
        str(candidate)
        for candidate, standing in case.standings.items()
        if standing.at_best != standing.at_worst
        and not any(
            argument.truth is None
            and argument.effect.selector is not None
            and argument.effect.selector.label is not None
            and case.truth(argument.effect) is not None
            and all(truth is not None for _, truth in argument.lines)
            for argument in standing.arguments
        )
    ]
    truths = case.situation.evaluation.truths
    open_referrals = [
        effect.proposition
        for effect in case.effects(Refer, sure=False)
        if truths[effect.proposition] is None
    ]
    return found + open_referrals


def asked(plan: Plan) -> list[str]:
    return [one.about for one in plan.questions]
