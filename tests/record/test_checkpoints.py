"""A checkpoint that lies elsewhere shows what a chain cannot: an end cut off or written anew."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from poise.record import RecordError, read_store, verify
from poise.record.chain import Fault
from poise.record.checkpoints import Checkpoint, make_keys, read_checkpoint, read_private
from poise.record.verify import checkpoint
from record.stores import grow, unguarded
from record.test_tampering import write_anew

KEY = Ed25519PrivateKey.generate()


def signed(path: Path) -> Checkpoint:
    with read_store(path) as store:
        return checkpoint(store, KEY)


def against(path: Path, *checkpoints: Checkpoint) -> tuple[Fault, ...]:
    with read_store(path) as store:
        return verify(store, checkpoints).faults


def test_a_cut_end_is_named(store_path: Path) -> None:
    kept = signed(store_path)
    with unguarded(store_path) as connection:
        connection.execute("DELETE FROM record WHERE sequence > 4")
        connection.execute("DELETE FROM payload WHERE record > 4")
    assert against(store_path) == ()
    (fault,) = against(store_path, kept)
    assert (fault.what, fault.record) == ("cut off", 5)


def test_an_end_that_was_written_anew_is_named(store_path: Path) -> None:
    kept = signed(store_path)
    write_anew(store_path, 8)
    assert against(store_path) == ()
    (fault,) = against(store_path, kept)
    assert (fault.what, fault.record) == ("altered", 8)


def test_what_came_after_the_checkpoint_is_no_fault(store_path: Path) -> None:
    from record.test_faults import append

    kept = signed(store_path)
    append(store_path, 2)
    assert against(store_path, kept) == ()


def test_a_checkpoint_of_another_store_is_told(store_path: Path, tmp_path: Path) -> None:
    kept = signed(grow(tmp_path / "other.db"))
    assert "of another store" in against(store_path, kept)[0].message


def test_what_is_not_whole_is_not_signed(store_path: Path) -> None:
    with unguarded(store_path) as connection:
        connection.execute("UPDATE record SET body = body || ' ' WHERE sequence = 3")
    with pytest.raises(RecordError, match="is not whole, and only what is whole is signed"):
        signed(store_path)


def test_a_checkpoint_that_was_altered_or_signed_by_another_is_refused(
    store_path: Path, tmp_path: Path
) -> None:
    path, kept = tmp_path / "c.json", signed(store_path)
    path.write_text(kept.to_json())
    assert read_checkpoint(path, KEY.public_key()) == kept
    with pytest.raises(RecordError, match="another key signed it"):
        read_checkpoint(path, Ed25519PrivateKey.generate().public_key())
    for name, value in dataclasses.asdict(kept).items():
        if name not in ("signature", "key"):
            changed = 1 if isinstance(value, int) else f"{value}0"
            path.write_text(json.dumps(json.loads(kept.to_json()) | {name: changed}))
            with pytest.raises(RecordError, match="the signature does not fit"):
                read_checkpoint(path, KEY.public_key())


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "poise.checkpoint/9"}'])
def test_what_is_no_checkpoint_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.json"
    path.write_text(text)
    with pytest.raises(RecordError, match="is no checkpoint"):
        read_checkpoint(path, KEY.public_key())


def test_a_key_is_its_owners_alone_and_never_written_over(tmp_path: Path) -> None:
    private, public = tmp_path / "a.key", tmp_path / "a.pub"
    make_keys(private, public)
    assert private.stat().st_mode & 0o777 == 0o600
    before = private.read_bytes()
    with pytest.raises(RecordError, match="never written over"):
        make_keys(tmp_path / "b.key", public)
    assert not (tmp_path / "b.key").exists()
    assert private.read_bytes() == before
    with pytest.raises(RecordError, match="no private key"):
        read_private(Path(shutil.copy(public, tmp_path / "c.key")))
