"""What a pack's proofs state of candidates, and whether an assessment refutes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from poise.assessment import Assessment
from poise.conditions import Condition
from poise.evaluate import passes
from poise.grounding import SURPASSED, Effect, Excess, at_place, counted_apart, here
from poise.measures import Computer
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.planning.case import Case, open_case
from poise.planning.planner import draw_up_alone
from poise.planning.standing import RANK
from poise.proofs import Beyond, Proof
from poise.requests import Request
from poise.rules import EVERYTHING, Require, Selector
from poise.values import UNKNOWN, Span
from poise.vocabulary import SIDES, ground_name

READY = "discouraged"
"""A plan is ready where an item stands better."""


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
    noted: str = ""
    """Only where no line to tick matches this."""
    where: tuple[str, ...] = ()
    """The area and side that are counted by themselves."""

    @property
    def name(self) -> str:
        places = (*(() if self.place is None else (self.place,)), *self.where)
        return "@".join((self.proof.id, ".".join(places))) if places else self.proof.id


def claims(pack: RulePack) -> Iterator[Claim]:
    """What the pack's proofs state of candidates, for each side or area that they speak of."""
    for proof in pack.contents.proofs:
        if proof.items is None and not proof.never_ready:
            continue
        best = proof.never_better_than or ("deferred" if proof.always_noted else READY)
        for place in pack.vocabulary.places(proof.each) or (None,):
            claim = Claim(
                proof=proof,
                place=place,
                condition=at_place(proof.when, pack.vocabulary, proof.each, place),
                unanswered=_ground(pack, proof, place),
                items=here(proof.items or EVERYTHING, proof.each, place),
                rank=RANK[best],
                ready=proof.never_ready,
                noted=proof.always_noted,
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


def checklist(pack: RulePack) -> tuple[Effect, ...]:
    """What has to be met before any treatment, whatever it is."""
    return tuple(
        effect
        for effect in pack.effects.of(Require)
        if isinstance(effect.verb, Require)
        and effect.verb.before is not None
        and effect.verb.items is None
    )


def noting(pack: RulePack, claim: Claim) -> tuple[Effect, ...]:
    """The lines to tick by hand that match what a claim says."""
    wanted = re.compile(claim.noted, re.IGNORECASE)
    return tuple(
        effect
        for effect in pack.effects.of(Require)
        if isinstance(effect.verb, Require)
        and wanted.search(" ".join(effect.verb.note.split()))
        and effect.verb.note
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
        better = RANK[standing.status] < claim.rank
        if better and case.means(claim.items, candidate) and not _is_noted(case, claim, candidate):
            return candidate, standing.status
    return None


def _is_noted(case: Case, claim: Claim, candidate: Candidate) -> bool:
    return bool(claim.noted) and any(
        case.truth(one) is not False
        and (one.selector is None or case.means(one.selector, candidate) is not False)
        for one in noting(case.pack, claim)
    )


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
