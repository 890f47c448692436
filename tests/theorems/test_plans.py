"""What else holds of every plan: intervals, order, candidacy, requests, sessions, schedule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from poise.plan import Item, Plan
from poise.planning.case import Case, open_case
from poise.planning.items import Board, boards
from poise.planning.standing import RANK
from poise.rules import Defer, Exclude, PerSession, Selector, Sequence
from poise.values import Truth
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack

SUGGESTED = {"advised", "cautioned"}
PLANNED = SUGGESTED | {"on_hold", "deferred"}
LATE = {"deferred", "excluded"}


@lru_cache(maxsize=64)
def drawn(seed: int) -> tuple[tuple[Case, Plan], ...]:
    """Cases of one pack, each with its plan."""
    every = assessments(pack(seed), seed, 8)
    return tuple((open_case(pack(seed), one), pack(seed).plan(one)) for one in every)


@pytest.mark.parametrize("seed", seeds(15))
def test_statuses_lie_within_their_intervals(seed: int) -> None:
    for number, (_, plan) in enumerate(drawn(seed)):
        for item in plan.items:
            with told(number, item.id):
                for part in (item, *item.candidates):
                    best, worst = RANK[part.at_best], RANK[part.at_worst]
                    assert best <= RANK[part.status] <= worst
                    assert RANK[part.status] == max(best, min(worst, RANK["on_hold"]))
                assert (item.held_by is None) == (item.status != "on_hold")


@pytest.mark.parametrize("seed", seeds(15))
def test_items_show_their_best_option_and_stand_in_order(seed: int) -> None:
    for number, (case, plan) in enumerate(drawn(seed)):
        with told(number):
            found = boards(case)
            assert [item.id for item in plan.items] == [board.id for board in found]
            for item, board in zip(plan.items, found, strict=True):
                supported = [one for one in board.options if one.support.suggestions]
                shown = [RANK[one.status] for one in supported or board.options]
                assert RANK[item.status] == min(shown)
            keys = [(RANK[board.status], purpose(case, board)) for board in found]
            assert keys == sorted(keys)


def purpose(case: Case, board: Board) -> int:
    """Where the first thing that an item acts on stands in the pack's order."""
    order = (*case.pack.taxonomy.acts_on, "")
    return min(order.index(one.candidate.acts_on) for one in board.leading)


@pytest.mark.parametrize("seed", seeds(15))
def test_candidacy_never_sounds_better_than_the_best_item(seed: int) -> None:
    for number, (case, plan) in enumerate(drawn(seed)):
        with told(number, plan.candidacy):
            statuses = {item.status for item in plan.items}
            whole = any(
                effect.selector is not None and effect.selector.everything
                for effect in case.effects(Exclude, Defer)
            )
            assert whole <= (plan.candidacy.status == "not_now")
            match plan.candidacy.status:
                case "not_now":
                    assert whole or (statuses and statuses <= LATE)
                case "answers_needed":
                    assert statuses - LATE
                    assert plan.questions or "on_hold" in statuses
                case "nothing_to_treat":
                    assert statuses <= LATE | {"discouraged"}
                case "may_proceed":
                    assert statuses & SUGGESTED
            assert not plan.ready or plan.candidacy.status == "may_proceed"


@pytest.mark.parametrize("seed", seeds(15))
def test_every_request_is_answered(seed: int) -> None:
    for number, (case, plan) in enumerate(drawn(seed)):
        asked = case.assessment.requests
        for index, (request, answer) in enumerate(zip(asked, plan.requests, strict=True)):
            with told(number, index, request):
                assert (answer.product, answer.area) == (request.product, request.area)
                assert answer.because
                answering = [case.standings[one] for one in case.answering[index]]
                assert {one.candidate.area for one in answering} == {request.area}
                assert RANK[answer.status] == min(RANK[one.status] for one in answering)
                if not any(one.support.truth for one in answering):
                    assert answer.status not in SUGGESTED


@pytest.mark.parametrize("seed", seeds(15))
def test_what_is_planned_is_in_one_session(seed: int) -> None:
    for number, (case, plan) in enumerate(drawn(seed)):
        with told(number):
            sessions = plan.schedule.sessions
            placed = [name for session in sessions for name in session.items]
            assert sorted(placed) == sorted(i.id for i in plan.items if i.status in PLANNED)
            for item in plan.items:
                if item.session is not None:
                    assert item.id in sessions[item.session - 1].items
            days = [session.earliest for session in sessions if session.earliest is not None]
            assert days == sorted(days)
            assert all(day >= case.assessment.date for day in days)


@pytest.mark.parametrize("seed", seeds(15))
def test_sessions_keep_to_limits(seed: int) -> None:
    for number, (case, plan) in enumerate(drawn(seed)):
        by_id = {board.id: board for board in boards(case)}
        for effect in case.effects(PerSession):
            assert isinstance(effect.verb, PerSession)
            selector = effect.selector or effect.verb.items
            for session in plan.schedule.sessions:
                inside = [by_id[name] for name in session.items]
                counted = [board for board in inside if means(case, selector, board)]
                areas = {board.area for board in counted}
                with told(number, effect.proposition, session.session):
                    held = areas if effect.verb.unit == "areas" else counted
                    assert len(held) <= effect.verb.at_most


@pytest.mark.parametrize("seed", seeds(15))
def test_sessions_keep_to_sequences(seed: int) -> None:
    for number, (case, plan) in enumerate(drawn(seed)):
        left_out = " ".join(plan.notes)
        for effect in case.effects(Sequence):
            assert isinstance(effect.verb, Sequence)
            if f"'{effect.rule.id}'" in left_out:
                continue
            for first, second in in_order(case, plan, effect.steps):
                with told(number, effect.proposition, first.id, second.id):
                    assert first.session is not None
                    assert second.session is not None
                    apart = effect.verb.gap is not None
                    assert first.session + apart <= second.session


def in_order(case: Case, plan: Plan, steps: tuple[Selector, ...]) -> Iterator[tuple[Item, Item]]:
    """Every two planned items of which one takes an earlier step than the other."""
    taken: dict[str, int] = {}
    for board in boards(case):
        matching = [index for index, step in enumerate(steps) if means(case, step, board)]
        taken |= {board.id: matching[-1]} if matching else {}
    placed = [item for item in plan.items if item.session is not None and item.id in taken]
    for first in placed:
        for second in placed:
            if taken[first.id] < taken[second.id]:
                yield first, second


def means(case: Case, selector: Selector, board: Board) -> Truth:
    """Whether a selector surely means one of an item's leading options."""
    return any(case.means(selector, one.candidate) is True for one in board.leading)
