"""Golden cases as data: what is changed, and which problems that must give, to the letter.

Each file of `pack/` puts one mistake into a copy of the pack in `base/`; each of `extending/` into
a copy of the pack in `clinic/`, which extends the other; each file of `assessment/` is read by the
pack in `base/` as it is. A case that fails prints what it got as YAML, ready to be pasted once
it has been read with the eyes of whoever made the mistake.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from poise.problems import Problem

HERE = Path(__file__).resolve().parent
BASE = HERE / "base"
CLINIC = HERE / "clinic"
FOLDERS = ("pack", "extending", "assessment")


@dataclass(frozen=True)
class Golden:
    """One case: `says` tells the mistake, `problems` what must be answered."""

    name: str
    says: str
    problems: tuple[dict[str, str], ...]
    edits: tuple[dict[str, Any], ...] = ()
    given: dict[str, Any] = field(default_factory=dict)


def cases(folder: str) -> list[Golden]:
    """The cases of `pack`, of `extending` or of `assessment`, by name."""
    found = []
    for path in sorted((HERE / folder).glob("*.yaml")):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        edits = written.pop("edits", None)
        if edits is None and "in" in written:
            edits = [{key: written.pop(key) for key in EDIT if key in written}]
        problems = tuple(written.pop("problems", None) or ())
        found.append(Golden(path.stem, written.pop("says"), problems, tuple(edits or ()), written))
    return found


EDIT = ("in", "replace", "by", "head", "text", "times", "encoding", "gone", "link")
"""What an edit may say: a text in a file and what stands there instead; or the whole text of a
file, perhaps many times after a head, or in another encoding; or that it is gone, or a link."""


def beside(cases: str, folder: Path) -> Path:
    """A copy of the pack that the cases of a folder change, beside the pack that it extends."""
    shutil.copytree(BASE, folder / "pack")
    if cases != "extending":
        return folder / "pack"
    shutil.copytree(CLINIC, folder / "clinic")
    return folder / "clinic"


def edited(golden: Golden, folder: Path, cases: str = "pack") -> Path:
    """A copy of the pack with the case's mistake in it."""
    pack = beside(cases, folder)
    for edit in golden.edits:
        assert set(edit) <= set(EDIT), edit
        path = pack / edit["in"]
        if "link" in edit:
            (folder / "outside").mkdir(exist_ok=True)
            (folder / "outside" / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
            path.symlink_to(edit["link"])
        elif edit.get("gone"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        elif "text" in edit:
            path.parent.mkdir(parents=True, exist_ok=True)
            text = edit.get("head", "") + edit["text"] * edit.get("times", 1)
            path.write_bytes(text.encode(edit.get("encoding", "utf-8")))
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(edit["replace"]) == 1, (edit, text.count(edit["replace"]))
            path.write_text(text.replace(edit["replace"], edit["by"]), encoding="utf-8")
    return pack


def told(problems: Iterable[Problem], folder: Path) -> tuple[dict[str, str], ...]:
    """Problems as a case writes them, wherever the folder lies."""

    def short(text: str) -> str:
        return text.replace(f"{folder.as_posix()}/", "").replace(folder.as_posix(), "pack")

    found = []
    for one in problems:
        place = f"{one.file}:{one.line}:{one.column}" if one.line else one.file
        entry = {"at": short(place), "code": one.code, "message": short(one.message)}
        if one.hint:
            entry["hint"] = short(one.hint)
        if one.severity != "error":
            entry["severity"] = one.severity
        found.append(entry)
    return tuple(found)


def pasted(problems: Iterable[dict[str, str]]) -> str:
    """Problems as they stand in a case's file."""
    listed = list(problems)
    text: str = yaml.safe_dump(
        {"problems": listed}, sort_keys=False, allow_unicode=True, width=1_000
    )
    return text
