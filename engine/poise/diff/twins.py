"""Two packs before the same answers: what may be said in an assessment is shared, whatever follows
from it is each pack's own.

Terms of what both packs declare alike are the very same terms. Of what they declare otherwise each
has its own, and what one assessment says of it is the same for both, as far as both can read it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import z3

from poise.check.cone import Cone
from poise.conditions import Condition
from poise.diff.readable import agree, agree_on_records, silent
from poise.pack import RulePack
from poise.solver.standing import Standings, label_conditions
from poise.solver.world import World
from poise.vocabulary import Records


class Twins:
    """The worlds of two packs, over the assessments that both can read.

    `extra` are further conditions of either pack, by names of their own.
    """

    def __init__(
        self,
        packs: tuple[RulePack, RulePack],
        cones: tuple[Cone, Cone],
        extra: tuple[dict[str, Condition], dict[str, Condition]],
    ) -> None:
        self.packs = packs
        self._apart = _apart(packs, cones)
        self.old = World(packs[0], label_conditions(packs[0]) | extra[0])
        self.new = World(packs[1], label_conditions(packs[1]) | extra[1], called=self._called)
        self.worlds = (self.old, self.new)
        self.standings = (Standings(self.old), Standings(self.new))
        self._links: list[z3.BoolRef] = []
        self._linked: set[str] = set()
        self._facts = tuple(frozenset(pack.model.askable) for pack in packs)

    @property
    def exactly(self) -> z3.BoolRef:
        """That every answer is exact."""
        return self.old.exactly

    def constraints(self) -> list[z3.BoolRef]:
        """What limits all that was asked of either world so far."""
        while wanted := {*self.old.facts, *self.new.facts} - self._linked:
            for name in sorted(wanted):
                self._linked.add(name)
                self._links.extend(self._link(name))
        return [*self.old.constraints, *self.new.constraints, *self._links]

    def learn(self, proved: z3.BoolRef) -> None:
        """Takes what was proved of both worlds for granted."""
        self._links.append(proved)

    def ordinary(self, date: datetime.date) -> list[z3.BoolRef]:
        """What makes an assessment one that can be written on a day."""
        return [*self.old.ordinary(date), *self.new.ordinary(date)]

    def _called(self, name: str) -> str:
        return f"{name} (new)" if name in self._apart else name

    def _link(self, name: str) -> Iterator[z3.BoolRef]:
        """That an assessment says of a fact what both packs can read of it."""
        in_old, in_new = (name in facts for facts in self._facts)
        if not (in_old and in_new):
            world = self.old if in_old else self.new
            yield silent(world.state(name))
            return
        old, new = self.old.state(name), self.new.state(name)
        kinds = [pack.vocabulary.kind(name) for pack in self.packs]
        if name in self._apart:
            yield from agree(name, self._called(name), (old, new), (kinds[0], kinds[1]))
        if isinstance(kinds[0], Records) and isinstance(kinds[1], Records):
            lists = self.old.records(name), self.new.records(name)
            if name in self._apart:
                yield from agree_on_records(lists, (kinds[0], kinds[1]))


def _apart(packs: tuple[RulePack, RulePack], cones: tuple[Cone, Cone]) -> frozenset[str]:
    """The facts, measures and ceilings that both packs have, and not with the same meaning."""
    named = [
        {
            *pack.model.askable,
            *(one.id for one in pack.ground.measures),
            *(one.id for one in pack.ground.excesses),
        }
        for pack in packs
    ]
    return frozenset(
        name for name in named[0] & named[1] if cones[0].fact(name) != cones[1].fact(name)
    )
