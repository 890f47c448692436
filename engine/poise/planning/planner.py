"""Draws up a plan: opens the case, asks both engines, and tells everything in order."""

from __future__ import annotations

from collections.abc import Iterable

from poise.assessment import Assessment
from poise.canonical import digest
from poise.engines import ALONE, Witness, agree
from poise.pack import RulePack
from poise.plan import AssessmentStamp, EngineStamp, Plan
from poise.planning.case import Case, open_case
from poise.planning.cited import cited_by
from poise.planning.items import Board
from poise.planning.parts import Parts
from poise.planning.sessions import contradicting
from poise.planning.stamp import pack_stamp
from poise.version import VERSION


def draw_up(pack: RulePack, assessment: Assessment) -> Plan:
    """The plan for one assessment. Raises EngineDisagreement where the engines differ."""
    case = open_case(pack, assessment)
    return tell(case, agree(pack, case.situation))


def draw_up_alone(pack: RulePack, assessment: Assessment) -> Plan:
    """The same plan by the evaluator alone."""
    return tell(open_case(pack, assessment), ALONE)


def tell(case: Case, witness: Witness) -> Plan:
    """A case as a plan."""
    return joined(Parts(case), witness)


def joined(parts: Parts, witness: Witness) -> Plan:
    """A plan of all its parts."""
    case = parts.case
    plan = Plan(
        plan_id=_plan_id(case),
        pack=pack_stamp(case.pack),
        engine=EngineStamp(
            version=VERSION, engines=witness.engines, agreed=witness.agreed, note=witness.note
        ),
        assessment=AssessmentStamp(
            digest=case.assessment.digest,
            date=case.assessment.date,
            screened=case.assessment.screened,
        ),
        candidacy=parts.candidacy,
        ready=parts.ready,
        findings=parts.findings,
        considerations=parts.considerations,
        conflicts=parts.conflicts,
        requests=parts.requests,
        items=parts.items,
        referrals=parts.referrals,
        requirements=parts.requirements,
        questions=parts.questions,
        unanswered_safety=parts.unanswered_safety,
        schedule=parts.schedule,
        expectations=parts.expectations,
        sources=(),
        notes=tuple(_notes(case, parts.boards)),
        intended_use=" ".join(case.pack.head.intended_use.split()),
        population=" ".join(case.pack.head.population.split()),
        limitations=tuple(" ".join(one.split()) for one in case.pack.head.limitations),
    )
    return plan.model_copy(update={"sources": cited_by(case.pack, plan)})


def _plan_id(case: Case) -> str:
    return digest((case.pack.digest, case.assessment.digest, VERSION))[:32]


def _notes(case: Case, ordered: tuple[Board, ...]) -> Iterable[str]:
    """Orders that were left out. Which engines ran stands elsewhere: it is not part of a plan."""
    for rule in sorted(case.pack.dropped_sequences):
        yield f"The optional order of '{rule}' contradicts the others and was left out."
    for rule in contradicting(case, ordered):
        yield f"The order of '{rule}' contradicts the others on this plan and was left out."
