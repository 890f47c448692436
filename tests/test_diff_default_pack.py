"""What edits of the built-in pack come to: each is decided, and shown by little."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import pytest

pytest.importorskip("z3")

from gardens import REPOSITORY
from poise.diff.deciding import decisions
from poise.diff.models import Change, PackDiff
from poise.diff.packs import Side, compared, read_side

RULES = REPOSITORY / "rules"
CLINIC = REPOSITORY / "examples" / "packs" / "clinic"


@functools.cache
def built_in() -> Side:
    return read_side(RULES)


def edited(folder: Path, base: Path, *edits: tuple[str, str, str]) -> Side:
    shutil.copytree(base, folder)
    for name, before, after in edits:
        path = folder / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, (name, before)
        path.write_text(text.replace(before, after), encoding="utf-8")
    return read_side(folder)


def only(diff: PackDiff) -> Change:
    assert diff.decisions is not None
    (change,) = diff.decisions.changes
    return change


def test_a_threshold_moved_by_a_level(tmp_path: Path) -> None:
    before = "under_eye.hollow: {at_least: moderate}"
    edit = ("areas/tear_trough.yaml", before, before.replace("moderate", "severe"))
    change = only(compared(built_in(), edited(tmp_path / "new", RULES, edit), decisions))
    assert (change.ids, change.verdict) == (("tear_trough.fill",), "differs")
    (shown,) = change.shown
    assert shown.answers == ()
    assert [one.label for one in shown.plan.items] == ["Hyaluronic acid filler, tear trough"]


def test_ceilings_by_another_name_and_a_shorter_checklist(tmp_path: Path) -> None:
    new = edited(
        tmp_path / "new",
        RULES,
        ("considerations/ceilings-by-area.yaml", "id: ceilings.nose\n", "id: ceilings.bridge\n"),
        ("safety/checklist.yaml", "        expectations.bddq: known\n", ""),
    )
    found = compared(built_in(), new, decisions).decisions
    assert found is not None
    changes = {one.ids[0]: one for one in found.changes}
    assert changes["ceilings.nose"].verdict == "same"
    assert changes["ceilings.nose"].done_by == ("ceilings.bridge",)
    (shown,) = changes["checklist.safety_answers"].shown
    assert [one.after for one in shown.plan.checklist] == ["asked for, met"]


def test_a_label_entry_that_goes(tmp_path: Path) -> None:
    entry = "        - {area: jawline, when: {person.age_years: {at_least: 22}}, source: L23}\n"
    edit = ("products/ha_filler.yaml", entry, "")
    change = only(compared(built_in(), edited(tmp_path / "new", RULES, edit), decisions))
    assert (change.what, change.ids, change.verdict) == ("card", ("ha_firm",), "differs")
    labels = [one.label for shown in change.shown for one in shown.plan.labels]
    assert labels == ["Hyaluronic acid filler, jawline"]


def test_a_pack_that_extends_the_built_in_one(tmp_path: Path) -> None:
    new = edited(
        tmp_path / "new",
        CLINIC,
        (
            "pack.yaml",
            "retires:\n  - rule: longevity.exercise\n",
            "retires:\n  - rule: longevity.ha\n",
        ),
        ("considerations/ceilings.yaml", "at_most: 3\n", "at_most: 2\n"),
        ("products/ha_plain.yaml", "[ha_soft, ha_medium, ha_firm]", "[ha_soft, ha_firm]"),
    )
    says = compared(read_side(CLINIC), new).says
    assert {(one.how, one.what, one.id) for one in says} == {
        ("changed", "rule", "house.no_lidocaine"),
        ("changed", "rule", "overcorrection.one_visit"),
        ("added", "rule", "longevity.exercise"),
        ("gone", "rule", "longevity.ha"),
    }
