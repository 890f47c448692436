"""`poise test`: features run from the command line, and what they exercise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from wounds import FEATURE, write_feature, write_pack

from commands import Cli
from poise import loading
from poise.gherkin.runner import DONE, USAGE


@pytest.fixture
def pack(tmp_path: Path) -> str:
    write_feature(tmp_path / "features", FEATURE)
    return str(write_pack(tmp_path / "rules"))


def test_coverage_is_told_after_the_scenarios(cli: Cli, pack: str) -> None:
    ran = cli("test", "--rules", pack, "--coverage")
    assert ran.code == DONE
    assert "find.dry: wound.exudate: dry\n    never false; never unknown\n" in ran.out


def test_as_json_it_stands_alone(cli: Cli, pack: str) -> None:
    ran = cli("test", "--rules", pack, "--coverage", "--format", "json")
    (found,) = json.loads(ran.out)
    assert found["pack"] == "wound-dressings"
    assert found["total"]["rules"]["of"] == 19
    gaps = [gap for one in found["files"] for gap in one["gaps"]]
    assert {"never false", "never unknown"} == {
        word for gap in gaps if gap["test"] == "wound.exudate: dry" for word in gap["lacking"]
    }
    assert "1 passed" in ran.err


def test_it_goes_to_a_file(cli: Cli, pack: str, tmp_path: Path) -> None:
    ran = cli("test", "--rules", pack, "--coverage", "--output", str(tmp_path / "told.txt"))
    told = (tmp_path / "told.txt").read_text(encoding="utf-8")
    assert told.startswith("wound-dressings: every rule")
    assert told in ran.out


def test_forms_are_those_of_the_report(cli: Cli, pack: str) -> None:
    ran = cli("test", "--rules", pack, "--format", "json")
    assert (ran.code, ran.err) == (USAGE, "poise: --format and --output go with --coverage\n")


def test_the_pack_is_loaded_once(cli: Cli, pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    def counted(path: Path | None) -> object:
        loaded.append(path)
        return read(path)

    read = loading.read
    monkeypatch.setattr(loading, "read", counted)
    assert cli("test", "--rules", pack).code == DONE
    assert len(loaded) == 1
