"""Rules that no assessment can make hold, and tests in them that never matter."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any, Protocol

from poise.canonical import digest
from poise.check.cone import Cone
from poise.conditions import AllOf, Condition, Line
from poise.pack import RulePack
from poise.problems import Problem
from poise.rules import Rule


class Kept(Container[str], Protocol):
    """Remembers what was found clean, by the digest of what it rests on."""

    def add(self, digest: str, /) -> None: ...


def reach_problems(pack: RulePack, kept: Kept) -> Iterator[Problem]:
    """What is clean is remembered and not asked again."""
    reach = _Reach(pack)
    for rule in pack.rules:
        if rule.stage == "active":
            yield from reach.problems(rule, kept)


class _Reach:
    """Asks one world of every rule; it is made when it is first asked."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._cone = Cone(pack)
        self._made: Any = None

    def problems(self, rule: Rule, kept: Kept) -> Iterator[Problem]:
        names = [
            rule.id if place is None else f"{rule.id}@{place}"
            for place in self._pack.vocabulary.places(rule.each) or (None,)
        ]
        rests_on = digest(("reach", [self._cone.proposition(name) for name in names]))
        if rests_on in kept:
            return
        told = self._told(rule, names)
        if told is None:
            kept.add(rests_on)
        else:
            yield told

    def _told(self, rule: Rule, names: list[str]) -> Problem | None:
        from poise.solver.search import UndecidedError

        try:
            if not any(self._may_hold(name) for name in names):
                return self._problem(
                    rule, "never-holds", "can never surely hold", "its tests exclude each other"
                )
            idle = self._idle(names)
        except UndecidedError as error:
            return self._problem(rule, "not-decided", f"is not decided: {error}", "")
        if idle is None:
            return None
        what = f"tests '{idle}' in vain: whenever the other tests hold, this one does too"
        return self._problem(rule, "idle-test", what, "leave it out, or test what was meant")

    def _problem(self, rule: Rule, code: str, what: str, hint: str) -> Problem:
        place = self._pack.contents.places[rule.id]
        return Problem(*place, code, f"the rule '{rule.id}' {what}", hint, "warning")

    def _may_hold(self, name: str) -> bool:
        world, search = self._world()
        return bool(search.possible(world.truths(name).true))

    def _idle(self, names: list[str]) -> str | None:
        """The name of a line that never matters, at any place."""
        conditions = [self._pack.ground.conditions[name] for name in names]
        first = conditions[0]
        if not isinstance(first, AllOf) or len(first.items) < 2:
            return None
        for number, line in enumerate(first.items):
            if isinstance(line, Line) and not any(
                self._matters(one, number) for one in conditions if isinstance(one, AllOf)
            ):
                return self._pack.vocabulary.split(line.fact)[0]
        return None

    def _matters(self, condition: AllOf, number: int) -> bool:
        """Whether all other tests can hold without this one."""
        from poise.solver.terms import denied, every

        world, search = self._world()
        items = [world.truths(f"test {digest(item)}") for item in condition.items]
        others = [one.true for index, one in enumerate(items) if index != number]
        return bool(search.possible(every(others), denied(items[number].true)))

    def _world(self) -> tuple[Any, Any]:
        if self._made is None:
            from poise.solver.search import Search
            from poise.solver.world import World

            world = World(self._pack, _lines(self._pack))
            self._made = (world, Search(world, self._pack.head.released))
        made: tuple[Any, Any] = self._made
        return made


def _lines(pack: RulePack) -> dict[str, Condition]:
    """Each test of each rule by itself, named by what it says."""
    found: dict[str, Condition] = {}
    for condition in pack.ground.conditions.values():
        for item in condition.items if isinstance(condition, AllOf) else ():
            found[f"test {digest(item)}"] = item
    return found
