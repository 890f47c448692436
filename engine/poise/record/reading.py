"""Reading records: each is checked against its digest, and each part against its commitment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from poise.record.beside import Erased, erasures
from poise.record.chain import read_link
from poise.record.errors import RecordError
from poise.record.form import Kind, Part, Record
from poise.record.layout import PAYLOAD, RECORD
from poise.record.store import Kept

_VERIFY = "run 'poise audit verify' to see what happened"


def records(connection: Connection) -> Iterator[Kept]:
    """Every record, in order. Raises RecordError at the first that was altered."""
    rows = select(RECORD).order_by(RECORD.c.sequence)
    for row in connection.execution_options(yield_per=500).execute(rows):
        yield _kept(row)


def find(connection: Connection, sequence: int, kind: Kind | None = None) -> Kept:
    """One record. Raises RecordError where there is none, or none of this kind."""
    row = connection.execute(select(RECORD).where(RECORD.c.sequence == sequence)).first()
    if row is None:
        raise RecordError(f"there is no record {sequence}", "see 'poise audit list STORE'")
    kept = _kept(row)
    if kind is not None and kept.record.kind != kind:
        raise RecordError(
            f"record {sequence} is no {kind}: it is of the kind '{kept.record.kind}'",
            "see 'poise audit list STORE'",
        )
    return kept


def _kept(row: Row[Any]) -> Kept:
    record = read_link(row.sequence, row.digest, row.body.encode()).record
    if record is None or record.sequence != row.sequence:
        raise RecordError(f"record {row.sequence} was altered", _VERIFY)
    return Kept(record, row.digest)


def content(connection: Connection, record: Record, part: str) -> Any:
    """What a part of a record says, as JSON data; None where it was erased, or there is none."""
    if part not in record.parts:
        return None
    rows = select(PAYLOAD).where(PAYLOAD.c.record == record.sequence, PAYLOAD.c.part == part)
    row = connection.execute(rows).first()
    if row is None:
        return None
    found = Part(part, row.salt, row.content.encode())
    if found.commitment != record.parts[part]:
        raise RecordError(f"the {part} of record {record.sequence} was altered", _VERIFY)
    return json.loads(found.content)


def erased(connection: Connection) -> Erased:
    """Everything that was erased, by record and part."""
    rows = (
        select(RECORD).where(RECORD.c.body.like('%"kind":"erasure"%')).order_by(RECORD.c.sequence)
    )
    return erasures(_kept(row).record for row in connection.execute(rows))


def of_case(connection: Connection, case: str) -> tuple[int, ...]:
    """The decisions of a case, in order."""
    rows = select(PAYLOAD.c.record).where(
        PAYLOAD.c.part == "case", PAYLOAD.c.content == json.dumps(case)
    )
    return tuple(sorted(connection.execute(rows).scalars()))
