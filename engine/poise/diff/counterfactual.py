"""Packs with just one change made or taken back: what is shown of a change has to be owed to it."""

from __future__ import annotations

from collections.abc import Iterator

from poise.diff.deeds import Deeds
from poise.diff.replay import Replay
from poise.diff.units import Packs, Unit
from poise.pack import RulePack
from poise.rules import Rule
from poise.varied import VariedError, with_rules


class Counterfactuals:
    """Replays for one pair of packs, each made when it is first asked for."""

    def __init__(self, packs: Packs, deeds: Deeds) -> None:
        self._packs = packs
        self._deeds = deeds
        self._made: dict[tuple[str, ...], tuple[Replay, ...]] = {}

    def replays(self, unit: Unit) -> tuple[Replay, ...]:
        """The old pack against itself with this change alone, and the new one without it against
        itself; none where that cannot be told, as what may be answered changed as well."""
        if unit.ids not in self._made:
            self._made[unit.ids] = tuple(self._replays(unit))
        return self._made[unit.ids]

    def _replays(self, unit: Unit) -> Iterator[Replay]:
        old, new = self._packs
        if not unit.of_rules or (old.vocabulary, old.taxonomy) != (new.vocabulary, new.taxonomy):
            return
        ids = frozenset(unit.ids)
        for pack, other in ((old, new), (new, old)):
            try:
                changed = with_rules(pack, _swapped(pack, other, ids), ", ".join(unit.ids))
            except VariedError:
                continue
            pair = (pack, changed) if pack is old else (changed, pack)
            yield Replay(pair, self._deeds)


def _swapped(pack: RulePack, other: RulePack, ids: frozenset[str]) -> Iterator[Rule]:
    """The rules of a pack, of which these are as the other pack has them, if it has them."""
    theirs = {one.id: one for one in other.contents.rules if one.id in ids}
    for rule in pack.contents.rules:
        if rule.id not in ids:
            yield rule
        elif rule.id in theirs:
            yield theirs.pop(rule.id)
    yield from theirs.values()
