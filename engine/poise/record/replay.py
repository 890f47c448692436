"""Drawing up a recorded plan again, from nothing but what was recorded.

With the pack that was kept and the same version of Poise the same bytes come out. With another
version, or with other rules, it shows what differs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from poise.canonical import encoded
from poise.loading import assemble
from poise.pack import AssessmentError, RulePack
from poise.record.differing import Difference, differences
from poise.record.errors import RecordError
from poise.record.form import Record
from poise.record.packs import read_again, read_material, read_pack
from poise.record.reading import content, find, records
from poise.record.store import Store
from poise.version import VERSION


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of one decision, drawn up again."""

    sequence: int
    engine: str
    """The version that drew it up when it was recorded."""
    pack: str
    """The digest of the pack that was used now."""
    same: bool
    """Whether the same bytes came out."""
    differences: tuple[Difference, ...] = ()
    trouble: str = ""
    """Why it could not be drawn up again; empty where it could."""
    gone: bool = False
    """Whether it was erased, so that there is nothing to draw up."""


def replay(store: Store, sequence: int, rules: RulePack | None = None) -> Replay:
    """Draw up one decision again, with the pack that was kept or with other rules."""
    with store.reading() as connection:
        record = find(connection, sequence, "decision").record
        return _replay(connection, record, _packs(connection, rules))


def replay_all(store: Store, rules: RulePack | None = None) -> Iterator[Replay]:
    """Draw up every decision again."""
    with store.reading() as connection:
        packs = _packs(connection, rules)
        decisions = [kept.record for kept in records(connection) if kept.record.kind == "decision"]
        for record in decisions:
            yield _replay(connection, record, packs)


Packs = Callable[[Record], RulePack]


def _packs(connection: Connection, rules: RulePack | None) -> Packs:
    """The pack for a record; each that was kept is read once."""
    if rules is not None:
        return lambda _: rules
    loaded: dict[str, RulePack] = {}

    def kept(record: Record) -> RulePack:
        files = str(record.said["pack"]["files"])
        if files not in loaded:
            loaded[files] = _load(connection, files)
        return loaded[files]

    return kept


def _load(connection: Connection, files: str) -> RulePack:
    linked, problems = read_again(read_pack(connection, files))
    if linked is None:
        first = next(one for one in problems if one.severity == "error")
        raise RecordError(
            f"the pack that was kept does not load with Poise {VERSION}: {first.message}",
            "replay it with the version of Poise that recorded it",
        )
    return assemble(linked)


def _replay(connection: Connection, record: Record, packs: Packs) -> Replay:
    engine = str(record.said["engine"]["version"])
    assessment = content(connection, record, "assessment")
    before = content(connection, record, "plan")
    if assessment is None or before is None:
        return Replay(record.sequence, engine, "", same=False, gone=True)
    pack = packs(record)
    try:
        plan = pack.plan(assessment, _clinic(connection, record))
    except AssessmentError as error:
        trouble = "; ".join(f"{one.file}: {one.message}" for one in error.problems)
        return Replay(record.sequence, engine, pack.digest, same=False, trouble=trouble)
    same = plan.canonical_bytes() == _canonical(before)
    found = () if same else differences(before, plan.as_dict())
    return Replay(record.sequence, engine, pack.digest, same, found)


def _clinic(connection: Connection, record: Record) -> Any:
    digest = record.said["clinic"]
    return None if digest is None else json.loads(read_material(connection, digest))


def _canonical(plan: Mapping[str, Any]) -> bytes:
    """A recorded plan's canonical bytes: which engines ran stands outside them."""
    return encoded({**plan, "engine": {"version": plan["engine"]["version"]}})
