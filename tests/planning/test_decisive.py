"""Decisive questions: two of their answers give different plans; and answers known in part."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import asked, drawn, planted, question, rule, suggestion

LIME = {"product": "lime"}
LAWN = suggestion("lime", "lawn")


# --- on either side of every threshold -------------------------------------------------------


def test_two_answers_of_which_either_lets_it_go_are_both_decisive() -> None:
    pack = planted(LAWN, rule("no", when={"sign.one": "yes", "sign.two": "yes"}, exclude=LIME))
    found = {one.about: one.decisive for one in drawn(pack).questions}
    assert found == {"sign.one": True, "sign.two": True}


def either_way(fact: str, test: object) -> dict[str, Any]:
    """A condition that holds whatever the answer is, which takes the answer to see."""
    return {"any_of": [{fact: test}, {fact: {"not": test}}]}


def test_an_answer_that_changes_no_plan_is_not_decisive() -> None:
    pack = planted(
        LAWN, rule("a", when=either_way("sign.one", "yes"), caution={"items": LIME, "say": "!"})
    )
    assert {one.about: one.decisive for one in drawn(pack).questions} == {"sign.one": False}


def test_an_answer_is_decisive_though_another_open_one_may_hide_it() -> None:
    pack = planted(
        LAWN,
        rule("a", when={"sign.one": "yes"}, caution={"items": LIME, "say": "!"}),
        rule("b", when={"sign.two": "yes"}, caution={"items": LIME, "say": "!"}),
    )
    found = {one.about: one.decisive for one in drawn(pack).questions}
    assert found == {"sign.one": True, "sign.two": True}, "each alone cautions or does not"


def test_two_answers_that_matter_only_together_are_both_decisive() -> None:
    same = [{"sign.one": "yes", "sign.two": "yes"}, {"sign.one": "no", "sign.two": "no"}]
    pack = planted(LAWN, rule("no", when={"any_of": same}, exclude=LIME))
    found = {one.about: one.decisive for one in drawn(pack).questions}
    assert found == {"sign.one": True, "sign.two": True}


def test_decisive_questions_come_first() -> None:
    pack = planted(
        LAWN,
        rule("a", when=either_way("sign.one", "yes"), caution={"items": LIME, "say": "!"}),
        rule("b", when=either_way("sign.two", "yes"), caution={"items": LIME, "say": "!"}),
        rule("c", when={"soil.dryness": "severe"}, exclude=LIME),
    )
    plan = drawn(pack)
    assert plan.questions[0].about == "soil.dryness"
    assert [one.decisive for one in plan.questions] == [True, False, False]


THRESHOLDS: dict[str, dict[str, Any]] = {
    "a number, barely above": {"soil.acidity": {"above": 9.999999}},
    "a number, between two": {"soil.acidity": {"above": 5, "below": 5.000002}},
    "a number, exactly": {"soil.acidity": {"at_least": 5, "at_most": 5}},
    "a grade": {"soil.dryness": {"at_most": "none"}},
    "one of several": {"site.visitors": {"includes": "duck"}},
    "how many": {"site.visitors": {"count": {"at_least": 4}}},
    "a choice": {"site.light": ["shade", "half_shade"]},
    "a past date": {"site.sown": {"in_last": "3 days"}},
    "a date to come": {"site.fair": {"in_next": "3 days"}},
    "not": {"soil.acidity": {"not": {"below": 3.5}}},
    "a measure": {"m.loam": {"at_least": 90}},
}


@pytest.mark.parametrize("when", THRESHOLDS.values(), ids=THRESHOLDS)
def test_every_kind_is_tried_on_either_side_of_its_threshold(when: dict[str, Any]) -> None:
    measures = {"m.loam": {"label": "Loam", "formula": "100 * soil.sand / (soil.sand + soil.clay)"}}
    pack = planted(LAWN, rule("no", when=when, exclude=LIME), measures=measures)
    plan = drawn(pack, {"soil.clay": 20})
    assert [one.decisive for one in plan.questions] == [True]


@pytest.mark.xfail(reason="a formula is tried at points of its range, not at its thresholds")
def test_a_formula_is_tried_within_a_narrow_range_too() -> None:
    measures = {"m.loam": {"label": "Loam", "formula": "100 * soil.sand / (soil.sand + soil.clay)"}}
    narrow = rule("no", when={"m.loam": {"at_least": 50, "at_most": 51}}, exclude=LIME)
    plan = drawn(planted(LAWN, narrow, measures=measures), {"soil.clay": 20})
    assert question(plan, "soil.sand").decisive, "20 g of sand are excluded, 1 g is not"


def test_an_answer_that_is_known_in_part_is_tried_only_as_it_may_be() -> None:
    pack = planted(
        LAWN,
        rule(
            "cats", when={"site.visitors": {"includes": "cat"}}, conclude={"ground.wanting": "yes"}
        ),
        rule("dogs", when=either_way("site.visitors", {"includes": "dog"}), exclude=LIME),
    )
    plan = drawn(pack, {"site.visitors": ["cat", "unknown"]})
    assert not question(plan, "site.visitors").decisive, "cats come whatever else does"


# --- coarse values and records ---------------------------------------------------------------

FRESHLY_SOWN = rule("sown", when={"site.sown": {"in_last": "30 days"}}, exclude=LIME)


@pytest.mark.parametrize(
    ("sown", "expected"),
    [
        ("2026-06", set()),
        ("2026-05", {"site.sown"}),
        ("2026", {"site.sown"}),
        ("2026-04", set()),
        ("2026-05-20", set()),
    ],
)
def test_a_date_too_coarse_to_decide_is_asked_again(sown: str, expected: set[str]) -> None:
    assert asked(drawn(planted(LAWN, FRESHLY_SOWN), {"site.sown": sown})) == expected


COUNTED = {
    "m.limed": {
        "label": "Limed",
        "count": {
            "records": "history.spread",
            "where": {"product": "lime", "area": "lawn"},
            "in_last": "12 months",
        },
    }
}
LIMED = rule("limed", when={"m.limed": {"at_least": 1}}, exclude=LIME)
DAY = {"product": "lime", "area": "lawn", "date": "2026-01-01"}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (None, {"history.spread"}),
        ([], set()),
        ([DAY], set()),
        ([DAY | {"date": "unknown"}], {"history.spread: date"}),
        ([DAY | {"date": "2025"}], {"history.spread: date"}),
        ([DAY | {"date": "2024"}], set()),
        ([DAY | {"product": "unknown"}], {"history.spread: product"}),
        ([DAY | {"product": "mulch", "date": "unknown"}], set()),
    ],
)
def test_records_are_asked_for_or_the_field_that_is_missing(
    records: list[dict[str, str]] | None, expected: set[str]
) -> None:
    answers = {} if records is None else {"history.spread": records}
    assert asked(drawn(planted(LAWN, LIMED, measures=COUNTED), answers)) == expected


FRESH = {
    "m.limed": {
        "label": "Fed",
        "count": {"records": "history.spread", "where": {"product": "nettle_fresh"}},
    }
}


@pytest.mark.parametrize(
    ("measures", "record"),
    [
        (COUNTED, DAY | {"date": "2025"}),
        (COUNTED, DAY | {"product": "unknown"}),
        (FRESH, DAY | {"product": "nettle"}),
    ],
)
def test_the_field_of_a_record_can_be_decisive(
    measures: dict[str, Any], record: dict[str, str]
) -> None:
    plan = drawn(planted(LAWN, LIMED, measures=measures), {"history.spread": [record]})
    assert [one.decisive for one in plan.questions] == [True]


def test_a_date_is_tried_only_within_the_month_that_is_known() -> None:
    pack = planted(
        LAWN,
        rule("m", when={"site.sown": {"in_last": "1 year"}}, conclude={"ground.wanting": "yes"}),
        rule("f", when=either_way("site.sown", {"in_last": "30 days"}), exclude=LIME),
    )
    assert not question(drawn(pack, {"site.sown": "2026-05"}), "site.sown").decisive
