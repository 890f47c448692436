"""Opening a store: recognised, laid out where it is new, raised where it is older."""

from __future__ import annotations

import os
import secrets
import sqlite3
import time
import urllib.parse
import uuid
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from poise.record.errors import RecordError, told
from poise.record.form import Clock, utc_now
from poise.record.layout import APPLICATION, LAYOUT, application_of, layout_of, raise_layout
from poise.record.store import NOT_READ, NOT_RECORDED, Salts, Store, Writing

PATIENCE = 10.0
"""How many seconds another writer is waited for."""


def new_salt() -> bytes:
    return secrets.token_bytes(32)


def open_store(
    path: str | os.PathLike[str],
    *,
    clock: Clock = utc_now,
    salts: Salts = new_salt,
    patience: float = PATIENCE,
) -> Store:
    """Open a store to record in; a new one is made where there is none. Raises RecordError."""
    store = Store(Path(path), _engine(Path(path), "rwc", patience), clock, salts)
    try:
        with told(store.path, NOT_RECORDED):
            _recognise(store, NOT_RECORDED)
            _prepare(store, patience)
    except BaseException:
        store.close()
        raise
    return store


def write_store(path: str | os.PathLike[str], *, patience: float = PATIENCE) -> Store:
    """Open a store that is there, to record in it. Raises RecordError."""
    read_store(path, patience=patience).close()
    return open_store(path, patience=patience)


def read_store(path: str | os.PathLike[str], *, patience: float = PATIENCE) -> Store:
    """Open a store to read and verify: nothing in it is changed. Raises RecordError."""
    if not Path(path).is_file():
        raise RecordError(
            f"there is no store '{path}'",
            "check the path; a store is made by 'poise plan FILE --record STORE'",
        )
    store = Store(Path(path), _engine(Path(path), "ro", patience), utc_now, new_salt)
    try:
        if _recognise(store, NOT_READ) == 0:
            raise RecordError(f"'{path}': the store is empty: nothing was ever recorded in it")
    except BaseException:
        store.close()
        raise
    return store


def _engine(path: Path, mode: str, patience: float) -> Engine:
    def connect() -> sqlite3.Connection:
        address = f"file:{urllib.parse.quote(str(path.absolute()))}?mode={mode}"
        connection = sqlite3.connect(
            address, timeout=patience, isolation_level=None, check_same_thread=False, uri=True
        )
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, max_overflow=-1)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _recognise(store: Store, nothing: str) -> int:
    """The file's layout, 0 where it is empty. Raises RecordError for what is no store."""
    with told(store.path, nothing), store.engine.connect() as connection, connection.begin():
        layout, mark = layout_of(connection), application_of(connection)
        if mark != APPLICATION:
            count = "SELECT count(*) FROM sqlite_master"
            if layout == 0 and connection.exec_driver_sql(count).scalar_one() == 0:
                return 0
            raise RecordError(
                f"'{store.path}': this is a database, but no store of decision records; {nothing}",
                "check the path",
            )
    if layout > LAYOUT:
        raise RecordError(
            f"'{store.path}': the store has layout {layout}, and this Poise knows layouts up to "
            f"{LAYOUT}; {nothing}",
            "use the newer Poise that wrote it",
        )
    return layout


def _prepare(store: Store, patience: float) -> None:
    """Lay out a new store; raise an older one, which is recorded as everything is."""
    _write_ahead(store.engine, patience)
    with store.engine.connect() as connection:
        layout = layout_of(connection)
    if layout == LAYOUT:
        return
    with (
        store.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection,
        connection.begin(),
    ):
        found = layout_of(connection)  # another process may have been quicker
        raise_layout(connection)
        writing = Writing(connection, store.clock, store.salts)
        if found == 0:
            said = {"store": str(uuid.uuid4()), "layout": LAYOUT}
            writing.append("opening", "", said=said)
        elif found < LAYOUT:
            writing.append("upgrade", "", said={"from": found, "to": LAYOUT})


def _write_ahead(engine: Engine, patience: float) -> None:
    """Two processes that make a store at once are in each other's way: SQLite does not wait."""
    until = time.monotonic() + patience
    connection = engine.raw_connection()
    try:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                    raise
                time.sleep(0.01)
    finally:
        connection.close()
