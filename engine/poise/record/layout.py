"""The tables of a store, the guards that keep them append-only, and how older layouts are raised.

SQLite keeps the layout's number in the file's own `user_version`. A layout is never changed in
place: each step says how the one before becomes the next.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Integer, LargeBinary, Text, column, create_engine, table

APPLICATION = 0x506F6973
"""Marks a file as a store ("Pois")."""
LAYOUT = 2
"""The layout that this Poise writes."""

RECORD = table("record", column("sequence", Integer), column("digest", Text), column("body", Text))
PAYLOAD = table(
    "payload",
    column("record", Integer),
    column("part", Text),
    column("salt", LargeBinary),
    column("content", Text),
)
MATERIAL = table("material", column("digest", Text), column("content", LargeBinary))

_TABLES = (
    """CREATE TABLE record (
    sequence INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT""",
    """CREATE TABLE payload (
    record INTEGER NOT NULL,
    part TEXT NOT NULL,
    salt BLOB NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (record, part)
) STRICT""",
    """CREATE TABLE material (
    digest TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT""",
)
_GUARDS = (
    """CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END""",
    """CREATE TRIGGER record_is_never_removed BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END""",
    """CREATE TRIGGER record_follows_the_newest BEFORE INSERT ON record
WHEN NEW.sequence IS NOT coalesce((SELECT max(sequence) FROM record) + 1, 0)
BEGIN SELECT RAISE(ABORT, 'a record follows the newest'); END""",
    """CREATE TRIGGER payload_is_never_changed BEFORE UPDATE ON payload
BEGIN SELECT RAISE(ABORT, 'a payload is never changed'); END""",
    """CREATE TRIGGER payload_comes_with_its_record BEFORE INSERT ON payload
WHEN NEW.record IS NOT (SELECT max(sequence) FROM record)
OR EXISTS (SELECT 1 FROM payload WHERE record = NEW.record AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'a payload comes with its record'); END""",
    """CREATE TRIGGER payload_goes_with_an_erasure BEFORE DELETE ON payload
WHEN NOT EXISTS (SELECT 1 FROM record, json_each(record.body, '$.erases') AS erased
WHERE record.sequence = (SELECT max(sequence) FROM record)
AND json_extract(erased.value, '$.record') = OLD.record
AND json_extract(erased.value, '$.part') = OLD.part)
BEGIN SELECT RAISE(ABORT, 'a payload goes with a record of its erasure'); END""",
    """CREATE TRIGGER material_is_never_changed BEFORE UPDATE ON material
BEGIN SELECT RAISE(ABORT, 'material is never changed'); END""",
    """CREATE TRIGGER material_is_never_removed BEFORE DELETE ON material
BEGIN SELECT RAISE(ABORT, 'material is never removed'); END""",
    """CREATE TRIGGER material_is_written_once BEFORE INSERT ON material
WHEN EXISTS (SELECT 1 FROM material WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'material is written once'); END""",
)
_CASES = "CREATE INDEX case_of ON payload (content) WHERE part = 'case'"
STEPS: Mapping[int, tuple[str, ...]] = {1: (*_TABLES, *_GUARDS), 2: (_CASES,)}
"""What makes each layout of the one before."""


def layout_of(connection: Connection) -> int:
    """The file's layout; 0 where nothing was laid out."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def application_of(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def raise_layout(connection: Connection, to: int = LAYOUT) -> None:
    """Lay out a new file, or raise an older layout, within the transaction that is open."""
    for number in range(layout_of(connection) + 1, to + 1):
        for statement in STEPS[number]:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def objects(connection: Connection) -> Mapping[str, str]:
    """The tables, indexes and guards that a file has, with how they were made."""
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    )
    return {str(name): str(sql) for name, sql in found}


def intended(layout: int) -> Mapping[str, str]:
    """Those that a file of a layout should have."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        raise_layout(connection, layout)
        made = objects(connection)
    engine.dispose()
    return made
