"""Is a store what was written? The first record that is not is named, and what happened to it.

What a chain of digests cannot show: that its end was cut off or written anew after the last
checkpoint. Only a checkpoint that lies elsewhere shows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, LargeBinary, Select, cast, func, select

from poise.record.beside import (
    Beside,
    Erased,
    Erasure,
    Material,
    check_beside,
    check_material,
    erasures,
)
from poise.record.chain import Fault, Link, Links, check_chain, read_link
from poise.record.checkpoints import Checkpoint, sign
from poise.record.errors import DamagedFileError, RecordError
from poise.record.form import Record, read_stamp
from poise.record.layout import MATERIAL, PAYLOAD, RECORD, intended, layout_of, objects
from poise.record.store import Store

AT_ONCE = 500
"""How many rows are fetched at a time."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying a store came to."""

    store: str
    """The store's own id, which its first record gives."""
    records: int
    newest: int | None
    digest: str
    """Of the newest record."""
    faults: tuple[Fault, ...]
    """Those of the chain first, then of what stands beside it, then of the store; by record."""
    erased: tuple[Erasure, ...]
    notes: tuple[str, ...]
    """What is no fault, and worth knowing."""
    checkpoints: tuple[Checkpoint, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.faults


@dataclass
class _Seen:
    """What one reading of the chain gathers."""

    wanted: frozenset[int]
    """The records that checkpoints name."""
    faults: list[Fault] = field(default_factory=list)
    store: str = ""
    count: int = 0
    newest: Link | None = None
    beside: int | None = None
    """The last record of which a payload was read."""
    named: dict[str, int] = field(default_factory=dict)
    """The first record that names each file."""
    digests: dict[int, str] = field(default_factory=dict)
    erasures: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    time: str = ""

    def links(self, links: Iterable[Link]) -> Iterator[Link]:
        for link in links:
            self.count += 1
            self.newest = link
            if link.place in self.wanted and link.record is not None:
                self.digests[link.place] = link.digest
            if link.record is not None:
                self._note(link.record)
            yield link

    def payloads(self, payloads: Iterable[Beside]) -> Iterator[Beside]:
        for one in payloads:
            self.beside = one.record
            yield one

    def _note(self, record: Record) -> None:
        if record.kind == "opening":
            self.store = str(record.said.get("store", ""))
        elif record.kind == "erasure":
            self.erasures.append(record)
        for digest in named(record):
            self.named.setdefault(digest, record.sequence)
        if record.time < self.time:
            back = read_stamp(self.time) - read_stamp(record.time)
            self.notes.append(
                f"record {record.sequence} bears an earlier time than the one before it: the clock "
                f"went back by {back}; the order of records does not rest on it"
            )
        self.time = record.time


def named(record: Record) -> tuple[str, ...]:
    """The files that a record names: of its pack, and of its clinic."""
    pack = record.said.get("pack")
    files = pack.get("files") if isinstance(pack, dict) else None
    return tuple(one for one in (files, record.said.get("clinic")) if isinstance(one, str))


def verify(store: Store, checkpoints: Sequence[Checkpoint] = ()) -> Verdict:
    """Check everything in a store, and against checkpoints that lie elsewhere."""
    seen = _Seen(frozenset(one.sequence for one in checkpoints))
    erased: Erased = {}
    try:
        with store.reading() as connection:
            for fault in check_chain(_once(seen, connection)):
                seen.faults.append(fault)
            erased = erasures(seen.erasures)
            payloads = seen.payloads(_payloads(connection))
            for fault in check_beside(_links(connection), payloads, erased):
                seen.faults.append(fault)
            seen.faults += check_material(seen.named, _materials(connection))
            seen.faults += _unguarded(connection)
        with store.reading() as connection:
            seen.faults += _broken(connection)
    except DamagedFileError as error:
        seen.faults.append(_damage(seen, error))
    faults = [*seen.faults, *_against(seen, checkpoints)]
    newest = seen.newest
    return Verdict(
        store=seen.store,
        records=seen.count,
        newest=None if newest is None else newest.place,
        digest="" if newest is None else newest.digest,
        faults=tuple(sorted(dict.fromkeys(faults), key=_order)),
        erased=tuple(dict.fromkeys(erased.values())),
        notes=tuple(seen.notes),
        checkpoints=tuple(checkpoints),
    )


def checkpoint(store: Store, key: Ed25519PrivateKey) -> Checkpoint:
    """Sign the end of a store that is whole. Raises RecordError where it is not."""
    verdict = verify(store)
    if not verdict.whole or verdict.newest is None:
        raise RecordError(
            f"'{store.path}' is not whole, and only what is whole is signed: {verdict.faults[0]}",
            "see 'poise audit verify'",
        )
    return sign(verdict.store, verdict.newest, verdict.digest, store.clock, key)


def _order(fault: Fault) -> tuple[bool, bool, int]:
    """What the records say decides what may be missing beside them, so they come first."""
    return fault.record is None, fault.beside, fault.record or 0


def _once(seen: _Seen, connection: Connection) -> Links:
    """The links, of which the first reading alone is gathered."""
    readings = iter([seen.links(_links(connection))])
    return lambda: next(readings, None) or _links(connection)


def _links(connection: Connection) -> Iterator[Link]:
    """Text comes as bytes: what was damaged need not be text any more."""
    row = RECORD.c
    rows = select(row.sequence, cast(row.digest, LargeBinary), cast(row.body, LargeBinary))
    for place, digest, body in _rows(connection, rows.order_by(row.sequence)):
        yield read_link(place, (digest or b"").decode(errors="replace"), body or b"")


def _payloads(connection: Connection) -> Iterator[Beside]:
    row = PAYLOAD.c
    rows = (
        select(row.record, cast(row.part, LargeBinary), row.salt, cast(row.content, LargeBinary))
        .where(func.typeof(row.record) == "integer")
        .order_by(row.record, row.part)
    )
    for record, part, salt, content in _rows(connection, rows):
        yield Beside(record, (part or b"").decode(errors="replace"), salt or b"", content or b"")


def _materials(connection: Connection) -> Iterator[Material]:
    rows = select(cast(MATERIAL.c.digest, LargeBinary), MATERIAL.c.content)
    for digest, content in _rows(connection, rows):
        yield Material((digest or b"").decode(errors="replace"), content or b"")


def _rows(connection: Connection, rows: Select[Any]) -> Iterator[Any]:
    return iter(connection.execution_options(yield_per=AT_ONCE).execute(rows))


def _unguarded(connection: Connection) -> Iterator[Fault]:
    """Tables and guards that are not as they were made."""
    found, should = objects(connection), intended(layout_of(connection))
    for name in sorted(found.keys() | should.keys()):
        if found.get(name) != should.get(name):
            how = "missing" if name not in found else "another" if name in should else "a stranger"
            yield Fault("unguarded", None, f"'{name}', which keeps it append-only, is {how}")


def _broken(connection: Connection) -> Iterator[Fault]:
    """What SQLite itself finds wrong with the file."""
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(5)"):
        if told != "ok":
            yield Fault("damaged", None, f"the file is damaged: {told}")


def _damage(seen: _Seen, error: DamagedFileError) -> Fault:
    last = None if seen.newest is None else seen.newest.place
    if seen.beside is not None:
        told = f"what stands beside the records can be read up to record {seen.beside}"
        return Fault("damaged", seen.beside + 1, f"{told}; {error}", beside=True)
    told = "no record can be read" if last is None else f"records can be read up to record {last}"
    return Fault("damaged", 0 if last is None else last + 1, f"{told}; {error}")


def _against(seen: _Seen, checkpoints: Sequence[Checkpoint]) -> Iterator[Fault]:
    """What differs from the checkpoints, the earliest first."""
    newest = -1 if seen.newest is None else seen.newest.place
    agreed = 0
    for one in sorted(checkpoints, key=lambda one: one.sequence):
        if one.store != seen.store:
            told = f"the checkpoint of {one.time} is of another store, {one.store}"
            yield Fault("altered", 0, told)
        elif one.sequence > newest:
            told = f"the store ended with record {one.sequence} on {one.time}: all after {newest} "
            yield Fault("cut off", newest + 1, f"{told}is gone")
        elif one.sequence not in seen.digests:
            continue  # that it was altered is told already
        elif seen.digests[one.sequence] != one.digest:
            told = f"it or one before it, after record {agreed}, was written anew"
            yield Fault("altered", one.sequence, f"the checkpoint of {one.time} differs: {told}")
        else:
            agreed = one.sequence
