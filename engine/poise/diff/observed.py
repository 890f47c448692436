"""What can be seen of two plans, as formulas over both worlds: that it is not the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import z3

from poise.diff.contrasts import Contrast
from poise.diff.deeds import Deed, Deeds
from poise.diff.labelled import status_name
from poise.diff.twins import Twins
from poise.pack import RulePack
from poise.planning.counsel import URGENCIES
from poise.planning.labels import STATUSES
from poise.planning.standing import RANK
from poise.solver.standing import Place
from poise.solver.terms import NO, YES, Truths, all_of, both, denied, either, every, some

RANKS = range(1, len(RANK))


def unlike(one: z3.BoolRef, other: z3.BoolRef) -> z3.BoolRef:
    """That just one of two holds."""
    if one is other or one.eq(other):
        return NO
    if one is NO or other is NO:
        return other if one is NO else one
    return denied(one) if other is YES else denied(other) if one is YES else one != other


class Observed:
    """Says of what both packs derive where it differs."""

    def __init__(self, twins: Twins, deeds: Deeds) -> None:
        self._twins = twins
        self._deeds = deeds

    # --- where things stand ------------------------------------------------------------------

    def moves(self, one: Contrast) -> z3.BoolRef:
        """That it comes, goes or has another status; where it is asked for, that it is asked."""
        old, new = self._bests(one)
        moved = some(unlike(old.at_least(rank), new.at_least(rank)) for rank in RANKS)
        differs = either(unlike(old.exists, new.exists), both(old.exists, new.exists, moved))
        return differs if one.asked is None else both(one.asked.flag, differs)

    def may_move(self, one: Contrast) -> z3.BoolRef:
        """That what it can still come to is another, on both plans."""
        old, new = (self._places(side, one) for side in (0, 1))
        ways = (
            both(was.exists, now.exists, unlike(getattr(was, end)(rank), getattr(now, end)(rank)))
            for was, now in zip(old, new, strict=False)
            for end in ("best", "worst")
            for rank in RANKS
        )
        return some(ways) if one.asked is None else both(one.asked.flag, some(ways))

    def there(self, one: Contrast) -> z3.BoolRef:
        """That it is on a plan."""
        return self._on_plan(one, lambda place: place.exists)

    def in_play(self, one: Contrast) -> z3.BoolRef:
        """That it is on a plan, neither deferred nor excluded."""
        return self._on_plan(one, lambda place: place.better_than(RANK["deferred"]))

    def planned(self, one: Contrast) -> z3.BoolRef:
        """That it has its place in a session: suggested, on hold or deferred."""

        def waits(place: Place) -> z3.BoolRef:
            return both(place.better_than(RANK["excluded"]), place.stands_at_least(RANK["on_hold"]))

        return self._on_plan(
            one, lambda place: either(place.better_than(RANK["discouraged"]), waits(place))
        )

    def _on_plan(self, one: Contrast, says: Callable[[Place], z3.BoolRef]) -> z3.BoolRef:
        found = some(says(place) for side in (0, 1) for place in self._places(side, one))
        return found if one.asked is None else both(one.asked.flag, found)

    def _bests(self, one: Contrast) -> tuple[_Best, _Best]:
        return _Best(self._places(0, one)), _Best(self._places(1, one))

    def _places(self, side: int, one: Contrast) -> tuple[Place, ...]:
        """The places of its candidates in a world, those that are alike once."""
        standings = self._twins.standings[side]
        place = standings.place if one.asked is None else standings.place_if_requested
        found = {standings.likeness(each): each for each in one.candidates[side]}
        return tuple(map(place, found.values()))

    # --- what else is decided ----------------------------------------------------------------

    def finding(self, name: str) -> z3.BoolRef:
        """That a finding is established, or possible, in one world only."""
        return some(
            either(unlike(pairs[0].true, pairs[1].true), unlike(pairs[0].false, pairs[1].false))
            for pairs in self._values(name)
        )

    def _values(self, name: str) -> Iterator[tuple[Truths, Truths]]:
        """The pairs of each value, of a grade's levels by their names."""
        told = [
            {_level(pack, name, value): pair for value, pair in world.values(name).items()}
            for pack, world in zip(self._twins.packs, self._twins.worlds, strict=True)
        ]
        for value in dict.fromkeys((*told[0], *told[1])):
            absent = Truths(NO, YES)
            yield told[0].get(value, absent), told[1].get(value, absent)

    def label(self, product: str, area: str) -> z3.BoolRef:
        """That another label status is sure. Only of what is labelled otherwise."""
        sure = [
            [world.truths(status_name(product, area, status)).true for status in STATUSES]
            for world in self._twins.worlds
        ]
        return some(unlike(old, new) for old, new in zip(*sure, strict=True))

    def referral(self, target: str) -> z3.BoolRef:
        """That there is a referral in one world only, or a more urgent one."""
        sure = [
            [self.surely(side, ("refer", target, urgency)) for urgency in URGENCIES]
            for side in (0, 1)
        ]
        return some(
            unlike(some(sure[0][: rank + 1]), some(sure[1][: rank + 1]))
            for rank in range(len(URGENCIES))
        )

    def done(self, deed: Deed) -> z3.BoolRef:
        """That it is surely done in one world only."""
        return unlike(self.surely(0, deed), self.surely(1, deed))

    def held(self, deed: Deed) -> z3.BoolRef:
        """That it is done, may be done, or is met where it is required, in one world only."""
        return some(
            either(
                unlike(some(one.true for one in old), some(one.true for one in new)),
                unlike(some(one.possible for one in old), some(one.possible for one in new)),
            )
            for old, new in zip(self._ways(0, deed), self._ways(1, deed), strict=True)
        )

    def surely(self, side: int, deed: Deed) -> z3.BoolRef:
        return some(one.true for one in self._ways(side, deed)[0])

    def _ways(self, side: int, deed: Deed) -> tuple[list[Truths], ...]:
        """Of every effect: whether it holds; of a requirement also whether it is met, and not."""
        world = self._twins.worlds[side]
        effects = self._deeds.of[side].get(deed, ())
        hold = [world.truths(one.proposition) for one in effects]
        met = [all_of(map(world.truths, one.lines)) for one in effects if one.lines]
        lacks = [
            all_of((truths, all_of(map(world.truths, one.lines)).swapped()))
            for truths, one in zip(hold, effects, strict=True)
            if one.lines
        ]
        return hold, met, lacks


def _level(pack: RulePack, name: str, value: str) -> str:
    levels = pack.ground.logic.levels.get(name)
    return levels[int(value)] if levels else value


class _Best:
    """Several places together: where the best of those stands that are on the plan."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self.exists = some(one.exists for one in places)

    def at_least(self, rank: int) -> z3.BoolRef:
        """Whether it stands at this rank or graver."""
        return every(either(denied(one.exists), one.stands_at_least(rank)) for one in self._places)
