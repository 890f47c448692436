"""Packs that were read before, kept for the next command, so that an unchanged pack starts at once.

Only the command line keeps packs; a program that embeds Poise loads once. A kept pack belongs to
the exact bytes of its files, of those of the packs that it extends, and to this very engine, so
that any change reads afresh. It is a private file of the user's, and one that others could have
written is not opened. `POISE_KEEP=no` keeps nothing.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from poise.linked import Linked
from poise.loading import PackError, assemble, default_folder, layers, read
from poise.pack import RulePack
from poise.problems import Collector, Problem
from poise.reading.folders import yaml_files
from poise.rete import available
from poise.source import MAX_BYTES
from poise.version import VERSION

MOST = 20
"""How many packs are kept; the oldest go first."""


def load_kept(path: str | None) -> RulePack:
    """Load a pack as `poise.load` does, reading it only if something changed."""
    pack, problems = load_kept_or_problems(path)
    if pack is None:
        raise PackError(tuple(one for one in problems if one.severity == "error"))
    return pack


def load_kept_or_problems(path: str | None) -> tuple[RulePack | None, tuple[Problem, ...]]:
    """A pack and all that is to be said of it, as `poise.loading.load_or_problems` has them."""
    folder = default_folder() if path is None else Path(path)
    place = _place(folder, path)
    linked = _kept(place) if place else None
    if linked is not None:
        return assemble(linked), linked.warnings
    linked, problems = read(path)
    if linked is None:
        return None, problems
    if place and place == _place(folder, path):  # else somebody wrote while it was read
        _keep(place, linked)
    return assemble(linked), problems


def _place(folder: Path, path: str | None) -> Path | None:
    """Where this very pack would be kept; None where nothing is."""
    if os.environ.get("POISE_KEEP") == "no":
        return None
    key = hashlib.sha256(f"{VERSION} {sys.version} {available()} {path}".encode())
    try:
        for source in sorted(Path(__file__).resolve().parents[1].rglob("*.py")):
            told = source.stat()
            key.update(f"{source} {told.st_size} {told.st_mtime_ns}".encode())
        for layer in layers(folder):
            key.update(f"{layer}\0".encode())
            for file in _plain_files(layer):
                key.update(file.relative_to(layer).as_posix().encode() + b"\0")
                key.update(hashlib.sha256(file.read_bytes()).digest())
        return home() / f"{key.hexdigest()}.pack"
    except (OSError, ValueError, RuntimeError):
        return None


def _plain_files(folder: Path) -> Iterator[Path]:
    """The files of one folder of a pack; ValueError where one is no plain file or a link.

    Where a link leads may change without any of these files, so such a pack is not kept.
    """
    problems = Collector()
    for file in yaml_files(folder, str(folder), problems):
        told = file.lstat()
        if not stat.S_ISREG(told.st_mode) or told.st_size > MAX_BYTES:
            raise ValueError(file)
        yield file
    if problems:
        raise ValueError(folder)


def home() -> Path:
    """The folder of what Poise keeps; private to the user."""
    caches = os.environ.get("XDG_CACHE_HOME")
    home = (Path(caches) if caches else Path.home() / ".cache") / "poise"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


def _kept(place: Path) -> Linked | None:
    try:
        for one in (place.parent, place):
            told = one.stat()
            if told.st_uid != os.getuid() or told.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                return None
        found = pickle.loads(place.read_bytes())  # noqa: S301 - the user's own private file
    except Exception:
        return None
    return found if isinstance(found, Linked) else None


def _keep(place: Path, linked: Linked) -> None:
    """Written aside and moved into place, so that nobody reads half of one."""
    with contextlib.suppress(OSError):
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            _Pickler(file, protocol=pickle.HIGHEST_PROTOCOL).dump(linked)
        Path(file.name).replace(place)
        kept = sorted(place.parent.glob("*.pack"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-MOST]:
            old.unlink()


class _Pickler(pickle.Pickler):
    """Keeps a frozen value as its class and its fields: made again it is twice as fast to read
    back as by what `dataclasses` does for slots."""

    def reducer_override(self, value: Any) -> Any:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return type(value), tuple(getattr(value, one) for one in _fields(type(value)))
        return NotImplemented


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    # INVARIANT: every field of a kept value is given to its class in this order.
    return tuple(field.name for field in dataclasses.fields(kind))
