"""What the solver found clean, kept between commands by the digest of what it rests on.

Only what was proved is kept, never a problem: a digest that somebody made up could at worst hide
one, so the file is the user's own and private, as kept packs are. `POISE_KEEP=no` keeps nothing.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from poise.cli.kept import home

MOST = 20_000
"""So many digests are kept; then all are forgotten, and found again."""


@contextlib.contextmanager
def clean() -> Iterator[set[str]]:
    """The digests of what was found clean; what is added is kept for the next command."""
    place = _place()
    known = _read(place) if place else set()
    found = set(known)
    yield found
    if place and found != known:
        _write(place, found if len(found) <= MOST else found - known)


def _place() -> Path | None:
    if os.environ.get("POISE_KEEP") == "no":
        return None
    with contextlib.suppress(OSError, RuntimeError):
        return home() / "clean.txt"
    return None


def _read(place: Path) -> set[str]:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        for one in (place.parent, place):
            told = one.stat()
            if told.st_uid != os.getuid() or told.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                return set()
        return set(place.read_text(encoding="ascii").split())
    return set()


def _write(place: Path, digests: set[str]) -> None:
    """Written aside and moved into place, so that nobody reads half of it."""
    with contextlib.suppress(OSError):
        with tempfile.NamedTemporaryFile("w", dir=place.parent, delete=False) as file:
            file.write("\n".join(sorted(digests)))
        Path(file.name).replace(place)
