"""Features of a pack run with no Python beside them, and what they show reads like sentences."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_bdd.parser import Step
from wounds import FEATURE, write_feature, write_pack

from poise.gherkin.packs import features_of, pack_of
from poise.gherkin.rehearsal import rehearse
from poise.gherkin.runner import DONE, FAILED, USAGE, run

Ran = Callable[..., tuple[int, str]]

FAILING = """
  Scenario: A wish that is not met
    Given the patient wishes for less pain
    When the plan is drawn up
    Then a hydrogel is excluded for the heel

  Scenario: A step that nobody knows
    When the plan is drawn out

  Scenario: A plan that nobody drew up
    Then the plan is ready

  Scenario: A name that is misspelt
    Given Exudat is dry
"""


@pytest.fixture
def ran(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ran:
    """Write a pack with one feature beside it, and run it."""

    def run_it(feature: str, *extra: str, rules: str = "") -> tuple[int, str]:
        pack = write_pack(tmp_path / "rules", rules=rules)
        write_feature(tmp_path / "features", feature)
        capsys.readouterr()
        code = run([], pack, extra=extra)
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return run_it


def test_a_pack_of_another_field(ran: Ran) -> None:
    code, shown = ran(FEATURE)
    assert code == DONE
    assert "1 passed" in shown
    assert "features/dressings.feature" in shown


def test_the_summary_names_rules_that_no_scenario_exercises(ran: Ran) -> None:
    _, shown = ran(FEATURE)
    assert "wound-dressings: 11 of 19 rules fire in a scenario" in shown
    assert "never seen to fire:" in shown
    assert "  iodine.never: No iodine in an allergy to it" in shown
    assert "never seen open, though they rest on a safety answer:" in shown


def test_lines_and_thresholds_are_told_where_they_are_asked_for(ran: Ran) -> None:
    _, without = ran(FEATURE)
    assert "edges" not in without
    _, shown = ran(FEATURE, "--poise-coverage")
    assert "wound-dressings: every rule" in shown
    assert re.search(r"rules/all.yaml:5:12: find.dry: wound.exudate: dry\n +never false", shown)
    assert "never seen to fire:" not in shown


def test_a_part_of_the_scenarios_tells_of_the_rules_that_turn_in_it(ran: Ran) -> None:
    moist = FEATURE.partition("\n")[2].replace("A dry wound", "A moist wound")
    moist = moist.replace("| Exudate | dry ", "| Exudate | moist ").partition("    Then")[0]
    _, shown = ran(FEATURE + moist + FAILING, "--poise-coverage", "-k", "wound")
    assert "wound-dressings: the rules that these scenarios are about" in shown
    assert "gel.moisten: bed.dry: yes\n    never unknown\n" in shown
    assert "iodine.never" not in shown


def test_workers_join_what_they_have_seen(ran: Ran) -> None:
    alone = ran(FEATURE, "--poise-coverage")[1].partition("wound-dressings: every rule")[2]
    _, shown = ran(FEATURE, "--poise-coverage", "-p", "xdist", "-n", "1")
    assert alone.splitlines()[:12] == shown.partition("every rule")[2].splitlines()[:12]
    assert len(alone.splitlines()) > 12


def test_a_part_of_the_scenarios_is_no_measure(ran: Ran) -> None:
    _, shown = ran(FEATURE + FAILING, "-k", "dry")
    assert "11 of 19" in shown
    assert "never seen" not in shown


def test_a_part_of_the_files_is_no_measure(ran: Ran, tmp_path: Path) -> None:
    other = "Feature: Another\n\n  Scenario: Nothing\n    When the plan is drawn up\n"
    write_feature(tmp_path / "features", other, "other.feature")
    _, whole = ran(FEATURE)
    assert "never seen" in whole
    _, part = ran(FEATURE, f"--ignore={tmp_path}/features/other.feature")
    assert "11 of 19" in part
    assert "never seen" not in part


def test_a_file_of_which_no_plan_comes_is_a_part_of_the_whole(ran: Ran, tmp_path: Path) -> None:
    refused = """Feature: Refused
  Scenario: No such answer
    Given Exudate is soaked
    When the plan is drawn up
    Then the assessment is refused because "soaked"
"""
    write_feature(tmp_path / "features", refused, "refused.feature")
    _, shown = ran(FEATURE)
    assert "2 passed" in shown
    assert "never seen to fire:" in shown


def test_failures_read_like_sentences(ran: Ran) -> None:
    code, shown = ran(FEATURE + FAILING)
    assert code == FAILED
    assert "4 failed, 1 passed" in shown
    assert re.search(r"features/dressings.feature:\d+: A wish that is not met", shown)
    assert ">   Then a hydrogel is excluded for the heel" in shown
    assert "expected: hydrogel for the heel to be excluded" in shown
    assert "the plan: it" in shown or "the plan: Hydrogel, heel:" in shown
    assert "no step reads 'the plan is drawn out'" in shown
    assert "When the plan is drawn up" in shown
    assert "there is no plan yet" in shown
    assert "did you mean 'exudate'?" in shown


def test_failures_show_no_python(ran: Ran) -> None:
    _, shown = ran(FEATURE + FAILING)
    for noise in ("Traceback", ".py:", "StepError", "self.", "def "):
        assert noise not in shown


def test_one_scenario_by_its_name(ran: Ran, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "rules")
    write_feature(tmp_path / "features", FEATURE + FAILING)
    assert run([f"{tmp_path}/features/dressings.feature::A dry wound"], pack) == DONE


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        (FEATURE + "\n  Scenario: A dry wound\n    When the plan is drawn up\n",
         "2 scenarios are called 'A dry wound'"),
        ("Feature: Nothing\n", "the feature has no scenario"),
        ("Scenario: Lost\n  Given nothing\n", "dressings.feature:1:"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_run(ran: Ran, feature: str, said: str) -> None:
    code, shown = ran(feature)
    assert code == USAGE
    assert said in shown
    assert "Traceback" not in shown


def test_outlines_rules_and_backgrounds(ran: Ran) -> None:
    code, shown = ran(
        """\
Feature: Dressings
  Background:
    Given an assessment
    And Earlier dressings are none

  Rule: A dry wound is moistened
    Scenario Outline: <exudate>
      Given Exudate is <exudate>
      When the plan is drawn up
      Then the finding Dry wound bed is <dry>

      Examples:
        | exudate | dry |
        | dry     | yes |
        | moist   | no  |
"""
    )
    assert code == DONE, shown
    assert "2 passed" in shown


class Keeper:
    """Looks after every plan that steps draw up, without keeping it."""

    def __init__(self) -> None:
        self.plans: list[weakref.ref[object]] = []
        self.left = -1

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest, step: Step) -> None:
        if step.type == "when":
            self.plans.append(weakref.ref(request.getfixturevalue("poise_outcome").plan))

    def pytest_sessionfinish(self) -> None:
        gc.collect()
        self.left = sum(one() is not None for one in self.plans)


def test_plans_are_let_go_with_their_scenario(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "rules")
    again = FEATURE.partition("\n")[2].replace("A dry wound", "The same")
    write_feature(tmp_path / "features", FEATURE + again)
    keeper = Keeper()
    assert run([], pack, listeners=(keeper,)) == DONE
    assert (len(keeper.plans), keeper.left) == (2, 0)


def test_tags_choose_scenarios_and_need_no_declaration(ran: Ran) -> None:
    tagged = FEATURE.replace("  Scenario: A dry", "  @SR-01\n  Scenario: A dry") + FAILING
    code, shown = ran(tagged, "--strict-markers", "-m", "SR-01", "-W", "error")
    assert code == DONE, shown
    assert "1 passed, 4 deselected" in shown


def test_a_pack_with_problems_tells_them_once(ran: Ran) -> None:
    code, shown = ran(FEATURE, rules="rules:\n  - {id: bad, title: Bad, when: {wound.deep: dry}}\n")
    assert code == FAILED
    assert shown.count("wound.deep") == 1


def test_where_there_is_nothing_to_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path / "rules")
    assert run([], pack) == USAGE
    assert "no features stand beside the pack 'wound-dressings'" in capsys.readouterr().err
    assert run([tmp_path / "gone"], pack) == USAGE
    assert "there is no" in capsys.readouterr().err


def test_which_pack_a_feature_belongs_to(tmp_path: Path) -> None:
    beside = write_feature(tmp_path / "a" / "features", FEATURE)
    assert pack_of(beside) is None
    assert pack_of(beside) != write_pack(tmp_path / "a" / "rules")
    assert pack_of(beside) == tmp_path / "a" / "rules"
    only = write_feature(tmp_path / "b" / "features" / "deeper", FEATURE)
    assert pack_of(only) != write_pack(tmp_path / "b" / "wounds")
    assert pack_of(only) == tmp_path / "b" / "wounds"
    inside = write_feature(write_pack(tmp_path / "c") / "features", FEATURE)
    assert pack_of(inside) == tmp_path / "c"


def test_where_the_features_of_a_pack_stand(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "rules")
    assert features_of(pack, "") is None
    write_feature(tmp_path / "features", FEATURE)
    assert features_of(pack, "") == tmp_path / "features"
    write_feature(pack / "features", FEATURE)
    assert features_of(pack, "") == pack / "features"
    write_feature(pack / "specs", FEATURE)
    assert features_of(pack, "specs") == pack / "specs"
    assert features_of(pack, "gone") is None


def test_a_rehearsal_answers_which_scenarios_exercise_a_rule(tmp_path: Path) -> None:
    write_pack(tmp_path / "rules")
    feature = write_feature(tmp_path / "features", FEATURE)
    coverage = rehearse([feature])["wound-dressings"]
    assert coverage.seen["gel.moisten"] == {"fires": ["dressings.feature::A dry wound"]}
    assert coverage.seen["wet.avoid"] == {"does not fire": ["dressings.feature::A dry wound"]}
    assert "consent" not in coverage.expected["does not fire"]
    assert coverage.expected["open"] == ["iodine.never"]


def test_what_several_processes_saw_is_joined(tmp_path: Path) -> None:
    from poise.gherkin.coverage import Coverage

    write_pack(tmp_path / "rules")
    feature = write_feature(tmp_path / "features", FEATURE)
    here = rehearse([feature])["wound-dressings"]
    there = Coverage(**here.as_data() | {"seen": {"wet.avoid": {"fires": ["another"]}}})
    assert "wet.avoid" in here.missing("fires")
    here.join(there)
    assert "wet.avoid" not in here.missing("fires")
