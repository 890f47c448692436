"""Which rules fire in a scenario: as a run of the scenarios sees it, and paid for once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from wounds import FEATURE, write_feature, write_pack

import poise
from commands import Cli
from poise.check.exercising import exercise
from poise.gherkin import recounting
from poise.gherkin.rehearsal import rehearse

SOAKED = FEATURE.replace("A dry wound", "A very wet wound").replace(
    "| Exudate | dry ", "| Exudate | very_wet "
)
CLINIC = """\
Feature: Kept by the clinic
  Scenario: Of the clinic
    Given an assessment
    And the clinic file "clinic.yaml"
    When the plan is drawn up
    Then the rule iodine.stock fires
"""
STOCK = """\
rules:
  - id: iodine.stock
    title: Iodine is not in stock
    when: {setting.iodine: no}
    exclude: {product: iodine_gel}
    evidence: W2
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "rules")


def unexercised(folder: Path, kept: set[str] | None = None) -> set[str]:
    return set(exercise(poise.load(folder), folder, set() if kept is None else kept).unexercised)


def test_it_is_what_a_run_of_the_scenarios_never_sees_fire(folder: Path) -> None:
    feature = write_feature(folder.parent / "features", FEATURE)
    write_feature(folder.parent / "features", SOAKED, "wet.feature")
    seen = rehearse([feature.parent])["wound-dressings"]
    assert unexercised(folder) == set(seen.missing("fires"))
    assert "wet.avoid" not in unexercised(folder)
    assert "iodine.never" in unexercised(folder)


def test_what_is_refused_or_does_not_run_exercises_nothing(folder: Path) -> None:
    refused = SOAKED.partition("    Then")[0].replace("| Depth   | {both: deep} |", "| Depth | 7 |")
    refused += '    Then the assessment is refused because "7"\n'
    broken = SOAKED.replace("And the patient wishes", "And the doctor wishes")
    write_feature(folder.parent / "features", FEATURE)
    write_feature(folder.parent / "features", refused, "refused.feature")
    write_feature(folder.parent / "features", broken, "broken.feature")
    write_feature(folder.parent / "features", "Nothing of a feature", "no.feature")
    assert "wet.avoid" in unexercised(folder)


def test_what_fired_is_not_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_feature(folder.parent / "features", FEATURE)
    kept: set[str] = set()
    first = unexercised(folder, kept)
    read: list[str] = []
    recorded = recounting.recorded

    def counted(feature: Path, words: recounting.Words) -> object:
        read.append(feature.name)
        return recorded(feature, words)

    monkeypatch.setattr(recounting, "recorded", counted)
    write_feature(folder.parent / "features", SOAKED, "wet.feature")
    assert unexercised(folder, kept) == first - {"wet.avoid"}
    for rule in sorted(first):  # of the others nothing can be kept
        retired = f"{rule}\n    stage: retired"
        rules = (folder / "rules" / "all.yaml").read_text("utf-8")
        if rule != "wet.avoid":
            rules = rules.replace(f"  - id: {rule}\n", f"  - id: {retired}\n")
        (folder / "rules" / "all.yaml").write_text(rules, encoding="utf-8")
    read.clear()
    assert unexercised(folder, kept) == set()
    assert read == []


@pytest.mark.parametrize(
    ("path", "was", "now"),
    [
        ("rules/rules/all.yaml", "when: {bed.dry: yes}", "when: {bed.dry: no}"),
        ("rules/rules/all.yaml", "when: {wound.exudate: dry}", "when: {wound.exudate: moist}"),
        ("features/dressings.feature", "| Exudate | dry ", "| Exudate | moist "),
    ],
)
def test_an_edit_is_seen(folder: Path, path: str, was: str, now: str) -> None:
    write_feature(folder.parent / "features", FEATURE)
    kept: set[str] = set()
    assert "gel.moisten" not in unexercised(folder, kept)
    file = folder.parent / path
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now), encoding="utf-8")
    assert "gel.moisten" in unexercised(folder, kept)


def test_an_edit_of_a_file_that_a_feature_names_is_seen(folder: Path) -> None:
    feature = """Feature: Named
  Scenario: As in a file
    Given somebody, as in "dry.yaml"
    When the plan is drawn up
    Then the rule find.dry fires
"""
    write_feature(folder.parent / "features", feature)
    named = folder.parent / "features" / "dry.yaml"
    named.write_text("{date: 2026-11-22, wound.exudate: dry}", encoding="utf-8")
    kept: set[str] = set()
    assert "find.dry" not in unexercised(folder, kept)
    named.write_text("{date: 2026-11-22, wound.exudate: moist}", encoding="utf-8")
    assert "find.dry" in unexercised(folder, kept)


def test_what_a_clinic_keeps_counts(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "rules", rules=STOCK)
    fact = "{label: Iodine, ask: Is iodine in stock?, answer: yes_no}"
    text = f"groups: {{setting: {{label: Clinic}}}}\nfacts:\n  setting.iodine: {fact}\n"
    (folder / "vocabulary" / "setting.yaml").write_text(text, encoding="utf-8")
    write_feature(tmp_path / "features", CLINIC)
    (tmp_path / "features" / "clinic.yaml").write_text("setting: {iodine: no}", encoding="utf-8")
    assert "iodine.stock" not in unexercised(folder)


# --- the command -----------------------------------------------------------------------------


def test_a_pack_without_features_is_told_once(cli: Cli, folder: Path) -> None:
    ran = cli("check", "--rules", str(folder))
    assert ran.out.count("unexercised-rule") == 1
    assert "notice: " in ran.out
    (folder.parent / "features").mkdir()
    assert cli("check", "--rules", str(folder)).out == ran.out
    assert "unexercised-rule" not in cli("check", "--rules", str(folder), "--quick").out


def test_a_rule_may_be_allowed_with_a_reason(cli: Cli, folder: Path) -> None:
    write_feature(folder.parent / "features", FEATURE)
    assert "no scenario exercises 'iodine.never'" in cli("check", "--rules", str(folder)).out
    file = folder / "rules" / "all.yaml"
    allow = "    allow: {unexercised-rule: It is tried in another pack.}\n"
    text = file.read_text("utf-8")
    for rule in ("iodine.never", "gel.moisten"):
        text = text.replace(f"  - id: {rule}\n", f"  - id: {rule}\n{allow}")
    file.write_text(text, encoding="utf-8")
    shown = cli("check", "--rules", str(folder)).out
    assert "no scenario exercises 'iodine.never'" not in shown
    assert "'gel.moisten' allows 'unexercised-rule', and nothing breaks it" in shown
    assert "idle-allow" not in cli("check", "--rules", str(folder), "--quick").out


def test_without_the_extra_it_says_so(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_feature(folder.parent / "features", FEATURE)
    monkeypatch.setenv("POISE_KEEP", "no")
    for name in [one for one in sys.modules if one.startswith("pytest_bdd.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "poise.gherkin.recounting")
    monkeypatch.setitem(sys.modules, "pytest_bdd", None)
    ran = cli("check", "--rules", str(folder))
    assert ran.code == 1
    assert ran.err.startswith("poise: without --quick, this needs 'pytest_bdd")
    assert ran.err.endswith("pip install 'poise[test]'\n")
    assert ran.err.count("\n") == 1
