"""What else holds of every plan: intervals, order, candidacy, requests, sessions, schedule."""

from __future__ import annotations

import pytest

from poise.plan import Item, Plan
from poise.planning.case import Case, open_case
from poise.planning.items import boards
from poise.planning.standing import RANK
from poise.rules import Defer, Exclude, PerSession, Sequence
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack
from theorems.test_3_safety import selects

SUGGESTED = {"advised", "cautioned"}


@pytest.mark.parametrize("seed", seeds(40))
def test_statuses_lie_within_their_intervals(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 8)):
        for item in pack(seed).plan(one).items:
            with told(number, item.id):
                for part in (item, *item.candidates):
                    best, worst = RANK[part.at_best], RANK[part.at_worst]
                    assert best <= RANK[part.status] <= max(worst, best) <= RANK["excluded"]
                    assert RANK[part.status] == max(best, min(worst, RANK["on_hold"]))
                assert (item.held_by is None) == (item.status != "on_hold")


@pytest.mark.parametrize("seed", seeds(40))
def test_items_show_their_best_option_and_stand_in_order(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 8)):
        case, plan = open_case(pack(seed), one), pack(seed).plan(one)
        with told(number):
            ranks = [RANK[item.status] for item in plan.items]
            assert ranks == sorted(ranks)
            for item, board in zip(plan.items, boards(case), strict=True):
                assert item.id == board.id
                supported = [each for each in board.options if each.support.suggestions]
                shown = [RANK[each.status] for each in supported or board.options]
                assert RANK[item.status] == min(shown)
            assert_in_the_pack_order(case, plan)


def assert_in_the_pack_order(case: Case, plan: Plan) -> None:
    """Of equal status, what acts on first things comes first."""
    order = case.pack.taxonomy.acts_on
    found = boards(case)
    keys = [
        (RANK[board.status], min(order.index(one.candidate.acts_on) for one in board.leading))
        for board in found
        if all(one.candidate.acts_on in order for one in board.leading)
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize("seed", seeds(40))
def test_candidacy_never_sounds_better_than_the_best_item(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 8)):
        case, plan = open_case(pack(seed), one), pack(seed).plan(one)
        with told(number, plan.candidacy):
            statuses = {item.status for item in plan.items}
            whole = any(
                effect.selector is not None and effect.selector.everything
                for effect in case.effects(Exclude, Defer)
            )
            match plan.candidacy.status:
                case "not_now":
                    assert whole or statuses <= {"deferred", "excluded"}
                case "answers_needed":
                    assert not whole
                    assert statuses - {"deferred", "excluded"}
                    assert plan.questions or "on_hold" in statuses
                case "nothing_to_treat":
                    assert not whole
                    assert not statuses & {*SUGGESTED, "on_hold"}
                case "may_proceed":
                    assert not whole
                    assert statuses & SUGGESTED
            assert plan.candidacy.status == "may_proceed" or not plan.ready


@pytest.mark.parametrize("seed", seeds(40))
def test_every_request_is_answered(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 8)):
        case, plan = open_case(pack(seed), one), pack(seed).plan(one)
        assert len(plan.requests) == len(one.requests)
        for index, (request, answer) in enumerate(zip(one.requests, plan.requests, strict=True)):
            with told(number, index, request):
                assert (answer.product, answer.area) == (request.product, request.area)
                answering = [case.standings[each] for each in case.answering[index]]
                assert answering
                assert {each.candidate.area for each in answering} == {request.area}
                assert RANK[answer.status] == min(RANK[each.status] for each in answering)
                assert answer.because
                truths = [each.support.truth for each in answering]
                if True not in truths and None not in truths:
                    assert answer.status not in SUGGESTED | {"on_hold"} or held(answering)
                elif True not in truths:
                    assert answer.status not in SUGGESTED


def held(answering: list[object]) -> bool:
    """Whether something keeps every unsupported option on hold."""
    return all(any(RANK[one.status] >= 3 for one in each.arguments) for each in answering)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", seeds(40))
def test_sessions_keep_to_sequences_and_limits(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 8)):
        case, plan = open_case(pack(seed), one), pack(seed).plan(one)
        with told(number):
            assert_all_are_placed_once(plan)
            assert_limits_are_kept(case, plan)
            assert_sequences_are_kept(case, plan)
            days = [each.earliest for each in plan.schedule.sessions if each.earliest]
            assert days == sorted(days)
            assert all(day >= one.date for day in days)


def assert_all_are_placed_once(plan: Plan) -> None:
    placed = [name for session in plan.schedule.sessions for name in session.items]
    planned = {i.id for i in plan.items if i.status in SUGGESTED | {"on_hold", "deferred"}}
    assert sorted(placed) == sorted(planned)
    for item in plan.items:
        assert (item.session is not None) == (item.id in planned)
        if item.session is not None:
            assert item.id in plan.schedule.sessions[item.session - 1].items


def assert_limits_are_kept(case: Case, plan: Plan) -> None:
    for effect in case.effects(PerSession):
        assert isinstance(effect.verb, PerSession)
        selector = effect.selector or effect.verb.items
        if selector.label is not None:
            continue
        for session in plan.schedule.sessions:
            counted = [
                board
                for board in boards(case)
                if board.id in session.items
                and any(selects(selector, option.candidate) for option in board.leading)
            ]
            found = {board.area if effect.verb.unit == "areas" else board.id for board in counted}
            assert len(found) <= effect.verb.at_most


def assert_sequences_are_kept(case: Case, plan: Plan) -> None:
    for effect in case.effects(Sequence):
        assert isinstance(effect.verb, Sequence)
        if effect.rule.strength == "option" or effect.rule.each is not None:
            continue
        steps: dict[str, int] = {}
        for board in boards(case):
            matching = [
                index
                for index, selector in enumerate(effect.verb.order)
                if any(selects(selector, option.candidate) for option in board.leading)
            ]
            if matching:
                steps[board.id] = matching[-1]
        placed = [item for item in plan.items if item.session is not None and item.id in steps]
        for first in placed:
            for second in placed:
                if steps[first.id] < steps[second.id]:
                    assert_follows(plan, first, second, effect.verb.gap is not None)


def assert_follows(plan: Plan, first: Item, second: Item, apart: bool) -> None:
    assert first.session is not None
    assert second.session is not None
    assert first.session < second.session if apart else first.session <= second.session
