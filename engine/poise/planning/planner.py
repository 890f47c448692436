"""Draws up a plan: opens the case, asks both engines, and tells everything in order."""

from __future__ import annotations

from collections.abc import Iterable

from poise.assessment import Assessment
from poise.canonical import digest
from poise.engines import ALONE, Witness, agree
from poise.pack import RulePack
from poise.plan import AssessmentStamp, EngineStamp, Plan
from poise.planning.candidacy import candidacy, is_ready
from poise.planning.case import Case, open_case
from poise.planning.cited import cited_by
from poise.planning.counsel import conflicts, considerations, expectations, referrals
from poise.planning.findings import findings
from poise.planning.items import Board, boards
from poise.planning.plan_items import plan_item
from poise.planning.questions import questions, unanswered_safety
from poise.planning.requested import requests
from poise.planning.requirements import requirements
from poise.planning.schedule import schedule
from poise.planning.sessions import Visit, contradicting, visits
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
    ordered = boards(case)
    sessions = visits(case, ordered)
    session_of = _session_numbers(sessions)
    asked = questions(case, ordered)
    required = requirements(case)
    stands = candidacy(case, ordered, asked)
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
        candidacy=stands,
        ready=is_ready(stands, required),
        findings=tuple(findings(case)),
        considerations=tuple(considerations(case)),
        conflicts=tuple(conflicts(case)),
        requests=tuple(requests(case)),
        items=tuple(plan_item(case, board, session_of.get(board.id)) for board in ordered),
        referrals=tuple(referrals(case)),
        requirements=required,
        questions=asked,
        unanswered_safety=unanswered_safety(case),
        schedule=schedule(case, sessions),
        expectations=tuple(expectations(case, ordered)),
        sources=(),
        notes=tuple(_notes(case, ordered)),
        intended_use=" ".join(case.pack.head.intended_use.split()),
        population=" ".join(case.pack.head.population.split()),
        limitations=tuple(" ".join(one.split()) for one in case.pack.head.limitations),
    )
    return plan.model_copy(update={"sources": cited_by(case.pack, plan)})


def _session_numbers(sessions: Iterable[Visit]) -> dict[str, int]:
    """By the ids of what is treated in each."""
    numbered = enumerate(sessions, start=1)
    return {board.id: number for number, visit in numbered for board in visit.boards}


def _plan_id(case: Case) -> str:
    return digest((case.pack.digest, case.assessment.digest, VERSION))[:32]


def _notes(case: Case, ordered: tuple[Board, ...]) -> Iterable[str]:
    """Orders that were left out. Which engines ran stands elsewhere: it is not part of a plan."""
    for rule in sorted(case.pack.dropped_sequences):
        yield f"The optional order of '{rule}' contradicts the others and was left out."
    for rule in contradicting(case, ordered):
        yield f"The order of '{rule}' contradicts the others on this plan and was left out."
