"""Sessions: which items can be one visit, and which must wait for another.

A step of a sequence with a gap starts a later session. What a session may hold is limited by
`per_session`, and the rest follows, after a gap where one is said. What is deferred waits in
sessions of its own, and what must follow it comes after.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from graphlib import TopologicalSorter

from poise.conditions import Duration
from poise.durations import later
from poise.grounding import Effect
from poise.measures import selected
from poise.planning.arguments import deferral_ends, until
from poise.planning.case import Case
from poise.planning.items import Board
from poise.planning.orders import Before, orders, sequences, step_of
from poise.planning.standing import RANK
from poise.rules import Defer, PerSession, Sequence
from poise.values import Span

PLANNED = ("advised", "cautioned", "on_hold", "deferred")
PROVISIONAL = ("on_hold", "deferred")


@dataclass(frozen=True, slots=True)
class Start:
    """When an item could be treated if it stood alone. Items that share it can share a session."""

    deferred: bool
    day: datetime.date
    after: tuple[str, ...]
    """Events that come first, in words."""


@dataclass(slots=True)
class Visit:
    """One session while it is filled."""

    start: Start
    boards: list[Board] = field(default_factory=list)
    earliest: datetime.date | None = None


def visits(case: Case, ordered: tuple[Board, ...]) -> tuple[Visit, ...]:
    """The sessions of a plan in order, each with what it holds."""
    planned = _planned(ordered)
    edges = orders(case, planned).edges
    limits = list(case.effects(PerSession))
    rank = {board.id: index for index, board in enumerate(planned)}
    by_id = {board.id: board for board in planned}
    found: list[Visit] = []
    session_of: dict[str, int] = {}
    for name in _topological(edges, rank):
        board = by_id[name]
        soonest = _soonest(edges[name], session_of)
        index, moved = _place(case, board, soonest, found, limits)
        edges[name].extend(moved)
        session_of[name] = index
        found[index].boards.append(board)
    _date(found, edges, session_of)
    return tuple(sorted(found, key=lambda visit: visit.earliest or datetime.date.max))


def contradicting(case: Case, ordered: tuple[Board, ...]) -> tuple[str, ...]:
    """The rules whose order closes a circle among the items of this plan, and is left out."""
    return orders(case, _planned(ordered)).left_out


def _planned(ordered: tuple[Board, ...]) -> list[Board]:
    return [board for board in ordered if board.status in PLANNED]


def _topological(edges: Mapping[str, list[Before]], rank: Mapping[str, int]) -> Iterable[str]:
    """Items so that each comes after those before it, and otherwise in the plan's own order."""
    sorter = TopologicalSorter({name: {one.first for one in edges[name]} for name in rank})
    sorter.prepare()
    ready: list[str] = []
    while sorter.is_active():
        ready += sorter.get_ready()
        ready.sort(key=lambda name: rank[name])
        name = ready.pop(0)
        yield name
        sorter.done(name)


def _soonest(before: list[Before], session_of: Mapping[str, int]) -> int:
    return max(
        (session_of[one.first] + (1 if one.gap is not None else 0) for one in before), default=0
    )


def _place(
    case: Case, board: Board, soonest: int, found: list[Visit], limits: list[Effect]
) -> tuple[int, list[Before]]:
    """The first session, from the soonest on, that has room; and the gaps to keep from those that
    were full."""
    start = _start(case, board)
    moved: list[Before] = []
    for index, visit in enumerate(found[soonest:], start=soonest):
        if visit.start == start:
            full = [limit for limit in limits if not _room(case, limit, visit, board)]
            if not full:
                return index, moved
            moved += [Before(visit.boards[0].id, gap) for gap in map(_gap, full) if gap is not None]
    found.append(Visit(start))
    return len(found) - 1, moved


def _gap(limit: Effect) -> Duration | None:
    assert isinstance(limit.verb, PerSession)
    return limit.verb.gap


def _room(case: Case, limit: Effect, visit: Visit, board: Board) -> bool:
    assert isinstance(limit.verb, PerSession)
    selector = limit.selector or limit.verb.items

    def counted(one: Board) -> bool:
        return any(case.means(selector, option.candidate) is True for option in one.leading)

    if not counted(board):
        return True
    inside = [one for one in visit.boards if counted(one)]
    if limit.verb.unit == "areas":
        return len({one.area for one in inside} | {board.area}) <= limit.verb.at_most
    return len(inside) + 1 <= limit.verb.at_most


def _date(
    found: list[Visit], edges: Mapping[str, list[Before]], session_of: Mapping[str, int]
) -> None:
    """Give each session its earliest day; None where an event comes first."""
    for index, visit in enumerate(found):
        days = [visit.start.day]
        open_ended = bool(visit.start.after)
        for one in (one for board in visit.boards for one in edges[board.id]):
            if session_of[one.first] == index:
                continue
            first = found[session_of[one.first]].earliest
            if first is None:
                open_ended = True
            else:
                days.append(first if one.gap is None else later(first, one.gap))
        visit.earliest = None if open_ended else max(days)


def _start(case: Case, board: Board) -> Start:
    days = [case.assessment.date, *_gaps_from_records(case, board)]
    if board.status != "deferred":
        return Start(False, max(days), ())
    ends, words = _deferred_until(case, board)
    return Start(True, max(days + ends), tuple(dict.fromkeys(words)))


def _deferred_until(case: Case, board: Board) -> tuple[list[datetime.date], list[str]]:
    """The days on which an item's deferrals end, and the events that others wait for."""
    days: list[datetime.date] = []
    words: list[str] = []
    for argument in board.best.arguments:
        if argument.truth and RANK[argument.status] == RANK["deferred"]:
            ends = deferral_ends(case, argument.effect)
            if ends is not None:
                days.append(ends)
            else:
                said = (
                    until(case, argument.effect) if isinstance(argument.effect.verb, Defer) else ""
                )
                words.append(said or argument.effect.rule.title)
    return days, words


def _gaps_from_records(case: Case, board: Board) -> list[datetime.date]:
    """Recorded treatments count as steps done: what follows keeps the gap from them."""
    days = []
    for effect in sequences(case):
        assert isinstance(effect.verb, Sequence)
        mine = step_of(case, effect, board)
        if mine is None or effect.verb.gap is None:
            continue
        for name in case.pack.ground.treatments:
            for record in case.assessment.records.get(name, ()):
                state = record.fields.get("date")
                earlier = any(selected(record, step) is True for step in effect.steps[:mine])
                if earlier and isinstance(state, Span):
                    done = datetime.date.fromordinal(int(state.high))
                    days.append(later(done, effect.verb.gap))
    return days
