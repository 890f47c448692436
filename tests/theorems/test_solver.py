"""The solver's meaning of a pack is the evaluator's, on generated packs and assessments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

z3 = pytest.importorskip("z3")

from poise.assessment import Assessment  # noqa: E402
from poise.grounding import Excess  # noqa: E402
from poise.measures import Computer  # noqa: E402
from poise.pack import RulePack  # noqa: E402
from poise.planning.candidates import Candidate  # noqa: E402
from poise.planning.case import Case, open_case  # noqa: E402
from poise.planning.standing import RANK  # noqa: E402
from poise.situation import situate  # noqa: E402
from poise.solver.models import recorded  # noqa: E402
from poise.solver.search import Search  # noqa: E402
from poise.solver.standing import Standings, label_conditions  # noqa: E402
from poise.solver.terms import exact, given  # noqa: E402
from poise.solver.undecided import UndecidedError  # noqa: E402
from poise.solver.world import World  # noqa: E402
from poise.values import Span  # noqa: E402
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
def test_what_is_given_beyond_a_most_is_possible_beside_every_ceiling(seed: int) -> None:
    """Of lists that are longer than what is told one by one too, and of amounts asked for."""
    rules = pack(seed)
    for number, one in enumerate(assessments(rules, f"beyond {seed}", 3)):
        others = [other for excess in rules.ground.excesses for other in nearby(excess)]
        with told(number):
            assert_possible(rules, one, tuple(others))


def nearby(excess: Excess) -> Iterator[Excess]:
    """The same most, and others that count more or less."""
    everywhere = replace(excess.selector, areas=None, sides=None)
    yield replace(excess, id=f"same {excess.id}")
    yield replace(excess, id=f"everywhere {excess.id}", selector=everywhere)
    yield replace(excess, id=f"always {excess.id}", within=None)
    if excess.within is not None:
        longer = replace(excess.within, count=3 * excess.within.count)
        yield replace(excess, id=f"longer {excess.id}", within=longer)
    for product in sorted(excess.selector.products or ())[:1]:
        fewer = replace(excess.selector, products=frozenset((product,)))
        yield replace(excess, id=f"one {excess.id}", selector=fewer)


def assert_possible(rules: RulePack, one: Assessment, others: tuple[Excess, ...]) -> None:
    """What the evaluator says of all ceilings and these, while only the first record is told."""
    view = open_case(rules, one).view
    computer = Computer(rules.ground, rules.taxonomy, one.records, one.requests, view)
    world = World(rules, slots=1, date=one.date)
    found = [(world.surplus(other), computer.surplus(other)) for other in others]
    found += [(world.state(own.id), view.states[own.id]) for own in rules.ground.excesses]
    solver = z3.Solver()
    first = replace(one, records={name: told[:1] for name, told in one.records.items()})
    for name, constraints in recorded(world, view.states, first).items():
        if name in world.lists and name in one.records:
            longer = world.lists[name].longer
            constraints[-1] = longer == z3.BoolVal(len(one.records[name]) > 1)
        solver.add(*constraints)
    solver.add(*world.constraints)
    for term, state in found:
        if isinstance(state, Span):
            solver.add(given(term), term.low.value == exact(state.low))
            if state.high != float("inf"):
                solver.add(z3.Or(term.endless, term.high.value == exact(state.high)))
    assert solver.check() == z3.sat


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
