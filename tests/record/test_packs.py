"""A pack's files are kept once, with those of the packs that it rests on, and load again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import poise
from gardens import GARDEN, REPOSITORY, assessed
from poise.record import RecordError, decide, keep, read_store, verify
from poise.record.packs import read_again, read_pack
from poise.record.replay import replay, replay_all
from record.stores import PALE, opened, rows

EXTENDING = """\
id: small-garden
title: A small garden
version: 1.0.0
language: 1
extends: ../garden
publisher: Somebody
released: 2026-06-01
intended_use: For tests.
population: Gardens.
limitations: [None is real]
retires: [{rule: hens.no_bone_meal, reason: There are no hens.}]
"""


@pytest.fixture
def extending(tmp_path: Path) -> Path:
    """A pack that rests on the garden."""
    shutil.copytree(GARDEN, tmp_path / "packs" / "garden")
    own = tmp_path / "packs" / "small"
    own.mkdir()
    (own / "pack.yaml").write_text(EXTENDING, "utf-8")
    return own


def test_a_pack_is_kept_once_however_many_decisions_name_it(store_path: Path) -> None:
    before = len(rows(store_path, "material"))
    with opened(store_path) as store:
        decide(store, keep(poise.load(GARDEN), GARDEN), assessed(PALE))
    assert len(rows(store_path, "material")) == before


def test_a_pack_that_extends_another_replays_when_both_are_gone(
    extending: Path, tmp_path: Path
) -> None:
    pack = poise.load(extending)
    with opened(tmp_path / "s.db") as store:
        decide(store, keep(pack, extending), assessed(PALE))
    shutil.rmtree(extending.parent)
    with read_store(tmp_path / "s.db") as store:
        assert replay(store, 1).same
        assert verify(store).whole


def test_the_built_in_pack_below_is_the_one_that_was_kept(tmp_path: Path) -> None:
    """Not the one that comes with whatever Poise replays it."""
    folder = REPOSITORY / "examples" / "packs" / "clinic"
    pack = poise.load(folder)
    files = keep(pack, folder).files
    assert [one.folder for one in files.layers] == [".", "default"]
    again, problems = read_again(files)
    assert again is not None, problems
    assert again.digest == pack.digest
    head = files.layers[1].files["pack.yaml"]
    other = head.replace(b"\nversion: ", b"\nversion: 9")
    files.layers[1].files["pack.yaml"] = other
    changed, _ = read_again(files)
    assert changed is not None
    assert changed.digest != pack.digest


def test_files_that_changed_since_they_were_loaded_are_refused(
    extending: Path, tmp_path: Path
) -> None:
    pack = poise.load(extending)
    with (extending / "more.yaml").open("w") as file:
        file.write("rules:\n  - {id: more, title: More, consider: More than that.}\n")
    with opened(tmp_path / "s.db") as store:
        with pytest.raises(RecordError, match="changed since it was loaded"):
            decide(store, keep(pack, extending), assessed(PALE))
        assert verify(store).newest == 0


def test_a_comment_is_kept_too(extending: Path, tmp_path: Path) -> None:
    """Two packs with one digest are kept each as it was written."""
    pack = poise.load(extending)
    with opened(tmp_path / "s.db") as store:
        first = decide(store, keep(pack, extending), assessed(PALE)).record.record.said["pack"]
        with (extending / "pack.yaml").open("a") as file:
            file.write("# For the back garden.\n")
        second = decide(store, keep(pack, extending), assessed(PALE)).record.record.said["pack"]
        with store.reading() as connection:
            kept = read_pack(connection, second["files"]).layers[0].files["pack.yaml"]
        assert all(one.same for one in replay_all(store))
    assert first["digest"] == second["digest"]
    assert kept.endswith(b"# For the back garden.\n")


def test_files_that_lead_out_of_the_folder_are_not_written(tmp_path: Path) -> None:
    from poise.record.packs import Layer, PackFiles

    files = PackFiles("", (Layer(".", {"../../../../stray.yaml": b"id: x"}),))
    with pytest.raises(RecordError, match="leads out of its folder"):
        read_again(files)
