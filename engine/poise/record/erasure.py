"""Erasing what stands beside the chain: a patient's right, or the end of a retention period.

The records stay, with commitments that say nothing any more. A further record says what was
erased, in which role, when and why; `verify` then says erased, not altered.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from poise.problems import did_you_mean
from poise.record.decisions import check_role
from poise.record.errors import RecordError, told
from poise.record.jcs import canonical
from poise.record.layout import PAYLOAD
from poise.record.reading import find, of_case, records
from poise.record.store import Kept, Store, Writing

REASONS: Mapping[str, str] = {
    "patient-request": "the patient asked for it, as is their right",
    "retention-ended": "the time for which it had to be kept is over",
    "recorded-wrongly": "it belonged to another patient, or should not have been recorded",
    "ordered": "an authority or a court ordered it",
}


def erase_decision(store: Store, sequence: int, *, role: str, reason: str, words: str = "") -> Kept:
    """Erase a decision's parts, and those of all feedback on it. Raises RecordError."""
    _check(role, reason)
    with store.writing() as writing:
        find(writing.connection, sequence, "decision")
        kept = _erase(writing, [sequence], role, reason, words)
    return _finished(store, kept, f"the parts of record {sequence} were erased before")


def erase_case(store: Store, case: str, *, role: str, reason: str, words: str = "") -> Kept:
    """Erase every decision of a case, with all feedback on them. Raises RecordError."""
    _check(role, reason)
    with store.writing() as writing:
        found = of_case(writing.connection, case)
        kept = _erase(writing, found, role, reason, words)
    return _finished(store, kept, f"no decision of the case '{case}' is left to erase")


def erase_due(store: Store, today: datetime.date, *, role: str, words: str = "") -> Kept:
    """Erase every decision whose retention date is before `today`. Raises RecordError."""
    _check(role, "retention-ended")
    with store.writing() as writing:
        due = [
            kept.record.sequence
            for kept in records(writing.connection)
            if (kept.record.said.get("retain_until") or "9999") < today.isoformat()
        ]
        kept = _erase(writing, due, role, "retention-ended", words)
    return _finished(store, kept, f"no retention date before {today} is left")


def _check(role: str, reason: str) -> None:
    if not role:
        raise RecordError("an erasure says in which role it was made", "say it with --role")
    check_role(role)
    if reason not in REASONS:
        raise RecordError(f"'{reason}' is no reason to erase", did_you_mean(reason, REASONS))


def _erase(
    writing: Writing, decisions: Iterable[int], role: str, reason: str, words: str
) -> Kept | None:
    """One record of the erasure, and what it names is gone; None where nothing is left."""
    connection = writing.connection
    rows = _rows(connection, frozenset(decisions))
    if not rows:
        return None
    parts = {"words": canonical(words)} if words else {}
    erases = [{"record": record, "part": part} for record, part in rows]
    kept = writing.append("erasure", role, parts, {"erases": erases, "reason": reason})
    for record, part in rows:
        connection.execute(
            delete(PAYLOAD).where(PAYLOAD.c.record == record, PAYLOAD.c.part == part)
        )
    return kept


def _rows(connection: Connection, decisions: frozenset[int]) -> list[tuple[int, str]]:
    """What is left of decisions and of the feedback on them."""
    concerned = set(decisions)
    if decisions:
        concerned |= {
            kept.record.sequence
            for kept in records(connection)
            if kept.record.kind == "feedback" and kept.record.said["about"] in decisions
        }
    left = connection.execute(
        select(PAYLOAD.c.record, PAYLOAD.c.part).order_by(PAYLOAD.c.record, PAYLOAD.c.part)
    )
    return [(record, part) for record, part in left if record in concerned]


def _finished(store: Store, kept: Kept | None, nothing: str) -> Kept:
    """INVARIANT: what was erased stands in no file any more, the write-ahead log among them."""
    if kept is None:
        raise RecordError(nothing)
    left = "it is erased, and may still stand in the store's '-wal' file"
    with told(store.path, left), store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return kept
