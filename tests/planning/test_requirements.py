"""Requirements: each line met, unmet or unknown, and what they hold."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import drawn, item, planted, rule, suggestion
from poise.plan import Requirement

LIME = {"product": "lime"}
LAWN = suggestion("lime", "lawn")


def needed(that: dict[str, Any], answers: dict[str, Any]) -> Requirement:
    """The requirement of what is suggested."""
    pack = planted(LAWN, rule("need", require={"items": LIME, "that": that}))
    (found,) = drawn(pack, answers).requirements
    return found


@pytest.mark.parametrize(
    ("answer", "expected"), [("yes", "met"), ("no", "unmet"), ("unknown", "unknown")]
)
def test_a_line_is_met_unmet_or_unknown(answer: str, expected: str) -> None:
    found = needed({"sign.one": "yes"}, {"sign.one": answer})
    assert [line.status for line in found.lines] == [expected]
    assert found.status == expected


def test_each_line_is_told_by_itself_and_an_unmet_one_decides() -> None:
    that = {"sign.one": "yes", "sign.two": "yes", "sign.three": "yes"}
    found = needed(that, {"sign.one": "yes", "sign.two": "no"})
    told = {line.text.partition(":")[0]: line.status for line in found.lines}
    assert told == {"First sign": "met", "Second sign": "unmet", "Third sign": "unknown"}
    assert found.status == "unmet"


def test_an_unknown_line_says_what_has_to_be_answered() -> None:
    found = needed({"pond.fish_count": {"at_most": 3}}, {})
    assert found.lines[0].asks == ("pond.present",)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"soil.acidity": 5}, "met"),
        ({"soil.acidity": "unknown"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_known_is_true_once_answered(answers: dict[str, Any], expected: str) -> None:
    assert needed({"soil.acidity": "known"}, answers).status == expected


def test_known_is_true_of_records_that_were_given_even_if_there_are_none() -> None:
    that = {"history.spread": "known"}
    assert needed(that, {"history.spread": []}).status == "met"
    assert needed(that, {}).status == "unknown"


@pytest.mark.parametrize("test", ["known", "yes", "no", {"not": "yes"}])
def test_a_line_whose_fact_surely_does_not_apply_is_met(test: Any) -> None:
    assert needed({"pond.fish": test}, {"pond.present": "no"}).status == "met"


def test_a_line_whose_fact_may_not_apply_is_unknown() -> None:
    assert needed({"pond.fish": "known"}, {}).status == "unknown"
    assert needed({"pond.fish": "no"}, {}).status == "unknown"


def test_lines_within_any_of_are_met_where_one_does_not_apply() -> None:
    that = {"any_of": [{"pond.fish": "yes"}, {"sign.one": "yes"}]}
    assert needed(that, {"pond.present": "no", "sign.one": "no"}).status == "met"


def test_a_requirement_that_is_met_holds_nothing_and_is_still_told() -> None:
    pack = planted(LAWN, rule("need", require={"items": LIME, "that": {"sign.one": "yes"}}))
    plan = drawn(pack, {"sign.one": "yes"})
    assert item(plan, "lime/lawn").status == "advised"
    assert [one.status for one in plan.requirements] == ["met"]


def test_a_requirement_of_nothing_on_the_plan_is_not_told() -> None:
    need = {"items": {"product": "mulch"}, "that": {"sign.one": "yes"}}
    assert drawn(planted(LAWN, rule("need", require=need))).requirements == ()


def test_a_requirement_of_what_is_excluded_is_not_told() -> None:
    need = rule("need", require={"items": LIME, "that": {"sign.one": "yes"}})
    assert drawn(planted(LAWN, need, rule("no", exclude=LIME))).requirements == ()


def test_a_requirement_says_before_what_it_must_be_in_place() -> None:
    assert needed({"sign.one": "yes"}, {}).before == "Lime"


# --- the checklist ---------------------------------------------------------------------------


def test_a_checklist_line_stands_before_treatment() -> None:
    pack = planted(LAWN, rule("c", require={"before": "treatment", "that": {"sign.one": "known"}}))
    (found,) = drawn(pack).requirements
    assert (found.before, found.status) == ("treatment", "unknown")


def test_a_line_to_tick_by_hand_is_never_met_by_the_plan() -> None:
    pack = planted(LAWN, rule("c", require={"before": "treatment", "note": "Gloves are worn"}))
    plan = drawn(pack)
    (found,) = plan.requirements
    assert [(line.text, line.status) for line in found.lines] == [("Gloves are worn", "by_hand")]
    assert not plan.ready


def test_a_checklist_may_speak_of_some_items_only() -> None:
    need = {"before": "treatment", "that": {"sign.one": "yes"}}
    lime = rule("lime", require=need | {"items": LIME})
    mulch = rule("mulch", require=need | {"items": {"product": "mulch"}})
    plan = drawn(planted(LAWN, lime, mulch), {"sign.one": "no"})
    assert [one.rule for one in plan.requirements] == ["lime"]


def test_a_checklist_of_other_items_does_not_keep_the_plan_from_being_ready() -> None:
    need = {"items": {"product": "mulch"}, "before": "treatment", "that": {"sign.one": "yes"}}
    assert drawn(planted(LAWN, rule("mulch", require=need)), {"sign.one": "no"}).ready


def test_the_checklist_is_told_first() -> None:
    pack = planted(
        LAWN,
        rule("a", require={"items": LIME, "that": {"sign.one": "yes"}}),
        rule("z", require={"before": "treatment", "that": {"sign.two": "yes"}}),
    )
    assert [one.rule for one in drawn(pack).requirements] == ["z", "a"]


def test_a_rule_that_does_not_hold_requires_nothing() -> None:
    need = {"before": "treatment", "that": {"sign.one": "yes"}}
    pack = planted(LAWN, rule("c", when={"sign.two": "yes"}, require=need))
    assert drawn(pack, {"sign.two": "no"}).requirements == ()
    assert len(drawn(pack).requirements) == 1, "and one that may hold is told"
