"""Searches for an assessment in which a candidate stands better than it may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import z3

from poise.assessment import Assessment
from poise.check.claims import Claim, checklist, noting, request_for, shows
from poise.conditions import Condition
from poise.grounding import SURPASSED, Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.solver.search import Search
from poise.solver.standing import Standings, label_conditions, label_name
from poise.solver.terms import both, denied, either, every, some
from poise.solver.tests import line_truths
from poise.solver.undecided import UndecidedError
from poise.solver.world import World

Spoken = tuple[Claim, tuple[Candidate, ...], tuple[Candidate, ...]]
"""A claim, and the candidates that it speaks of: suggested and requested ones."""


class StandingSearch:
    """One world for all claims of a pack; examples are of the day on which it was released."""

    def __init__(self, pack: RulePack, conditions: Mapping[str, Condition]) -> None:
        self._pack = pack
        self._world = World(pack, label_conditions(pack) | dict(conditions))
        self._standings = Standings(self._world)
        self._known: dict[tuple[Candidate, bool, int], z3.BoolRef] = {}
        self._search = Search(self._world, pack.head.released)

    def can_fail(
        self, claim: Claim, suggested: Iterable[Candidate], requested: Iterable[Candidate] = ()
    ) -> bool:
        """Whether some of these candidates may stand better; no means proved. Raises
        `UndecidedError`."""
        return self._search.possible(self._failing(claim, suggested, requested))

    def none_can_fail(self, claims: Iterable[Spoken]) -> bool:
        """Whether all of these are proved at once, which takes far less time than one by one; no
        means that it is not known of which. Raises `UndecidedError`."""
        return not self._search.possible(some(self._failing(*one) for one in claims))

    def _failing(
        self, claim: Claim, suggested: Iterable[Candidate], requested: Iterable[Candidate]
    ) -> z3.BoolRef:
        ways = self._ways(claim, suggested, requested)
        return every((*self._given(claim), some(way for _, _, way in ways)))

    def better(
        self, claim: Claim, suggested: Iterable[Candidate], requested: Iterable[Candidate]
    ) -> tuple[Candidate, Assessment] | None:
        """A candidate that stands better, and where; None where it is proved that none can.

        Raises `UndecidedError`.
        """
        if not self.can_fail(claim, suggested, requested):
            return None

        def bears_out(one: Assessment) -> bool:
            return shows(self._pack, claim, one) is not None

        unsure: UndecidedError | None = None
        for candidate, by_request, way in self._ways(claim, suggested, requested):
            requests = (request_for(candidate),) if by_request else ()
            try:
                found = self._search.example([*self._given(claim), way], bears_out, requests)
            except UndecidedError as error:
                unsure = error
                continue
            seen = None if found is None else shows(self._pack, claim, found)
            if found is not None and seen is not None:
                return seen[0], found
        raise unsure or UndecidedError("no one candidate bears it out")

    def _given(self, claim: Claim) -> list[z3.BoolRef]:
        """What a claim speaks of: its condition, what is unanswered, a checklist that is met."""
        given = [self._world.truths(f"proof {claim.name}").true]
        if claim.unanswered is not None:
            state = self._world.state(claim.unanswered)
            given += [state.unknown, denied(state.absent)]
        if claim.excess is not None:
            surplus = self._world.surplus(claim.excess)
            given.append(line_truths(SURPASSED, False, surplus, (), self._world.calendar).true)
        if claim.ready:
            given += [self._met(one) for one in checklist(self._pack)]
        return given

    def _ways(
        self, claim: Claim, suggested: Iterable[Candidate], requested: Iterable[Candidate]
    ) -> list[tuple[Candidate, bool, z3.BoolRef]]:
        """Each way in which it can fail: a candidate, whether only a request puts it there."""
        if not claim.noted:
            asked_for = self._standings.told_apart(requested)
            return [
                *((one, False, self._better(claim, one, False)) for one in suggested),
                *((one, True, self._better(claim, one, True)) for one in asked_for),
            ]
        return self._noted_ways(claim, suggested, requested)

    def _noted_ways(
        self, claim: Claim, suggested: Iterable[Candidate], requested: Iterable[Candidate]
    ) -> list[tuple[Candidate, bool, z3.BoolRef]]:
        """The same where no line to tick stands beside it."""
        notes = noting(self._pack, claim)
        apart: dict[tuple[int, ...], list[Candidate]] = {}
        for one in requested:
            apart.setdefault(tuple(map(id, _beside(notes, one))), []).append(one)
        asked_for = (one for found in apart.values() for one in self._standings.told_apart(found))
        return [
            (one, by_request, both(self._better(claim, one, by_request), self._silent(notes, one)))
            for by_request, found in ((False, suggested), (True, asked_for))
            for one in found
        ]

    def _silent(self, notes: tuple[Effect, ...], candidate: Candidate) -> z3.BoolRef:
        """Whether none of these lines to tick may stand beside a candidate."""
        speaks_of = self._standings.speaks_of
        return every(speaks_of(candidate, one).false for one in _beside(notes, candidate))

    def _met(self, effect: Effect) -> z3.BoolRef:
        """Whether a line of the checklist does not keep a plan from being ready."""
        idle = self._world.truths(effect.proposition).false
        return either(idle, every(self._world.truths(line).true for line in effect.lines))

    def _better(self, claim: Claim, candidate: Candidate, by_request: bool) -> z3.BoolRef:
        key = (candidate, by_request, claim.rank)
        if key not in self._known:
            standings = self._standings
            place = standings.place_if_requested if by_request else standings.place
            self._known[key] = place(candidate).better_than(claim.rank)
        better = self._known[key]
        statuses = claim.items.label
        if statuses is None:
            return better
        name = label_name(candidate.product, candidate.area, statuses)
        return both(better, self._world.truths(name).true)


def _beside(notes: tuple[Effect, ...], candidate: Candidate) -> tuple[Effect, ...]:
    return tuple(one for one in notes if one.selector is None or matches(one.selector, candidate))
