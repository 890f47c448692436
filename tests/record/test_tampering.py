"""Whatever is changed in a store is found, and the first record that it concerns is named."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poise.record import RecordError, read_store, verify
from poise.record.form import read_record, sha256
from record.stores import faults, first, rows, unguarded

CASES = int(os.environ.get("POISE_CASES", "100"))
TABLES = {
    "record": ("sequence", "digest", "body"),
    "payload": ("record", "part", "salt", "content"),
    "material": ("digest", "content"),
}


def test_a_store_that_nobody_touched_is_whole(store_path: Path) -> None:
    assert faults(store_path) == ()


# --- what the guards refuse ------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET body = body || ' '",
        "DELETE FROM record WHERE sequence = 3",
        "INSERT INTO record SELECT 99, digest, body FROM record WHERE sequence = 3",
        "INSERT OR REPLACE INTO record SELECT sequence, digest, '' FROM record WHERE sequence = 3",
        "UPDATE payload SET content = ''",
        "DELETE FROM payload WHERE record = 1",
        "INSERT OR REPLACE INTO payload SELECT record, part, salt, '' FROM payload",
        "INSERT INTO payload SELECT 3, 'plan', salt, content FROM payload WHERE part = 'plan'",
        "UPDATE material SET content = ''",
        "DELETE FROM material",
        "INSERT OR REPLACE INTO material SELECT digest, '' FROM material",
    ],
)
def test_the_tables_take_appended_records_alone(store_path: Path, statement: str) -> None:
    before = [rows(store_path, table) for table in TABLES]
    connection = sqlite3.connect(store_path)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.rollback()
    connection.close()
    assert [rows(store_path, table) for table in TABLES] == before
    assert faults(store_path) == ()


def test_a_guard_that_is_gone_is_told(store_path: Path) -> None:
    connection = sqlite3.connect(store_path)
    connection.execute("DROP TRIGGER record_is_never_changed")
    connection.close()
    (fault,) = faults(store_path)
    assert (fault.what, fault.record) == ("unguarded", None)
    assert "record_is_never_changed" in fault.message


# --- one change of one byte ------------------------------------------------------------------


def concerned(path: Path, table: str, row: tuple[Any, ...]) -> set[int | None]:
    """The records that a row belongs to, worked out from the rows alone."""
    if table != "material":
        return {row[0]}
    users: set[int | None] = set()
    for sequence, _, body in rows(path, "record"):
        named = body + _manifest(path, body)
        users |= {sequence} if row[0] in named else set()
    return {min(one for one in users if one is not None)}


def _manifest(path: Path, body: str) -> str:
    pack = read_record(body.encode()).said.get("pack", {})
    kept = dict(rows(path, "material"))
    return str(kept.get(pack.get("files"), b"").decode())


@settings(max_examples=CASES, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_byte_of_any_row_is_found_and_named(grown: Path, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(TABLES)))
    row = data.draw(st.sampled_from(rows(grown, table)))
    column = data.draw(st.sampled_from(TABLES[table][1 if table != "material" else 0 :]))
    value = row[TABLES[table].index(column)]
    written = bytearray(value if isinstance(value, bytes) else value.encode())
    at = data.draw(st.integers(0, len(written) - 1))
    written[at] ^= data.draw(st.integers(1, 127))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(grown, Path(folder) / "store.db"))
        with unguarded(path) as connection:
            new = bytes(written) if isinstance(value, bytes) else written.decode(errors="replace")
            named = " AND ".join(f"{name} = ?" for name in TABLES[table])
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {named}", (new, *row))
        found = faults(path)
    assert found
    assert found[0].record in concerned(grown, table, row), found


@settings(max_examples=CASES // 2, suppress_health_check=list(HealthCheck))
@given(at=st.floats(0, 1, exclude_max=True), bits=st.integers(1, 255))
def test_any_byte_of_the_file_is_found_or_changes_nothing(
    grown: Path, at: float, bits: int
) -> None:
    """A byte that lies between the rows may change without changing anything that is recorded."""
    written = bytearray(grown.read_bytes())
    written[int(at * len(written))] ^= bits
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        path.write_bytes(written)
        try:
            found = faults(path)
        except RecordError:
            return
        if not found:
            assert [rows(path, one) for one in TABLES] == [rows(grown, one) for one in TABLES]


# --- whole records ---------------------------------------------------------------------------


@pytest.mark.parametrize("sequence", range(9))
def test_a_record_that_was_removed_is_named(store_path: Path, sequence: int) -> None:
    with unguarded(store_path) as connection:
        connection.execute("DELETE FROM record WHERE sequence = ?", (sequence,))
        connection.execute("DELETE FROM payload WHERE record = ?", (sequence,))
    if sequence == 8:  # the erasure, at the end: without a checkpoint only its effect shows
        assert first(store_path) == ("removed", 5)
    else:
        assert first(store_path) == ("removed", sequence)


@pytest.mark.parametrize("sequence", range(8))
def test_a_record_that_was_removed_is_named_though_the_others_moved_up(
    store_path: Path, sequence: int
) -> None:
    with unguarded(store_path) as connection:
        for table, key in (("record", "sequence"), ("payload", "record")):
            connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (sequence,))
            move(connection, table, key, sequence + 1, -1)
    assert first(store_path) == ("removed", sequence)


@pytest.mark.parametrize("sequence", range(1, 8))
def test_a_record_that_was_inserted_is_named(store_path: Path, sequence: int) -> None:
    with unguarded(store_path) as connection:
        body = connection.execute("SELECT body FROM record WHERE sequence = 3").fetchone()[0]
        written = body.replace('"sequence":3', f'"sequence":{sequence}').replace(
            "gardener", "nobody"
        )
        for table, key in (("record", "sequence"), ("payload", "record")):
            move(connection, table, key, sequence, 1)
        row = (sequence, sha256(written.encode()), written)
        connection.execute("INSERT INTO record VALUES (?, ?, ?)", row)
    what, named = first(store_path)
    assert named == sequence
    assert what in ("inserted", "altered")


@pytest.mark.parametrize("sequence", range(1, 8))
def test_records_that_were_exchanged_are_named(store_path: Path, sequence: int) -> None:
    with unguarded(store_path) as connection:
        for number, to in ((sequence, 99), (sequence + 1, sequence), (99, sequence + 1)):
            connection.execute("UPDATE record SET sequence = ? WHERE sequence = ?", (to, number))
    assert first(store_path) == ("reordered", sequence)


@pytest.mark.parametrize("sequence", range(1, 8))
def test_a_record_that_was_written_anew_with_its_digest_is_named(
    store_path: Path, sequence: int
) -> None:
    write_anew(store_path, sequence)
    assert first(store_path) == ("altered", sequence)


def test_the_last_record_written_anew_is_found_by_a_checkpoint_alone(store_path: Path) -> None:
    """What a chain cannot show; `test_checkpoints` shows what finds it."""
    write_anew(store_path, 8)
    assert faults(store_path) == ()


def write_anew(path: Path, sequence: int) -> None:
    with unguarded(path) as connection:
        wanted = "SELECT body FROM record WHERE sequence = ?"
        body = connection.execute(wanted, (sequence,)).fetchone()[0]
        written = body.replace("2026-06-15", "2026-06-14")
        assert written != body
        change = "UPDATE record SET body = ?, digest = ? WHERE sequence = ?"
        connection.execute(change, (written, sha256(written.encode()), sequence))


def move(connection: sqlite3.Connection, table: str, key: str, start: int, by: int) -> None:
    """Everything from a record on, one place up or down."""
    change = f"UPDATE {table} SET {key} = {key} + ? WHERE {key} >= ?"
    connection.execute(change, (1000, start))
    connection.execute(change, (by - 1000, start + 900))


# --- what stands beside ----------------------------------------------------------------------


def test_a_payload_that_is_gone_without_an_erasure_was_removed(store_path: Path) -> None:
    with unguarded(store_path) as connection:
        connection.execute("DELETE FROM payload WHERE record = 2 AND part = 'plan'")
    (fault,) = faults(store_path)
    assert str(fault) == (
        "removed: record 2: its plan is missing, and no record says that it was erased"
    )


def test_a_payload_that_was_put_back_is_told(store_path: Path) -> None:
    with unguarded(store_path) as connection:
        connection.execute(
            "INSERT INTO payload SELECT 5, part, salt, content FROM payload WHERE record = 6"
        )
    assert first(store_path) == ("inserted", 5)


def test_a_payload_of_no_record_is_told(store_path: Path) -> None:
    with unguarded(store_path) as connection:
        connection.execute(
            "INSERT INTO payload SELECT 40, part, salt, content FROM payload WHERE record = 6"
        )
        connection.execute("INSERT INTO payload VALUES (4, 'note', x'00', 'x')")
    assert [(one.what, one.record) for one in faults(store_path)] == [
        ("inserted", 4),
        ("inserted", 40),
    ]


def test_a_file_of_the_pack_that_is_gone_or_strange_is_told(store_path: Path) -> None:
    with unguarded(store_path) as connection:
        connection.execute(
            "DELETE FROM material WHERE digest = (SELECT min(digest) FROM material "
            "WHERE content NOT LIKE '{%')"
        )
        connection.execute("INSERT INTO material VALUES ('00', x'00')")
    assert [(one.what, one.record) for one in faults(store_path)] == [
        ("removed", 1),
        ("inserted", None),
    ]


def test_a_record_of_an_unknown_schema_is_told(store_path: Path) -> None:
    with unguarded(store_path) as connection:
        body = '{"schema":"poise.record/9"}'
        change = "UPDATE record SET body = ?, digest = ? WHERE sequence = 4"
        connection.execute(change, (body, sha256(body.encode())))
    assert first(store_path) == ("altered", 4)


def test_reading_an_altered_record_is_refused(store_path: Path) -> None:
    from poise.record.reading import content, find

    with unguarded(store_path) as connection:
        connection.execute("UPDATE record SET body = replace(body, 'A', 'B') WHERE sequence = 1")
        connection.execute("UPDATE record SET body = body || ' ' WHERE sequence = 2")
        connection.execute("UPDATE payload SET content = content || ' ' WHERE record = 3")
    with read_store(store_path) as store:
        with (
            pytest.raises(RecordError, match="record 2 was altered"),
            store.reading() as connection,
        ):
            find(connection, 2)
        with (
            pytest.raises(RecordError, match="feedback of record 3"),
            store.reading() as connection,
        ):
            content(connection, find(connection, 3).record, "feedback")
        assert not verify(store).whole
