"""Sessions: what can be one visit, and what must wait for another."""

from __future__ import annotations

import datetime
from typing import Any

import poise
from gardens import drawn, planted, rule, suggestion

LIME, FEED, MULCH = ({"product": one} for one in ("lime", "feed", "mulch"))
ALL = [suggestion(one, "lawn") for one in ("feed", "lime", "mulch")]
MULCH_FIRST = rule("order", sequence={"order": [MULCH, FEED]})
MULCH_LONG_FIRST = rule("order", sequence={"order": [MULCH, FEED], "gap": "2 weeks"})
WAIT = rule("wait", defer={"items": MULCH, "until": "the rain has come"})


def sessions(plan: poise.Plan) -> list[list[str]]:
    """What each session holds, sorted."""
    return [sorted(one.items) for one in plan.schedule.sessions]


def earliest(plan: poise.Plan) -> list[str | None]:
    return [one.earliest.isoformat() if one.earliest else None for one in plan.schedule.sessions]


def test_without_rules_of_order_all_is_one_session_on_the_assessments_day() -> None:
    plan = drawn(planted(*ALL))
    assert sessions(plan) == [["feed/lawn", "lime/lawn", "mulch/lawn"]]
    assert earliest(plan) == ["2026-06-15"]
    assert {one.session for one in plan.items} == {1}


def test_an_order_without_a_gap_is_an_order_within_one_session() -> None:
    plan = drawn(planted(*ALL, MULCH_FIRST))
    assert len(plan.schedule.sessions) == 1
    told = list(plan.schedule.sessions[0].items)
    assert told.index("mulch/lawn") < told.index("feed/lawn")


def test_an_order_with_a_gap_starts_a_later_session() -> None:
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST))
    assert sessions(plan) == [["lime/lawn", "mulch/lawn"], ["feed/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-06-29"]


def test_a_gap_counts_between_every_two_steps() -> None:
    order = rule("order", sequence={"order": [LIME, MULCH, FEED], "gap": "10 days"})
    plan = drawn(planted(*ALL, order))
    assert sessions(plan) == [["lime/lawn"], ["mulch/lawn"], ["feed/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-06-25", "2026-07-05"]


def test_an_absent_item_constrains_nothing() -> None:
    plan = drawn(planted(suggestion("feed", "lawn"), MULCH_LONG_FIRST))
    assert earliest(plan) == ["2026-06-15"]


def test_an_excluded_step_frees_the_next() -> None:
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST, rule("no", exclude=MULCH)))
    assert sessions(plan) == [["feed/lawn", "lime/lawn"]]


def test_a_discouraged_step_frees_the_next() -> None:
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST, rule("no", avoid=MULCH)))
    assert sessions(plan) == [["feed/lawn", "lime/lawn"]]


def test_a_deferred_first_step_still_comes_first() -> None:
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST, WAIT))
    assert sessions(plan) == [["lime/lawn"], ["mulch/lawn"], ["feed/lawn"]]
    waiting, after = plan.schedule.sessions[1:]
    assert (waiting.earliest, waiting.after) == (None, "the rain has come")
    assert waiting.provisional == ("mulch/lawn",)
    assert after.earliest is None


def test_a_first_step_deferred_to_a_day_gives_the_next_its_day() -> None:
    until = {"after": "site.fair", "gap": "1 day"}
    plan = drawn(
        planted(*ALL, MULCH_LONG_FIRST, rule("wait", defer={"items": MULCH, "until": until})),
        {"site.fair": "2026-07-01"},
    )
    assert sessions(plan) == [["lime/lawn"], ["mulch/lawn"], ["feed/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-07-02", "2026-07-16"]


def test_a_held_first_step_still_comes_first() -> None:
    hold = rule("hold", when={"sign.one": "yes"}, exclude=MULCH)
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST, hold))
    assert sessions(plan) == [["lime/lawn", "mulch/lawn"], ["feed/lawn"]]
    assert plan.schedule.sessions[0].provisional == ("mulch/lawn",)


TO_A_DAY = rule("day", defer={"items": LIME, "until": {"after": "site.fair", "gap": "1 day"}})


def test_what_is_deferred_to_a_day_does_not_wait_for_what_is_deferred_to_an_event() -> None:
    plan = drawn(planted(*ALL, WAIT, TO_A_DAY), {"site.fair": "2026-07-01"})
    assert sessions(plan) == [["feed/lawn"], ["lime/lawn"], ["mulch/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-07-02", None]


def test_what_waits_for_the_same_shares_a_session() -> None:
    both = rule("wait", defer={"items": {"product": ["mulch", "lime"]}, "until": "the rain"})
    assert sessions(drawn(planted(*ALL, both))) == [["feed/lawn"], ["lime/lawn", "mulch/lawn"]]


def test_sessions_stand_in_the_order_of_their_days() -> None:
    plan = drawn(
        planted(*ALL, MULCH_LONG_FIRST, TO_A_DAY),
        {"site.fair": "2026-06-18"},
    )
    assert sessions(plan) == [["mulch/lawn"], ["lime/lawn"], ["feed/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-06-19", "2026-06-29"]


def test_what_keeps_a_gap_from_a_record_does_not_make_the_rest_wait() -> None:
    plan = drawn(
        planted(suggestion("feed", "lawn"), suggestion("lime", "lawn"), MULCH_LONG_FIRST),
        {"history.spread": [{"product": "bark", "area": "lawn", "date": "2026-06-10"}]},
    )
    assert sessions(plan) == [["lime/lawn"], ["feed/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-06-24"]


def test_a_step_without_a_gap_is_no_earlier_than_the_one_before_it() -> None:
    order = rule("order", sequence={"order": [LIME, FEED]})
    plan = drawn(planted(*ALL, order, TO_A_DAY), {"site.fair": "2026-07-01"})
    assert sessions(plan) == [["mulch/lawn"], ["lime/lawn"], ["feed/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-07-02", "2026-07-02"]


def test_what_is_deferred_is_not_put_into_a_session_of_today() -> None:
    plan = drawn(planted(*ALL, WAIT))
    assert sessions(plan) == [["feed/lawn", "lime/lawn"], ["mulch/lawn"]]


def test_a_sequence_that_does_not_surely_hold_orders_nothing() -> None:
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST | {"when": {"sign.one": "yes"}}))
    assert len(plan.schedule.sessions) == 1


def test_a_candidate_takes_the_last_step_that_it_matches() -> None:
    order = rule("order", sequence={"order": [{"product": "spread"}, FEED], "gap": "1 week"})
    plan = drawn(planted(suggestion("feed", "lawn"), suggestion("lime", "lawn"), order))
    assert sessions(plan) == [["lime/lawn"], ["feed/lawn"]]


def history(*records: dict[str, Any]) -> dict[str, Any]:
    return {"history.spread": list(records)}


def test_a_recorded_treatment_counts_as_a_step_done() -> None:
    plan = drawn(
        planted(suggestion("feed", "lawn"), MULCH_LONG_FIRST),
        history({"product": "bark", "area": "lawn", "date": "2026-06-10"}),
    )
    assert earliest(plan) == ["2026-06-24"]


def test_a_record_of_long_ago_delays_nothing() -> None:
    plan = drawn(
        planted(suggestion("feed", "lawn"), MULCH_LONG_FIRST),
        history({"product": "bark", "area": "lawn", "date": "2026-04-10"}),
    )
    assert earliest(plan) == ["2026-06-15"]


def test_a_record_of_a_later_step_delays_nothing() -> None:
    plan = drawn(
        planted(suggestion("mulch", "lawn"), MULCH_LONG_FIRST),
        history({"product": "seaweed", "area": "lawn", "date": "2026-06-10"}),
    )
    assert earliest(plan) == ["2026-06-15"]


def test_a_gap_from_a_record_of_which_only_the_month_is_known_counts_from_its_end() -> None:
    plan = drawn(
        planted(suggestion("feed", "lawn"), MULCH_LONG_FIRST),
        history({"product": "bark", "area": "lawn", "date": "2026-06"}),
    )
    assert earliest(plan) == ["2026-06-29"], "no later than the assessment, and no earlier"


CONTRARY = rule("z", sequence={"order": [FEED, MULCH], "gap": "4 weeks"}, strength="option")


def test_an_optional_order_that_would_close_a_circle_is_dropped_with_a_note() -> None:
    plan = drawn(planted(*ALL, MULCH_LONG_FIRST, CONTRARY))
    assert sessions(plan) == [["lime/lawn", "mulch/lawn"], ["feed/lawn"]]
    assert any("'z'" in note for note in plan.notes)


def test_an_order_that_was_dropped_does_not_count_from_records_either() -> None:
    plan = drawn(
        planted(suggestion("mulch", "lawn"), MULCH_LONG_FIRST, CONTRARY),
        history({"product": "seaweed", "area": "lawn", "date": "2026-06-10"}),
    )
    assert earliest(plan) == ["2026-06-15"]


def test_at_most_so_many_items_in_one_session() -> None:
    limit = rule("limit", per_session={"items": {"product": "spread"}, "at_most": 2})
    plan = drawn(planted(*ALL, limit))
    assert sessions(plan) == [["feed/lawn", "lime/lawn"], ["mulch/lawn"]]


def test_at_most_so_many_areas_in_one_session() -> None:
    limit = rule("limit", per_session={"items": FEED, "at_most": 1, "unit": "areas"})
    plan = drawn(planted(*ALL, suggestion("feed", "orchard"), limit))
    assert sessions(plan) == [["feed/lawn", "lime/lawn", "mulch/lawn"], ["feed/orchard"]]


def test_what_did_not_fit_keeps_the_gap_that_is_said() -> None:
    counted = {"items": {"product": "spread"}, "at_most": 2, "gap": "2 weeks"}
    plan = drawn(planted(*ALL, rule("limit", per_session=counted)))
    assert sessions(plan) == [["feed/lawn", "lime/lawn"], ["mulch/lawn"]]
    assert earliest(plan) == ["2026-06-15", "2026-06-29"]


def test_the_gap_counts_from_every_session_that_was_full() -> None:
    counted = {"items": {"product": "spread"}, "at_most": 1, "gap": "10 days"}
    plan = drawn(planted(*ALL, rule("limit", per_session=counted)))
    assert earliest(plan) == ["2026-06-15", "2026-06-25", "2026-07-05"]


def test_what_is_not_counted_takes_no_room() -> None:
    limit = rule("limit", per_session={"items": FEED, "at_most": 1})
    assert len(drawn(planted(*ALL, limit)).schedule.sessions) == 1


def test_what_is_not_suggested_has_no_session() -> None:
    plan = drawn(planted(*ALL, rule("no", exclude=MULCH), rule("rather_not", avoid=LIME)))
    sessions_of = {one.id: one.session for one in plan.items}
    assert sessions_of == {"feed/lawn": 1, "lime/lawn": None, "mulch/lawn": None}


def test_a_session_after_another_without_a_gap_is_not_before_it() -> None:
    limit = rule("limit", per_session={"items": {"product": "spread"}, "at_most": 1})
    plan = drawn(planted(*ALL, limit))
    days = [one.earliest for one in plan.schedule.sessions]
    assert days == sorted(day or datetime.date.max for day in days)
