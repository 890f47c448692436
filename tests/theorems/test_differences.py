"""What `poise diff` says of two packs over every assessment is so on any that is tried."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("z3")

import poise
from poise.diff.deciding import decisions
from poise.diff.models import PackDiff, PlanDifference
from poise.diff.packs import Side, compared, read_side
from poise.diff.plans import difference
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.edits import edited
from theorems.packs import Draft, draft, write

STANDS = ("items", "options", "requests", "findings", "referrals", "checklist", "may_become")
"""What is proved where nothing stands otherwise."""


def side(drafted: Draft) -> Side:
    with tempfile.TemporaryDirectory() as folder:
        write(drafted.files(), Path(folder))
        return read_side(folder)


@pytest.mark.parametrize("seed", seeds(12))
def test_a_verdict_holds_on_every_assessment_that_is_tried(seed: int) -> None:
    old = side(draft(seed))
    for numbers in ((0,), (1, 2)):
        name, drafted = edited(seed, *numbers)
        with told(name):
            try:
                new = side(drafted)
            except poise.PackError:
                continue
            found = compared(old, new, decisions)
            assert_holds(old, new, found, seed)


def assert_holds(old: Side, new: Side, found: PackDiff, seed: int) -> None:
    assert found.decisions is not None
    verdicts = {one.verdict for one in found.decisions.changes}
    for change in found.decisions.changes:
        assert bool(change.shown) or change.verdict != "differs"
        for shown in change.shown:
            assert plans(old, new, shown.assessment) == shown.plan
            assert shown.plan.changes or shown.plan.reasons
    if verdicts <= {"same", "words"}:
        assert found.decisions.same
        for plan in tried(old, new, seed):
            assert not plan.changes
            assert not plan.reasons
    elif verdicts <= {"same", "words", "reasons"}:
        for plan in tried(old, new, seed):
            assert not any(getattr(plan, section) for section in STANDS)


def tried(old: Side, new: Side, seed: int) -> Iterator[PlanDifference]:
    for one in assessments(old.pack, f"differences {seed}", 12):
        yield difference(old.pack.plan_by_evaluator(one), new.pack.plan_by_evaluator(one))


def plans(old: Side, new: Side, assessment: dict[str, object]) -> PlanDifference:
    return difference(*(each.pack.plan_by_evaluator(assessment) for each in (old, new)))


@pytest.mark.parametrize("seed", seeds(12))
def test_nothing_can_be_left_out_of_what_moves_an_item(seed: int) -> None:
    old = side(draft(seed))
    name, drafted = edited(seed, 0)
    try:
        new = side(drafted)
    except poise.PackError:
        return
    found = compared(old, new, decisions).decisions
    assert found is not None
    with told(name):
        for change in found.changes:
            if len(found.changes) == 1 and change.shown and change.shown[0].plan.items:
                one = old.pack.read_assessment(change.shown[0].assessment)
                for fact in one.states:
                    states = {key: state for key, state in one.states.items() if key != fact}
                    fewer = replace(one, states=states)
                    was, now = (each.pack.plan_by_evaluator(fewer) for each in (old, new))
                    assert not difference(was, now).items
