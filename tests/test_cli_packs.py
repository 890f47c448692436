"""The command line: what is told of packs, how they are kept, and their schemas."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import poise
from commands import PALE, Cli
from gardens import GARDEN, REPOSITORY
from poise.cli import COMMANDS, kept, main
from poise.cli.watching import saves
from poise.linked import Linked
from poise.loading import read
from poise.problems import Problem

# --- check -----------------------------------------------------------------------------------


def test_check_of_a_sound_pack(cli: Cli) -> None:
    ran = cli.on_garden("check")
    assert (ran.code, ran.err) == (0, "")
    head, _, summary, pack = ran.out.splitlines()
    assert "the pack has no features" in head
    assert (summary, pack.partition(":")[0]) == ("1 notice", "garden 1.2.0")


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
    assert target.read_text(encoding="utf-8").startswith("notice: ")


# --- schema ----------------------------------------------------------------------------------


@pytest.mark.parametrize("about", ["assessment", "rules", "plan"])
def test_a_schema_is_json_schema(cli: Cli, about: str) -> None:
    ran = cli.on_garden("schema", about)
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(ran.out))


def test_the_plans_schema_accepts_a_plan(cli: Cli) -> None:
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


REFUSED = "rules:\n  - {id: r, title: R, exclude: {product: feed}}\n"
EDITS: dict[str, Callable[[Path], object]] = {
    "a warning": lambda pack: (pack / "rules" / "more.yaml").write_text(WARNING),
    "an error": lambda pack: (pack / "rules" / "more.yaml").write_text(ERROR),
    "the warning again": lambda pack: (pack / "rules" / "more.yaml").write_text(WARNING),
    "a file in capitals": lambda pack: (pack / "rules" / "NEW.YAML").write_text(REFUSED),
    "it says less": lambda pack: (pack / "rules" / "NEW.YAML").write_text("rules: []\n"),
    "a hidden file": lambda pack: (pack / "rules" / ".more.yaml").write_text(ERROR),
    "a file of features": lambda pack: (pack / "features" / "case.yaml").write_text("lawn.pael: 1"),
    "a link to a folder": lambda pack: (pack / "linked").symlink_to(pack / "rules"),
    "it is gone": lambda pack: (pack / "linked").unlink(),
    "a link that leads out": lambda pack: (pack / "out.yaml").symlink_to(pack.parent / "out.yaml"),
    "where it leads": lambda pack: (pack.parent / "out.yaml").write_text(REFUSED),
    "that is gone": lambda pack: (pack / "out.yaml").unlink(),
    "the rules are gone": lambda pack: (pack / "rules" / "more.yaml").unlink(),
}


def test_a_check_tells_of_a_kept_pack_what_it_tells_afresh(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = bad_pack(cli, tmp_path, "rules: []")
    (Path(pack) / "features").mkdir(exist_ok=True)
    told = set()
    for name, edit in EDITS.items():
        edit(Path(pack))
        kept = [cli("check", "--quick", "--rules", pack) for _ in range(2)]
        with monkeypatch.context() as keeping_nothing:
            keeping_nothing.setenv("POISE_KEEP", "no")
            assert kept == [cli("check", "--quick", "--rules", pack)] * 2, name
        told.add(kept[0])
    assert len(told) >= 6


def test_a_check_of_what_did_not_change_reads_nothing(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = bad_pack(cli, tmp_path, WARNING)
    told = cli("check", "--quick", "--rules", pack)
    monkeypatch.setattr(kept, "read", None)
    assert cli("check", "--quick", "--rules", pack) == told
    assert "sequence-dropped" in told.out


def test_what_was_written_while_it_was_read_is_not_kept(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = bad_pack(cli, tmp_path, "rules: []")

    def read_late(path: str | None) -> tuple[Linked | None, tuple[Problem, ...]]:
        """Somebody saves a file after we looked at it, and before it is read."""
        bad_pack(cli, tmp_path, WARNING)
        return read(path)

    with monkeypatch.context() as saving:
        saving.setattr(kept, "read", read_late)
        assert "sequence-dropped" in cli("check", "--quick", "--rules", pack).out
    bad_pack(cli, tmp_path, "rules: []")
    assert cli("check", "--quick", "--rules", pack).out.startswith("no problems")


def test_nothing_is_kept_where_it_is_not_wanted(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POISE_KEEP", "no")
    assert cli.on_garden("plan", cli.file(PALE)).code == 0
    assert not (tmp_path / "cache").exists()


# --- watching --------------------------------------------------------------------------------


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Children can be interrupted, even where whoever started the tests ignores interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_check_looks_again_at_every_save_until_it_is_interrupted(tmp_path: Path) -> None:
    pack = shutil.copytree(GARDEN, tmp_path / "garden")
    command = [sys.executable, "-m", "poise", "check", "--quick", "--watch", "--rules", str(pack)]
    environment = {**os.environ, "PYTHONPATH": str(Path(poise.__file__).parents[1])}
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, encoding="utf-8", env=environment
        ) as running,
        contextlib.ExitStack() as whatever_happens,
    ):
        whatever_happens.callback(running.kill)
        assert running.stdout is not None
        first = list(itertools.takewhile(lambda line: not line.startswith("-- "), running.stdout))
        (pack / "areas" / "lawn.yaml").write_text("area: [", encoding="utf-8")
        second = list(itertools.takewhile(lambda line: not line.startswith("-- "), running.stdout))
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 0
    assert first[0] == "no problems\n"
    assert "lawn.yaml:" in second[0]


def test_watching_sees_every_file_that_is_read_and_the_pack_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter(range(5))
    monkeypatch.setattr("poise.cli.watching.time.sleep", lambda _: next(looks))
    below = shutil.copytree(GARDEN, tmp_path / "garden")
    own = tmp_path / "own"
    own.mkdir()
    head = "id: own\ntitle: Own\nversion: 1.0.0\nlanguage: 1\nextends: ../garden\n"
    (own / "pack.yaml").write_text(head, encoding="utf-8")
    saved = saves(own)
    next(saved)
    for file in (below / "areas" / "lawn.yaml", own / "more.YAML", own / "pack.yaml"):
        with file.open("a", encoding="utf-8") as opened:
            opened.write("# more\n")
        next(saved)


# --- the hook --------------------------------------------------------------------------------


def test_the_hooks_run_commands_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["poise-check", "poise-test"]
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert program == "poise"
        assert command in COMMANDS
        assert hook["pass_filenames"] is False
        with pytest.raises(SystemExit) as asked:
            main([command, *options, "--help"])
        assert asked.value.code == 0
    capsys.readouterr()
