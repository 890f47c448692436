"""What an edit of a pack changes: in its words, and in given plans."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from commands import PALE, Cli
from gardens import GARDEN

RULES = "rules/suggestions.yaml"


@pytest.fixture
def bed(tmp_path: Path) -> Path:
    """A copy of the garden, to be edited."""
    shutil.copytree(GARDEN, tmp_path / "bed")
    return tmp_path / "bed"


def edit(bed: Path, name: str, before: str, after: str) -> None:
    path = bed / name
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def add(bed: Path, text: str, name: str = "more.yaml") -> None:
    (bed / name).write_text(text, encoding="utf-8")


def patients(tmp_path: Path, **texts: str) -> str:
    folder = tmp_path / "patients"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def differ(cli: Cli, old: Path | str, new: Path | str, *more: str) -> Any:
    ran = cli("diff", str(old), str(new), "--format", "json", *more)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_a_pack_does_not_differ_from_itself(cli: Cli, bed: Path, tmp_path: Path) -> None:
    found = differ(cli, GARDEN, bed, "--assessments", patients(tmp_path, pale=PALE))
    assert (found["says"], found["means"]) == ([], [])
    (plan,) = found["plans"]
    assert not any(plan[name] for name in plan if name not in ("file", "title"))
    ran = cli("diff", str(GARDEN), str(bed))
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == ["No rule says anything else."]


def test_a_field_is_told_with_what_it_said_before(cli: Cli, bed: Path) -> None:
    edit(bed, RULES, "Look at the soil before the plants.", "Look at the soil first.")
    (one,) = differ(cli, GARDEN, bed)["says"]
    assert (one["how"], one["what"]) == ("changed", "rule")
    (field,) = one["fields"]
    assert field == {
        "field": "consider",
        "before": "Look at the soil before the plants.",
        "after": "Look at the soil first.",
    }


def test_what_a_rule_inherits_is_told_as_well(cli: Cli, bed: Path) -> None:
    edit(bed, "pack.yaml", "certainty: low", "certainty: high")
    found = differ(cli, GARDEN, bed)["says"]
    fields = {(one["what"], one["fields"][0]["field"]) for one in found}
    assert fields == {("rule", "certainty")}


def test_rules_and_facts_come_and_go(cli: Cli, bed: Path) -> None:
    add(bed, "rules: [{id: new, title: A new rule, consider: Look twice.}]")
    add(bed, "goals: {calm: {label: A calm garden}}", "vocabulary/calm.yaml")
    there = differ(cli, GARDEN, bed)["says"]
    back = differ(cli, bed, GARDEN)["says"]
    for found, how in ((there, "added"), (back, "gone")):
        assert [(one["how"], one["what"], one["id"]) for one in found] == [
            (how, "rule", "new"),
            (how, "goal", "calm"),
        ]


def test_a_member_that_joins_a_class_is_told_with_the_rules_that_now_mean_it(
    cli: Cli, bed: Path
) -> None:
    add(bed, "{member: horn_meal, of: feed, label: Horn meal}", "products/horn_meal.yaml")
    found = differ(cli, GARDEN, bed)
    assert [(one["what"], one["id"]) for one in found["says"]] == [("member", "horn_meal")]
    assert found["means"]
    text = cli("diff", str(GARDEN), str(bed)).out
    assert "They name this, or a class or group to which it belongs: member horn_meal" in text


def test_plans_are_told_by_what_stands_otherwise(cli: Cli, bed: Path, tmp_path: Path) -> None:
    given = patients(tmp_path, pale=PALE, fine="date: 2026-06-15\nlawn.pale: no\n")
    add(bed, "rules: [{id: no_feed, title: No feed at all, exclude: {product: feed}}]")
    found = {one["file"]: one for one in differ(cli, GARDEN, bed, "--assessments", given)["plans"]}
    (shift,) = [one for one in found["pale.yaml"]["items"] if one["label"].startswith("Feed")]
    assert shift["after"] == "excluded"
    assert shift["before"] != "excluded"
    assert shift["because"] == "No feed at all (no_feed)"
    assert found["fine.yaml"]["items"] == []


def test_questions_referrals_and_candidacy_are_told(cli: Cli, bed: Path, tmp_path: Path) -> None:
    given = patients(tmp_path, pale=PALE)
    add(
        bed,
        "rules:\n"
        "  - {id: wait, title: Wait, defer: {items: everything, until: the spring}}\n"
        "  - {id: ask, title: Ask a gardener, refer: {to: a gardener, urgency: soon}}\n"
        "  - {id: see, title: See, when: {soil.acidity: {below: 5}}, refer: {to: a chemist}}\n",
    )
    (plan,) = differ(cli, GARDEN, bed, "--assessments", given)["plans"]
    assert plan["candidacy"]["after"] == "Not now"
    assert [one["label"] for one in plan["referrals"]] == ["a gardener"]
    assert "What is the acidity?" in plan["asks_now"]


def test_an_assessment_that_one_pack_refuses_is_told(cli: Cli, bed: Path, tmp_path: Path) -> None:
    add(
        bed,
        "facts: {lawn.moles: {label: Moles, ask: Are there moles?, answer: yes_no}}",
        "vocabulary/moles.yaml",
    )
    given = patients(tmp_path, moles=f"{PALE}lawn.moles: yes\n")
    (plan,) = differ(cli, GARDEN, bed, "--assessments", given)["plans"]
    assert plan["refused"].startswith("the old pack cannot read it: ")


def test_markdown_is_made_for_a_pull_request(cli: Cli, bed: Path, tmp_path: Path) -> None:
    given = patients(tmp_path, pale=PALE)
    edit(bed, RULES, "Look at the soil before the plants.", "Look at the soil | first.")
    add(bed, "rules: [{id: no_feed, title: No feed at all, exclude: {product: feed}}]")
    told = cli(*("diff", str(GARDEN), str(bed), "--assessments", given, "--format", "markdown")).out
    assert told.startswith("# garden 1.2.0")
    assert "\n## Rules changed\n" in told
    assert (
        "| consider | Look at the soil before the plants. | Look at the soil \\| first. |" in told
    )
    assert "\n## Rules added\n\n### no\\_feed: No feed at all\n" in told
    assert "\n## Plans that change\n\n### pale.yaml: A pale lawn\n" in told
    assert "\n\n\n" not in told


def test_a_pack_that_does_not_load_ends_with_one(cli: Cli, bed: Path) -> None:
    add(bed, "rules: [{id: r, title: R, when: {lawn.pael: yes}, exclude: everything}]")
    ran = cli("diff", str(GARDEN), str(bed))
    assert (ran.code, ran.out) == (1, "")
    assert f"poise: '{bed}' does not load" in ran.err
    assert "did you mean 'lawn.pale'?" in ran.err


def test_assessments_that_are_not_there_are_a_slip_of_usage(cli: Cli, tmp_path: Path) -> None:
    ran = cli("diff", str(GARDEN), str(GARDEN), "--assessments", str(tmp_path / "none"))
    assert ran.code == 2


def test_a_revision_of_git_stands_for_a_folder(
    cli: Cli, bed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*arguments: str) -> None:
        told = ("-c", "user.name=A. Example", "-c", "user.email=a@example.org")
        subprocess.run(["git", *told, *arguments], cwd=bed.parent, check=True, capture_output=True)

    git("init", "-q")
    git("add", "bed")
    git("commit", "-q", "-m", "before")
    edit(bed, RULES, "Look at the soil before the plants.", "Look at the soil first.")
    monkeypatch.chdir(bed.parent)
    (one,) = differ(cli, "HEAD:bed", "bed")["says"]
    assert one["fields"][0]["after"] == "Look at the soil first."
    ran = cli("diff", "no-such-revision:bed", "bed")
    assert ran.code == 1
    assert "git: " in ran.err


def test_a_proof_that_promises_less_is_told(cli: Cli, bed: Path) -> None:
    proof = "{{id: p, title: Never fed, items: {{product: feed}}, never_better_than: {}}}"
    add(bed, f"proofs: [{proof.format('excluded')}]", "proofs.yaml")
    weaker = bed.parent / "weaker"
    shutil.copytree(bed, weaker)
    add(weaker, f"proofs: [{proof.format('deferred')}]", "proofs.yaml")
    (one,) = differ(cli, bed, weaker)["says"]
    assert (one["how"], one["what"], one["id"]) == ("changed", "proof", "p")
    assert one["fields"] == [
        {"field": "never_better_than", "before": "excluded", "after": "deferred"}
    ]
    told = cli("diff", str(weaker), str(GARDEN)).out
    assert "Proofs: 1 gone." in told
    assert "\nProofs that are gone\n  p: Never fed" in told


def test_a_rule_in_a_members_own_file_is_told(cli: Cli, bed: Path, tmp_path: Path) -> None:
    shutil.copytree(bed, tmp_path / "more")
    member = "{{member: horn_meal, of: feed, label: Horn meal, rules: [{}]}}"
    rule = "{id: horn, title: Horn, consider: Look.}"
    add(bed, member.format(""), "products/horn_meal.yaml")
    add(tmp_path / "more", member.format(rule), "products/horn_meal.yaml")
    (one,) = differ(cli, bed, tmp_path / "more")["says"]
    assert (one["how"], one["what"], one["id"]) == ("added", "rule", "horn")
