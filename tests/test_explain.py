"""Why, and why not: the whole trace of a decision, and what kept another from being made."""

from __future__ import annotations

from typing import Any

import pytest

import poise
from gardens import assessed, planted, rule, suggestion
from poise.explain.asking import undecided
from poise.explain.why import UnknownItem, Why, facts, why
from poise.explain.why_not import RuleMiss, WhyNot
from poise.report.explanations import why_lines, why_not_lines

PALE = {"lawn.pale": "yes", "soil.dryness": "severe", "hedge.gaps": {"both": "marked"}}
LIME = {"product": "lime"}


def explained(pack: poise.RulePack, answers: dict[str, Any], item: str | None = None) -> Why:
    return why(pack, pack.read_assessment(assessed(answers)), item)


def missed(pack: poise.RulePack, answers: dict[str, Any] | None = None, **about: Any) -> WhyNot:
    return pack.why_not(assessed(answers), **about)


# --- why -------------------------------------------------------------------------------------


def test_the_chain_reaches_the_findings_that_rules_rest_on_and_those_they_rest_on(
    garden: poise.RulePack,
) -> None:
    found = explained(garden, PALE, "feed/lawn")
    assert [one.id for one in found.findings] == ["ground.hunger", "ground.wanting"]
    read = {name for one in found.findings for arg in one.arguments for name in facts(arg.tests)}
    assert "soil.dryness" in read, "down to what was recorded"


def test_an_item_is_explained_without_what_it_does_not_rest_on(garden: poise.RulePack) -> None:
    found = explained(garden, PALE, "mulch/hedge")
    assert [one.id for one in found.items] == ["mulch/hedge"]
    assert {one.id for one in found.findings} == {"hedge.thin.left", "hedge.thin.right"}


def test_without_an_item_everything_is_explained(garden: poise.RulePack) -> None:
    found = explained(garden, PALE)
    assert {one.id for one in found.items} == {"feed/lawn", "mulch/hedge"}
    assert {one.id for one in found.findings} == {
        "ground.hunger", "ground.wanting", "hedge.thin.left", "hedge.thin.right",
    }  # fmt: skip


def test_every_source_that_the_chain_cites_is_told(garden: poise.RulePack) -> None:
    found = explained(garden, PALE, "feed/lawn")
    told = {one.id: (one.title, one.kind) for one in found.sources}
    assert told["trial"] == ("A trial of seaweed", "trial")
    assert told["G1"] == ("The handbook: Soil comes before colour.", "article")


def test_every_test_tells_its_value_threshold_and_result(garden: poise.RulePack) -> None:
    found = explained(garden, PALE, "feed/lawn")
    told = "\n".join(why_lines(found))
    assert "✓ Dryness: severe - asked: at least moderate" in told
    assert "✓ Pale lawn: yes - asked: yes" in told
    assert "? Frost: not known - asked: yes" in told


@pytest.mark.parametrize(
    ("answers", "item", "message"),
    [
        (PALE, "feed/lwan", "'feed/lwan' is not on the plan; did you mean 'feed/lawn'?"),
        (PALE, "x", "'x' is not on the plan"),
        ({"lawn.pale": "no"}, "feed/lawn", "'feed/lawn' is not on the plan"),
    ],
)
def test_an_item_that_is_not_on_the_plan_is_answered(
    garden: poise.RulePack, answers: dict[str, Any], item: str, message: str
) -> None:
    with pytest.raises(UnknownItem) as caught:
        explained(garden, answers, item)
    assert message in str(caught.value)


# --- why not: an item ------------------------------------------------------------------------


def rules(found: WhyNot) -> list[str]:
    return [one.rule for one in found.rules]


def failing(miss: RuleMiss) -> dict[str, list[str]]:
    return {
        "false": [one.fact for one in miss.false],
        "unknown": [one.fact for one in miss.unknown],
        "not_applicable": [one.fact for one in miss.not_applicable],
    }


def test_rules_that_would_suggest_it_are_told_nearest_first() -> None:
    pack = planted(
        suggestion("lime", "lawn", name="a", when={"sign.one": "yes", "sign.two": "yes"}),
        suggestion("lime", "lawn", name="b", when={"sign.one": "yes"}),
        suggestion("lime", "lawn", name="c", when={"sign.three": "yes"}),
        suggestion("mulch", "lawn", name="other", when={"sign.one": "yes"}),
    )
    answers = {"sign.one": "no", "sign.two": "no", "sign.three": "unknown"}
    assert rules(missed(pack, answers, item="lime/lawn")) == ["c", "b", "a"]


def test_false_unknown_and_not_applicable_are_told_apart() -> None:
    when = {
        "sign.one": "yes",
        "sign.two": "yes",
        "pond.fish": "yes",
        "soil.acidity": {"above": 5},
    }
    pack = planted(suggestion("lime", "lawn", when=when))
    answers = {"sign.one": "no", "pond.present": "no", "soil.acidity": 6}
    (miss,) = missed(pack, answers, item="lime/lawn").rules
    assert failing(miss) == {
        "false": ["sign.one"],
        "unknown": ["sign.two"],
        "not_applicable": ["pond.fish"],
    }


def test_of_alternatives_the_nearest_is_told() -> None:
    when = {"any_of": [{"sign.one": "yes", "sign.two": "yes"}, {"sign.three": "yes"}]}
    pack = planted(suggestion("lime", "lawn", when=when))
    answers = {"sign.one": "no", "sign.two": "no", "sign.three": "no"}
    (miss,) = missed(pack, answers, item="lime/lawn").rules
    assert failing(miss)["false"] == ["sign.three"]


def test_what_must_not_hold_is_told_as_not() -> None:
    when = {"none_of": [{"sign.one": "yes"}, {"sign.two": "yes"}]}
    pack = planted(suggestion("lime", "lawn", when=when))
    (miss,) = missed(pack, {"sign.one": "yes", "sign.two": "no"}, item="lime/lawn").rules
    assert [(one.fact, one.test, one.result) for one in miss.false] == [
        ("sign.one", "not yes", "false")
    ]


def test_each_side_is_told_by_itself() -> None:
    pack = planted(
        suggestion("lime", "hedge", name="r", each="side", when={"hedge.gaps": "severe"})
    )
    answers = {"hedge.gaps": {"left": "none", "right": "unknown"}}
    told = missed(pack, answers, item="lime/hedge").rules
    assert [one.where for one in told] == ["right", "left"], "what is unknown is nearer"


def test_a_finding_that_fails_leads_to_the_rule_that_could_have_concluded_it(
    garden: poise.RulePack,
) -> None:
    found = missed(garden, {"lawn.pale": "yes", "soil.dryness": "slight"}, item="feed/lawn")
    (miss,) = found.rules
    (wanting,) = miss.rests_on
    (hunger,) = wanting.rests_on
    assert (wanting.rule, hunger.rule) == ("ground.wanting", "ground.dry")
    assert failing(hunger)["false"] == ["soil.dryness"]


def test_an_item_that_is_suggested_and_held_back_names_what_overruled_it() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        rule("no", exclude=LIME),
        rule("careful", caution={"items": LIME, "say": "Careful."}),
    )
    found = missed(pack, item="lime/lawn")
    assert (found.status, found.because) == ("excluded", "It is excluded.")
    assert [one.rule for one in found.overruled_by] == ["no"]
    assert found.rules == ()


STATUS: dict[str, tuple[dict[str, Any], str]] = {
    "advised": ({}, "It is suggested."),
    "cautioned": ({"caution": {"items": LIME, "say": "!"}}, "It is suggested."),
    "on_hold": (
        {"require": {"items": LIME, "that": {"sign.one": "yes"}}},
        "It is held until answers or requirements are in place.",
    ),
    "deferred": ({"defer": {"items": LIME, "until": "later"}}, "It is deferred."),
    "excluded": ({"exclude": LIME}, "It is excluded."),
}


@pytest.mark.parametrize("status", STATUS)
def test_why_not_tells_where_it_stands(status: str) -> None:
    verb, because = STATUS[status]
    against = [rule("r", **verb)] if verb else []
    found = missed(planted(suggestion("lime", "lawn"), *against), item="lime/lawn")
    assert (found.status, found.because) == (status, because)


def test_an_item_that_no_rule_suggests_is_told_so() -> None:
    found = missed(planted(), item="lime/lawn")
    assert (found.status, found.because) == (None, "No rule of the pack suggests it.")


def test_an_item_whose_rules_do_not_hold_has_no_status() -> None:
    pack = planted(suggestion("lime", "lawn", when={"sign.one": "yes"}))
    found = missed(pack, {"sign.one": "no"}, item="lime/lawn")
    assert (found.status, found.because) == (None, "No rule that suggests it surely holds.")


@pytest.mark.parametrize("item", ["lime", "lime/", "lime/lwan", "gravel/lawn", "seaweed/lawn"])
def test_what_is_not_an_item_of_the_pack_is_answered(garden: poise.RulePack, item: str) -> None:
    with pytest.raises(UnknownItem, match=f"'{item}' is not an item of this pack"):
        missed(garden, item=item)


def test_a_misspelt_item_gets_a_hint(garden: poise.RulePack) -> None:
    with pytest.raises(UnknownItem, match="did you mean 'lime/lawn'"):
        missed(garden, item="lime/lwan")


# --- why not: a rule -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "because", "holds"),
    [
        ("yes", "The rule holds.", True),
        ("no", "The rule does not surely hold.", False),
        ("unknown", "The rule does not surely hold.", False),
    ],
)
def test_a_rule_holds_or_tells_what_fails(answer: str, because: str, holds: bool) -> None:
    pack = planted(suggestion("lime", "lawn", name="r", when={"sign.one": "yes"}))
    found = missed(pack, {"sign.one": answer}, rule="r")
    assert (found.because, [one.holds for one in found.rules]) == (because, [holds])


@pytest.mark.parametrize("stage", ["draft", "retired"])
def test_a_rule_that_does_not_run_says_so(stage: str) -> None:
    pack = planted(suggestion("lime", "lawn", name="r") | {"stage": stage})
    assert missed(pack, rule="r").because == f"The rule is {stage}: it does not run."


def test_a_misspelt_rule_gets_a_hint(garden: poise.RulePack) -> None:
    with pytest.raises(UnknownItem, match=r"'frost.wiat' is not a rule; did you mean 'frost.wait'"):
        missed(garden, rule="frost.wiat")


@pytest.mark.parametrize("about", [{"rule": "qqqq"}, {"item": "qqqq"}])
def test_what_resembles_nothing_gets_no_dangling_hint(
    garden: poise.RulePack, about: dict[str, Any]
) -> None:
    with pytest.raises(UnknownItem) as caught:
        missed(garden, **about)
    assert str(caught.value)[-1] not in " ;"


def test_asking_about_nothing_is_answered(garden: poise.RulePack) -> None:
    with pytest.raises(UnknownItem, match="say an item"):
        missed(garden)


def test_why_not_is_told_in_lines_with_marks(garden: poise.RulePack) -> None:
    found = missed(garden, {"lawn.pale": "no"}, item="feed/lawn")
    told = "\n".join(why_not_lines(found))
    assert "✗ false: Pale lawn: no - needed: yes" in told
    assert "? not known: The ground wants something" in told


def test_asking_why_not_changes_nothing_on_the_plan(garden: poise.RulePack) -> None:
    before = garden.plan(assessed(PALE)).canonical_bytes()
    missed(garden, PALE, item="lime/lawn")
    assert garden.plan(assessed(PALE)).canonical_bytes() == before


# --- what is undecided -----------------------------------------------------------------------


def test_an_answer_that_turns_one_option_alone_names_it() -> None:
    hard = rule("hard", when={"sign.one": "yes"}, exclude={"product": "seaweed"})
    rules = planted(suggestion("feed", "lawn"), hard)
    (asked,) = undecided(rules, rules.read_assessment(assessed())).open
    turns = {
        way.answers: [(one.option, one.now, one.then) for one in way.turns] for way in asked.ways
    }
    assert turns == {
        ("yes",): [("seaweed", "on_hold", "excluded")],
        ("no",): [("seaweed", "on_hold", "advised")],
    }
