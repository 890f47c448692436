"""Where a plan shows what a rule does: the treatment, finding or order that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from poise.gherkin.coverage import effect_truth
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.planning.case import Case
from poise.planning.index import pushes_to
from poise.planning.items import Board, boards
from poise.planning.longevity import item_lasting
from poise.planning.orders import step_of
from poise.planning.requirements import bears
from poise.planning.sessions import visits
from poise.planning.standing import RANK, Standing
from poise.rules import (
    Conclude,
    Consider,
    Expect,
    Lasts,
    PerSession,
    Prefer,
    Refer,
    Require,
    Review,
    Sequence,
    Suggest,
)
from poise.vocabulary import ground_name

ON_HOLD = RANK["on_hold"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a plan shows of an effect: of an item and one of its options, where it acts on items.

    `plainly` says that it makes the status, and is not only an argument beside graver ones.
    """

    effect: Effect
    plainly: bool = True
    item: str = ""
    candidate: Candidate | None = None
    other: str = ""
    """The item that comes after `item`, or waits for another session."""


def seen(case: Case, effect: Effect) -> Seen | None:
    """What is seen of an effect that surely holds; None where nothing is."""
    truths = case.situation.evaluation.truths
    if effect_truth(case.pack.ground, truths, effect) is not True:
        return None
    return _SEES.get(type(effect.verb), _restriction)(case, effect)


# --- items -----------------------------------------------------------------------------------


def _best(found: Iterator[Seen]) -> Seen | None:
    """The first that shows plainly, or else the first."""
    listed = list(found)
    return next((one for one in listed if one.plainly), listed[0] if listed else None)


def _restriction(case: Case, effect: Effect) -> Seen | None:
    status = pushes_to(effect)

    def found() -> Iterator[Seen]:
        for board in boards(case):
            for one in board.options:
                if any(each.effect is effect for each in one.arguments):
                    plainly = one.status == status and one.support.truth is not None
                    yield Seen(effect, plainly, board.id, one.candidate)

    return _best(found())


def _suggestion(case: Case, effect: Effect) -> Seen | None:
    def found() -> Iterator[Seen]:
        for board in boards(case):
            for one in board.options:
                given = [suggestion.effect for suggestion, _ in one.support.suggestions]
                if any(each is effect for each in given):
                    yield Seen(effect, one.suggested, board.id, one.candidate)

    return _best(found())


def _means(case: Case, effect: Effect, standings: tuple[Standing, ...]) -> Candidate | None:
    selector = effect.selector
    if selector is None:
        return standings[0].candidate if standings else None
    meant = (one.candidate for one in standings if case.means(selector, one.candidate) is True)
    return next(meant, None)


def _of_items(case: Case, effect: Effect, shows: Callable[[Board], bool]) -> Seen | None:
    """An item whose leading options are meant, and of which the plan tells it."""

    def found() -> Iterator[Seen]:
        for board in boards(case):
            candidate = _means(case, effect, board.leading)
            if candidate is not None and shows(board):
                yield Seen(effect, board.best.suggested, board.id, candidate)

    return _best(found())


def _preference(case: Case, effect: Effect) -> Seen | None:
    return _of_items(case, effect, lambda _: True)


def _expectation(case: Case, effect: Effect) -> Seen | None:
    return _of_items(case, effect, lambda board: RANK[board.status] <= ON_HOLD)


def _duration(case: Case, effect: Effect) -> Seen | None:
    def told(board: Board) -> bool:
        found = item_lasting(case, board)
        return found is not None and any(effect.rule.title in one for one in found.because)

    return _of_items(case, effect, told)


# --- order -----------------------------------------------------------------------------------


def _sequence(case: Case, effect: Effect) -> Seen | None:
    planned = [board for visit in visits(case, boards(case)) for board in visit.boards]
    steps = {board.id: step_of(case, effect, board) for board in planned}
    for first in planned:
        for then in planned:
            mine, theirs = steps[first.id], steps[then.id]
            if mine is not None and theirs is not None and mine < theirs:
                return Seen(effect, True, first.id, None, then.id)
    return None


def _session(case: Case, effect: Effect) -> Seen | None:
    """Two items that could share a session but for the limit."""
    found: list[tuple[Board, int]] = []
    for number, visit in enumerate(visits(case, boards(case))):
        found += [(one, number) for one in visit.boards if _means(case, effect, one.leading)]
    for one, session in found:
        for other, later in found:
            if session < later and one.best.suggested and other.best.suggested:
                return Seen(effect, True, one.id, None, other.id)
    return None


# --- all else --------------------------------------------------------------------------------


def _finding(case: Case, effect: Effect) -> Seen | None:
    """Plainly where no other rule concludes as much."""
    truths = case.situation.evaluation.truths
    return Seen(effect, all(truths[one] is False for one in rivals(case.pack, effect)))


def rivals(pack: RulePack, effect: Effect) -> tuple[str, ...]:
    """What else would conclude as much of the same findings: as high a grade, the same value."""
    found: dict[str, None] = {}
    for finding in pack.ground.logic.findings:
        mine = {one.value for one in finding.conclusions if one.proposition == effect.proposition}
        for one in finding.conclusions if mine else ():
            graver = finding.shape == "grade" and int(one.value) > min(map(int, mine))
            if one.proposition != effect.proposition and (graver or one.value in mine):
                found[one.proposition] = None
    return tuple(found)


def concluded(case: Case, effect: Effect) -> Iterator[tuple[str, str]]:
    """The findings that it concludes, at its place, with the value of each."""
    assert isinstance(effect.verb, Conclude)
    for name, values in effect.verb.values:
        declared = case.pack.vocabulary.get(name)
        bound = declared is not None and declared.each is not None
        for value in values:
            yield ground_name(name, effect.place if bound else None), value


def _requirement(case: Case, effect: Effect) -> Seen | None:
    if pushes_to(effect) is not None:
        return _restriction(case, effect)
    return Seen(effect) if bears(case, effect) else None


def _always(_case: Case, effect: Effect) -> Seen | None:
    return Seen(effect)


_SEES: dict[type, Callable[[Case, Effect], Seen | None]] = {
    Suggest: _suggestion,
    Prefer: _preference,
    Review: _preference,
    Expect: _expectation,
    Lasts: _duration,
    Sequence: _sequence,
    PerSession: _session,
    Conclude: _finding,
    Require: _requirement,
    Refer: _always,
    Consider: _always,
}
