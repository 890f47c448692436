"""Candidacy: in one word whether treatment is a question now; never better than the best item."""

from __future__ import annotations

from poise.grounding import Effect
from poise.plan import Candidacy, Question, Requirement
from poise.planning.case import Case
from poise.planning.items import Board
from poise.planning.standing import RANK
from poise.rules import Defer, Exclude
from poise.wording import plain


def candidacy(case: Case, boards: tuple[Board, ...], asked: tuple[Question, ...]) -> Candidacy:
    """The first that holds: not now, answers needed, nothing to treat, may proceed."""
    whole = _of_everything(case)
    if whole:
        titles = "; ".join(dict.fromkeys(effect.rule.title for effect in whole))
        return Candidacy(status="not_now", because=f"{titles}.")
    if boards and all(RANK[board.status] >= RANK["deferred"] for board in boards):
        return Candidacy(
            status="not_now", because=f"All that is on the plan is {_statuses(boards)}."
        )
    waiting = _safety_open(boards, asked)
    if waiting:
        return Candidacy(
            status="answers_needed",
            because=f"{_count(waiting, 'safety question')} {_are(waiting)} open and "
            f"{'bears' if waiting == 1 else 'bear'} on what is suggested.",
        )
    suggested = [board for board in boards if board.status in ("advised", "cautioned")]
    held = [board for board in boards if board.status == "on_hold"]
    if held and not suggested:
        return Candidacy(
            status="answers_needed",
            because=f"{_count(len(held), 'item')} {_are(len(held))} held until answers or "
            "requirements are in place.",
        )
    if not suggested:
        return Candidacy(status="nothing_to_treat", because=_nothing(boards))
    return Candidacy(
        status="may_proceed", because=f"{_count(len(suggested), 'item')} can be discussed."
    )


def _of_everything(case: Case) -> list[Effect]:
    """Rules that surely defer or exclude everything."""
    return [
        effect
        for effect in case.effects(Exclude, Defer)
        if effect.selector is not None and effect.selector.everything
    ]


def _safety_open(boards: tuple[Board, ...], asked: tuple[Question, ...]) -> int:
    live = {board.id for board in boards if RANK[board.status] <= RANK["on_hold"]}
    return sum(one.safety and bool(live & set(one.touches)) for one in asked)


def _nothing(boards: tuple[Board, ...]) -> str:
    if not boards:
        return (
            "Nothing that was recorded calls for treatment, and that is a good result: "
            "no treatment is suggested."
        )
    return f"Nothing is suggested: what was looked at is {_statuses(boards)}."


def _statuses(boards: tuple[Board, ...]) -> str:
    words = sorted({board.status for board in boards}, key=lambda status: RANK[status])
    return " or ".join(plain(word) for word in words)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def is_ready(stands: Candidacy, requirements: tuple[Requirement, ...]) -> bool:
    """Whether treatment may proceed, and every line to be met before it is met."""
    checklist = [one for one in requirements if one.before == "treatment"]
    return stands.status == "may_proceed" and all(one.status == "met" for one in checklist)
