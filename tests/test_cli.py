"""The command line: what plans and explanations print, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import poise
from commands import ENVIRONMENT, PALE, Cli, run
from gardens import GARDEN, REPOSITORY
from poise.cli import COMMANDS

DEMO = REPOSITORY / "examples" / "assessments" / "demo.yaml"


# --- plan ------------------------------------------------------------------------------------


def test_a_plan_is_printed_and_nothing_else(cli: Cli) -> None:
    ran = cli.on_garden("plan", cli.file(PALE))
    assert (ran.code, ran.err) == (0, "")
    assert "A pale lawn" in ran.out
    assert "Feed, lawn" in ran.out


def test_a_plan_as_json_follows_the_published_keys(cli: Cli) -> None:
    ran = cli.on_garden("plan", cli.file(PALE), "--format", "json")
    plan = json.loads(ran.out)
    assert plan["schema"] == "poise.plan/1"
    assert plan["pack"]["id"] == "garden"
    assert plan["engine"]["agreed"] is True
    assert [one["product"] for one in plan["items"]] == ["feed"]


def test_a_plan_as_markdown_is_one_document(cli: Cli) -> None:
    ran = cli.on_garden("plan", cli.file(PALE), "--format", "markdown")
    assert ran.out.startswith("# A pale lawn\n")


def test_an_assessment_may_be_json_and_nested(cli: Cli) -> None:
    data = {"date": "2026-06-15", "lawn": {"pale": "yes"}, "soil": {"dryness": "marked"}}
    ran = cli.on_garden("plan", cli.file(json.dumps(data), "pale.json"), "--format", "json")
    dotted = cli.on_garden(
        "plan",
        cli.file("{date: 2026-06-15, lawn.pale: yes, soil.dryness: marked}"),
        "--format",
        "json",
    )
    assert (ran.code, ran.out) == (0, dotted.out)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_output_goes_to_a_file_and_not_to_the_terminal(cli: Cli, form: str, tmp_path: Path) -> None:
    given = cli.file(PALE)
    printed = cli.on_garden("plan", given, "--format", form).out
    target = tmp_path / "plan.out"
    ran = cli.on_garden("plan", given, "--format", form, "--output", str(target))
    assert ran == (0, "", "")
    assert target.read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("where", ["missing/plan.txt", "."])
def test_a_place_that_cannot_be_written_is_a_mistake_of_use(
    cli: Cli, where: str, tmp_path: Path
) -> None:
    target = str(tmp_path / where)
    ran = cli.on_garden("plan", cli.file(PALE), "--output", target)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"poise: '{target}': ")
    assert ran.err.count("\n") == 1


def test_a_clinic_file_is_joined_and_the_assessment_wins(cli: Cli) -> None:
    clinic = cli.file("setting: {country: NL}", "clinic.yaml")
    given = cli.file(PALE)
    arguments = ("--clinic", clinic, "--format", "json")
    joined = json.loads(cli.on_garden("plan", given, *arguments).out)
    own = cli.file(PALE + "setting.country: SE\n", "own.yaml")
    wins = json.loads(cli.on_garden("plan", own, *arguments).out)
    assert {one["label_status"] for one in joined["items"][0]["candidates"]} == {"labelled"}
    assert "labelled" not in {one["label_status"] for one in wins["items"][0]["candidates"]}


@pytest.mark.parametrize(
    ("clinic", "told"),
    [
        ("lawn.pale: yes", "clinic.yaml:1:1: forbidden-here"),
        ("[a]", "clinic.yaml:1:1: wrong-kind"),
    ],
)
def test_a_clinic_file_with_a_mistake_is_told(cli: Cli, clinic: str, told: str) -> None:
    path = cli.file(clinic, "clinic.yaml")
    ran = cli.on_garden("plan", cli.file(PALE), "--clinic", path)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err


# --- problems --------------------------------------------------------------------------------

MISTAKES = {
    "an unknown name": ("lawn.pael: yes", "unknown-name"),
    "a wrong level": ("soil.dryness: dry", "unknown-name"),
    "an implausible value": ("soil.acidity: 99", "bad-number"),
    "broken YAML": ("lawn: [", "yaml"),
    "an empty file": (None, "empty-file"),
}


@pytest.mark.parametrize("command", ["plan", "why"])
@pytest.mark.parametrize(("line", "code"), MISTAKES.values(), ids=MISTAKES)
def test_with_a_mistake_nothing_is_planned_and_all_is_told_on_standard_error(
    cli: Cli, command: str, line: str | None, code: str
) -> None:
    path = cli.file("" if line is None else f"date: 2026-06-15\n{line}\n")
    ran = cli.on_garden(command, path)
    assert (ran.code, ran.out) == (1, "")
    assert f"{path}:" in ran.err or line is None
    assert f" {code}: " in ran.err
    assert ran.err.endswith("in the assessment: nothing was planned\n")


def test_every_problem_is_told_and_counted(cli: Cli) -> None:
    ran = cli.on_garden("plan", cli.file("date: 2026-06-15\na.b: 1\nsoil.acidity: x\n"))
    assert ran.err.count(": unknown-name: ") == 1
    assert ran.err.count(": bad-number: ") == 1
    assert ran.err.endswith("2 problems in the assessment: nothing was planned\n")


def test_a_file_that_is_not_there_is_a_problem(cli: Cli, tmp_path: Path) -> None:
    ran = cli.on_garden("plan", str(tmp_path / "none.yaml"))
    assert (ran.code, ran.out) == (1, "")
    assert "missing-file" in ran.err


@pytest.mark.parametrize("command", ["plan", "why", "why-not", "schema"])
def test_a_pack_with_an_error_is_told_and_nothing_is_loaded(
    cli: Cli, command: str, tmp_path: Path
) -> None:
    (tmp_path / "pack").mkdir()
    arguments = {
        "plan": ["plan", cli.file(PALE)],
        "why": ["why", cli.file(PALE)],
        "why-not": ["why-not", cli.file(PALE), "--item", "feed/lawn"],
        "schema": ["schema", "assessment"],
    }[command]
    ran = cli(*arguments, "--rules", str(tmp_path / "pack"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("in the pack: nothing was loaded\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["plant"],
        ["plan"],
        ["plan", "a", "b"],
        ["plan", "a", "--format", "docx"],
        ["plan", "a", "--verbose"],
        ["why-not", "a"],
        ["why-not", "a", "--item", "x", "--rule", "y"],
        ["schema"],
        ["schema", "weather"],
    ],
)
def test_wrong_use_is_exit_code_2_with_the_usage(cli: Cli, arguments: list[str]) -> None:
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: poise")


def test_help_names_every_command(cli: Cli) -> None:
    ran = cli("--help")
    assert ran.code == 0
    begun = {line.split()[0] for line in ran.out.splitlines() if line.startswith("    ")}
    assert set(COMMANDS) <= begun


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(cli: Cli, command: str) -> None:
    ran = cli(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: poise {command}")


def test_the_version(cli: Cli) -> None:
    assert cli("--version") == (0, f"poise {poise.__version__}\n", "")


# --- standard input, and processes -----------------------------------------------------------


def test_a_dash_reads_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PALE.encode())))
    ran = cli.on_garden("plan", "-", "--format", "json")
    assert ran.out == cli.on_garden("plan", cli.file(PALE), "--format", "json").out


@pytest.mark.parametrize("given", [b"", b"date: [", b"\xff\xfe", b"date: 2026-06-15\nx.y: 1\n"])
def test_a_mistake_on_standard_input_is_told_as_such(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, given: bytes
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    ran = cli.on_garden("plan", "-")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("standard input")


def test_a_process_reads_prints_and_exits(tmp_path: Path) -> None:
    ran = run("plan", "-", "--rules", str(GARDEN), stdin=PALE.encode())
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Feed, lawn" in ran.stdout.decode()


def test_a_process_that_fails_prints_nothing_on_standard_output() -> None:
    ran = run("plan", "-", "--rules", str(GARDEN), stdin=b"date: never")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert b"Traceback" not in ran.stderr
    assert b"bad-date" in ran.stderr


def test_a_pipe_that_is_closed_early_is_no_error() -> None:
    command = f"{sys.executable} -m poise plan {DEMO} --format json | head -c 10"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        env=os.environ | ENVIRONMENT,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr, len(ran.stdout)) == (0, b"", 10)


def test_a_terminal_of_few_letters_gets_the_plan_all_the_same() -> None:
    ran = run("plan", str(DEMO), PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"not signed off by a clinician" in ran.stdout


def test_the_engines_disagreeing_is_exit_code_3(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def disagree(*_: object) -> None:
        raise poise.EngineDisagreement(("frost.wait",), Path("case.json"), "frost.wait")

    monkeypatch.setattr("poise.planning.planner.agree", disagree)
    for command in ("plan", "why"):
        ran = cli.on_garden(command, cli.file(PALE))
        assert (ran.code, ran.out) == (3, "")
        assert "'frost.wait'" in ran.err
        assert "case.json" in ran.err


def test_the_pack_is_refused_by_name_before_the_assessment_is_read(cli: Cli) -> None:
    ran = cli("plan", "no-such-file.yaml", "--rules", "no-such-folder")
    assert (ran.code, ran.out) == (1, "")
    assert "no-such-folder" in ran.err
