"""Where the two packs lie: in a folder, or in a folder as a revision of git has it."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoSuchPackError(Exception):
    """A place is neither a folder nor a revision's folder; the text says why."""


@contextmanager
def folder_of(place: str) -> Iterator[Path]:
    """The folder for a place; what git gives is there only as long as the context is."""
    revision, colon, inner = place.partition(":")
    if Path(place).is_dir() or not colon or not revision:
        yield Path(place)
        return
    with tempfile.TemporaryDirectory() as made:
        _unpack(revision, Path(made))
        yield Path(made) / inner


def _unpack(revision: str, into: Path) -> None:
    """The YAML files of a revision: all of them, as a pack may extend another beside it."""
    if revision.startswith("-"):
        raise NoSuchPackError(f"'{revision}' is not a revision")
    top = _git("rev-parse", "--show-toplevel").decode().strip()
    archive = _git("-C", top, "archive", "--format=tar", revision, "--", ":(glob)**/*.y*ml")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(into, filter="data")


def _git(*arguments: str) -> bytes:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and no argument that git takes as an option
            ["git", *arguments],  # noqa: S607 - the git of whoever calls
            check=True,
            capture_output=True,
        ).stdout
    except FileNotFoundError:
        raise NoSuchPackError("a revision needs git, which is not here") from None
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        raise NoSuchPackError(f"git: {lines[0] if lines else 'it failed'}") from None
