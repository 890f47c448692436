"""The pages of error codes are true: what is shown as wrong is wrong, what as right is right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs.generating.errors import error_pages

import poise
from goldens.cases import BASE, FOLDERS, Golden, beside, cases
from poise.loading import load_or_problems
from poise.problems import CODES

ROOT = Path(__file__).resolve().parents[1]
ABOUT: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (ROOT / "engine" / "poise" / "codes.yaml").read_text(encoding="utf-8")
)
SHOWN: Mapping[str, Golden] = {
    f"{folder}/{one.name}": one for folder in FOLDERS for one in cases(folder)
}


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    assert set(ABOUT) == set(CODES)
    for code, about in ABOUT.items():
        assert about["means"].strip().endswith("."), code
        assert about["do"].strip().endswith("."), code


def test_every_page_is_there_and_no_other() -> None:
    folder = ROOT / "docs" / "errors"
    assert {path.name for path in folder.iterdir()} == {
        *(f"{code}.md" for code in CODES),
        "README.md",
    }
    for name, text in error_pages().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, f"{name}: make docs"


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_wrong_example_has_this_code_and_the_right_one_none(code: str, tmp_path: Path) -> None:
    about = ABOUT[code]
    golden = SHOWN[about["example"]]
    assert code in {one["code"] for one in golden.problems}
    good = about.get("good")
    if good is None:
        assert "replace" in golden.edits[0]  # what is right is what the base pack says
    elif about["example"].startswith("assessment/"):
        (tmp_path / "patient.yaml").write_text(good, encoding="utf-8")
        poise.load(BASE).read_assessment(tmp_path / "patient.yaml")
    elif about.get("shown_as") != "text":
        pack = beside(about["example"].split("/")[0], tmp_path)
        path = pack / about.get("good_in", golden.edits[0]["in"])
        path.write_text(good, encoding="utf-8")
        assert load_or_problems(pack)[1] == ()
