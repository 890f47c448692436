"""Finds, for one change, the smallest assessment on which something of two plans differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

import z3

from poise.diff.counterfactual import Counterfactuals
from poise.diff.felt import Felt
from poise.diff.replay import Both, Replay
from poise.diff.smallest import MOST, Asked, SmallestSearch
from poise.diff.units import Unit
from poise.solver.search import EFFORT
from poise.solver.terms import NO, denied, some
from poise.solver.undecided import UndecidedError

Shows = Callable[[Replay, Both], bool]
"""Whether an assessment shows something of two packs before which it is replayed."""
DEARER = 2
"""By so much an assessment may be larger on which no other change is felt."""

FURTHER = EFFORT // 10
"""How much work one question may take of what is told beside a smallest assessment."""


@dataclass(frozen=True, slots=True)
class Found:
    """An assessment, how many parts it has, and the further changes that are felt on it."""

    read: Both
    size: int
    together_with: tuple[str, ...] = ()


class Finder:
    """Looks also where no other change is felt, so that what is shown is owed to this one."""

    def __init__(
        self,
        search: SmallestSearch,
        felt: Felt,
        replay: Replay,
        counterfactuals: Counterfactuals,
        every: tuple[Unit, ...],
    ) -> None:
        self._search = search
        self._felt = felt
        self._replay = replay
        self._counterfactuals = counterfactuals
        self._rules = tuple(one for one in every if one.of_rules and (one.deeds or one.findings))

    def same(self, unit: Unit) -> bool:
        """Whether it is proved that a change is felt nowhere. Raises `UndecidedError`."""
        felt = self._felt
        return not self._search.possible(some((felt.works(unit), felt.asks(unit))))

    def smallest(
        self,
        unit: Unit,
        differs: z3.BoolRef,
        shows: Shows,
        requests: Iterable[Asked] = (),
        *,
        felt: z3.BoolRef | None = None,
        known: int = 0,
    ) -> Found | None:
        """None where it is proved that there is none. Raises `UndecidedError`.

        `known` is a size below which there is none, where something smaller was found before.
        """
        works = self._felt.works(unit) if felt is None else felt
        if differs is NO or works is NO:
            return None
        asked = tuple(requests)
        claims = [works, differs]

        def there(read: Both) -> bool:
            felt_there = felt is not None or self._replay.at_work(unit, read)
            return felt_there and shows(self._replay, read)

        found = self._search.smallest(
            claims, there, asked, known, effort=FURTHER if known else EFFORT
        )
        others = [one for one in self._rules if one is not unit and not one.causes & unit.causes]
        working = [one for one in others if found and self._replay.at_work(one, found.read)]
        if found is None or not working:
            return None if found is None else Found(found.read, found.size)
        owed = self._owed(unit, shows, found.read)
        alone = denied(some(self._felt.works(one) for one in others))
        most = found.size + DEARER if owed else MOST
        with suppress(UndecidedError):
            own = self._search.smallest([*claims, alone], there, asked, found.size, most, FURTHER)
            if own is not None:
                return Found(own.read, own.size)
        if not owed:
            raise UndecidedError("what differs where it is felt is owed to other changes")
        names = dict.fromkeys(name for one in working for name in one.ids)
        return Found(found.read, found.size, tuple(names))

    def _owed(self, unit: Unit, shows: Shows, read: Both) -> bool:
        """Whether it shows because of this change: also by itself, or no more without it."""
        replays = self._counterfactuals.replays(unit)
        return not replays or any(shows(replay, read) for replay in replays)
