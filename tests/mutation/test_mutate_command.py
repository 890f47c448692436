"""`poise mutate`: what it prints, how it ends, and what it refuses."""

from __future__ import annotations

from pathlib import Path

from lawns import FEATURE, write_lawns

from commands import Cli

FALSE = """
  Scenario: What the pack does not say
    Given soil.dryness is severe
    When the plan is drawn up
    Then nothing is suggested
"""


def test_a_table_and_the_survivors_in_place(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path)
    ran = cli("mutate", str(pack), "--only", "weeds.look")
    assert ran.code == 0
    assert ran.out.splitlines()[0].split() == [
        "mutants",
        "killed",
        "survived",
        "equivalent",
        "stillborn",
        "score",
    ]
    where = f"{pack}/lawns.yaml:22:23: weeds.look: value, also 'half_shade'\n"
    shown = "  - - site.light: sun\n  + - site.light: [sun, half_shade]\n"
    assert where + shown in ran.out
    assert "no scenario reaches it" in ran.out


def test_markdown_reads_as_a_table(cli: Cli, tmp_path: Path) -> None:
    ran = cli("mutate", str(write_lawns(tmp_path)), "--only", "lawn.feed", "--format", "markdown")
    assert "| file | mutants | killed |" in ran.out
    assert "```diff" in ran.out
    assert "  - Feed, border: not on the plan" in ran.out


def test_a_threshold_that_is_not_reached_ends_with_1(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path)
    only = ("mutate", str(pack), "--only", "lawn.feed", "--at-least")
    assert cli(*only, "10").code == 0
    ran = cli(*only, "95")
    assert ran.code == 1
    assert ran.err == "poise: 54.5 % is below 95 %\n"


def test_a_scenario_that_does_not_hold_is_refused(cli: Cli, tmp_path: Path) -> None:
    ran = cli("mutate", str(write_lawns(tmp_path, FEATURE + FALSE)))
    assert ran.code == 1
    assert "a scenario does not hold of the pack as it stands" in ran.err
    assert "What the pack does not say: expected: nothing to be suggested" in ran.err


def test_nothing_to_test_is_wrong_use(cli: Cli, tmp_path: Path) -> None:
    pack = write_lawns(tmp_path)
    ran = cli("mutate", str(pack), "--only", "weeds.lok")
    assert (ran.code, ran.out) == (2, "")
    assert "no active rule of the pack is 'weeds.lok'" in ran.err


def test_a_pack_that_does_not_load_is_told(cli: Cli, tmp_path: Path) -> None:
    ran = cli("mutate", str(write_lawns(tmp_path, rules="rules: []\nmore: []\n")))
    assert ran.code == 1
    assert "nothing was loaded" in ran.err
