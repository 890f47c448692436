"""What an edit decides otherwise, over every assessment there can be: small packs, one edit."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from commands import Cli
from gardens import GARDEN, rule, suggestion

pytest.importorskip("z3")

FEED = suggestion("feed", "lawn", name="feed", when={"lawn.pale": "yes"})


@pytest.fixture
def beds(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of the garden without its rules."""
    found = tmp_path / "old", tmp_path / "new"
    for one in found:
        shutil.copytree(GARDEN, one, ignore=shutil.ignore_patterns("rules"))
    return found


def decided(cli: Cli, beds: tuple[Path, Path], old: list[Any], new: list[Any]) -> Any:
    for bed, rules in zip(beds, (old, new), strict=True):
        (bed / "rules.yaml").write_text(json.dumps({"rules": rules}), encoding="utf-8")
    return differ(cli, beds)


def differ(cli: Cli, beds: tuple[Path, Path]) -> Any:
    ran = cli("diff", *map(str, beds), "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)["decisions"]


def answered(shown: Any) -> dict[str, Any]:
    return {key: one for key, one in shown["assessment"].items() if key != "date"}


def dry(at_least: str, **verbs: Any) -> dict[str, Any]:
    return rule("dry", when={"soil.dryness": {"at_least": at_least}}, **verbs)


def test_a_threshold_one_level_on_is_found_with_that_very_level(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    always = suggestion("feed", "lawn")
    found = decided(
        cli,
        beds,
        [always, dry("slight", exclude={"product": "feed"})],
        [always, dry("marked", exclude={"product": "feed"})],
    )
    (change,) = found["changes"]
    assert (change["ids"], change["verdict"]) == (["dry"], "differs")
    first = change["shown"][0]
    assert answered(first) == {"soil.dryness": "slight"}
    (item,) = first["plan"]["items"]
    assert (item["before"], item["after"]) == ("excluded", "suggested")
    assert item["was_because"] == "Rule dry (dry)"


@pytest.mark.parametrize(
    "when",
    [
        {"none_of": [{"lawn.pale": "no"}]},
        {"any_of": [{"lawn.pale": "yes"}, {"all_of": [{"lawn.pale": "yes"}]}]},
        {"lawn.pale": {"not": "no"}},
    ],
)
def test_a_rule_that_is_written_otherwise_and_means_the_same_is_proved(
    cli: Cli, beds: tuple[Path, Path], when: Any
) -> None:
    found = decided(cli, beds, [FEED], [FEED | {"when": when}])
    assert [one["verdict"] for one in found["changes"]] == ["same"]
    assert found["same"]
    told = cli("diff", *map(str, beds)).out
    assert "No assessment can tell the two packs apart: proved." in told


def test_a_rule_by_another_name_cannot_be_told(cli: Cli, beds: tuple[Path, Path]) -> None:
    found = decided(cli, beds, [FEED], [FEED | {"id": "feed_now"}])
    assert {one["verdict"] for one in found["changes"]} == {"same"}
    assert found["same"]


def test_only_words(cli: Cli, beds: tuple[Path, Path]) -> None:
    found = decided(cli, beds, [FEED], [FEED | {"title": "Feed it", "because": "It is pale."}])
    assert [one["verdict"] for one in found["changes"]] == ["words"]
    assert "The words differ, no decision does." in cli("diff", *map(str, beds)).out


def test_a_rule_that_another_masks_leaves_only_a_reason(cli: Cli, beds: tuple[Path, Path]) -> None:
    never = rule("never", exclude={"product": "feed"})
    also = rule("also", when={"soil.dryness": {"at_least": "slight"}}, avoid={"product": "feed"})
    found = decided(cli, beds, [FEED, never, also], [FEED, never])
    (change,) = found["changes"]
    assert (change["ids"], change["verdict"]) == (["also"], "reasons")
    assert not found["same"]
    assert change["shown"][0]["plan"]["items"] == []
    assert change["shown"][0]["plan"]["reasons"]
    told = cli("diff", *map(str, beds)).out
    assert "Nothing stands otherwise on any assessment: proved." in told


def test_two_changes_are_told_apart(cli: Cli, beds: tuple[Path, Path]) -> None:
    dry_now = dry("slight", exclude={"product": "feed"})
    see = rule("see", when={"lawn.pale": "yes"}, refer={"to": "a gardener"})
    found = decided(cli, beds, [FEED], [FEED, dry_now, see])
    changes = {one["ids"][0]: one for one in found["changes"]}
    assert set(changes) == {"dry", "see"}
    assert not any(one["shown"][0]["together_with"] for one in changes.values())
    (shown,) = changes["see"]["shown"]
    assert answered(shown) == {"lawn.pale": "yes", "soil.dryness": "none"}, "the other is silent"
    assert [one["label"] for one in shown["plan"]["referrals"]] == ["a gardener"]


def test_what_another_change_moves_is_not_told_of_this_one(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    """With the frost not known the referral may be made: felt wherever the other change moves."""

    def frost(urgency: str) -> dict[str, Any]:
        return rule(
            "cold", when={"site.frost": "yes"}, refer={"to": "a gardener", "urgency": urgency}
        )

    always = suggestion("feed", "lawn")
    found = decided(
        cli,
        beds,
        [always, dry("slight", exclude={"product": "feed"}), frost("soon")],
        [always, dry("marked", exclude={"product": "feed"}), frost("routine")],
    )
    told = {tuple(one["ids"]): one for one in found["changes"]}
    assert all(one["plan"]["items"] for one in told["dry",]["shown"])
    (only,) = told["cold",]["shown"]
    assert answered(only) == {"site.frost": "yes"}
    assert only["plan"]["items"] == []
    assert [one["label"] for one in only["plan"]["referrals"]] == ["a gardener"]


def test_changes_that_move_something_only_together_are_told_so(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    """Two exclusions of the same: only where both are gone can the lawn be fed."""
    always = suggestion("feed", "lawn")
    twice = [rule(name, exclude={"product": "feed"}) for name in ("first", "second")]
    found = decided(cli, beds, [always, *twice], [always])
    assert {one["verdict"] for one in found["changes"]} == {"differs"}
    for one in found["changes"]:
        shown = one["shown"][0]
        (item,) = shown["plan"]["items"]
        assert (item["before"], item["after"]) == ("excluded", "suggested")
        assert {*one["ids"], *shown["together_with"]} == {"first", "second"}


def ordered(first: str, then: str) -> dict[str, Any]:
    steps = [{"product": product, "area": "lawn"} for product in (first, then)]
    return rule("order", sequence={"order": steps, "gap": "2 weeks"})


def test_another_order_is_shown_where_both_steps_stand_on_one_plan(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    mulch = suggestion("mulch", "lawn", name="mulch", when={"soil.dryness": "severe"})
    both = [FEED, mulch]
    found = decided(cli, beds, [*both, ordered("feed", "mulch")], [*both, ordered("mulch", "feed")])
    (change,) = found["changes"]
    (shown,) = change["shown"]
    assert {one["label"] for one in shown["plan"]["sessions"]} == {"Feed, lawn", "Mulch, lawn"}


def test_another_order_of_what_never_stands_on_one_plan_changes_nothing(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    """Nobody can ask for two things in one area at once that no rule suggests; and what is
    recorded keeps its distance only where a step has a gap."""
    steps = [{"product": "feed", "area": "lawn"}, {"product": "mulch", "area": "lawn"}]
    found = decided(
        cli,
        beds,
        [FEED, rule("order", sequence={"order": steps})],
        [FEED, rule("order", sequence={"order": steps[::-1]})],
    )
    assert [one["verdict"] for one in found["changes"]] == ["reasons"]


def test_a_session_of_fewer_is_shown_with_just_as_many_as_it_holds_no_more(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    def at_most(count: int) -> dict[str, Any]:
        return rule("limit", per_session={"items": "everything", "at_most": count})

    areas = ("lawn", "border")
    fed = [suggestion("feed", area, name=area, when={"lawn.pale": "yes"}) for area in areas]
    found = decided(cli, beds, [*fed, at_most(2)], [*fed, at_most(1)])
    (change,) = found["changes"]
    (shown,) = change["shown"]
    assert len(shown["plan"]["sessions"]) == 1


def test_until_when_is_a_decision(cli: Cli, beds: tuple[Path, Path]) -> None:
    def wait(until: str) -> dict[str, Any]:
        return dry("slight", defer={"items": {"product": "feed"}, "until": until})

    always = suggestion("feed", "lawn")
    (change,) = decided(cli, beds, [always, wait("it rains")], [always, wait("it snows")])[
        "changes"
    ]
    assert change["verdict"] == "differs"
    (until,) = change["shown"][0]["plan"]["until"]
    assert (until["before"], until["after"]) == ("until it rains", "until it snows")


def test_what_only_one_pack_can_read_is_said(cli: Cli, beds: tuple[Path, Path]) -> None:
    more = {"facts": {"lawn.moles": {"label": "Moles", "ask": "Moles?", "answer": "yes_no"}}}
    (beds[1] / "vocabulary" / "moles.yaml").write_text(json.dumps(more), encoding="utf-8")
    moles = rule("moles", when={"lawn.moles": "yes"}, exclude={"product": "feed"})
    found = decided(cli, beds, [suggestion("feed", "lawn")], [suggestion("feed", "lawn"), moles])
    (change,) = found["changes"]
    assert change["verdict"] == "differs"
    first = change["shown"][0]
    assert answered(first) == {}, "what the old pack cannot read is not said"
    assert (first["plan"]["items"][0]["before"], first["plan"]["items"][0]["after"]) == (
        "suggested",
        "on hold",
    )
    assert found["apart"] == ["Only the new pack can read answers to: lawn.moles."]


def test_without_the_solver_the_rest_is_told(
    cli: Cli, beds: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for bed, title in zip(beds, ("One", "Other"), strict=True):
        written = {"rules": [FEED | {"title": title}]}
        (bed / "rules.yaml").write_text(json.dumps(written), encoding="utf-8")
    assert cli("diff", *map(str, beds), "--quick").err == ""
    for name in [
        one for one in sys.modules if one.startswith(("z3", "poise.solver", "poise.diff"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    ran = cli("diff", *map(str, beds))
    assert ran.code == 0
    assert "title: One -> Other" in ran.out
    assert "pip install 'poise[solver]'" in ran.err
    assert len(ran.err.splitlines()) == 1


def ceiling(name: str, at_most: float, over: str = "caution") -> dict[str, Any]:
    most = {"items": {"product": "feed"}, "at_most": at_most, "unit": "L", "within": "1 month"}
    return rule(name, ceiling=most | {"over": over})


def test_a_ceiling_by_another_name_cannot_be_told(cli: Cli, beds: tuple[Path, Path]) -> None:
    found = decided(cli, beds, [FEED, ceiling("most", 4)], [FEED, ceiling("limit", 4)])
    assert {one["verdict"] for one in found["changes"]} == {"same"}


def test_a_lower_ceiling_is_shown_between_both(cli: Cli, beds: tuple[Path, Path]) -> None:
    found = decided(cli, beds, [FEED, ceiling("most", 4)], [FEED, ceiling("most", 3)])
    (change,) = found["changes"]
    (spread,) = change["shown"][0]["assessment"]["history.spread"]
    assert 3 <= spread["amount"] < 4
    (item,) = change["shown"][0]["plan"]["items"]
    assert (item["before"], item["after"]) == ("suggested", "suggested with caution")


def test_what_is_required_is_shown_where_something_may_be_treated(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    def ticked(*facts: str) -> dict[str, Any]:
        return rule("list", require={"that": dict.fromkeys(facts, "known"), "before": "treatment"})

    never = dry("slight", exclude={"product": "feed"})
    found = decided(
        cli,
        beds,
        [FEED, never, ticked("soil.dryness", "site.light")],
        [FEED, never, ticked("soil.dryness")],
    )
    (change,) = found["changes"]
    assert (change["ids"], change["verdict"]) == (["list"], "differs")
    assert answered(change["shown"][0]) == {"soil.dryness": "none"}
    (line,) = change["shown"][0]["plan"]["checklist"]
    assert (line["before"], line["after"]) == ("asked for, not known", "asked for, met")


def edit(bed: Path, name: str, before: str, after: str) -> None:
    path = bed / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_one_of_two_rules_that_do_the_same_may_go(cli: Cli, beds: tuple[Path, Path]) -> None:
    never, too = (rule(name, exclude={"product": "feed"}) for name in ("never", "too"))
    (change,) = decided(cli, beds, [FEED, never, too], [FEED, never])["changes"]
    assert (change["verdict"], change["done_by"]) == ("same", ["never"])
    told = cli("diff", *map(str, beds)).out
    assert "=> No assessment can tell the two apart: proved. The same is done by never." in told


def test_a_label_entry_that_goes_is_seen_on_the_plan(cli: Cli, beds: tuple[Path, Path]) -> None:
    edit(beds[1], "products/feed.yaml", "{area: lawn, source: label_nl}", "{area: hedge}")
    found = decided(cli, beds, [FEED], [FEED])
    (change,) = found["changes"]
    assert (change["what"], change["ids"], change["verdict"]) == ("card", ["feed"], "differs")
    first = change["shown"][0]
    assert answered(first) == {"setting.country": "NL"}
    assert [(one["before"], one["after"]) for one in first["plan"]["labels"]] == [
        ("labelled", "off label")
    ]
    assert not found["same"]


def test_a_level_between_two_others_changes_nothing_that_both_can_say(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    between = "[none, slight, some, moderate,"
    edit(beds[1], "vocabulary/site.yaml", "[none, slight, moderate,", between)
    rules = [suggestion("feed", "lawn"), dry("moderate", exclude={"product": "feed"})]
    found = decided(cli, beds, rules, rules)
    (change,) = found["changes"]
    assert (change["what"], change["verdict"]) == ("scale", "same")
    only = "Only the new pack can read as an answer to {}: some."
    assert only.format("soil.dryness") in found["apart"]
    told = cli("diff", *map(str, beds)).out
    assert "=> No assessment that both packs can read can tell the two apart: proved." in told
    assert not found["same"]


def test_of_many_answers_those_come_first_on_which_the_change_rests(
    cli: Cli, beds: tuple[Path, Path]
) -> None:
    checks = [
        rule(f"{fact}.ask", when={fact: "yes"}, exclude={"product": "feed"})
        for fact in ("site.frost", "sign.one", "sign.two", "sign.three", "sign.four", "lawn.pale")
    ]
    rules = [suggestion("feed", "lawn"), *checks]
    warn = {"caution": {"items": {"product": "feed"}, "say": "Water it."}}
    found = decided(cli, beds, [*rules, dry("slight", **warn)], [*rules, dry("marked", **warn)])
    (change,) = found["changes"]
    first, *rest = change["shown"][0]["answers"]
    assert (first["fact"], first["read"]) == ("soil.dryness", True)
    assert {one["read"] for one in rest} == {False}
    assert len(rest) == len(checks)
    told = cli("diff", *map(str, beds)).out
    assert "=> the smallest assessment that shows it: Dryness: slight\n" in told
    page = cli("diff", *map(str, beds), "--format", "markdown").out
    assert "<details><summary>and 6 further answers" not in page, "few are shown at once"


def test_numbers_are_as_round_as_they_may_be(cli: Cli, beds: tuple[Path, Path]) -> None:
    def sour(below: float) -> dict[str, Any]:
        return rule("sour", when={"soil.acidity": {"below": below}}, exclude={"product": "feed"})

    found = decided(cli, beds, [FEED, sour(5.3)], [FEED, sour(4.7)])
    assert found["changes"][0]["shown"][0]["assessment"]["soil.acidity"] == 5


def test_in_markdown_many_answers_are_folded(cli: Cli, beds: tuple[Path, Path]) -> None:
    facts = [f"weeds.cover.{area}" for area in ("lawn", "orchard", "hedge", "border")]
    facts += ["hedge.gaps.left", "hedge.gaps.right", "soil.dryness"]
    severe = [
        rule(f"{fact}.ask", when={fact: "severe"}, exclude={"product": "feed"}) for fact in facts
    ]
    signs = ("site.frost", "sign.one", "sign.two", "sign.three", "sign.four", "lawn.pale")
    yes = [rule(f"{fact}.ask", when={fact: "yes"}, exclude={"product": "feed"}) for fact in signs]
    rules = [suggestion("feed", "lawn"), *severe, *yes]
    warn = {"caution": {"items": {"product": "feed"}, "say": "Water it."}}
    decided(cli, beds, [*rules, dry("slight", **warn)], [*rules, dry("marked", **warn)])
    page = cli("diff", *map(str, beds), "--format", "markdown").out
    shown, folded = page.split("<details><summary>and 12 further answers, ")
    assert "| Dryness | " in shown
    assert "| Frost | no |" in folded.split("</details>")[0]
    assert "\nThe two plans:\n\n| item | before | after |\n" in page
