"""Loads packs: reads a folder, checks it, grounds it, and writes it for the second engine.

What reads files is imported only when a pack is read: a process that has a linked pack already
(`poise.cli.kept`) needs none of it.
"""

from __future__ import annotations

from pathlib import Path

from poise.canonical import digest
from poise.contents import Contents
from poise.grounded import GroundedPack
from poise.grounding import CyclicFindings, Ground, ground
from poise.pack import Linked, RulePack
from poise.problems import At, Collector, Problem
from poise.rete import Network, SecondEngineLimit, Written, available
from poise.situation import model

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
    linked, problems = read(path)
    if linked is None:
        return None, problems
    return assemble(linked), problems


def default_folder() -> Path:
    """Where the built-in pack lies: inside an installed Poise, or in its repository."""
    return SHIPPED_PACK if SHIPPED_PACK.is_dir() else REPOSITORY_PACK


def shown(path: str | Path | None) -> str:
    """How messages name a pack's folder."""
    return "rules" if path is None else str(path)


def read(path: str | Path | None = None) -> tuple[Linked | None, tuple[Problem, ...]]:
    """Read and check a folder; with an error, None."""
    from poise.check.structure import check_contents, dropped_sequences
    from poise.reading.pack import read_contents

    problems = Collector()
    folder = default_folder() if path is None else Path(path)
    contents = read_contents(folder, shown(path), problems)
    if contents is not None and not problems.errors:
        check_contents(contents, problems)
    grounded: Ground | None = None
    if contents is not None and not problems.errors:
        grounded = _grounded(contents, problems)
    written = _written(grounded.logic, path, problems) if grounded else None
    if contents is None or grounded is None or problems.errors:
        return None, problems.sorted()
    # a sign-off names the digest of what was signed, so it stands outside of it
    head = contents.head.model_copy(update={"sign_off": "none"})
    parts = (head, contents.vocabulary, contents.taxonomy, contents.sources, contents.views)
    linked = Linked(
        contents=contents,
        ground=grounded,
        digest=digest((*parts, contents.rules)),
        dropped_sequences=dropped_sequences(contents),
        warnings=problems.sorted(),
        written=written,
    )
    return linked, problems.sorted()


def assemble(linked: Linked) -> RulePack:
    """A pack ready to plan with."""
    made = model(linked.contents.vocabulary, linked.contents.taxonomy, linked.ground)
    return RulePack(linked, made, Network(linked.written) if linked.written else None)


def _grounded(contents: Contents, problems: Collector) -> Ground | None:
    try:
        return ground(contents.vocabulary, contents.rules)
    except CyclicFindings as error:
        from poise.check.structure import report_circle

        report_circle(contents, error.path, problems)
        return None


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
