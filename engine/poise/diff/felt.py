"""Where a change makes itself felt, as formulas: something is done, found or asked otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from poise.conditions import Condition
from poise.diff.asks import asked_otherwise, parts
from poise.diff.deeds import Deeds
from poise.diff.observed import Observed
from poise.diff.twins import Twins
from poise.diff.units import Unit
from poise.pack import RulePack
from poise.solver.terms import YES, some


def parts_of(
    packs: tuple[RulePack, RulePack], deeds: Deeds, units: tuple[Unit, ...]
) -> tuple[dict[str, Condition], dict[str, Condition]]:
    """For either pack, the parts of every condition that `Felt` looks into."""
    sides = []
    for side, pack in enumerate(packs):
        names = (
            name for unit in units for names in _open(packs, deeds, unit, side) for name in names
        )
        sides.append(parts(pack, names))
    return sides[0], sides[1]


def _open(
    packs: tuple[RulePack, RulePack], deeds: Deeds, unit: Unit, side: int
) -> Iterator[tuple[str, ...]]:
    """The conditions of each thing that a unit does, or concludes, in one pack."""
    for deed in unit.deeds:
        effects = deeds.of[side].get(deed, ())
        yield tuple(name for one in effects for name in (one.proposition, *one.lines))
    for finding in unit.findings:
        known = (one for one in packs[side].ground.logic.findings if one.id == finding)
        yield tuple(one.proposition for each in known for one in each.conclusions)


class Felt:
    """Says of each change where it is felt; what cards decide may be felt anywhere."""

    def __init__(self, twins: Twins, observed: Observed, deeds: Deeds) -> None:
        self._twins = twins
        self._observed = observed
        self._deeds = deeds

    def works(self, unit: Unit) -> z3.BoolRef:
        """Something is done, may be done, or is found otherwise."""
        if not unit.in_deeds:
            return YES
        return some(
            (
                *(self._observed.held(one) for one in unit.deeds),
                *(self._observed.finding(one) for one in unit.findings),
            )
        )

    def asks(self, unit: Unit) -> z3.BoolRef:
        """What it does waits on other open answers, or may: a measure asks for what it is worked
        out from."""
        if unit.what in ("measure", "card"):
            return YES
        old, new = (_open(self._twins.packs, self._deeds, unit, side) for side in (0, 1))
        return some(
            asked_otherwise(self._twins, before, after)
            for before, after in zip(old, new, strict=True)
        )
