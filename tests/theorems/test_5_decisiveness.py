"""Decisiveness: on small packs a question is decisive just when its answers can change the plan."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

import poise
from poise import formula
from poise.assessment import Assessment
from poise.planning import decisive
from poise.situation import inputs
from poise.vocabulary import Calculated, Cases
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.completions import Completer
from theorems.packs import pack
from theorems.worlds import World, few_open, matters

ALIVE = {"advised", "cautioned", "discouraged", "on_hold"}


@pytest.fixture(autouse=True)
def _search_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is small for a test that compares with every world is larger than for a plan."""
    monkeypatch.setattr(decisive, "FEW", 10_000)
    monkeypatch.setattr(decisive, "TRIES", 100_000)


@pytest.mark.parametrize("seed", seeds(10))
def test_decisive_just_when_two_completions_differ(seed: int) -> None:
    for one, names, worlds in few_open(pack(seed), seed, wholes(pack(seed), seed)):
        plan = pack(seed).plan(one)
        for question in plan.questions:
            with told(names, question.about):
                found = matters(pack(seed), names, worlds, question.about)
                assert found or not question.decisive
                assert question.decisive or not found or formulas(pack(seed)) & set(names)


@pytest.mark.parametrize("seed", seeds(10))
def test_what_is_not_asked_changes_nothing_that_is_open(seed: int) -> None:
    """It can matter to findings alone, and to whether what is surely deferred or excluded is
    suggested at all."""
    for one, names, worlds in few_open(pack(seed), seed, wholes(pack(seed), seed)):
        asked = {question.about for question in pack(seed).plan(one).questions}
        view = inputs(pack(seed).model, one)
        for name in names:
            condition = pack(seed).ground.asked_when.get(name)
            later = condition is not None and view.truth(condition) is None
            if name not in asked and not later:
                with told(names, name):
                    seen = [World(each.states, alive(each.outcome)) for each in worlds]
                    assert not matters(pack(seed), names, seen, name)


def wholes(pack: poise.RulePack, seed: int) -> Iterator[Assessment]:
    for number, one in enumerate(assessments(pack, seed, 6)):
        whole = Completer(pack, Random(f"{seed} {number}")).complete(one)
        if whole is not None:
            yield whole


def formulas(pack: poise.RulePack) -> frozenset[str]:
    """The facts that formulas read: these are tried at points of their range alone."""
    found: set[str] = set()
    for measure in pack.ground.measures:
        match measure.computation:
            case Calculated(read):
                found.update(formula.names(read))
            case Cases(cases, otherwise):
                for value in (*(one for _, one in cases), *([otherwise] if otherwise else [])):
                    found.update(formula.names(value))
    return frozenset(found)


def alive(outcome: object) -> object:
    """Of an outcome, the candidates that are not deferred or excluded, and the referrals."""
    standings, referrals, *_ = outcome  # type: ignore[misc]
    return tuple(one for one in standings if one[1] in ALIVE), referrals
