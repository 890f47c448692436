"""Two packs and everything that differs between them: the way in from Python.

from poise.diff.packs import compared, read_side
from poise.diff.deciding import decisions          # needs poise[solver]

diff = compared(read_side("rules"), read_side("edited"), decisions)
for change in diff.decisions.changes:
    print(change.ids, change.verdict)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from poise.diff.models import Decisions, Declared, PackDiff, PackNamed, PlanDifference
from poise.diff.plans import moved
from poise.diff.says import Said, differences, means_otherwise, said
from poise.loading import PackError, assemble, linked, read_whole
from poise.pack import RulePack
from poise.problems import Collector

Begun = Callable[[int, int, str], None]
"""Told of each change before it is searched: which, of how many, and what it is called."""
Decide = Callable[
    [tuple[RulePack, RulePack], tuple[Declared, ...], tuple[str, ...]], Decisions | None
]
"""Tells what the changes come to over every assessment there can be; None where it cannot."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two packs, and all that it says."""

    place: str
    pack: RulePack
    said: Said


def read_side(folder: str | Path, place: str = "") -> Side:
    """A pack's folder, and what to call it. Raises PackError with all problems."""
    place = place or str(folder)
    problems = Collector()
    checked = read_whole(folder, problems)
    found = None if checked is None else linked(checked, place, problems)
    if checked is None or found is None:
        raise PackError(tuple(one for one in problems.sorted() if one.severity == "error"))
    return Side(place, assemble(found), said(checked.files, checked.contents))


def compared(
    old: Side,
    new: Side,
    decide: Decide | None = None,
    plans: tuple[PlanDifference, ...] = (),
) -> PackDiff:
    """Everything that differs; what the changes come to only where somebody tells."""
    says = differences(old.said, new.said)
    means = means_otherwise(old.pack, new.pack, says)
    return PackDiff(
        old=_named(old),
        new=_named(new),
        says=says,
        means=means,
        decisions=None if decide is None else decide((old.pack, new.pack), says, means),
        plans=plans,
        moved=moved(plans),
    )


def _named(side: Side) -> PackNamed:
    head = side.pack.head
    return PackNamed(
        place=side.place,
        id=head.id,
        title=head.title,
        version=head.version,
        digest=side.pack.digest,
    )
