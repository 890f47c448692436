"""A store: one SQLite file, written by appending alone, one transaction at a time.

What `writing` has left without an error is on the disk (WAL, with full synchronisation): it is
there after a crash, a kill or a power cut. What it has left with an error was not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from poise.record.errors import RecordError, told
from poise.record.form import FIRST, Clock, Kind, Nothing, Part, Record, sha256, stamp
from poise.record.layout import MATERIAL, PAYLOAD, RECORD

NOT_RECORDED = "nothing was recorded"
NOT_READ = "nothing was read"
Salts = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that is in the store."""

    record: Record
    digest: str


class Writing:
    """One transaction in which records are appended; all of them are kept, or none."""

    def __init__(self, connection: Connection, clock: Clock, salts: Salts) -> None:
        self.connection = connection
        self._clock = clock
        self._salts = salts
        self._next, self._head = _head(connection)

    def append(
        self,
        kind: Kind,
        role: str,
        parts: Mapping[str, bytes] = Nothing,
        said: Mapping[str, Any] = Nothing,
    ) -> Kept:
        """Append one record and what stands beside it."""
        beside = [Part(name, self._salts(), content) for name, content in parts.items()]
        record = Record(
            sequence=self._next,
            previous=self._head,
            kind=kind,
            time=stamp(self._clock()),
            role=role,
            parts={one.name: one.commitment for one in beside},
            said=said,
        )
        body = record.body()
        kept = Kept(record, sha256(body))
        row = {"sequence": record.sequence, "digest": kept.digest, "body": body.decode()}
        self.connection.execute(insert(RECORD), row)
        if beside:
            self.connection.execute(insert(PAYLOAD), [_row(record.sequence, p) for p in beside])
        self._next, self._head = record.sequence + 1, kept.digest
        return kept

    def keep(self, content: bytes) -> str:
        """Keep what many records share, once; returns its digest."""
        digest = sha256(content)
        if not has_material(self.connection, digest):
            self.connection.execute(insert(MATERIAL), {"digest": digest, "content": content})
        return digest


def _row(sequence: int, part: Part) -> dict[str, Any]:
    content = part.content.decode()
    return {"record": sequence, "part": part.name, "salt": part.salt, "content": content}


def has_material(connection: Connection, digest: str) -> bool:
    found = connection.execute(select(MATERIAL.c.digest).where(MATERIAL.c.digest == digest))
    return found.first() is not None


def _head(connection: Connection) -> tuple[int, str]:
    """The number of the next record, and the digest that it names as the one before."""
    newest = select(RECORD).order_by(RECORD.c.sequence.desc()).limit(1)
    found = connection.execute(newest).first()
    if found is None:
        return 0, FIRST
    if sha256(found.body.encode()) != found.digest:
        raise RecordError(
            f"record {found.sequence}, the last one, was altered; {NOT_RECORDED}",
            "run 'poise audit verify', and record in another store until it is clear why",
        )
    return found.sequence + 1, found.digest


@dataclass(frozen=True)
class Store:
    """A store that is open; close it, or use it in a `with` statement. Threads may share it."""

    path: Path
    engine: Engine
    clock: Clock
    salts: Salts

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction; waits for other writers. Raises RecordError, with nothing written."""
        with (
            told(self.path, NOT_RECORDED),
            self.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection,
            connection.begin(),
        ):
            yield Writing(connection, self.clock, self.salts)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the store, whatever is written meanwhile."""
        with told(self.path, NOT_READ), self.engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
