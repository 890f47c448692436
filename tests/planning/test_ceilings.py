"""Ceilings: what the records hold in the window, and this treatment, against a maximum."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import asked, drawn, item, options, planted, rule, suggestion
from poise.plan import Item

FEED = {"product": "feed"}
TWICE: dict[str, Any] = {
    "items": FEED,
    "at_most": 2,
    "unit": "sessions",
    "within": "12 months",
    "over": "defer",
}
LITRES = TWICE | {"at_most": 10, "unit": "L"}


def fed(date: str = "2026-05-01", **more: Any) -> dict[str, Any]:
    """A record of seaweed on the lawn."""
    return {"product": "seaweed", "area": "lawn", "date": date, **more}


def limited(
    ceiling: dict[str, Any],
    records: list[dict[str, Any]] | None,
    amount: str = "",
    **more: Any,
) -> Item:
    """The feed of the lawn under a ceiling, with what was recorded and what is asked for."""
    pack = planted(suggestion("feed", "lawn"), rule("limit", ceiling=ceiling), **more)
    answers = {} if records is None else {"history.spread": records}
    requests = [{"product": "feed", "area": "lawn", "amount": amount}] if amount else []
    return item(drawn(pack, answers, requests=requests), "feed/lawn")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], "advised"),
        ([fed()], "advised"),
        ([fed(), fed("2026-03-01")], "deferred"),
        ([fed(), fed()], "advised"),
        ([fed(), fed("2025-06-15")], "advised"),
        ([fed(), fed("2025-06-16")], "deferred"),
        ([fed(), fed("2026-03-01", product="bone_meal")], "deferred"),
        ([fed(), fed("2026-03-01", product="mulch")], "advised"),
        ([fed(), fed("2026-03-01", area="orchard")], "deferred"),
        ([fed(), fed("unknown")], "on_hold"),
        ([fed(), fed("2025-06")], "on_hold"),
        ([fed(), fed("2025")], "on_hold"),
        ([fed(), fed("2026")], "on_hold"),
        ([fed(), fed("2026-03-01", product="unknown")], "on_hold"),
        (None, "on_hold"),
    ],
)
def test_sessions_in_the_window_and_this_one(
    records: list[dict[str, Any]] | None, expected: str
) -> None:
    assert limited(TWICE, records).status == expected


@pytest.mark.parametrize(
    ("over", "expected"),
    [("caution", "cautioned"), ("defer", "deferred"), ("exclude", "excluded")],
)
def test_what_passing_it_does_is_the_ceilings_own(over: str, expected: str) -> None:
    records = [fed(), fed("2026-03-01")]
    assert limited(TWICE | {"over": over}, records).status == expected


@pytest.mark.parametrize(
    ("amounts", "amount", "expected"),
    [
        ([4], "", "advised"),
        ([4], "6 L", "advised"),
        ([4], "6.1 L", "deferred"),
        ([4, 7], "", "deferred"),
        ([11], "", "deferred"),
        ([], "10 L", "advised"),
        ([], "11 L", "deferred"),
    ],
)
def test_amounts_are_added_to_what_is_asked_for(
    amounts: list[float], amount: str, expected: str
) -> None:
    records = [fed(amount=one, unit="L") for one in amounts]
    assert limited(LITRES, records, amount).status == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (fed(unit="L"), "on_hold"),
        (fed(amount=20), "on_hold"),
        (fed(amount=20, unit="kg"), "advised"),
        (fed(amount=2), "advised"),
    ],
)
def test_a_record_without_amount_or_unit_is_known_from_below_only(
    record: dict[str, Any], expected: str
) -> None:
    assert limited(LITRES, [record]).status == expected


def test_a_sum_that_is_over_from_below_is_over() -> None:
    records = [fed(amount=11, unit="L"), fed("2026-03-01", unit="L")]
    assert limited(LITRES, records).status == "deferred"


def test_without_a_window_all_time_counts() -> None:
    always = {key: value for key, value in TWICE.items() if key != "within"}
    assert limited(always, [fed("2001-01-01"), fed("2002-01-01")]).status == "deferred"


@pytest.mark.parametrize(
    ("acidity", "expected"), [(5, "deferred"), (9, "advised"), ("unknown", "on_hold")]
)
def test_a_measure_may_be_the_limit(acidity: Any, expected: str) -> None:
    measures = {
        "m.limit": {
            "label": "Limit",
            "cases": [{"when": {"soil.acidity": {"below": 7}}, "value": 1}, {"otherwise": 3}],
        }
    }
    pack = planted(
        suggestion("feed", "lawn"),
        rule("limit", ceiling=TWICE | {"at_most": "m.limit"}),
        measures=measures,
    )
    plan = drawn(pack, {"history.spread": [fed()], "soil.acidity": acidity})
    assert item(plan, "feed/lawn").status == expected
    assert ("soil.acidity" in asked(plan)) == (expected == "on_hold")


def test_per_area_each_area_is_counted_by_itself() -> None:
    pack = planted(
        suggestion("feed", ["lawn", "orchard"]),
        rule("limit", ceiling=TWICE | {"at_most": 1, "per": "area"}),
    )
    plan = drawn(pack, {"history.spread": [fed()]})
    assert item(plan, "feed/lawn").status == "deferred"
    assert item(plan, "feed/orchard").status == "advised"


def test_per_side_each_side_is_counted_by_itself() -> None:
    pack = planted(
        suggestion("lime", "hedge"),
        rule(
            "limit",
            ceiling=TWICE | {"items": {"product": "lime"}, "at_most": 1, "per": ["side", "area"]},
        ),
    )
    record = {"product": "lime", "area": "hedge", "date": "2026-05-01"}

    def found(**side: str) -> dict[tuple[str, str, str], str]:
        return options(drawn(pack, {"history.spread": [record | side]}), "lime/hedge")

    left, right = ("lime", "left", ""), ("lime", "right", "")
    assert found(side="left") == {left: "deferred", right: "advised"}
    assert found(side="both") == {left: "deferred", right: "deferred"}
    assert found() == {left: "deferred", right: "deferred"}, "no side means both"


def test_a_ceiling_limits_only_what_it_counts() -> None:
    pack = planted(suggestion("spread", "lawn"), rule("limit", ceiling=TWICE | {"at_most": 1}))
    plan = drawn(pack, {"history.spread": [fed()]})
    found = {one.product: one.status for one in plan.items}
    assert found == {"feed": "deferred", "lime": "advised", "mulch": "advised"}


def test_a_ceiling_of_a_rule_that_does_not_hold_limits_nothing() -> None:
    limit = rule("limit", when={"sign.one": "yes"}, ceiling=TWICE | {"at_most": 1})
    pack = planted(suggestion("feed", "lawn"), limit)
    for answer, expected in (("no", "advised"), ("yes", "deferred"), ("unknown", "on_hold")):
        plan = drawn(pack, {"history.spread": [fed()], "sign.one": answer})
        assert item(plan, "feed/lawn").status == expected


# --- when the window reopens -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("records", "window", "reopens"),
    [
        ([fed("2026-05-01")], "12 months", "2027-05-01"),
        ([fed("2026-05-01")], "90 days", "2026-07-30"),
        ([fed("2026-05-01"), fed("2026-03-01")], "12 months", "2027-05-01"),
        ([fed("2026-05")], "12 months", "2027-05-31"),
        ([fed("2026-02-28")], "6 months", "2026-08-28"),
        ([fed("2026-02-28")], "12 months", "2027-02-28"),
        ([fed("2025-12-31")], "6 months", "2026-07-01"),
    ],
)
def test_a_deferral_ends_on_the_first_day_on_which_the_window_reopens(
    records: list[dict[str, Any]], window: str, reopens: str
) -> None:
    found = limited(TWICE | {"at_most": 1, "within": window}, records)
    (argument,) = (one for one in found.arguments if one.verb == "ceiling")
    assert argument.until == reopens


def test_a_deferral_ends_when_enough_records_have_left_the_window() -> None:
    records = [fed("2026-05-01"), fed("2026-03-01"), fed("2026-01-01")]
    found = limited(TWICE, records)
    (argument,) = (one for one in found.arguments if one.verb == "ceiling")
    assert argument.until == "2027-03-01"


def test_the_session_waits_for_the_window() -> None:
    pack = planted(suggestion("feed", "lawn"), rule("limit", ceiling=TWICE | {"at_most": 1}))
    plan = drawn(pack, {"history.spread": [fed("2026-05-01")]})
    assert [str(one.earliest) for one in plan.schedule.sessions] == ["2027-05-01"]


@pytest.mark.parametrize("window", [{}, {"within": "9999 years"}])
def test_a_window_that_never_reopens_has_no_day(window: dict[str, str]) -> None:
    always = {key: value for key, value in TWICE.items() if key != "within"} | {"at_most": 1}
    found = limited(always | window, [fed()])
    (argument,) = (one for one in found.arguments if one.verb == "ceiling")
    assert (found.status, argument.until) == ("deferred", "")
