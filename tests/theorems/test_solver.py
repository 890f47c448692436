"""The solver's meaning of a pack is the evaluator's, on generated packs and assessments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

z3 = pytest.importorskip("z3")

from poise.assessment import Assessment  # noqa: E402
from poise.pack import RulePack  # noqa: E402
from poise.planning.candidates import Candidate  # noqa: E402
from poise.planning.case import Case, open_case  # noqa: E402
from poise.planning.standing import RANK  # noqa: E402
from poise.situation import situate  # noqa: E402
from poise.solver.models import recorded  # noqa: E402
from poise.solver.search import Search  # noqa: E402
from poise.solver.standing import Standings, label_conditions  # noqa: E402
from poise.solver.undecided import UndecidedError  # noqa: E402
from poise.solver.world import World  # noqa: E402
from theorems.assessments import DATES, assessments  # noqa: E402
from theorems.cases import seeds, told  # noqa: E402
from theorems.packs import pack  # noqa: E402


@pytest.mark.parametrize("seed", seeds(60))
def test_the_solver_derives_what_the_evaluator_derives(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 3)):
        with told(number):
            assert_same(pack(seed), one)


def assert_same(rules: RulePack, one: Assessment) -> None:
    """With every answer pinned, what the evaluator derives is the one thing that can be derived."""
    case = open_case(rules, one)
    longest = max((len(records) for records in one.records.values()), default=0)
    world = World(
        rules, label_conditions(rules), slots=longest, date=one.date, requests=one.requests
    )
    claims = [*_propositions(case, world), *_standings(case, world)]
    solver = z3.Solver()
    for constraints in recorded(world, case.view.states, one).values():
        solver.add(*constraints)
    solver.add(*world.constraints)
    assert solver.check() == z3.sat, "the assessment itself is no model"
    if solver.check(*(claim for _, claim in claims)) != z3.sat:
        raise AssertionError([name for name, claim in claims if solver.check(claim) != z3.sat])
    if not world.abstracted and solver.check(z3.Or([z3.Not(one) for _, one in claims])) != z3.unsat:
        raise AssertionError(
            [name for name, one in claims if solver.check(z3.Not(one)) != z3.unsat]
        )


def _propositions(case: Case, world: World) -> list[tuple[str, z3.BoolRef]]:
    found = []
    for name, truth in case.situation.evaluation.truths.items():
        pair = world.truths(name)
        wanted = (pair.true, pair.false, z3.Not(z3.Or(pair.true, pair.false)))
        found.append((f"{name} is {truth}", wanted[(True, False, None).index(truth)]))
    return found


def _suggested(rules: RulePack) -> set[Candidate]:
    return {candidate for one in rules.suggestions for candidate in one.candidates}


def _standings(case: Case, world: World) -> list[tuple[str, z3.BoolRef]]:
    standings = Standings(world)
    found = []
    truths = case.situation.evaluation.truths
    offered = {
        candidate
        for suggestion in case.pack.suggestions
        if truths[suggestion.effect.proposition] is not False
        for candidate in suggestion.candidates
    }
    for candidate in {*_suggested(case.pack), *case.standings}:
        standing = case.standings.get(candidate)
        asked_for = standing is not None and candidate not in offered
        place = (standings.place_if_requested if asked_for else standings.place)(candidate)
        if standing is None:
            found.append((f"{candidate} is not there", z3.Not(place.exists)))
            continue
        found.append((f"{candidate} is there", place.exists))
        for rank in range(1, len(RANK)):
            for which, at in ((place.best, standing.at_best), (place.worst, standing.at_worst)):
                stands = which(rank) if RANK[at] >= rank else z3.Not(which(rank))
                found.append((f"{candidate} stands {at}", stands))
    return found


@pytest.mark.parametrize("seed", seeds(25))
def test_what_the_solver_finds_bears_out(seed: int) -> None:
    """For some rules: an assessment in which each surely holds, or a proof that none is."""
    rules = pack(seed)
    world = World(rules, label_conditions(rules))
    search = Search(world, DATES[0])
    random = Random(f"solver {seed}")
    names = sorted(rules.ground.conditions)
    for name in random.sample(names, min(4, len(names))):

        def shows(one: Assessment, name: str = name) -> bool:
            return situate(rules.model, one).evaluation.truths[name] is True

        with told(name):
            try:
                found = search.example([world.truths(name).true], shows)
            except UndecidedError:
                assert world.abstracted or rules.ground.treatments, "nothing was abstracted"
                continue
            if found is not None:
                assert shows(found)
                assert not any(shows(fewer) for fewer in _without_one(found))
            else:
                assert not any(map(shows, assessments(rules, f"solver {seed}", 12)))


def _without_one(one: Assessment) -> Iterator[Assessment]:
    for name in one.states:
        yield replace(one, states={k: v for k, v in one.states.items() if k != name})
