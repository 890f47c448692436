"""What rules leave open, and so ask for, over all assessments: the lines that an open condition
waits on, as `poise.evaluate.open_facts` finds them in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import z3

from poise.canonical import digest
from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf
from poise.diff.observed import unlike
from poise.diff.twins import Twins
from poise.grounding import Excess
from poise.pack import RulePack
from poise.solver.terms import NO, both, denied, either, some
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
    waits = [
        _waits(world, [pack.ground.conditions[name] for name in names])
        for world, pack, names in zip(twins.worlds, twins.packs, (old, new), strict=True)
    ]
    return some(
        unlike(waits[0].get(name, NO), waits[1].get(name, NO))
        for name in dict.fromkeys((*waits[0], *waits[1]))
    )


def _waits(world: World, conditions: list[Condition]) -> dict[str, z3.BoolRef]:
    """For each name that they read, that one of them waits on it."""
    counted = {one.id: _counts(one) for one in world.pack.ground.excesses}
    found: dict[str, z3.BoolRef] = {}
    for name in dict.fromkeys(name for one in conditions for name in facts_read(one)):
        called = counted.get(name, name)
        waits = some(_waits_on(world, one, name) for one in conditions)
        found[called] = either(found.get(called, NO), waits)
    return found


def _counts(excess: Excess) -> str:
    """A ceiling asks for what it counts, whatever it is called and wherever its limit is."""
    limit = excess.at_most if isinstance(excess.at_most, str) else ""
    return f"ceiling {digest((excess.selector, excess.unit, excess.within, limit))}"


def _waits_on(world: World, condition: Condition, name: str) -> z3.BoolRef:
    if name not in facts_read(condition):
        return NO
    truths = world.truths(_named(condition))
    still = both(denied(truths.true), denied(truths.false))
    match condition:
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            return both(still, some(_waits_on(world, item, name) for item in items))
        case Line():
            return still
    return NO
