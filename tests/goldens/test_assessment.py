"""Every mistake in an assessment is answered where it stands, and nothing is planned."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import poise
from goldens.cases import BASE, Golden, cases, pasted, told


@pytest.fixture(scope="module")
def pack() -> poise.RulePack:
    return poise.load(BASE)


@pytest.mark.parametrize("golden", cases("assessment"), ids=lambda one: one.name)
def test_golden(golden: Golden, tmp_path: Path, pack: poise.RulePack) -> None:
    """`text` is a file's text (`name` says which file), `mapping` is passed by a program."""
    given = golden.given
    name = given.get("name", "patient.yaml")
    clinic = None
    if "clinic" in given:
        clinic = tmp_path / "clinic.yaml"
        clinic.write_text(given["clinic"], encoding="utf-8")
    if "text" in given:
        encoding = given.get("encoding", "utf-8")
        (tmp_path / name).write_bytes((given["text"] * given.get("times", 1)).encode(encoding))
    assessment = given["mapping"] if "mapping" in given else tmp_path / name
    try:
        pack.read_assessment(assessment, clinic)
        found = ()
    except poise.AssessmentError as error:
        found = told(error.problems, tmp_path)
    assert found == golden.problems, f"\n{pasted(found)}"


def test_dates_of_a_program_are_dates(pack: poise.RulePack) -> None:
    day = datetime.date(2026, 11, 22)
    read = pack.read_assessment({"date": day, "history.last_birth": datetime.date(2020, 1, 1)})
    assert read.date == day
