"""Safety: nothing stands better than on hold while a rule that might keep it back is unknown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from poise.grounding import Effect
from poise.planning.candidates import Candidate
from poise.planning.case import Case, open_case
from poise.planning.labels import Labels
from poise.planning.standing import RANK
from poise.rules import Ceiling, Defer, Exclude, Require, Selector
from poise.values import Truth, all_of, negation
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack

HOLDING = {"on_hold", "deferred", "excluded"}


@pytest.mark.parametrize("seed", seeds(50))
def test_what_may_be_kept_back_is_held(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 10)):
        case = open_case(pack(seed), one)
        for candidate, standing in case.standings.items():
            for effect, truth in keeping_back(case, candidate):
                with told(number, candidate, effect.proposition):
                    if truth is None:
                        assert RANK[standing.status] >= RANK["on_hold"]
                    if truth is True:
                        assert RANK[standing.at_best] >= RANK[pushed_to(effect)]


@pytest.mark.parametrize("seed", seeds(12))
def test_the_plan_shows_it(seed: int) -> None:
    """The same on the plan: no item is suggested of which every option may be kept back."""
    for number, one in enumerate(assessments(pack(seed), seed, 6)):
        case, plan = open_case(pack(seed), one), pack(seed).plan(one)
        for item in plan.items:
            for option in item.candidates:
                candidate = Candidate(
                    option.product, item.area, option.side, option.for_, option.acts_on
                )
                with told(number, candidate):
                    open_ = [truth for _, truth in keeping_back(case, candidate)]
                    assert None not in open_ or option.status in HOLDING
                    assert True not in open_ or option.status in HOLDING


def keeping_back(case: Case, candidate: Candidate) -> Iterator[tuple[Effect, Truth]]:
    """Every effect that would hold, defer or exclude a candidate, and whether it does.

    Worked out here once more from the pack, without the planner's index.
    """
    truths = case.situation.evaluation.truths
    labels = Labels(case.pack.taxonomy, case.pack.vocabulary, case.view)
    for effect in case.pack.ground.effects:
        selector = effect.selector
        if selector is None or pushed_to(effect) not in HOLDING or not selects(selector, candidate):
            continue
        parts = [truths[effect.proposition]]
        if selector.label is not None:
            parts.append(labels.test(candidate.product, candidate.area, selector.label))
        if effect.lines:
            parts.append(negation(all_of([truths[line] for line in effect.lines])))
        yield effect, all_of(parts)


def pushed_to(effect: Effect) -> str:
    match effect.verb:
        case Exclude() | Ceiling(over="exclude"):
            return "excluded"
        case Defer() | Ceiling(over="defer"):
            return "deferred"
        case Require(items=items) if items is not None:
            return "on_hold"
    return "advised"


def selects(selector: Selector, candidate: Candidate) -> bool:
    parts = (
        (selector.products, candidate.product),
        (selector.areas, candidate.area),
        (selector.sides, candidate.side),
        (selector.goals, candidate.goal),
        (selector.acts_on, candidate.acts_on),
    )
    return all(passing is None or name in passing for passing, name in parts)


def test_the_packs_try_it() -> None:
    """Enough candidates are held by what is not known for the test above to mean something."""
    held = 0
    for seed in range(20):
        for one in assessments(pack(seed), seed, 4):
            case = open_case(pack(seed), one)
            held += sum(
                truth is None
                for candidate in case.standings
                for _, truth in keeping_back(case, candidate)
            )
    assert held > 100
