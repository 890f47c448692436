"""What becomes of the mutants of a small pack: each fate, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lawns import DRAFTED, FEATURE, RULES, write_lawns

from commands import Cli, run
from poise import load

THAT_KILLS = """
  Scenario: A sunny lawn is looked at first
    Given site.light is sun
    When the plan is drawn up
    Then feed is suggested with caution for the lawn
"""

ROWS_THAT_SHARE_A_NAME = """
  Scenario Outline: What light there is
    Given site.light is <light>
    When the plan is drawn up
    Then feed is suggested <how> for the lawn

    Examples:
      | light | how             |
      | sun   | with caution    |
      | shade | without caution |
"""


def mutated(cli: Cli, pack: Path, *more: str) -> dict[str, Any]:
    ran = cli("mutate", str(pack), "--jobs", "1", "--format", "json", *more)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def fates(found: dict[str, Any]) -> dict[str, str]:
    return {f"{one['rule']}: {one['after']}": one["fate"] for one in found["mutants"]}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lawns(tmp_path_factory.mktemp("lawns"))


@pytest.fixture(scope="module")
def whole(pack: Path) -> dict[str, Any]:
    """All mutants of the pack."""
    found: dict[str, Any] = json.loads(run("mutate", str(pack), "--format", "json").stdout)
    return found


@pytest.fixture
def told(whole: dict[str, Any]) -> dict[str, str]:
    return fates(whole)


def test_a_threshold_that_scenarios_hold_on_both_sides_is_killed(told: dict[str, str]) -> None:
    assert told["lawn.feed: soil.dryness: {at_least: slight}"] == "killed"
    assert told["lawn.feed: soil.dryness: {at_least: marked}"] == "killed"


def test_a_weaker_verb_is_killed_by_a_scenario_that_wants_the_strong_one(
    told: dict[str, str],
) -> None:
    assert told["frost.wait: defer: {items: {product: feed, area: lawn}, reopened_by: a thaw}"] == (
        "killed"
    )


def test_what_no_scenario_says_survives(told: dict[str, str]) -> None:
    assert told["weeds.look: - site.light: [sun, half_shade]"] == "survived"
    assert told["weeds.look: - soil.dryness: {at_least: severe}"] == "survived"


def test_a_test_that_another_implies_can_go_and_that_is_proved(cli: Cli, tmp_path: Path) -> None:
    """Severe is at least marked: without that line the rule holds in the same assessments."""
    found = mutated(cli, write_lawns(tmp_path), "--only", "weeds.look")
    same = [one for one in found["mutants"] if one["fate"] == "equivalent"]
    assert {one["before"] for one in same} == {"- soil.dryness: {at_least: severe}"}
    assert {one["why"] for one in same} == {"it holds in the same assessments"}


def test_a_change_with_which_the_pack_does_not_load_is_stillborn(cli: Cli, tmp_path: Path) -> None:
    found = mutated(cli, write_lawns(tmp_path), "--only", "lawn.feed")
    (one,) = [one for one in found["mutants"] if one["fate"] == "stillborn"]
    assert one["before"] == "lawn.pale: yes"
    assert "cites 'lawn.pale'" in one["why"]


def test_a_scenario_kills_what_survived_without_it(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path, FEATURE + THAT_KILLS)
    found = mutated(cli, pack, "--only", "weeds.look")
    killed = {one["after"]: one["killed_by"] for one in found["mutants"] if one["killed_by"]}
    assert killed["all_of:"] == "lawns.feature::A sunny lawn is looked at first"


def test_every_row_of_an_outline_counts_whatever_its_title(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path, FEATURE + ROWS_THAT_SHARE_A_NAME)
    found = mutated(cli, pack, "--only", "weeds.look")
    assert fates(found)["weeds.look: all_of:"] == "killed"


def test_a_drafted_scenario_vouches_for_nothing(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path, FEATURE + DRAFTED)
    found = mutated(cli, pack, "--only", "weeds.look")
    assert fates(found)["weeds.look: all_of:"] == "survived"
    assert (found["scenarios"], found["drafted"]) == (4, 1)


def test_survivors_stand_in_place(pack: Path, whole: dict[str, Any]) -> None:
    lines = (pack / "lawns.yaml").read_text(encoding="utf-8").splitlines()
    for one in whole["mutants"]:
        line = lines[one["line"] - 1]
        assert " ".join(line.split()) == one["before"]
        assert line[one["column"] - 1] != " "
        assert one["after"] != one["before"]


def test_each_mutant_says_something_else_of_the_pack(whole: dict[str, Any]) -> None:
    """Two changes that come to the same rule are one mutant."""
    found = whole["mutants"]
    said = [(one["rule"], one["line"], one["column"], one["after"]) for one in found]
    assert len(set(said)) == len(said)


def test_the_same_on_several_processes_and_the_next_time(pack: Path) -> None:
    only = ("mutate", str(pack), "--only", "frost.wait", "--format", "json")
    alone = run(*only, "--jobs", "1", PYTHONHASHSEED="1")
    together = run(*only, "--jobs", "2", PYTHONHASHSEED="2")
    assert b"survived" in alone.stdout
    assert alone.stdout == together.stdout


def test_a_survivor_comes_with_the_smallest_assessment_that_tells_it_apart(
    pack: Path, whole: dict[str, Any]
) -> None:
    """Replayed on a pack with that very change."""
    (one,) = [one for one in whole["mutants"] if one["after"] == "- site.light: [sun, half_shade]"]
    (item,) = one["shown"]["plan"]["items"]
    assert (item["before"], item["after"]) == ("suggested", "suggested with caution")
    shown = one["shown"]["assessment"]
    assert shown["site.light"] == "half_shade"
    old = load(pack)
    assert [each.status for each in old.plan(shown).items] == ["advised"]
    changed = write_lawns(pack.parent / "changed", rules=RULES.replace(one["before"], one["after"]))
    new = load(changed)
    assert [each.status for each in new.plan(shown).items] == ["cautioned"]


def test_only_one_file(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path)
    (pack / "more.yaml").write_text(
        RULES.partition("\n\n")[0].replace("lawn.feed", "lawn.more"), encoding="utf-8"
    )
    found = mutated(cli, pack, "--only", "more.yaml")
    assert {one["rule"] for one in found["mutants"]} == {"lawn.more"}
