"""The parts of a plan, each worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from poise.plan import (
    Candidacy,
    Conflict,
    Consideration,
    Expectation,
    FindingOnPlan,
    Item,
    Question,
    Referral,
    RequestAnswer,
    Requirement,
    Safety,
    Schedule,
)
from poise.planning import counsel
from poise.planning.candidacy import candidacy, is_ready
from poise.planning.case import Case
from poise.planning.findings import findings
from poise.planning.items import Board, boards
from poise.planning.plan_items import plan_item
from poise.planning.questions import asked, questions, unanswered_safety
from poise.planning.requested import requests
from poise.planning.requirements import requirements
from poise.planning.schedule import schedule
from poise.planning.sessions import Visit, visits


class Parts:
    """What a plan says of one case, under the names of its fields."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def boards(self) -> tuple[Board, ...]:
        return boards(self.case)

    @cached_property
    def sessions(self) -> tuple[Visit, ...]:
        return visits(self.case, self.boards)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        session_of = {
            board.id: number
            for number, visit in enumerate(self.sessions, start=1)
            for board in visit.boards
        }
        return tuple(plan_item(self.case, one, session_of.get(one.id)) for one in self.boards)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return questions(self.case, self.boards)

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        return requirements(self.case)

    @cached_property
    def candidacy(self) -> Candidacy:
        return candidacy(self.case, self.boards, self.questions)

    @cached_property
    def ready(self) -> bool:
        return is_ready(self.candidacy, self.requirements)

    @cached_property
    def findings(self) -> tuple[FindingOnPlan, ...]:
        return tuple(findings(self.case))

    @cached_property
    def considerations(self) -> tuple[Consideration, ...]:
        return tuple(counsel.considerations(self.case))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(counsel.conflicts(self.case))

    @cached_property
    def requests(self) -> tuple[RequestAnswer, ...]:
        return tuple(requests(self.case))

    @cached_property
    def referrals(self) -> tuple[Referral, ...]:
        return tuple(counsel.referrals(self.case))

    @cached_property
    def unanswered_safety(self) -> tuple[Safety, ...]:
        return unanswered_safety(self.case)

    @cached_property
    def schedule(self) -> Schedule:
        return schedule(self.case, self.sessions)

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        return tuple(counsel.expectations(self.case, self.boards))


class Undecided(Parts):
    """The same, in a fraction of the time, without trying which questions are decisive."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return asked(self.case, self.boards)
