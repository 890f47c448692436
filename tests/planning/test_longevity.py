"""How long a result lasts: the most specific published range, and towards which end of it."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import drawn, item, planted, rule, suggestion
from poise.plan import Lasting


def lasting(*said: dict[str, Any], answers: dict[str, Any] | None = None) -> Lasting | None:
    """How long fresh nettle feed lasts on the lawn, by these rules."""
    rules = [rule(f"r{number}", lasts=one) for number, one in enumerate(said)]
    plan = drawn(planted(suggestion("nettle_fresh", "lawn"), *rules), answers)
    return item(plan, "feed/lawn").lasts_months


def months(items: Any, from_: int, to: int) -> dict[str, Any]:
    return {"items": items, "months": {"from": from_, "to": to}}


BROAD = months({"product": "feed"}, 1, 2)


@pytest.mark.parametrize(
    "specific",
    [
        {"product": "nettle"},
        {"product": "nettle_fresh"},
        {"product": "feed", "area": "lawn"},
        {"product": "feed", "area": "open"},
        {"product": "feed", "acts_on": "growth"},
    ],
)
def test_the_most_specific_range_is_told(specific: dict[str, Any]) -> None:
    for said in ([BROAD, months(specific, 3, 5)], [months(specific, 3, 5), BROAD]):
        found = lasting(*said)
        assert found is not None
        assert (found.from_, found.to) == (3, 5)


def test_a_range_of_other_treatments_says_nothing() -> None:
    assert lasting(months({"product": "mulch"}, 3, 5)) is None


def test_a_range_is_told_as_published_whatever_speaks_for_one_end() -> None:
    found = lasting(BROAD, {"items": {"product": "feed"}, "towards": "shorter"})
    assert found is not None
    assert (found.from_, found.to, found.towards) == (1, 2, "shorter")
    assert any("Rule r1" in reason for reason in found.because)


@pytest.mark.parametrize(
    ("ends", "towards"),
    [
        ([], None),
        (["shorter"], "shorter"),
        (["longer"], "longer"),
        (["shorter", "shorter"], "shorter"),
        (["shorter", "longer"], "both"),
    ],
)
def test_reasons_for_either_end_are_told(ends: list[str], towards: str | None) -> None:
    pulls = [{"items": {"area": "lawn"}, "towards": end} for end in ends]
    found = lasting(BROAD, *pulls)
    assert found is not None
    assert found.towards == towards
    assert len(found.because) == 1 + len(ends)


def test_an_end_without_a_published_range_says_nothing() -> None:
    assert lasting({"items": "everything", "towards": "longer"}) is None


def test_what_does_not_surely_hold_pulls_nowhere() -> None:
    pulling = rule(
        "p", when={"sign.one": "yes"}, lasts={"items": "everything", "towards": "longer"}
    )
    plan = drawn(
        planted(suggestion("lime", "lawn"), rule("r", lasts=months("everything", 1, 2)), pulling)
    )
    found = item(plan, "lime/lawn").lasts_months
    assert found is not None
    assert found.towards is None


def test_an_items_range_spans_its_options() -> None:
    pack = planted(
        suggestion("mulch", "lawn"),
        rule("a", lasts=months({"product": "bark"}, 6, 9)),
        rule("b", lasts=months({"product": "straw"}, 2, 3)),
    )
    found = item(drawn(pack), "mulch/lawn").lasts_months
    assert found is not None
    assert (found.from_, found.to) == (2, 9)


def test_sources_of_the_range_and_of_its_pulls_are_cited() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        rule("a", lasts=months({"product": "lime"}, 6, 9), evidence="trial"),
        rule("b", lasts={"items": "everything", "towards": "longer"}, evidence="G1"),
    )
    plan = drawn(pack)
    found = item(plan, "lime/lawn").lasts_months
    assert found is not None
    assert found.evidence == ("trial", "G1")
    assert {"trial", "G1"} <= {one.id for one in plan.sources}
