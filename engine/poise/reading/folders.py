"""Which files of a folder belong to a pack: every YAML file but those of its features."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from poise.problems import At, Collector

IGNORED = ("features",)
MAX_FILES = 2_000


def listed(folder: Path) -> tuple[Path, ...]:
    """The files that reading a folder reads, in their order."""
    return tuple(yaml_files(folder, "", Collector()))


def yaml_files(folder: Path, shown: str, problems: Collector) -> Iterator[Path]:
    """Sorted, so that the order in which a disk lists files changes nothing."""

    def refused(error: OSError) -> None:
        name = Path(error.filename).relative_to(folder).as_posix()
        problems.error(
            At(f"{shown}/{printable(name)}"),
            "missing-file",
            f"the folder '{printable(name)}' cannot be read: {(error.strerror or '').lower()}",
            "check who may read it",
        )

    count = 0
    for parent, folders, names in os.walk(folder, onerror=refused):
        at_top = Path(parent) == folder
        folders[:] = sorted(
            one for one in folders if not one.startswith(".") and not (at_top and one in IGNORED)
        )
        for one in folders:
            if (Path(parent) / one).is_symlink():
                _refuse_link((Path(parent) / one).relative_to(folder), shown, problems)
        for one in sorted(names):
            if not one.lower().endswith((".yaml", ".yml")) or one.startswith("."):
                continue
            count += 1
            if count > MAX_FILES:
                problems.error(
                    At(shown),
                    "too-large",
                    f"the folder holds more than {MAX_FILES} files",
                    "is this the right folder?",
                )
                return
            yield Path(parent) / one


def _refuse_link(path: Path, shown: str, problems: Collector) -> None:
    name = printable(path.as_posix())
    problems.error(
        At(f"{shown}/{name}"),
        "outside-folder",
        f"'{name}' is a link to a folder, and is not followed",
        "copy the folder into the pack",
    )


def printable(name: str) -> str:
    """A file's name for a message, whatever bytes the disk has for it."""
    return os.fsencode(name).decode("utf-8", "replace")
