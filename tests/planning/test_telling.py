"""What a plan tells beside its items: findings, considerations, conflicts, referrals and more."""

from __future__ import annotations

from typing import Any

import pytest

import poise
from gardens import drawn, item, planted, rule, suggestion

LIME = {"product": "lime"}
LAWN = suggestion("lime", "lawn")


# --- findings --------------------------------------------------------------------------------

MODERATE = rule("m", when={"sign.one": "yes"}, conclude={"ground.hunger": "moderate"})
SEVERE = rule("s", when={"sign.two": "yes"}, conclude={"ground.hunger": "severe"})


@pytest.mark.parametrize(
    ("one", "two", "value", "holds"),
    [
        ("yes", "no", "moderate", "surely"),
        ("yes", "yes", "severe", "surely"),
        ("yes", "unknown", "at least moderate, perhaps up to severe", "surely"),
        ("no", "unknown", "not known yet, perhaps up to severe", "perhaps"),
        ("no", "no", None, None),
    ],
)
def test_a_grade_is_told_at_least_and_perhaps_up_to(
    one: str, two: str, value: str | None, holds: str | None
) -> None:
    plan = drawn(planted(MODERATE, SEVERE), {"sign.one": one, "sign.two": two})
    found = [(one.value, one.holds) for one in plan.findings]
    assert found == ([] if value is None else [(value, holds)])


def test_several_findings_of_one_may_hold() -> None:
    pack = planted(
        rule("d", conclude={"ground.troubles": "dust"}),
        rule("m", when={"sign.one": "yes"}, conclude={"ground.troubles": "mud"}),
    )
    assert [one.value for one in drawn(pack).findings] == ["dust, others open"]
    assert [one.value for one in drawn(pack, {"sign.one": "yes"}).findings] == ["dust, mud"]


def test_a_finding_per_side_names_its_side_and_its_rules() -> None:
    gappy = rule("g", each="side", when={"hedge.gaps": "severe"}, conclude={"hedge.thin": "yes"})
    plan = drawn(planted(gappy), {"hedge.gaps": {"left": "none", "right": "severe"}})
    (found,) = plan.findings
    assert (found.id, found.label) == ("hedge.thin.right", "Thin hedge (right)")
    assert [(one.rule, one.where) for one in found.arguments] == [("g", ("right",))]


def test_findings_stand_in_the_packs_groups() -> None:
    pack = planted(
        rule("p", conclude={"hedge.thin.left": "yes"}),
        rule("g", conclude={"ground.wanting": "yes"}),
    )
    assert [one.group for one in drawn(pack).findings] == ["ground", "plants"]


# --- considerations, expectations ------------------------------------------------------------


@pytest.mark.parametrize(("answer", "count"), [("yes", 1), ("no", 0), ("unknown", 0)])
def test_a_consideration_is_in_force_where_its_rule_surely_holds(answer: str, count: int) -> None:
    pack = planted(rule("c", when={"sign.one": "yes"}, consider="Mind the worms."))
    assert len(drawn(pack, {"sign.one": answer}).considerations) == count


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_a_consideration_per_side_is_told_once_whichever_side_it_is(side: str) -> None:
    pack = planted(rule("c", each="side", when={"hedge.gaps": "severe"}, consider="Mind the gap."))
    gaps = {"left": "none", "right": "none"} | {side: "severe"}
    plan = drawn(pack, {"hedge.gaps": {"both": "severe"} if side == "both" else gaps})
    assert [one.text for one in plan.considerations] == ["Mind the gap."]


def test_what_to_expect_is_told_for_the_items_it_speaks_of() -> None:
    pack = planted(LAWN, rule("e", expect={"items": LIME, "say": "It is dusty."}))
    plan = drawn(pack)
    assert [(one.text, one.items) for one in plan.expectations] == [
        ("It is dusty.", ("lime/lawn",))
    ]
    assert item(plan, "lime/lawn").expectations == ("It is dusty.",)


def test_an_expectation_is_told_once_for_every_item_it_speaks_of() -> None:
    say = {"items": LIME, "say": "It is dusty."}
    pack = planted(
        suggestion("lime", ["lawn", "orchard"]),
        suggestion("mulch", "lawn"),
        rule("e", each="area", when={"weeds.cover": "severe"}, expect=say),
        rule("f", expect={"items": {"product": "mulch"}, "say": "It is dusty."}),
    )
    plan = drawn(pack, {"weeds.cover": {"elsewhere": "severe"}})
    (found,) = plan.expectations
    assert set(found.items) == {"lime/lawn", "lime/orchard", "mulch/lawn"}


def test_nothing_is_to_be_expected_of_what_is_excluded() -> None:
    expect = rule("e", expect={"items": LIME, "say": "It is dusty."})
    assert drawn(planted(LAWN, expect, rule("no", exclude=LIME))).expectations == ()


# --- goals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goals", "conflicts"),
    [
        (["tidy", "wild"], [("tidy", "wild")]),
        (["wild", "green", "tidy"], [("tidy", "wild")]),
        (["tidy", "green"], []),
        ([], []),
    ],
)
def test_goals_that_pull_against_each_other_are_told_once(
    goals: list[str], conflicts: list[tuple[str, str]]
) -> None:
    plan = drawn(planted(LAWN), goals=goals)
    assert [one.goals for one in plan.conflicts] == conflicts


# --- referrals -------------------------------------------------------------------------------


def referral(to: str, urgency: str) -> dict[str, Any]:
    return {"refer": {"to": to, "urgency": urgency}}


@pytest.mark.parametrize(("answer", "count"), [("yes", 1), ("no", 0), ("unknown", 0)])
def test_a_referral_is_told_where_its_rule_surely_holds(answer: str, count: int) -> None:
    pack = planted(rule("r", when={"sign.one": "yes"}, **referral("a botanist", "soon")))
    assert len(drawn(pack, {"sign.one": answer}).referrals) == count


def test_referrals_to_the_same_are_one_at_the_most_urgent_with_every_reason() -> None:
    pack = planted(
        rule("a", **referral("a botanist", "routine"), evidence="trial"),
        rule("b", **referral("a botanist", "urgent"), evidence="G1"),
        rule("c", **referral("a botanist", "soon"), evidence="trial"),
    )
    (found,) = drawn(pack).referrals
    assert (found.urgency, found.rule) == ("urgent", "b")
    assert found.title == "Rule b; Rule c; Rule a"
    assert found.evidence == ("G1", "trial")


def test_referrals_to_others_stay_apart_most_urgent_first() -> None:
    pack = planted(
        rule("a", **referral("an arborist", "routine")),
        rule("b", **referral("a botanist", "urgent")),
        rule("c", **referral("a chemist", "soon")),
    )
    told = [(one.to, one.urgency) for one in drawn(pack).referrals]
    assert told == [("a botanist", "urgent"), ("a chemist", "soon"), ("an arborist", "routine")]


def test_a_referral_is_routine_unless_it_says_so() -> None:
    (found,) = drawn(planted(rule("a", refer={"to": "a botanist"}))).referrals
    assert found.urgency == "routine"


# --- arguments -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strength", "words"),
    [("strong", "We recommend"), ("conditional", "We suggest"), ("option", "may be considered")],
)
def test_words_come_from_strength_and_verb(strength: str, words: str) -> None:
    plan = drawn(planted(LAWN | {"strength": strength}))
    (argument,) = item(plan, "lime/lawn").arguments
    assert words in argument.sentence


@pytest.mark.parametrize("strength", ["strong", "conditional", "option"])
def test_an_exclusion_says_must_not_whatever_its_strength(strength: str) -> None:
    pack = planted(LAWN, rule("no", exclude=LIME, strength=strength))
    (argument,) = (one for one in item(drawn(pack), "lime/lawn").arguments if one.rule == "no")
    assert "must not" in argument.sentence


def test_an_argument_carries_all_that_it_rests_on() -> None:
    no = rule(
        "no",
        when={"soil.acidity": {"above": 8}},
        exclude=LIME | {"area": "lawn"},
        evidence=["trial", "G2"],
        strength="strong",
        certainty="high",
        reason="Tested.",
        because="It is {{ soil.acidity }} already.",
        catalogue="X-1",
    )
    plan = drawn(planted(LAWN, no), {"soil.acidity": 8.5})
    (found,) = (one for one in item(plan, "lime/lawn").arguments if one.rule == "no")
    assert (found.verb, found.strength, found.certainty) == ("exclude", "strong", "high")
    assert found.because == "It is 8.5 pH already."
    assert found.evidence == ("trial", "G2")
    assert found.catalogue == ("X-1",)
    assert len(found.version) == 12
    (test,) = found.tests
    assert (test.fact, test.value, test.unit, test.test, test.result, test.source) == (
        "soil.acidity", "8.5 pH", "pH", "above 8 pH", "true", ("trial",),
    )  # fmt: skip
    (cited,) = (one for one in plan.sources if one.id == "G2")
    assert cited.title.endswith("A garden is looked at again every year.")


def test_a_deferral_tells_the_day_on_which_it_ends() -> None:
    until = {"after": "site.sown", "gap": "6 weeks"}
    wait = rule(
        "wait", when={"site.sown": {"in_last": "6 weeks"}}, defer={"items": LIME, "until": until}
    )
    plan = drawn(planted(LAWN, wait), {"site.sown": "2026-06-01"})
    (found,) = (one for one in item(plan, "lime/lawn").arguments if one.rule == "wait")
    assert found.until == "2026-07-13"


def test_a_deferral_from_a_day_that_nobody_knows_says_which() -> None:
    until = {"after": "site.sown", "gap": "6 weeks"}
    wait = rule("wait", when={"sign.one": "yes"}, defer={"items": LIME, "until": until})
    plan = drawn(planted(LAWN, wait), {"sign.one": "yes"})
    (found,) = (one for one in item(plan, "lime/lawn").arguments if one.rule == "wait")
    assert "site.sown" not in found.until
    assert found.until.startswith("the date is known: ")


def test_an_exclusion_tells_who_could_reopen_it() -> None:
    no = rule("no", exclude={"items": LIME, "reopened_by": "the chemist"})
    (found,) = (
        one for one in item(drawn(planted(LAWN, no)), "lime/lawn").arguments if one.rule == "no"
    )
    assert found.reopened_by == "the chemist"


def test_every_plan_carries_intended_use_and_limitations(garden: poise.RulePack) -> None:
    for plan in (drawn(garden), drawn(garden, {"lawn.pale": "yes"})):
        assert plan.intended_use.startswith("To test the engine.")
        assert plan.limitations == (
            "It knows nothing about gardening.",
            "It was made to be tested.",
        )
        assert plan.pack.sign_off is None
