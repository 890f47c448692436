"""Searches the assessments that differ from one in what is changeable, for the nearest that turns
an item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import z3

from poise.assessment import Assessment
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.planning.case import open_case
from poise.planning.standing import RANK
from poise.solver.models import assessment as of_model
from poise.solver.models import pinned, recorded
from poise.solver.search import EFFORT
from poise.solver.standing import Standings, label_conditions
from poise.solver.terms import both, denied, either, every, some
from poise.solver.undecided import UndecidedError
from poise.solver.world import World
from poise.values import NOT_APPLICABLE, UNKNOWN
from poise.vocabulary import GOALS, Records

Turned = Callable[[Assessment], bool]
TRIES = 12
"""So many nearest assessments are replayed before it is given up."""


def nearest_change(
    pack: RulePack, one: Assessment, item: str, wanted: bool, turned: Turned
) -> Assessment | None:
    """The assessment with the fewest changes in which the item is suggested, or is not.

    None where it is proved that there is none. Raises `UndecidedError`.
    """
    longest = max((len(records) for records in one.records.values()), default=0)
    world = World(pack, label_conditions(pack), slots=longest, date=one.date, requests=one.requests)
    suggested = some(place for place in _places(pack, world, one, item))
    target = suggested if wanted else denied(suggested)
    case = open_case(pack, one)
    fixed = recorded(world, case.view.states, one)
    optimize = z3.Optimize()
    optimize.set("rlimit", EFFORT)
    optimize.add(target, world.exactly, *world.ordinary(one.date))
    for name, same in fixed.items():
        term = world.facts[name]
        if changeable(pack, name):
            optimize.add_soft(every(same))
            if case.view.states[name] is not UNKNOWN:
                optimize.add(denied(term.unknown))
        elif case.view.states[name] is NOT_APPLICABLE:
            optimize.add(either(term.absent, term.unknown))
        else:
            optimize.add(either(term.absent, every(same)))
    optimize.add(*world.constraints)
    for _ in range(TRIES):
        answer = optimize.check()
        if answer == z3.unsat:
            return None
        if answer == z3.unknown:
            raise UndecidedError(f"the solver gave up: {optimize.reason_unknown()}")
        model = optimize.model()
        found = _changed(world, model, one)
        if turned(found):
            return found
        optimize.add(denied(_same(world, found)))
    raise UndecidedError("what the solver finds does not bear out")


def _places(pack: RulePack, world: World, one: Assessment, item: str) -> list[z3.BoolRef]:
    """For each candidate of the item, whether it is on the plan and suggested."""
    product, _, area = item.partition("/")
    standings = Standings(world)

    def of_item(candidate: Candidate) -> bool:
        return candidate.area == area and pack.taxonomy.products[candidate.product].item == product

    discouraged = RANK["discouraged"]
    offered = {c: None for each in pack.suggestions for c in each.candidates if of_item(c)}
    found = [standings.place(candidate).better_than(discouraged) for candidate in offered]
    for request in one.requests:
        for leaf in sorted(pack.taxonomy.leaves(request.product)):
            for side in pack.taxonomy.areas[request.area].sides:
                acts_on = pack.taxonomy.products[leaf].acts_on
                own = Candidate(leaf, request.area, side or "", request.goal, acts_on)
                if of_item(own) and not pack.taxonomy.products[leaf].recorded_only:
                    found.append(standings.place_if_requested(own).better_than(discouraged))
    return found


def changeable(pack: RulePack, name: str) -> bool:
    """Whether a fact could be recorded otherwise another day; records and wishes could not."""
    fact = pack.vocabulary.facts[pack.vocabulary.split(name)[0]]
    return fact.changeable and not isinstance(fact.kind, Records) and fact.id != GOALS


def _changed(world: World, model: z3.ModelRef, one: Assessment) -> Assessment:
    """The recorded assessment with what the model records otherwise."""
    made = of_model(world, model, one.date, one.requests)
    states = dict(one.states)
    for name in world.facts:
        if name in made.states:
            states[name] = made.states[name]
        elif name in states and z3.is_true(model.eval(world.facts[name].absent, True)):
            del states[name]
    return replace(one, states=states)


def _same(world: World, one: Assessment) -> z3.BoolRef:
    """That all is recorded as in this assessment."""
    return every(
        both(*pinned(term, one.states.get(name, UNKNOWN), one.date))
        for name, term in world.facts.items()
        if changeable(world.pack, name) and name in one.states
    )
