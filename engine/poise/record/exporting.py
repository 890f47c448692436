"""The whole store as lines of JSON, to be read and verified without Poise.

First every file that is kept, then every record: its canonical form as the text of which the digest
is taken, and what stands beside it with the salt. Whoever has SHA-256 can verify it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from poise.record.layout import MATERIAL, PAYLOAD, RECORD
from poise.record.store import Store

SCHEMA = "poise.export/1"


def export(store: Store) -> Iterator[str]:
    """One line after the other, of one moment."""
    with store.reading() as connection:
        yield _line({"schema": SCHEMA})
        for row in connection.execute(select(MATERIAL).order_by(MATERIAL.c.digest)):
            content = base64.b64encode(row.content).decode()
            yield _line({"file": row.digest, "base64": content})
        for row in connection.execute(select(RECORD).order_by(RECORD.c.sequence)):
            beside = _beside(connection, row.sequence)
            yield _line({"digest": row.digest, "record": row.body, "beside": beside})


def _beside(connection: Connection, sequence: int) -> dict[str, Any]:
    rows = select(PAYLOAD).where(PAYLOAD.c.record == sequence).order_by(PAYLOAD.c.part)
    return {
        row.part: {"salt": row.salt.hex(), "content": row.content}
        for row in connection.execute(rows)
    }


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
