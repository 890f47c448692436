"""Looks at a folder again and again, and tells when a rule file in it was written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.3
"""Seconds between two looks; an editor that saves in several steps is done within one."""

Seen = frozenset[tuple[str, int, int]]


def saves(folder: Path) -> Iterator[None]:
    """Once at the start, then after each change, for as long as somebody wants to know."""
    seen = _seen(folder)
    yield
    while True:
        time.sleep(PAUSE)
        now = _seen(folder)
        if now != seen:
            seen = now
            yield


def _seen(folder: Path) -> Seen:
    found = set()
    for path in folder.rglob("*.y*ml"):
        try:
            told = path.stat()
        except OSError:
            continue  # it was taken away while we looked
        found.add((str(path), told.st_size, told.st_mtime_ns))
    return frozenset(found)
