"""What alone forces a decision: a smallest set of the answers that give it by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poise.assessment import Assessment
from poise.explain.why import UnknownItem
from poise.pack import RulePack
from poise.plan import Part, StatusWord
from poise.planning.case import Case, open_case
from poise.planning.items import Board, boards
from poise.problems import did_you_mean
from poise.situation import inapplicable
from poise.values import UNKNOWN
from poise.vocabulary import GOALS


class Answer(Part):
    """One answer of an assessment, in words."""

    fact: str
    label: str
    value: str


class Forced(Part):
    """Answers that by themselves, all others not known, give an item its status.

    None of them can be left out; there may be other such sets.
    """

    item: str
    label: str
    status: StatusWord
    because_of: tuple[Answer, ...]
    answered: int
    """How many answers the assessment has."""


def forced(pack: RulePack, assessment: Assessment, item: str) -> Forced:
    """Raises UnknownItem where the item is not on the plan."""
    case = open_case(pack, assessment)
    board = found(case, item)
    kept = least(pack, assessment, item, board.status)
    return Forced(
        item=board.id,
        label=pack.wording.item(board.product, board.area),
        status=board.status,
        because_of=tuple(_told(pack, case, name) for name in answered(kept)),
        answered=sum(1 for _ in answered(assessment)),
    )


def found(case: Case, item: str) -> Board:
    """An item of the plan; raises UnknownItem."""
    known = {board.id: board for board in boards(case)}
    if item in known:
        return known[item]
    hint = did_you_mean(item, known) or ("" if known else "the plan has no item")
    raise UnknownItem(f"'{item}' is not on the plan", hint)


def least(pack: RulePack, assessment: Assessment, item: str, status: str) -> Assessment:
    """The assessment without any answer that the status does not need.

    INVARIANT: it has the status, and loses it with any answer less.
    """
    kept, before = assessment, -1
    while before != (before := len(list(answered(kept)))):
        for name in tuple(answered(kept)):
            fewer = without(kept, name)
            if _stands(pack, fewer, item) == status:
                kept = fewer
    return kept


def answered(assessment: Assessment) -> Iterator[str]:
    """The ground names of everything that was answered."""
    for name, state in assessment.states.items():
        if state is not UNKNOWN:
            yield name
    yield from assessment.records


def without(assessment: Assessment, name: str) -> Assessment:
    """The same with one answer taken back."""
    states = {other: state for other, state in assessment.states.items() if other != name}
    records = {other: listed for other, listed in assessment.records.items() if other != name}
    goals = () if name == GOALS else assessment.goals
    return replace(assessment, states=states, records=records, goals=goals)


def _stands(pack: RulePack, assessment: Assessment, item: str) -> str:
    """The status of an item; none where it is not on the plan, or an answer does not apply."""
    case = open_case(pack, assessment)
    if inapplicable(pack.model, assessment, case.view):
        return ""
    return next((board.status for board in boards(case) if board.id == item), "")


def _told(pack: RulePack, case: Case, name: str) -> Answer:
    value = "given"
    if name in case.assessment.records:
        count = len(case.assessment.records[name])
        value = "none" if not count else f"{count} on record"
    else:
        value = pack.wording.value(name, case.assessment.states[name])
    return Answer(fact=name, label=pack.wording.label(name), value=value)
