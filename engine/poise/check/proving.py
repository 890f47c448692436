"""Proves what a pack states of where candidates stand, or refutes it with an assessment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from poise.canonical import digest
from poise.check.claims import Claim, checklist, described, noting
from poise.check.cone import Cone
from poise.grounding import Excess
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.solver.undecided import UndecidedError
from poise.writing import document


@dataclass(frozen=True, slots=True)
class Refuted:
    """An assessment in which what was stated does not hold; `what` says how, in words."""

    claim: Claim
    what: str
    assessment: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Undecided:
    """The solver could not tell, which is no proof."""

    claim: Claim
    why: str


Verdict = Refuted | Undecided | None
"""None: it is proved."""


class Prover:
    """Proves claims over one pack; what the solver needs is made when it is first asked."""

    def __init__(self, pack: RulePack, every: tuple[Claim, ...], cone: Cone | None = None) -> None:
        self._pack = pack
        self._claims = every
        self._cone = cone or Cone(pack)
        self._suggested = tuple(
            dict.fromkeys(one for suggestion in pack.suggestions for one in suggestion.candidates)
        )
        self._requested = tuple(requestable(pack))

    def digest(self, claim: Claim) -> str:
        """Of all that the verdict rests on."""
        means = [claim.condition, claim.items.label]
        fact = None if claim.unanswered is None else self._cone.fact(claim.unanswered)
        suggested, requested = self._both(claim)
        speaks_of = (*suggested, *requested)
        return digest(
            (
                "proof",
                means,
                fact,
                claim.rank,
                self._counted(claim.excess),
                self._noting(claim),
                self._cone.condition(claim.condition),
                self._cone.candidates(speaks_of),
                [self._cone.effect(one) for one in checklist(self._pack)] if claim.ready else None,
            )
        )

    def _counted(self, excess: Excess | None) -> object:
        if excess is None:
            return None
        lists = [self._cone.fact(name) for name in self._pack.ground.treatments]
        most = excess.at_most
        limit = self._cone.fact(most) if isinstance(most, str) else most
        return replace(excess, id=""), limit, lists

    def _noting(self, claim: Claim) -> object:
        return claim.noted and [
            (self._cone.effect(one), one.selector) for one in noting(self._pack, claim)
        ]

    def _of(self, claim: Claim, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        return tuple(one for one in candidates if matches(claim.items, one))

    @cached_property
    def _solver(self) -> Any:
        from poise.check.standings import StandingSearch

        conditions = {f"proof {one.name}": one.condition for one in self._claims}
        return StandingSearch(self._pack, conditions)

    def proved(self, asked: Sequence[Claim]) -> frozenset[str]:
        """The names of those that are proved together; each of the others is asked by itself."""
        if not asked:
            return frozenset()
        with suppress(UndecidedError):
            if self._solver.none_can_fail((one, *self._both(one)) for one in asked):
                return frozenset(one.name for one in asked)
        half = len(asked) // 2
        return self.proved(asked[:half]) | self.proved(asked[half:]) if half else frozenset()

    def _both(self, claim: Claim) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
        """The candidates that a claim speaks of: suggested ones, and requested ones."""
        return self._of(claim, self._suggested), self._of(claim, self._requested)

    def verdict(self, claim: Claim) -> Verdict:
        """Whether the claim holds of every assessment."""
        try:
            found = self._solver.better(claim, *self._both(claim))
        except UndecidedError as error:
            return Undecided(claim, str(error))
        if found is None:
            return None
        candidate, assessment = found
        what = "a plan is ready"
        if not claim.ready:
            what = described(self._pack, candidate, assessment)
        if claim.noted:
            what = f"{what}, and no line to tick matches '{claim.noted}'"
        return Refuted(claim, what, document(assessment, self._pack.vocabulary))


def requestable(pack: RulePack) -> Iterator[Candidate]:
    """Candidates that requests can put on a plan: for no goal, for each that some rule tells
    apart from the others here, and for one of the rest."""
    told_apart = {
        goal
        for effect in pack.ground.effects
        for goal in (effect.selector and effect.selector.goals) or ()
    }
    suggested: dict[tuple[str, ...], set[str]] = {}
    for suggestion in pack.suggestions:
        for one in suggestion.candidates:
            suggested.setdefault(one[:3], set()).add(one.goal)
    for product in pack.taxonomy.members:
        for area in () if product.recorded_only else pack.taxonomy.areas.values():
            for side in area.sides:
                here = (product.id, area.id, side or "")
                known = told_apart | suggested.get(here, set())
                rest = [goal for goal in pack.taxonomy.goals if goal not in known][:1]
                for goal in sorted({"", *known, *rest}):
                    yield Candidate(*here, goal, product.acts_on)
