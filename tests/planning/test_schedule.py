"""The dated schedule: follow-ups, counted from the assessment's own day."""

from __future__ import annotations

import poise
from gardens import drawn, item, planted, rule, suggestion

FEED = {"product": "feed"}
LOOK = {"items": FEED, "after": {"from": "2 weeks", "to": "1 month"}, "purpose": "Look at it"}
REVIEW = rule("look", review=LOOK)


def reviews(plan: poise.Plan) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(str(one.from_), str(one.to), one.purpose, one.items) for one in plan.schedule.reviews]


def test_a_follow_up_is_dated_from_its_session() -> None:
    plan = drawn(planted(suggestion("feed", "lawn"), REVIEW))
    assert reviews(plan) == [("2026-06-29", "2026-07-15", "Look at it", ("feed/lawn",))]


def test_a_follow_up_of_a_later_session_counts_from_that_session() -> None:
    order = rule("order", sequence={"order": [{"product": "mulch"}, FEED], "gap": "10 days"})
    plan = drawn(planted(suggestion("feed", "lawn"), suggestion("mulch", "lawn"), order, REVIEW))
    assert [(one.session, str(one.from_)) for one in plan.schedule.reviews] == [(2, "2026-07-09")]


def test_a_single_length_is_both_ends() -> None:
    review = rule("look", review=LOOK | {"after": "3 days"})
    plan = drawn(planted(suggestion("feed", "lawn"), review))
    assert [found[:2] for found in reviews(plan)] == [("2026-06-18", "2026-06-18")]


def test_a_follow_up_that_items_share_is_told_once_a_session() -> None:
    plan = drawn(planted(suggestion("feed", ["lawn", "orchard"]), REVIEW))
    assert [found[3] for found in reviews(plan)] == [("feed/lawn", "feed/orchard")]


def test_follow_ups_are_told_soonest_first() -> None:
    soon = rule("soon", review=LOOK | {"after": "2 days", "purpose": "Water it"})
    plan = drawn(planted(suggestion("feed", "lawn"), REVIEW, soon))
    assert [found[2] for found in reviews(plan)] == ["Water it", "Look at it"]


def test_what_is_not_suggested_is_not_followed_up() -> None:
    for held in (
        rule("no", exclude=FEED),
        rule("wait", defer={"items": FEED, "until": "later"}),
        rule("hold", when={"sign.one": "yes"}, exclude=FEED),
    ):
        assert reviews(drawn(planted(suggestion("feed", "lawn"), REVIEW, held))) == []


def test_an_item_tells_its_follow_ups_with_rule_and_sources() -> None:
    plan = drawn(planted(suggestion("feed", "lawn"), REVIEW | {"evidence": ["trial", "G2"]}))
    (found,) = item(plan, "feed/lawn").reviews
    assert (found.from_, found.to, found.purpose) == ("2 weeks", "1 month", "Look at it")
    assert (found.rule, found.evidence) == ("look", ("trial", "G2"))


def test_a_follow_up_that_does_not_surely_hold_is_not_told() -> None:
    review = REVIEW | {"when": {"sign.one": "yes"}}
    assert reviews(drawn(planted(suggestion("feed", "lawn"), review))) == []
