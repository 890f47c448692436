"""Rules that wait for each other's treatments are told, and no rule that something else ends."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import planted, rule, suggestion
from poise.check.symbolic import solver_problems

pytest.importorskip("z3")

MULCHED = {
    "label": "Mulch spread",
    "count": {"records": "history.spread", "where": {"product": "mulch"}},
}
FED = {"label": "Feed spread", "count": {"records": "history.spread", "where": {"product": "feed"}}}
BARKED = {
    "label": "Bark spread",
    "count": {"records": "history.spread", "where": {"product": "bark"}},
}
LIMED = {
    "label": "Lime spread",
    "latest": {"records": "history.spread", "where": {"product": "lime"}},
}
MEASURES = {"n.mulched": MULCHED, "n.fed": FED, "n.barked": BARKED, "n.limed": LIMED}
FEED = suggestion("feed", "lawn")
MULCH = suggestion("mulch", "orchard", acts_on="soil", treats="ground.wanting")
LIME = suggestion("lime", "lawn", acts_on="colour")
WANTING = rule("wants", when={"lawn.pale": "yes"}, conclude={"ground.wanting": "yes"})


def deferral(name: str, product: str, when: dict[str, Any], **more: Any) -> dict[str, Any]:
    return rule(name, when=when, defer={"items": {"product": product}, "until": "later"}, **more)


FEED_AFTER_MULCH = deferral("feed.later", "feed", {"n.mulched": {"at_most": 0}})
FED_ONCE = {"at_least": 1}
MULCH_AFTER_FEED = deferral("mulch.later", "mulch", {"n.fed": {"below": 1}})


def told(*rules: dict[str, Any]) -> list[str]:
    """What is told of circles; nothing may be left undecided."""
    pack = planted(*rules, measures=MEASURES)
    found = list(solver_problems(pack, set()))
    assert "not-decided" not in {one.code for one in found}, found
    return [one.message for one in found if one.code == "circular-wait"]


def test_two_deferrals_that_wait_for_each_others_records() -> None:
    (said,) = told(FEED, MULCH, FEED_AFTER_MULCH, MULCH_AFTER_FEED)
    assert said == (
        "these rules wait for each other: 'feed.later' has feed of lawn wait for mulch of orchard, "
        "and 'mulch.later' has mulch of orchard wait for feed of lawn"
    )


def test_a_finding_that_a_suggestion_treats_ends_a_wait() -> None:
    untreated = deferral("feed.later", "feed", {"ground.wanting": "yes"})
    assert len(told(WANTING, FEED, MULCH, untreated, MULCH_AFTER_FEED)) == 1
    assert told(WANTING, FEED, suggestion("mulch", "orchard"), untreated, MULCH_AFTER_FEED) == []


def test_a_circle_of_three_by_a_date_a_count_and_a_requirement() -> None:
    lime = deferral("lime.later", "lime", {"n.mulched": {"at_most": 0}})
    feed = deferral("feed.later", "feed", {"n.limed": {"not": {"in_last": "3 months"}}})
    mulch = rule(
        "mulch.later", require={"items": {"product": "mulch"}, "that": {"n.fed": FED_ONCE}}
    )
    (said,) = told(FEED, MULCH, LIME, lime, mulch, feed)
    assert said == (
        "these rules wait for each other: 'feed.later' has feed of lawn wait for lime of lawn, "
        "and 'lime.later' has lime of lawn wait for mulch of orchard, "
        "and 'mulch.later' has mulch of orchard wait for feed of lawn"
    )
    assert told(FEED, MULCH, LIME, lime, mulch) == []


@pytest.mark.parametrize(
    "other",
    [
        MULCH,
        deferral("mulch.later", "mulch", {"n.fed": FED_ONCE}),
        deferral("mulch.later", "bark", {"n.fed": {"below": 1}}),
        deferral(
            "mulch.later", "mulch", {"n.fed": {"below": 1}, "site.sown": {"in_last": "6 weeks"}}
        ),
        rule("mulch.never", when={"n.fed": {"below": 1}}, exclude={"product": "mulch"}),
    ],
    ids=["none", "once it was given", "one of two products", "for six weeks", "never at all"],
)
def test_where_one_can_come_first_nothing_is_told(other: dict[str, Any]) -> None:
    pack = [FEED, MULCH, FEED_AFTER_MULCH]
    assert told(*pack, *(() if other is MULCH else (other,))) == []


def test_only_a_product_that_no_other_can_stand_for_closes_a_circle() -> None:
    for_bark = deferral("feed.later", "feed", {"n.barked": {"at_most": 0}})
    bark = deferral("mulch.later", "bark", {"n.fed": {"below": 1}})
    assert len(told(FEED, MULCH, for_bark, bark)) == 1


def test_it_may_be_allowed() -> None:
    allowed = {**FEED_AFTER_MULCH, "allow": {"circular-wait": "The records come from elsewhere."}}
    assert told(FEED, MULCH, allowed, MULCH_AFTER_FEED) == []
