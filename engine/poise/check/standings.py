"""Searches for an assessment in which a candidate stands better than it may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import z3

from poise.assessment import Assessment
from poise.check.proving import Claim, request_for, shows
from poise.conditions import Condition
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.solver.search import Search
from poise.solver.standing import Standings, label_conditions, label_name
from poise.solver.terms import both, denied, some
from poise.solver.world import World


class StandingSearch:
    """One world for all claims of a pack; examples are of the day on which it was released."""

    def __init__(self, pack: RulePack, conditions: Mapping[str, Condition]) -> None:
        self._pack = pack
        self._world = World(pack, label_conditions(pack) | dict(conditions))
        self._standings = Standings(self._world)
        self._search = Search(self._world, pack.head.released)

    def better(
        self, claim: Claim, suggested: Iterable[Candidate], requested: Iterable[Candidate]
    ) -> tuple[Candidate, Assessment] | None:
        """A candidate that stands better, and where; None where it is proved that none can.

        Raises `UndecidedError`.
        """
        given = [self._world.truths(f"proof {claim.name}").true]
        if claim.unanswered is not None:
            state = self._world.state(claim.unanswered)
            given += [state.unknown, denied(state.absent)]
        asked_for = self._standings.told_apart(requested)
        ways = [(one, False, self._better(claim, one, False)) for one in suggested]
        ways += [(one, True, self._better(claim, one, True)) for one in asked_for]
        whole = both(*given, some(way for _, _, way in ways))
        if not self._search.possible(whole):
            return None
        for candidate, by_request, way in ways:
            requests = (request_for(candidate),) if by_request else ()

            def bears_out(one: Assessment) -> bool:
                return shows(self._pack, claim, one) is not None

            found = self._search.example([*given, way], bears_out, requests)
            if found is not None:
                seen = shows(self._pack, claim, found)
                assert seen is not None
                return seen[0], found
        return None

    def _better(self, claim: Claim, candidate: Candidate, by_request: bool) -> z3.BoolRef:
        standings = self._standings
        place = standings.place_if_requested if by_request else standings.place
        better = place(candidate).better_than(claim.rank)
        statuses = claim.items.label
        if statuses is None:
            return better
        name = label_name(candidate.product, candidate.area, statuses)
        return both(better, self._world.truths(name).true)
