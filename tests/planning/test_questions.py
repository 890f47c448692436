"""Questions: what would be worth knowing, and what waits on it."""

from __future__ import annotations

import pytest

from gardens import asked, drawn, planted, question, rule, suggestion

LIME = {"product": "lime"}
LAWN = suggestion("lime", "lawn")
NOT_IF_ONE = rule("no", when={"sign.one": "yes"}, exclude=LIME)


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


def test_a_possible_candidate_that_would_be_excluded_asks_nothing() -> None:
    pack = planted(
        suggestion("lime", "lawn", when={"lawn.pale": "yes"}), rule("never", exclude=LIME)
    )
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


WALLS = {
    "site.walls": {
        "label": "Walls",
        "ask": "Is there a wall?",
        "answer": "yes_no",
        "each": "side",
        "normal": "no",
        "safety": "yes",
    }
}


@pytest.mark.parametrize(
    ("walls", "missing"),
    [
        ({"left": "no"}, {"site.walls.right"}),
        ({}, {"site.walls"}),
        ({"both": "no"}, set()),
    ],
)
def test_a_safety_fact_per_side_is_listed_for_the_sides_that_are_missing(
    walls: dict[str, str], missing: set[str]
) -> None:
    plan = drawn(planted(LAWN, facts=WALLS), {"site.walls": walls} if walls else {})
    assert {one.about for one in plan.unanswered_safety if "walls" in one.about} == missing


@pytest.mark.parametrize(
    "answer",
    [
        {"both": "unknown"},
        {"left": "unknown", "right": "unknown"},
        "unknown",
    ],
)
def test_unknown_is_never_taken_for_no_though_nothing_else_is_to_report(answer: object) -> None:
    no = rule("no", when={"either_side": {"site.walls": "yes"}}, exclude=LIME)
    plan = drawn(
        planted(LAWN, no, facts=WALLS), {"site": "nothing_to_report", "site.walls": answer}
    )
    assert plan.items[0].status == "on_hold"
    assert "site.walls" in {one.about for one in plan.unanswered_safety}
