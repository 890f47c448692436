"""Loads packs: reads a folder, checks it, grounds it, and writes it for the second engine.

What reads files is imported only when a pack is read: a process that has a linked pack already
(`poise.cli.kept`) needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poise.grounded import GroundedPack
from poise.linked import Linked
from poise.pack import RulePack
from poise.problems import At, Collector, Problem
from poise.rete import Network, SecondEngineLimit, Written, available
from poise.situation import model

if TYPE_CHECKING:
    from poise.reading.bases import Chain
    from poise.reading.layers import Checked

SHIPPED_PACK = Path(__file__).resolve().parent / "default_pack"
REPOSITORY_PACK = Path(__file__).resolve().parents[2] / "rules"


class PackError(Exception):
    """A pack cannot be loaded; `problems` tells every reason at its place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load(path: str | Path | None = None) -> RulePack:
    """Load a pack from a folder, or the built-in pack. Raises PackError with all problems."""
    pack, problems = load_or_problems(path)
    if pack is None:
        raise PackError(tuple(one for one in problems if one.severity == "error"))
    return pack


def load_or_problems(
    path: str | Path | None = None,
) -> tuple[RulePack | None, tuple[Problem, ...]]:
    """Load a pack; with an error, None. All problems come back, warnings among them."""
    found, problems = read(path)
    return None if found is None else assemble(found), problems


def default_folder() -> Path:
    """Where the built-in pack lies: inside an installed Poise, or in its repository."""
    return SHIPPED_PACK if SHIPPED_PACK.is_dir() else REPOSITORY_PACK


def shown(path: str | Path | None) -> str:
    """How messages name a pack's folder."""
    return "rules" if path is None else str(path)


def chain(default: Path | None = None) -> Chain:
    """How packs are followed to what they extend; `default` stands in for the built-in pack."""
    from poise.reading.bases import Chain, Folder

    return Chain(Folder(default or default_folder(), shown(None)))


def layers(folder: Path) -> Iterator[Path]:
    """A pack's folder, and then those of the packs that it extends. Raises OSError."""
    yield folder
    if b"extends" in (folder / "pack.yaml").read_bytes():
        from poise.reading.bases import Folder

        yield from (base.path for base, _ in chain().below(Folder(folder, str(folder))))


def read_whole(
    path: str | Path | None, problems: Collector, default: Path | None = None
) -> Checked | None:
    """Read and check a folder, and keep what its files say; None where there are problems."""
    from poise.reading.bases import Folder
    from poise.reading.layers import read_checked

    folder = default_folder() if path is None else Path(path)
    return read_checked(Folder(folder, shown(path)), chain(default), problems)


def read(
    path: str | Path | None = None, default: Path | None = None
) -> tuple[Linked | None, tuple[Problem, ...]]:
    """Read and check a folder; with an error, None."""
    problems = Collector()
    checked = read_whole(path, problems, default)
    found = None if checked is None else linked(checked, path, problems)
    return found, problems.sorted()


def linked(checked: Checked, path: str | Path | None, problems: Collector) -> Linked | None:
    """A pack as plain values, without its files; None where the second engine cannot hold it."""
    from poise.check.structure import dropped_sequences

    written = _written(checked.ground.logic, path, problems)
    if problems.errors:
        return None
    contents = checked.contents
    return Linked(
        contents=contents,
        ground=checked.ground,
        digest=contents.digest,
        dropped_sequences=dropped_sequences(contents),
        warnings=problems.sorted(),
        written=written,
    )


def assemble(linked: Linked) -> RulePack:
    """A pack ready to plan with."""
    made = model(linked.contents.vocabulary, linked.contents.taxonomy, linked.ground)
    return RulePack(linked, made, Network(linked.written) if linked.written else None)


def _written(logic: GroundedPack, path: str | Path | None, problems: Collector) -> Written | None:
    """The pack for the second engine, where that can run."""
    from poise.lower import lower
    from poise.rete.writer import write

    if not available():
        return None
    try:
        return write(lower(logic))
    except SecondEngineLimit as error:
        problems.error(
            At(f"{shown(path)}/pack.yaml", 0, 0),
            "engine-limit",
            f"the pack is larger than the second engine can hold: {error}",
            "split the pack, or the rules or facts that are named",
        )
        return None
