"""The assessment that differs least from a base, and shows what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import z3

from poise.assessment import Assessment
from poise.drafting.bases import Base
from poise.pack import RulePack
from poise.planning.case import open_case
from poise.requests import Request
from poise.situation import not_applicable
from poise.solver.models import read, recorded, records_of
from poise.solver.search import EFFORT
from poise.solver.terms import either, every
from poise.solver.undecided import UndecidedError
from poise.solver.world import World
from poise.values import NOT_APPLICABLE, UNKNOWN, Members
from poise.vocabulary import GOALS, Records

Shows = Callable[[Assessment], bool]


@dataclass(frozen=True, slots=True)
class Pins:
    """For each fact a name for its being recorded as in a base."""

    base: Base
    held: Mapping[str, z3.BoolRef]


class Nearest:
    """Asks one world, of which every fact is known before anything is asked."""

    def __init__(self, world: World, bases: Iterable[Base]) -> None:
        self._world = world
        self._pack: RulePack = world.pack
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._added = 0
        for name in sorted(world.pack.model.askable):
            world.state(name)
        for name in sorted(world.pack.ground.records):
            world.records(name)
        self._order = {name: rank for rank, name in enumerate(world.pack.model.askable)}
        self.pins = tuple(self._pinned(number, base) for number, base in enumerate(bases))

    def _pinned(self, number: int, base: Base) -> Pins:
        """Asserts what each name stands for."""
        one = base.assessment
        view = open_case(self._pack, one).view
        held: dict[str, z3.BoolRef] = {}
        for name, same in recorded(self._world, view.states, one).items():
            term = self._world.facts[name]
            means = every(same)
            if view.states[name] in (UNKNOWN, NOT_APPLICABLE):
                means = either(term.absent, term.unknown)  # in both there is no answer
            held[name] = z3.Bool(f"{name}: as in base {number}")
            self._solver.add(z3.Implies(held[name], means))
        return Pins(base, held)

    def impossible(self, *claims: z3.BoolRef) -> bool:
        """Whether it is proved that nothing shows it. Raises `UndecidedError`."""
        self._take_constraints()
        return bool(self._check(claims) == z3.unsat)

    def example(
        self,
        pins: Pins,
        claims: Iterable[z3.BoolRef],
        shows: Shows,
        requests: tuple[Request, ...] = (),
    ) -> Assessment | None:
        """The base with the fewest answers otherwise that shows it; None where none is found.

        Raises `UndecidedError`.
        """
        base = pins.base.assessment
        wanted = (*claims, self._world.exactly, *self._world.ordinary(base.date))
        self._take_constraints()
        self._solver.push()
        try:
            self._solver.add(*wanted)
            free = self._conflicting(pins.held)
            if free is None:
                return None
            model, free = self._fewest(pins.held, free)
            asked = replace(base, requests=(*base.requests, *requests))
            found = self._otherwise(asked, model, free)
        finally:
            self._solver.pop()
        return self._fewer(base, found, shows) if shows(found) else None

    # --- asking ------------------------------------------------------------------------------

    def _take_constraints(self) -> None:
        constraints = self._world.constraints
        self._solver.add(*constraints[self._added :])
        self._added = len(constraints)

    def _check(self, held: Iterable[z3.BoolRef]) -> z3.CheckSatResult:
        self._solver.set("rlimit", EFFORT)
        answer = self._solver.check(*held)
        if answer == z3.unknown:
            raise UndecidedError(f"the solver gave up: {self._solver.reason_unknown()}")
        return answer

    def _conflicting(self, held: Mapping[str, z3.BoolRef]) -> set[str] | None:
        """Facts without whose being recorded as they are it can be; None: not at all."""
        free: set[str] = set()
        while self._check(_but(held, free)) == z3.unsat:
            core = {one.decl().name() for one in self._solver.unsat_core()}
            found = {name for name, pin in held.items() if pin.decl().name() in core}
            if not found:
                return None
            free |= found
        return free

    def _fewest(
        self, held: Mapping[str, z3.BoolRef], free: set[str]
    ) -> tuple[z3.ModelRef, set[str]]:
        """A model in which as many of these as can be are recorded as they are after all."""
        groups = [sorted(free, key=lambda one: -self._order[one])]
        while groups:
            group = groups.pop()
            if self._check(_but(held, free.difference(group))) == z3.sat:
                free = free.difference(group)
            elif len(group) > 1:
                half = len(group) // 2
                groups += [group[half:], group[:half]]
        self._check(_but(held, free))
        return self._solver.model(), free

    # --- telling -----------------------------------------------------------------------------

    def _otherwise(self, base: Assessment, model: z3.ModelRef, free: set[str]) -> Assessment:
        """The base with what a model answers for some facts."""
        states, records, goals = dict(base.states), dict(base.records), base.goals
        for name in free:
            states.pop(name, None)
            records.pop(name, None)
            term = self._world.facts[name]
            kind = self._pack.vocabulary.kind(name)
            state = read(term, kind, model, base.date)
            if state in (UNKNOWN, NOT_APPLICABLE):
                if not isinstance(kind, Records):
                    states[name] = UNKNOWN  # its group may be answered in one word
                continue
            if isinstance(kind, Records):
                slots = self._world.lists[name].slots
                records[name] = tuple(records_of(slots, kind, model, base.date))
            else:
                states[name] = state
            if name == GOALS and isinstance(state, Members):
                goals = tuple(sorted(state.sure))
        found = replace(base, states=states, records=records, goals=goals)
        return applicable(self._pack, found)

    def _fewer(self, base: Assessment, found: Assessment, shows: Shows) -> Assessment:
        """With whatever can be as in the base left so."""
        for name in differing(base, found):
            one = applicable(self._pack, as_in(base, found, name))
            if shows(one):
                found = one
        return found


def _but(held: Mapping[str, z3.BoolRef], free: set[str]) -> Iterable[z3.BoolRef]:
    return (pin for name, pin in held.items() if name not in free)


def applicable(pack: RulePack, one: Assessment) -> Assessment:
    """Without the answers that by the others do not apply."""
    while idle := not_applicable(pack.model, one):
        one = one.without(idle)
    return one


def differing(base: Assessment, found: Assessment) -> tuple[str, ...]:
    """The facts of which two assessments say something else."""
    names = sorted({*base.states, *found.states, *base.records, *found.records})
    return tuple(
        name
        for name in names
        if base.states.get(name, UNKNOWN) != found.states.get(name, UNKNOWN)
        or base.records.get(name) != found.records.get(name)
    )


def as_in(base: Assessment, found: Assessment, name: str) -> Assessment:
    """With one fact as it is in a base."""
    states = {one: state for one, state in found.states.items() if one != name}
    records = {one: listed for one, listed in found.records.items() if one != name}
    if name in base.states:
        states[name] = base.states[name]
    if name in base.records:
        records[name] = base.records[name]
    goals = base.goals if name == GOALS else found.goals
    return replace(found, states=states, records=records, goals=goals)
