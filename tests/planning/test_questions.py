"""Questions: what would be worth knowing, what waits on it, and whether it decides anything."""

from __future__ import annotations

from typing import Any

import pytest

import poise
from gardens import asked, drawn, planted, rule, suggestion
from poise.plan import Question

LIME = {"product": "lime"}
LAWN = suggestion("lime", "lawn")
NOT_IF_ONE = rule("no", when={"sign.one": "yes"}, exclude=LIME)


def question(plan: poise.Plan, about: str) -> Question:
    return next(one for one in plan.questions if one.about == about)


def test_an_open_rule_that_could_matter_asks() -> None:
    plan = drawn(planted(LAWN, NOT_IF_ONE))
    (found,) = plan.questions
    assert (found.about, found.ask) == ("sign.one", "Is the first sign there?")
    assert found.touches == ("lime/lawn",)
    assert found.decisive


def test_an_answered_fact_is_not_asked() -> None:
    assert asked(drawn(planted(LAWN, NOT_IF_ONE), {"sign.one": "no"})) == set()


def test_a_rule_about_no_candidate_asks_nothing() -> None:
    other = rule("other", when={"sign.two": "yes"}, exclude={"product": "mulch"})
    assert asked(drawn(planted(LAWN, other))) == set()


def test_a_possible_candidate_asks_what_would_make_it_sure() -> None:
    pack = planted(suggestion("lime", "lawn", when={"lawn.pale": "yes"}))
    assert asked(drawn(pack)) == {"lawn.pale"}


def test_a_candidate_that_is_surely_excluded_asks_nothing() -> None:
    pack = planted(LAWN, NOT_IF_ONE, rule("never", exclude=LIME))
    assert asked(drawn(pack)) == set()


def test_a_deferred_candidate_asks_only_what_could_exclude_it() -> None:
    pack = planted(
        LAWN,
        NOT_IF_ONE,
        rule("wait", defer={"items": LIME, "until": "later"}),
        rule("careful", when={"sign.two": "yes"}, caution={"items": LIME, "say": "Careful."}),
        rule("wait_too", when={"sign.three": "yes"}, defer={"items": LIME, "until": "later"}),
    )
    assert asked(drawn(pack)) == {"sign.one"}


def test_an_unknown_caution_asks() -> None:
    pack = planted(LAWN, rule("c", when={"sign.one": "yes"}, caution={"items": LIME, "say": "!"}))
    assert asked(drawn(pack)) == {"sign.one"}


def test_an_unknown_preference_asks_nothing() -> None:
    pack = planted(LAWN, rule("rather", when={"sign.one": "yes"}, prefer=LIME))
    assert asked(drawn(pack)) == set()


def test_an_unknown_referral_asks_whatever_is_on_the_plan() -> None:
    pack = planted(rule("refer", when={"sign.one": "yes"}, refer={"to": "a botanist"}))
    plan = drawn(pack)
    assert question(plan, "sign.one").touches == ("referral: a botanist",)
    assert question(plan, "sign.one").decisive


def test_an_unmet_requirement_asks_nothing_and_an_unknown_one_asks() -> None:
    pack = planted(LAWN, rule("need", require={"items": LIME, "that": {"sign.one": "yes"}}))
    assert asked(drawn(pack, {"sign.one": "no"})) == set()
    assert asked(drawn(pack)) == {"sign.one"}


def test_a_checklist_asks_while_treatment_is_a_question() -> None:
    checklist = rule("need", require={"before": "treatment", "that": {"sign.one": "known"}})
    assert asked(drawn(planted(LAWN, checklist))) == {"sign.one"}
    assert asked(drawn(planted(checklist))) == set()


def test_a_checklist_of_items_that_are_not_on_the_plan_asks_nothing() -> None:
    need = {"items": {"product": "mulch"}, "before": "treatment", "that": {"sign.one": "yes"}}
    assert asked(drawn(planted(LAWN, rule("need", require=need)))) == set()


def test_a_finding_asks_what_its_rules_read() -> None:
    pack = planted(
        LAWN,
        rule("f", when={"soil.dryness": "severe"}, conclude={"ground.hunger": "severe"}),
        rule(
            "g", when={"ground.hunger": {"at_least": "slight"}}, conclude={"ground.wanting": "yes"}
        ),
        rule("no", when={"ground.wanting": "yes"}, exclude=LIME),
    )
    assert asked(drawn(pack)) == {"soil.dryness"}


def test_a_question_touches_every_item_that_waits_on_it_and_those_rank_first() -> None:
    pack = planted(
        suggestion("lime", "open"),
        NOT_IF_ONE,
        rule("two", when={"sign.two": "yes"}, exclude={"product": "lime", "area": "lawn"}),
    )
    plan = drawn(pack)
    assert question(plan, "sign.one").touches == ("lime/border", "lime/lawn")
    assert question(plan, "sign.two").touches == ("lime/lawn",)
    assert [one.about for one in plan.questions] == ["sign.one", "sign.two"]


def test_what_a_fact_per_side_is_asked_of_is_said() -> None:
    pack = planted(
        suggestion("lime", "hedge"),
        rule("no", each="side", when={"hedge.gaps": "severe"}, exclude=LIME),
    )
    plan = drawn(pack, {"hedge.gaps": {"left": "none"}})
    assert [(one.about, one.ask) for one in plan.questions] == [
        ("hedge.gaps.right", "How many gaps are there? (right)")
    ]


# --- decisive --------------------------------------------------------------------------------


def test_two_answers_of_which_either_lets_it_go_are_both_decisive() -> None:
    pack = planted(LAWN, rule("no", when={"sign.one": "yes", "sign.two": "yes"}, exclude=LIME))
    found = {one.about: one.decisive for one in drawn(pack).questions}
    assert found == {"sign.one": True, "sign.two": True}


def test_an_answer_that_changes_no_plan_is_not_decisive() -> None:
    pack = planted(
        LAWN,
        rule("a", when={"sign.one": "yes"}, caution={"items": LIME, "say": "!"}),
        rule("b", when={"sign.two": "yes"}, caution={"items": LIME, "say": "!"}),
    )
    found = {one.about: one.decisive for one in drawn(pack).questions}
    assert found == {"sign.one": False, "sign.two": False}


def test_decisive_questions_come_first() -> None:
    pack = planted(
        LAWN,
        rule("a", when={"sign.one": "yes"}, caution={"items": LIME, "say": "!"}),
        rule("b", when={"sign.two": "yes"}, caution={"items": LIME, "say": "!"}),
        rule("c", when={"soil.dryness": "severe"}, exclude=LIME),
    )
    plan = drawn(pack)
    assert plan.questions[0].about == "soil.dryness"
    assert [one.decisive for one in plan.questions] == [True, False, False]


THRESHOLDS: dict[str, dict[str, Any]] = {
    "a number, barely above": {"soil.acidity": {"above": 9.999999}},
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


def test_an_answer_that_is_known_in_part_is_tried_only_as_it_may_be() -> None:
    pack = planted(
        LAWN,
        rule(
            "cats", when={"site.visitors": {"includes": "cat"}}, conclude={"ground.wanting": "yes"}
        ),
        rule("hold", when={"sign.one": "yes"}, exclude=LIME),
        rule("dogs", when={"site.visitors": {"includes": "dog"}, "sign.two": "yes"}, exclude=LIME),
    )
    plan = drawn(pack, {"site.visitors": ["cat", "unknown"]})
    assert not question(plan, "site.visitors").decisive, "cats come whatever else does"


# --- follow-ups ------------------------------------------------------------------------------

NEAR_FISH = rule("fish", when={"pond.fish": "yes"}, exclude=LIME)
MANY_FISH = rule("many", when={"pond.fish_count": {"at_least": 50}}, exclude=LIME)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, {"pond.present"}),
        ({"pond.present": "yes"}, {"pond.fish"}),
        ({"pond.present": "yes", "pond.fish": "yes"}, {"pond.fish_count"}),
        ({"pond.present": "yes", "pond.fish": "no"}, set()),
        ({"pond.present": "no"}, set()),
    ],
)
def test_parents_are_asked_before_what_depends_on_them(
    answers: dict[str, str], expected: set[str]
) -> None:
    assert asked(drawn(planted(LAWN, MANY_FISH), answers)) == expected


def test_a_parent_is_decisive_where_its_answer_takes_the_question_away() -> None:
    assert question(drawn(planted(LAWN, NEAR_FISH)), "pond.present").decisive


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
        rule("hold", when={"sign.one": "yes"}, exclude=LIME),
        rule("f", when={"site.sown": {"in_last": "30 days"}, "sign.two": "yes"}, exclude=LIME),
    )
    assert not question(drawn(pack, {"site.sown": "2026-05"}), "site.sown").decisive


# --- safety ----------------------------------------------------------------------------------


def test_unanswered_safety_facts_are_listed_question_or_not() -> None:
    plan = drawn(planted(LAWN))
    assert plan.questions == ()
    assert {one.about for one in plan.unanswered_safety} >= {"site.frost", "history.spread"}


def test_a_safety_fact_that_surely_does_not_apply_is_not_listed() -> None:
    plan = drawn(planted(LAWN), {"pond.present": "no"})
    assert "pond.fish" not in {one.about for one in plan.unanswered_safety}


def test_an_answered_safety_fact_is_not_listed() -> None:
    plan = drawn(planted(LAWN), {"site": "nothing_to_report", "history": "nothing_to_report"})
    assert {one.about for one in plan.unanswered_safety} == {"pond.present", "pond.fish"}
