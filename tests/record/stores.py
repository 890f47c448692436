"""Stores that tests write in, and ways to tamper with them that leave no guard in place."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gardens import GARDEN, assessed, whole
from poise.record import Store, decide, keep, open_store, read_store, verify
from poise.record.chain import Fault
from poise.record.erasure import erase_decision
from poise.record.feedback import answer

PALE = {"lawn.pale": "yes", "soil.dryness": "marked", "site.frost": "no"}
THIN = {"hedge.gaps": {"both": "severe"}, "site.frost": "no"}
CLINIC = {"setting": {"country": "NL"}}


class Ticking:
    """A clock that goes on by a second whenever it is read, and can be put back."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 6, 15, 9, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(seconds=1)
        return self.now


class Salting:
    """Salts that are the same in every run."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> bytes:
        self.count += 1
        return self.count.to_bytes(32, "big")


def opened(path: Path, clock: Ticking | None = None) -> Store:
    return open_store(path, clock=clock or Ticking(), salts=Salting(), patience=0.1)


def grow(path: Path) -> Path:
    """A store with every kind of record: five decisions, answers, and one decision erased."""
    kept = keep(whole(), GARDEN)
    with opened(path) as store:
        decide(store, kept, assessed(PALE), CLINIC, case="A-1", role="gardener")
        decide(store, kept, assessed(THIN), case="A-2", role="gardener")
        answer(store, 1, "accepted", role="gardener", item="feed/lawn")
        answer(
            store, 2, "overridden", role="gardener", item="mulch/hedge", reason="judgement",
            words="Not in June.",
        )  # fmt: skip
        for number in range(3):
            decide(store, kept, assessed(PALE | THIN), case=f"B-{number}")
        erase_decision(store, 5, role="keeper", reason="patient-request")
    return path


def faults(path: Path) -> tuple[Fault, ...]:
    with read_store(path) as store:
        return verify(store).faults


def first(path: Path) -> tuple[str, int | None]:
    """What the first fault of a store is, and of which record."""
    found = faults(path)
    return (found[0].what, found[0].record) if found else ("", None)


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """A store in the hands of somebody who knows SQLite, and leaves no trace of it."""
    connection = sqlite3.connect(path, isolation_level=None)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    kept = guards.fetchall()
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    yield connection
    for _, made in kept:
        connection.execute(made)
    connection.close()


def rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    connection.close()
    return found
