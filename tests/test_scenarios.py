"""Drafted scenarios: every verb at its least and its twins, each of them true of its pack alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from pytest_bdd.parser import Feature, FeatureParser

import poise
from boats import write_boats
from commands import Cli, run
from poise.drafting.asked import drafts_for, drafts_for_gaps
from poise.drafting.draft import Drafted
from poise.drafting.feature import TAG, feature
from poise.gherkin.failures import StepError
from poise.gherkin.rehearsal import perform
from poise.gherkin.runner import DONE
from poise.gherkin.runner import run as run_features
from poise.gherkin.story import Story
from poise.gherkin.words import Words
from poise.loading import default_folder
from poise.pack import RulePack

NEVER = "never.both"
DEFAULT = ("midface.find_marked", "masseter.relax", "bleeding.disorder_other", "age.minor")
MOVED = {
    "find.old": ("at_least: 50}}\n    conclude", "at_least: 51}}\n    conclude"),
    "find.decay": ("above: 20", "above: 21"),
    "varnish.deck": ("below: 12", "below: 10"),
    "filler.hull": ("{at_least: slight}", "{at_least: deep}"),
    "salt.care": ("[salt, brackish]", "salt"),
    "damp.low": ("at_most: 25", "at_most: 26"),
    "launch.soon": ("in_next: 7 days", "in_next: 8 days"),
    "worm.look": ("count: {at_least: 2}", "count: {at_least: 3}"),
    "varnish.weekly": ("within: 30 days", "within: 29 days"),
    "varnish.most": ("at_most: 3,", "at_most: 4,"),
}
"""For rules with thresholds the words of one, and one step further."""


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pack, with its features beside it."""
    return write_boats(tmp_path_factory.mktemp("boats"))


@pytest.fixture(scope="module")
def drafts(boats: Path) -> Mapping[str, Drafted]:
    """What is drafted of every rule of the pack."""
    pack = poise.load(boats)
    found = drafts_for(pack, boats.parent / "features", pack.rules)
    return {one.rule.id: one for one in found}


def parsed(text: str, folder: Path) -> Feature:
    (folder / "drafted.feature").write_text(text, encoding="utf-8")
    return FeatureParser(str(folder), "drafted.feature").parse()


def failing(text: str, pack: RulePack, features: Path, folder: Path) -> list[str]:
    """The scenarios that a pack does not bear out."""
    found = []
    for name, scenario in parsed(text, folder).scenarios.items():
        try:
            perform(scenario.render({}), Story(Words(pack), features))
        except StepError:
            found.append(name)
    return found


# --- what is drafted -------------------------------------------------------------------------


def test_every_rule_that_can_act_is_drafted(drafts: Mapping[str, Drafted]) -> None:
    assert {rule for rule, one in drafts.items() if not one.drafts} == {NEVER}
    verbs = {verb.word for one in drafts.values() for verb in one.rule.verbs() if one.drafts}
    assert len(verbs) == 16


def test_a_rule_that_can_never_act_is_told_so(drafts: Mapping[str, Drafted]) -> None:
    assert drafts[NEVER].left_out == ("consider: no assessment can make it act: this is proved",)
    assert not any(one.left_out for rule, one in drafts.items() if rule != NEVER)


def test_the_features_pass_as_they_are_written(
    boats: Path, drafts: Mapping[str, Drafted], capsys: pytest.CaptureFixture[str]
) -> None:
    path = boats.parent / "features" / "drafted" / "all.feature"
    path.parent.mkdir()
    path.write_text(feature("All", drafts.values()), encoding="utf-8")
    code = run_features([path], boats)
    shown = capsys.readouterr().out
    path.unlink()
    assert code == DONE, shown
    assert f"{sum(len(one.drafts) for one in drafts.values())} passed" in shown


def test_each_carries_the_tag_that_says_who_has_to_read_it(
    drafts: Mapping[str, Drafted], tmp_path: Path
) -> None:
    found = parsed(feature("All", drafts.values()), tmp_path)
    assert {frozenset(one.tags) for one in found.scenarios.values()} == {
        frozenset((TAG.removeprefix("@"),))
    }
    assert "accepts or corrects" in " ".join((found.description or "").split())


@pytest.mark.parametrize("rule", MOVED)
def test_a_threshold_that_is_moved_fails(
    drafts: Mapping[str, Drafted], rule: str, tmp_path: Path
) -> None:
    moved = write_boats(tmp_path, **dict([MOVED[rule]]))
    text = feature("One", [drafts[rule]])
    assert failing(text, poise.load(moved), tmp_path / "features", tmp_path)


def test_a_twin_says_one_answer_otherwise(drafts: Mapping[str, Drafted]) -> None:
    least, below, unknown = drafts["find.old"].drafts
    assert [one.how for one in (least, below, unknown)] == ["least", "across", "open"]
    assert [step.text for step in least.given[1:]] == ["Age of the wood is 50 years"]
    assert [step.text for step in below.given[1:]] == ["Age of the wood is 49 years"]
    assert [step.text for step in unknown.given[1:]] == ["Age of the wood is not known"]
    assert below.title == "Old boat is absent where age of the wood is 49 years, just below"
    assert "the finding Old boat is open" in unknown.then


def test_a_line_that_decides_nothing_at_first_is_shown_where_it_does(
    drafts: Mapping[str, Drafted],
) -> None:
    alone = [
        {step.text for step in one.given[1:]}
        for one in drafts["find.decay"].drafts
        if one.how in ("least", "here")
    ]
    rot = "Rot on the left is deep"
    assert {rot, "Dampness is 21 %"} in alone
    assert {rot, "Pests is [worm]"} in alone
    assert {rot, "Pests is [beetle]"} in alone


def test_a_reason_and_an_end_are_said_in_the_words_of_the_rule(
    drafts: Mapping[str, Drafted],
) -> None:
    first = drafts["launch.soon"].drafts[0].then
    assert first == (
        'everything is deferred because "Nothing wet before a launch" until "the boat is back"',
        'the plan refers to "the harbour master" soon because "Nothing wet before a launch"',
    )


def test_titles_are_told_apart(drafts: Mapping[str, Drafted]) -> None:
    titles = [draft.title for one in drafts.values() for draft in one.drafts]
    assert len(set(titles)) == len(titles)
    assert "A sound boat is varnished" not in titles


# --- what the features lack ------------------------------------------------------------------


def test_what_is_lacking_is_drafted_and_nothing_else(boats: Path, tmp_path: Path) -> None:
    write_boats(tmp_path)
    pack, features = poise.load(tmp_path / "rules"), tmp_path / "features"
    missing = list(drafts_for_gaps(pack, features))
    assert {one.rule.id for one in missing if one.drafts} >= {"find.old", "launch.soon"}
    (features / "more.feature").write_text(feature("More", missing), encoding="utf-8")
    again = list(drafts_for_gaps(pack, features))
    assert [one.rule.id for one in again if one.drafts] == []


# --- the command -----------------------------------------------------------------------------


def test_the_command_writes_one_feature_for_each_file_of_rules(
    cli: Cli, boats: Path, tmp_path: Path
) -> None:
    ran = cli(
        "scenarios", "find.old", "tar.never", "--rules", str(boats), "--output", str(tmp_path)
    )
    assert (ran.code, ran.out) == (0, "")
    written = sorted(one.name for one in tmp_path.glob("*.feature"))
    assert written == ["rules-findings.feature", "rules-treatments.feature"]


def test_what_cannot_be_drafted_is_told_with_why(cli: Cli, boats: Path) -> None:
    ran = cli("scenarios", NEVER, "--rules", str(boats))
    assert ran.code == 1
    assert ran.out == ""
    assert f"{NEVER}: not drafted: consider: no assessment can make it act" in ran.err


def test_a_rule_that_is_not_there_is_told_with_the_nearest(cli: Cli, boats: Path) -> None:
    ran = cli("scenarios", "find.cold", "--rules", str(boats))
    assert ran.code == 2
    assert "'find.cold' is no active rule" in ran.err
    assert "did you mean 'find.old'?" in ran.err


def test_the_same_bytes_whatever_the_order_of_sets(boats: Path) -> None:
    one, other = (
        run("scenarios", "find.decay", "tar.never", "--rules", str(boats), PYTHONHASHSEED=seed)
        for seed in ("1", "2")
    )
    assert one.returncode == other.returncode == 0
    assert one.stdout == other.stdout
    assert b"Scenario: " in one.stdout


# --- the default pack ------------------------------------------------------------------------


def test_rules_of_the_default_pack(tmp_path: Path) -> None:
    pack = poise.load()
    features = default_folder().parent / "features"
    found = list(drafts_for(pack, features, [pack.rules_by_id[one] for one in DEFAULT]))
    assert [one.rule.id for one in found if one.drafts] == list(DEFAULT)
    text = feature("Default", found)
    assert failing(text, pack, features, tmp_path) == []
    assert not re.search(r"\d\.\d{4}", text)
