"""What can go wrong with a store, told in one sentence with what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError


class RecordError(Exception):
    """A store cannot do what was asked; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class DamagedFileError(RecordError):
    """The file itself is broken: SQLite cannot read it whole."""


_TOLD: Mapping[str, tuple[str, str]] = {
    "SQLITE_BUSY": (
        "another program holds the store locked, and it was waited for in vain",
        "try again; if it stays locked, look for a program that has it open",
    ),
    "SQLITE_FULL": (
        "there is no room left to write",
        "make room on the disk, and record again what was not recorded",
    ),
    "SQLITE_IOERR": (
        "the disk refuses to read or write",
        "look at the room left, the quota and the health of the disk",
    ),
    "SQLITE_READONLY": ("it may not be written", "check who may write the file and its folder"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "check the path, and who may read and write there"),
    "SQLITE_PERM": ("it may not be opened", "check who may read and write the file"),
    "SQLITE_NOTADB": (
        "this is not a store of decision records",
        "check the path; a store is made by 'poise plan FILE --record STORE'",
    ),
}
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_SCHEMA")


@contextmanager
def told(path: Path, nothing: str) -> Iterator[None]:
    """Whatever SQLite answers as a RecordError; `nothing` says what therefore was not done."""
    try:
        yield
    except DBAPIError as error:
        raise _record_error(error.orig, path, nothing) from None
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _record_error(error, path, nothing) from None


def _record_error(error: BaseException | None, path: Path, nothing: str) -> RecordError:
    name = str(getattr(error, "sqlite_errorname", ""))
    # a message that quotes damaged bytes cannot even be read
    unreadable = isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error)
    if name.startswith(_DAMAGED) or unreadable:
        return DamagedFileError(
            f"'{path}': the file is damaged ({error}); {nothing}",
            "keep the file as it is, run 'poise audit verify' on it, and look for a copy",
        )
    for code, (message, hint) in _TOLD.items():
        if name.startswith(code):
            return RecordError(f"'{path}': {message}; {nothing}", hint)
    return RecordError(f"'{path}': {error}; {nothing}", "")
