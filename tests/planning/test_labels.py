"""Label status: from the label's entries, the area, the case and the country, and three-valued."""

from __future__ import annotations

from typing import Any

import pytest

import poise
from gardens import asked, drawn, item, planted, rule, suggestion

NL, SE, FI = ({"setting.country": one} for one in ("NL", "SE", "FI"))


def label(product: str, area: str, answers: dict[str, Any]) -> str:
    """The label status of a member that is suggested in an area."""
    plan = drawn(planted(suggestion(product, area)), answers)
    return next(one.label_status for found in plan.items for one in found.candidates)


@pytest.mark.parametrize(
    ("product", "area", "answers", "expected"),
    [
        ("bone_meal", "lawn", NL, "labelled"),
        ("bone_meal", "orchard", NL, "off_label"),
        ("bone_meal", "lawn", SE, "not_approved"),
        ("nettle_old", "lawn", NL, "labelled"),
        ("nettle_old", "lawn", SE, "not_approved"),
        ("seaweed", "lawn", NL, "labelled"),
        ("seaweed", "lawn", SE | {"soil.acidity": 7}, "labelled"),
        ("seaweed", "lawn", SE | {"soil.acidity": 7.5}, "off_label"),
        ("seaweed", "orchard", SE | {"soil.acidity": 7}, "off_label"),
        ("seaweed", "lawn", SE, "unknown"),
        ("bone_meal", "lawn", {}, "unknown"),
        ("bone_meal", "lawn", FI, "unknown"),
        ("lime", "lawn", NL, "unknown"),
    ],
)
def test_label_status(product: str, area: str, answers: dict[str, Any], expected: str) -> None:
    assert label(product, area, answers) == expected


EXCLUDED_OFF_LABEL = rule("label", exclude={"product": "feed", "label_status": "off_label"})


@pytest.mark.parametrize(
    ("area", "answers", "expected"),
    [
        ("lawn", NL, "advised"),
        ("orchard", NL, "excluded"),
        ("lawn", SE | {"soil.acidity": 9}, "excluded"),
        ("lawn", SE | {"soil.acidity": 5}, "advised"),
        ("lawn", SE, "on_hold"),
        ("lawn", {}, "on_hold"),
        ("lawn", FI, "on_hold"),
    ],
)
def test_a_label_in_a_selector_joins_the_rule_and_is_three_valued(
    area: str, answers: dict[str, Any], expected: str
) -> None:
    pack = planted(suggestion("seaweed", area), EXCLUDED_OFF_LABEL)
    assert item(drawn(pack, answers), f"feed/{area}").status == expected


def test_an_open_label_asks_for_the_country() -> None:
    pack = planted(suggestion("seaweed", "lawn"), EXCLUDED_OFF_LABEL)
    assert "setting.country" in asked(drawn(pack))


def test_the_country_is_decisive_where_labels_differ() -> None:
    pack = planted(suggestion("bone_meal", "orchard"), EXCLUDED_OFF_LABEL)
    assert [one.decisive for one in drawn(pack).questions] == [True]


def test_an_open_label_asks_for_what_it_depends_on() -> None:
    pack = planted(suggestion("seaweed", "lawn"), EXCLUDED_OFF_LABEL)
    assert asked(drawn(pack, SE)) == {"soil.acidity"}


def test_a_country_of_which_the_pack_says_nothing_leaves_nothing_to_ask() -> None:
    pack = planted(suggestion("seaweed", "lawn"), EXCLUDED_OFF_LABEL)
    assert asked(drawn(pack, FI)) == set()


def test_a_label_joins_what_the_rule_says_itself() -> None:
    pack = planted(
        suggestion("seaweed", "orchard"), EXCLUDED_OFF_LABEL | {"when": {"sign.one": "yes"}}
    )
    for answer, expected in (("no", "advised"), ("yes", "excluded"), ("unknown", "on_hold")):
        plan = drawn(pack, NL | {"sign.one": answer})
        assert item(plan, "feed/orchard").status == expected


# --- every verb that selects -----------------------------------------------------------------


def fed(status: str, *rules: dict[str, Any]) -> poise.Plan:
    """A plan with feed where its label says so, or where the country is not known."""
    area = {"labelled": "lawn", "off_label": "orchard"}.get(status, "lawn")
    answers = {} if status == "unknown" else NL
    return drawn(planted(suggestion("feed", area), suggestion("mulch", area), *rules), answers)


FEED_OFF = {"product": "feed", "label_status": "off_label"}
SURE_OF = pytest.mark.parametrize(
    ("status", "told"), [("off_label", True), ("labelled", False), ("unknown", False)]
)


@SURE_OF
def test_an_expectation_of_off_label_use_is_told_of_that_alone(status: str, told: bool) -> None:
    plan = fed(status, rule("e", expect={"items": FEED_OFF, "say": "It is off-label."}))
    assert bool(plan.expectations) is told
    assert any(one.expectations for one in plan.items) is told


@SURE_OF
def test_a_follow_up_of_off_label_use_is_told_of_that_alone(status: str, told: bool) -> None:
    look = {"items": FEED_OFF, "after": "1 week", "purpose": "Look"}
    assert bool(fed(status, rule("r", review=look)).schedule.reviews) is told


@SURE_OF
def test_a_range_of_off_label_use_is_told_of_that_alone(status: str, told: bool) -> None:
    lasts = {"items": FEED_OFF, "months": {"from": 1, "to": 2}}
    plan = fed(status, rule("l", lasts=lasts))
    assert any(one.lasts_months for one in plan.items) is told


@SURE_OF
def test_a_preference_for_a_label_is_for_that_alone(status: str, told: bool) -> None:
    rather = rule("p", prefer={"product": "feed", "label_status": "off_label"})
    contrary = rule("q", prefer={"product": "mulch"})
    plan = fed(status, rather, rather | {"id": "p2"}, contrary)
    arguments = {one.rule for found in plan.items for one in found.arguments}
    assert ("p" in arguments) is told


@SURE_OF
def test_a_limit_of_a_session_counts_what_its_label_says(status: str, told: bool) -> None:
    plan = fed(
        status,
        suggestion("feed", "border"),
        suggestion("feed", "hedge"),
        rule("s", per_session={"items": FEED_OFF, "at_most": 1}),
    )
    assert len(plan.schedule.sessions) == {"off_label": 3, "labelled": 2, "unknown": 1}[status]


@SURE_OF
def test_an_order_of_steps_sees_what_its_label_says(status: str, told: bool) -> None:
    order = {"order": [FEED_OFF, {"product": "mulch"}], "gap": "1 week"}
    plan = fed(status, rule("s", sequence=order))
    assert (len(plan.schedule.sessions) == 2) is told


@pytest.mark.parametrize(
    ("status", "told", "asks"),
    [
        ("off_label", True, set()),
        ("labelled", False, set()),
        ("unknown", True, {"setting.country", "soil.acidity"}),
    ],
)
def test_a_checklist_of_off_label_use_is_of_that_alone(
    status: str, told: bool, asks: set[str]
) -> None:
    need = {"items": FEED_OFF, "before": "treatment", "note": "It was told"}
    plan = fed(status, rule("c", require=need))
    assert bool(plan.requirements) is told
    assert plan.ready is not told
    assert asked(plan) == asks
