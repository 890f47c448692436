"""What a pack discloses: which personal data its advice depends on, read off its conditions."""

from __future__ import annotations

from typing import Any

import pytest

import poise
from gardens import planted, rule, suggestion
from poise.disclosure import KINDS, FactUse, uses
from poise.report.attributes import NONE, attributes

AGE: dict[str, Any] = {
    "label": "Age",
    "ask": "How old is it?",
    "number": {"unit": "years", "from": 0, "to": 99},
    "disclosed_as": "date_of_birth",
}
LIME = {"product": "lime"}


def aged(*rules: dict[str, Any], **more: Any) -> poise.RulePack:
    """A garden whose site has an age, with these rules."""
    facts = {"site.age": AGE, **more.pop("facts", {})}
    return planted(suggestion("lime", "lawn"), *rules, facts=facts, **more)


def use_of_age(pack: poise.RulePack) -> FactUse:
    (fact,) = next(one for one in uses(pack) if one.kind == "date_of_birth").facts
    return fact


def read_by(pack: poise.RulePack) -> list[str]:
    return [one.id for one in use_of_age(pack).rules]


OLD = {"site.age": {"at_least": 50}}


@pytest.mark.parametrize(
    "reader",
    [
        rule("r", when=OLD, avoid=LIME),
        rule("r", when={"none_of": [{"any_of": [OLD, {"sign.one": "yes"}]}]}, avoid=LIME),
        rule("r", require={"items": LIME, "that": OLD}),
        rule("r", require={"that": {"site.age": "known"}, "before": "treatment"}),
    ],
)
def test_a_rule_that_reads_a_fact_uses_it(reader: dict[str, Any]) -> None:
    pack = aged(reader)
    assert read_by(pack) == ["r"]
    assert use_of_age(pack).used


def test_a_rule_uses_what_its_measures_are_computed_from() -> None:
    measures = {
        "m.half": {"label": "Half", "formula": "site.age / 2"},
        "m.quarter": {"label": "Quarter", "formula": "m.half / 2"},
        "m.case": {"label": "By case", "cases": [{"when": OLD, "value": "3"}, {"otherwise": "4"}]},
        "m.score": {"label": "Score", "points": [{"when": OLD, "points": "1"}]},
    }
    rules = [
        rule("direct", when={"m.quarter": {"above": 10}}, avoid=LIME),
        rule("score", when={"m.score": {"above": 0}}, avoid=LIME),
        rule(
            "limit",
            ceiling={
                "items": LIME,
                "at_most": "m.case",
                "unit": "sessions",
                "within": "1 year",
                "over": "defer",
            },
        ),
        rule("other", when={"sign.one": "yes"}, avoid=LIME),
    ]
    assert read_by(aged(*rules, measures=measures)) == ["direct", "limit", "score"]


def test_a_rule_that_only_tests_a_finding_does_not_read_the_fact_itself() -> None:
    found = {"soil.old": {"label": "Old", "group": "ground", "answer": "yes_no"}}
    rules = [
        rule("concludes", when=OLD, conclude={"soil.old": "yes"}),
        rule("tests", when={"soil.old": "yes"}, avoid=LIME),
    ]
    assert read_by(aged(*rules, findings=found)) == ["concludes"]


def test_retired_rules_use_nothing() -> None:
    pack = aged(rule("r", when=OLD, avoid=LIME, stage="retired"))
    assert read_by(pack) == []
    assert not use_of_age(pack).used


def test_whether_another_fact_is_asked_is_a_use() -> None:
    asked = {"site.moss": {"label": "Moss", "ask": "Moss?", "answer": "yes_no", "asked_when": OLD}}
    pack = aged(facts=asked)
    assert use_of_age(pack).asks == ("Moss",)
    assert use_of_age(pack).used


def test_every_kind_is_told_in_its_order_used_or_not() -> None:
    assert tuple(one.kind for one in uses(aged())) == KINDS
    assert len(KINDS) == 9


# --- the thirteen attributes -----------------------------------------------------------------


def told(pack: poise.RulePack) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.title: (one.says, one.details) for one in attributes(pack)}


def test_there_are_thirteen_and_what_is_empty_says_so() -> None:
    found = told(aged())
    assert len(found) == 13
    assert found["Funding source"] == (NONE, ())
    assert found["Use of race"] == (NONE, ())
    assert found["Use of date of birth"][0].startswith("not used")


def test_a_use_names_its_facts_and_rules() -> None:
    says, details = told(aged(rule("too.old", when=OLD, avoid=LIME)))["Use of date of birth"]
    assert says == "used"
    assert details == ("Age: 1 rule (too.old)",)


def test_the_default_pack_discloses_what_it_uses(default_pack: poise.RulePack) -> None:
    found = told(default_pack)
    assert found["Developer"][0] == "Poise"
    assert "released 2026-11-22" in found["Release and revision dates"][0]
    for title in ("Use of sex", "Use of date of birth", "Use of health status assessments"):
        assert found[title][0] == "used"
    for title in ("Use of gender identity", "Use of language", "Use of sexual orientation"):
        assert found[title][0] == NONE or found[title][0].startswith("not used"), title
