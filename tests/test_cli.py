"""The command line: what each command prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import poise
from gardens import GARDEN, REPOSITORY
from poise.cli import COMMANDS, main

DEMO = REPOSITORY / "examples" / "assessments" / "demo.yaml"
PALE = """\
title: A pale lawn
date: 2026-06-15
lawn.pale: yes
soil.dryness: marked
hedge.gaps: {both: none}
goals: [green]
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Cli:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self._folder = folder

    def file(self, text: str, name: str = "pale.yaml") -> str:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def __call__(self, *arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Ran(code, *self._capsys.readouterr())

    def on_garden(self, command: str, *arguments: str) -> Ran:
        return self(command, *arguments, "--rules", str(GARDEN))


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Commands in a home of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Cli(capsys, tmp_path)


def run(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "poise", *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(Path(poise.__file__).parents[1])} | environment,
        check=False,
        timeout=60,
    )


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
        ["plan", "a", "--format", "pdf"],
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
    assert all(f"    {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(cli: Cli, command: str) -> None:
    ran = cli(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: poise {command}")


def test_the_version(cli: Cli) -> None:
    assert cli("--version") == (0, f"poise {poise.__version__}\n", "")


# --- why, why-not ----------------------------------------------------------------------------


def test_why_shows_the_trace(cli: Cli) -> None:
    ran = cli.on_garden("why", cli.file(PALE), "--item", "feed/lawn")
    assert (ran.code, ran.err) == (0, "")
    assert "✓ Pale lawn: yes - asked: yes" in ran.out
    assert "Findings that this rests on" in ran.out


def test_why_as_json(cli: Cli) -> None:
    ran = cli.on_garden("why", cli.file(PALE), "--item", "feed/lawn", "--format", "json")
    told = json.loads(ran.out)
    assert [one["id"] for one in told["findings"]] == ["ground.hunger", "ground.wanting"]
    assert told["items"][0]["for"] == ["green"]


def test_why_not_shows_what_failed(cli: Cli) -> None:
    ran = cli.on_garden("why-not", cli.file("date: 2026-06-15\n"), "--item", "feed/lawn")
    assert (ran.code, ran.err) == (0, "")
    assert "? not known: Pale lawn" in ran.out


def test_why_not_of_a_rule_as_json(cli: Cli) -> None:
    arguments = ("--rule", "frost.wait", "--format", "json")
    told = json.loads(cli.on_garden("why-not", cli.file(PALE), *arguments).out)
    assert [one["fact"] for one in told["rules"][0]["unknown"]] == ["site.frost"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["why", "--item", "feed/lwan"], "'feed/lwan' is not on the plan; did you mean"),
        (["why-not", "--item", "feed/lwan"], "'feed/lwan' is not an item of this pack; did you"),
        (["why-not", "--rule", "frost"], "'frost' is not a rule"),
    ],
)
def test_an_unknown_item_or_rule_is_a_mistake_of_use(
    cli: Cli, arguments: list[str], told: str
) -> None:
    command, *about = arguments
    ran = cli.on_garden(command, cli.file(PALE), *about)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"poise: {told}")


# --- check -----------------------------------------------------------------------------------


def test_check_of_a_sound_pack(cli: Cli) -> None:
    ran = cli.on_garden("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("no problems\ngarden 1.2.0: ")


def bad_pack(cli: Cli, folder: Path, rules: str) -> str:
    """The garden with other rules."""
    pack = folder / "pack"
    for path in GARDEN.rglob("*.yaml"):
        target = pack / path.relative_to(GARDEN)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (pack / "rules" / "more.yaml").write_text(rules, encoding="utf-8")
    return str(pack)


ERROR = "rules:\n  - {id: r, title: R, when: {lawn.pael: yes}, exclude: everything}\n"
WARNING = """\
rules:
  - id: z
    title: Z
    strength: option
    sequence: {order: [{product: feed}, {product: mulch}]}
"""


@pytest.mark.parametrize(
    ("rules", "strict", "code"),
    [(ERROR, False, 1), (ERROR, True, 1), (WARNING, False, 0), (WARNING, True, 1)],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_warnings_count_as_errors_when_strict(
    cli: Cli, tmp_path: Path, rules: str, strict: bool, code: int, form: str
) -> None:
    pack = bad_pack(cli, tmp_path, rules)
    ran = cli("check", "--rules", pack, "--format", form, *(["--strict"] if strict else []))
    assert (ran.code, ran.err) == (code, "")
    if form == "json":
        assert json.loads(ran.out)["ok"] is (code == 0)


def test_check_tells_place_code_message_and_hint(cli: Cli, tmp_path: Path) -> None:
    pack = bad_pack(cli, tmp_path, ERROR)
    ran = cli("check", "--rules", pack)
    first, hint, summary = ran.out.splitlines()
    assert first.startswith(f"{pack}/rules/more.yaml:2:30: unknown-name: 'lawn.pael' is not")
    assert hint == "    hint: did you mean 'lawn.pale'?"
    assert summary == "1 error: the pack does not load"


def test_check_as_json_lists_every_problem(cli: Cli, tmp_path: Path) -> None:
    pack = bad_pack(cli, tmp_path, ERROR)
    (found,) = json.loads(cli("check", "--rules", pack, "--format", "json").out)["problems"]
    assert (found["line"], found["code"], found["severity"]) == (2, "unknown-name", "error")


def test_check_writes_to_a_file(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "problems.txt"
    assert cli.on_garden("check", "--output", str(target)) == (0, "", "")
    assert target.read_text(encoding="utf-8").startswith("no problems")


# --- schema ----------------------------------------------------------------------------------


@pytest.mark.parametrize("about", ["assessment", "rules", "plan"])
def test_a_schema_is_json_schema(cli: Cli, about: str) -> None:
    from jsonschema import Draft202012Validator

    ran = cli.on_garden("schema", about)
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(ran.out))


def test_the_plans_schema_accepts_a_plan(cli: Cli) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(cli("schema", "plan").out)
    plan = json.loads(cli.on_garden("plan", cli.file(PALE), "--format", "json").out)
    Draft202012Validator(schema).validate(plan)


def test_a_schema_goes_to_a_file(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    assert cli("schema", "plan", "--output", str(target)) == (0, "", "")
    json.loads(target.read_text(encoding="utf-8"))


# --- packs that are kept ---------------------------------------------------------------------


def test_a_pack_that_is_kept_is_read_afresh_when_a_rule_changes(cli: Cli, tmp_path: Path) -> None:
    given = cli.file(PALE)
    arguments = ("plan", given, "--format", "json", "--rules")
    pack = bad_pack(cli, tmp_path, "rules: []")
    first = [json.loads(cli(*arguments, pack).out) for _ in range(2)]
    bad_pack(cli, tmp_path, "rules: [{id: r, title: R, exclude: {product: feed}}]")
    changed = json.loads(cli(*arguments, pack).out)
    assert first[0] == first[1]
    assert [one["items"][0]["status"] for one in first] == ["on_hold", "on_hold"]
    assert changed["items"][0]["status"] == "excluded"


def test_a_kept_pack_that_was_spoilt_is_read_afresh(cli: Cli, tmp_path: Path) -> None:
    given = cli.file(PALE)
    printed = cli.on_garden("plan", given)
    kept = list((tmp_path / "cache").rglob("*.pack"))
    for path in kept:
        path.write_bytes(b"spoilt")
    assert kept
    assert cli.on_garden("plan", given) == printed


def test_nothing_is_kept_where_it_is_not_wanted(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POISE_KEEP", "no")
    assert cli.on_garden("plan", cli.file(PALE)).code == 0
    assert not (tmp_path / "cache").exists()


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
        env=os.environ | {"PYTHONPATH": str(Path(poise.__file__).parents[1])},
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
