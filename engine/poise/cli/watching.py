"""Looks at a pack again and again, and tells when a file of it, or of one that it extends, was
written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from poise.loading import layers
from poise.problems import Collector
from poise.reading.folders import yaml_files

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
    found: set[tuple[str, int, int]] = set()
    with suppress(OSError):  # what it extends is not known while it has no head
        for layer in layers(folder):
            found.update(_files(layer))
    return frozenset(found)


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for path in yaml_files(folder, str(folder), Collector()):
        with suppress(OSError):  # it was taken away while we looked
            told = path.stat()
            yield str(path), told.st_size, told.st_mtime_ns
