"""Proves what a pack states of where candidates stand, or refutes it with an assessment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from poise.assessment import Assessment
from poise.canonical import digest
from poise.check.cone import Cone
from poise.conditions import Condition
from poise.evaluate import passes
from poise.grounding import SURPASSED, Effect, Excess, at_place, counted_apart, here
from poise.measures import Computer
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.planning.case import Case, open_case
from poise.planning.planner import draw_up_alone
from poise.planning.standing import RANK
from poise.proofs import Beyond, Proof
from poise.requests import Request
from poise.rules import EVERYTHING, Require, Selector
from poise.solver.undecided import UndecidedError
from poise.values import UNKNOWN, Span
from poise.vocabulary import SIDES, ground_name
from poise.writing import document


@dataclass(frozen=True, slots=True)
class Claim:
    """A proof at one place, over ground names."""

    proof: Proof
    place: str | None
    condition: Condition
    unanswered: str | None
    items: Selector
    rank: int
    """The best that any of its items may stand."""
    ready: bool = False
    """Only where the plan says that it is ready."""
    excess: Excess | None = None
    """Only where so much is surely passed."""
    where: tuple[str, ...] = ()
    """The area and side that are counted by themselves."""

    @property
    def name(self) -> str:
        places = (*(() if self.place is None else (self.place,)), *self.where)
        return "@".join((self.proof.id, ".".join(places))) if places else self.proof.id


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


def claims(pack: RulePack) -> Iterator[Claim]:
    """What the pack's proofs state of candidates, for each side or area that they speak of."""
    for proof in pack.contents.proofs:
        if proof.items is None and not proof.never_ready:
            continue
        best = (
            proof.never_better_than or "discouraged"
        )  # a plan is ready where an item is suggested
        for place in pack.vocabulary.places(proof.each) or (None,):
            claim = Claim(
                proof=proof,
                place=place,
                condition=at_place(proof.when, pack.vocabulary, proof.each, place),
                unanswered=_ground(pack, proof, place),
                items=here(proof.items or EVERYTHING, proof.each, place),
                rank=RANK[best],
                ready=proof.never_ready,
            )
            yield from (claim,) if proof.beyond is None else _beyond(pack, claim, proof.beyond)


def _beyond(pack: RulePack, claim: Claim, most: Beyond) -> Iterator[Claim]:
    """A claim for each area or side that is counted by itself."""
    areas = pack.taxonomy.areas
    for where, items in counted_apart(claim.items, most.per, areas):
        one = replace(claim, items=items, where=where)
        name = f"proof {one.name}: beyond"
        yield replace(one, excess=Excess(name, items, most.unit, most.within, most.at_most))


def _ground(pack: RulePack, proof: Proof, place: str | None) -> str | None:
    if proof.unanswered is None:
        return None
    declared = pack.vocabulary.get(proof.unanswered)
    bound = declared is not None and declared.each is not None and declared.each == proof.each
    return ground_name(proof.unanswered, place if bound else None)


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


def checklist(pack: RulePack) -> tuple[Effect, ...]:
    """What has to be met before any treatment, whatever it is."""
    return tuple(
        effect
        for effect in pack.effects.of(Require)
        if isinstance(effect.verb, Require)
        and effect.verb.before is not None
        and effect.verb.items is None
    )


def request_for(candidate: Candidate) -> Request:
    """The request that puts a candidate on the plan."""
    side = candidate.side if candidate.side in SIDES else ""
    return Request(candidate.product, candidate.area, side, candidate.goal)


def shows(pack: RulePack, claim: Claim, one: Assessment) -> tuple[Candidate, str] | None:
    """The candidate, and its status, by which the evaluator sees that a claim fails here."""
    if claim.ready and not draw_up_alone(pack, one).ready:
        return None
    case = open_case(pack, one)
    if case.view.truth(claim.condition) is not True:
        return None
    if claim.unanswered is not None and case.view.states[claim.unanswered] is not UNKNOWN:
        return None
    if claim.excess is not None and not _is_passed(case, claim.excess):
        return None
    for candidate, standing in case.standings.items():
        if RANK[standing.status] < claim.rank and case.means(claim.items, candidate) is True:
            return candidate, standing.status
    return None


def _is_passed(case: Case, excess: Excess) -> bool:
    one, view, pack = case.assessment, case.view, case.pack
    computer = Computer(pack.ground, pack.taxonomy, one.records, one.requests, view)
    state = computer.surplus(excess)
    return isinstance(state, Span) and passes(SURPASSED, state, (), one.date) is True


def described(pack: RulePack, candidate: Candidate, one: Assessment) -> str:
    """Where a candidate stands in an assessment, in words."""
    standing = open_case(pack, one).standings[candidate]
    where = pack.wording.area(candidate.area).lower()
    side = f", {candidate.side}" if candidate.side else ""
    product = pack.wording.product(candidate.product)
    return f"{product} in {where}{side} stands '{standing.status}'"
