"""What rules leave open, and so ask for, over all assessments: the lines that an open condition
waits on, as `poise.evaluate.open_facts` finds them in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import z3

from poise.canonical import digest
from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf
from poise.diff.observed import unlike
from poise.diff.twins import Twins
from poise.pack import RulePack
from poise.solver.terms import NO, both, denied, some
from poise.solver.world import World
from poise.trees import facts_read


def parts(pack: RulePack, propositions: Iterable[str]) -> dict[str, Condition]:
    """Each part of these conditions by itself, as a world wants to be told of them."""
    conditions = (pack.ground.conditions[name] for name in propositions)
    return {_named(one): one for whole in conditions for one in _parts(whole)}


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    match condition:
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            for item in items:
                yield from _parts(item)


def _named(condition: Condition) -> str:
    return f"part {digest(condition)}"


def asked_otherwise(twins: Twins, old: Iterable[str], new: Iterable[str]) -> z3.BoolRef:
    """That these propositions of the one pack wait on a name on which those of the other do not."""
    sides = [
        [pack.ground.conditions[name] for name in names]
        for pack, names in zip(twins.packs, (old, new), strict=True)
    ]
    names = dict.fromkeys(name for side in sides for one in side for name in facts_read(one))
    return some(
        unlike(
            *(
                some(_waits(world, one, name) for one in side)
                for world, side in zip(twins.worlds, sides, strict=True)
            )
        )
        for name in names
    )


def _waits(world: World, condition: Condition, name: str) -> z3.BoolRef:
    if name not in facts_read(condition):
        return NO
    truths = world.truths(_named(condition))
    still = both(denied(truths.true), denied(truths.false))
    match condition:
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            return both(still, some(_waits(world, item, name) for item in items))
        case Line():
            return still
    return NO
