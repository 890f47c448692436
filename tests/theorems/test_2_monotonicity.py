"""Monotonicity: an answer only narrows what is open; nothing sure is ever taken back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest

import poise
from poise.assessment import Assessment
from poise.planning.case import Case, open_case
from poise.planning.standing import RANK
from poise.rules import Refer
from poise.values import UNKNOWN, Members, Possible, Span, State
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.completions import Completer
from theorems.packs import pack


def answered_on(
    pack: poise.RulePack, random: Random, assessment: Assessment, steps: int
) -> Iterator[Assessment]:
    """The assessment, then with one more answer, and one more."""
    completer = Completer(pack, random)
    following: Assessment | None = assessment
    for _ in range(steps):
        if following is None:
            return
        yield following
        following = completer.step(following)


@pytest.mark.parametrize("seed", seeds(60))
def test_an_answer_only_narrows(seed: int) -> None:
    random = Random(f"monotonicity {seed}")
    for number, one in enumerate(assessments(pack(seed), seed, 6)):
        cases = [open_case(pack(seed), each) for each in answered_on(pack(seed), random, one, 8)]
        for step, (before, after) in enumerate(pairwise(cases)):
            with told(number, step):
                assert_narrowed(before, after)
        with told(number, "first and last"):
            assert_narrowed(cases[0], cases[-1])


def assert_narrowed(before: Case, after: Case) -> None:
    """INVARIANT: what was sure stays; what is possible was possible."""
    for name, state in before.view.states.items():
        assert narrower(after.view.states[name], state), (name, state, after.view.states[name])
    truths = after.situation.evaluation.truths
    for name, truth in before.situation.evaluation.truths.items():
        assert truth is None or truths[name] is truth, name
    referred = {effect.proposition for effect in after.effects(Refer)}
    assert referred >= {effect.proposition for effect in before.effects(Refer)}
    for candidate, standing in before.standings.items():
        if standing.support.truth is True:
            assert candidate in after.standings
        if candidate in after.standings:
            later = after.standings[candidate]
            assert RANK[later.at_best] >= RANK[standing.at_best], candidate
            assert RANK[later.at_worst] <= RANK[standing.at_worst], candidate


def narrower(after: State, before: State) -> bool:
    """Whether every value that is left was there before."""
    match before, after:
        case (_, _) if before is UNKNOWN or before == after:
            return True
        case Span(low, high), Span(left, right):
            return low <= left <= right <= high
        case Possible(values), Possible(left):
            return left <= values
        case Members(sure, perhaps), Members(now, open_):
            # A name that stands for others (an anticoagulant) gives way to one of these.
            return now | open_ <= sure | perhaps and len(sure) <= len(now)
    return False
