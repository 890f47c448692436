"""The dated schedule: sessions, and the follow-ups of what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from poise.durations import later
from poise.plan import DatedReview, ReviewOnPlan, Schedule, Session
from poise.planning.case import Case
from poise.planning.items import Board
from poise.planning.sessions import PROVISIONAL, Visit
from poise.rules import Review
from poise.wording import length


def reviews_of(case: Case, board: Board) -> Iterable[Review]:
    """The follow-ups of an item, soonest first."""
    found = [
        effect.verb
        for effect in case.effects(Review)
        if isinstance(effect.verb, Review)
        and any(
            case.means(effect.selector or effect.verb.items, one.candidate) is True
            for one in board.leading
        )
    ]
    return sorted(dict.fromkeys(found), key=lambda one: (_days(case, one), one.purpose))


def _days(case: Case, review: Review) -> int:
    return (later(case.assessment.date, review.after.from_) - case.assessment.date).days


def reviews_on_plan(case: Case, board: Board) -> tuple[ReviewOnPlan, ...]:
    rules = {id(verb): rule for rule in case.pack.rules for verb in rule.review}
    return tuple(
        ReviewOnPlan(
            from_=length(review.after.from_),
            to=length(review.after.to),
            purpose=review.purpose,
            rule=rules[id(review)].id,
            evidence=rules[id(review)].evidence,
        )
        for review in reviews_of(case, board)
    )


def schedule(case: Case, visits: tuple[Visit, ...]) -> Schedule:
    """Sessions with their earliest day, and each follow-up once for the items that share it."""
    sessions = tuple(
        Session(
            session=number,
            earliest=visit.earliest,
            after="; ".join(visit.start.after),
            items=tuple(board.id for board in visit.boards),
            provisional=tuple(board.id for board in visit.boards if board.status in PROVISIONAL),
        )
        for number, visit in enumerate(visits, start=1)
    )
    return Schedule(sessions=sessions, reviews=tuple(_dated(case, visits)))


def _dated(case: Case, visits: tuple[Visit, ...]) -> Iterable[DatedReview]:
    for number, visit in enumerate(visits, start=1):
        if visit.earliest is None:
            continue
        shared: dict[tuple[object, ...], tuple[Review, list[str]]] = {}
        for board in visit.boards:
            if board.status in PROVISIONAL:
                continue
            for review in reviews_of(case, board):
                key = (review.after, review.purpose)
                shared.setdefault(key, (review, []))[1].append(board.id)
        told = sorted(shared.values(), key=lambda one: (_days(case, one[0]), one[0].purpose))
        for review, items in told:
            yield DatedReview(
                session=number,
                from_=later(visit.earliest, review.after.from_),
                to=later(visit.earliest, review.after.to),
                purpose=review.purpose,
                items=tuple(items),
            )
