"""Which pack a pack extends: finds its folder, and the folders below that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from poise.problems import At, Collector
from poise.reading.scalars import quoted
from poise.source import Block, at, read

DEFAULT = "default"
"""What stands for the built-in pack."""


class Folder(NamedTuple):
    """A pack's folder, and how messages name it."""

    path: Path
    shown: str


class Chain:
    """Follows `extends` from folder to folder; `default` is where the built-in pack lies."""

    def __init__(self, default: Folder) -> None:
        self._default = default

    def base(self, folder: Folder, written: str) -> Folder:
        """The folder that a pack's `extends` names."""
        if written == DEFAULT:
            return self._default
        return Folder(
            Path(os.path.normpath(folder.path / written)),
            Path(os.path.normpath(Path(folder.shown) / written)).as_posix(),
        )

    def below(self, folder: Folder) -> Iterator[tuple[Folder, Any]]:
        """Every pack below one, nearest first, with its head; ends where one is met again."""
        seen = {_same(folder.path)}
        head = _head(folder)
        while isinstance(head, Block) and isinstance(head.get("extends"), str):
            folder = self.base(folder, str(head["extends"]))
            head = _head(folder)
            yield folder, head
            if _same(folder.path) in seen:
                return
            seen.add(_same(folder.path))

    def found(self, folder: Folder, written: Any, problems: Collector, place: At) -> Folder | None:
        """The base of a pack, where all below it can be followed; else None, with a problem."""
        place = at(written, place)
        trouble = self._trouble(folder, written)
        if trouble is None:
            return self.base(folder, written)
        problems.error(place, *trouble)
        return None

    def _trouble(self, folder: Folder, written: Any) -> tuple[str, str, str] | None:
        if not isinstance(written, str) or not written or Path(written).is_absolute():
            hint = f"write '{DEFAULT}', or the path from this folder, such as '../other-pack'"
            return "wrong-kind", f"{quoted(written)} does not name a pack to extend", hint
        path = [folder]
        for base, head in self.below(folder):
            path.append(base)
            if _same(base.path) in {_same(one.path) for one in path[:-1]}:
                told = " -> ".join(one.shown for one in path)
                hint = "let one of them stand by itself"
                return "cycle", f"packs extend each other in a circle: {told}", hint
            if head is None and not (base.path / "pack.yaml").is_file():
                hint = f"write '{DEFAULT}', or the path from the folder of 'pack.yaml'"
                told = f"there is no pack in '{base.shown}', which '{path[-2].shown}' extends"
                return "missing-file", told, hint
        if _nested(folder.path, path[1].path):
            told = f"'{path[1].shown}' and this pack lie one inside the other"
            return "outside-folder", told, "put the two folders side by side"
        return None


def _head(folder: Folder) -> Any:
    """A pack's head as it is written; what is wrong with it is told where the pack is read."""
    return read(folder.path / "pack.yaml", "", Collector())


def _same(path: Path) -> Path:
    return path.resolve()


def _nested(one: Path, other: Path) -> bool:
    left, right = one.resolve(), other.resolve()
    return left.is_relative_to(right) or right.is_relative_to(left)
