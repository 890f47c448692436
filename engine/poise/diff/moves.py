"""Where items stand: the smallest assessments on which a change moves them, each manner once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from poise.diff.contrasts import Contrast
from poise.diff.finder import Finder
from poise.diff.models import Shown
from poise.diff.observed import Observed
from poise.diff.replay import Both, Move, Replay
from poise.diff.smallest import read_by_both
from poise.diff.units import Unit
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.solver.terms import some
from poise.solver.undecided import UndecidedError

SEARCHES = 3
"""So many times the smallest assessment is searched for one change."""


@dataclass(slots=True)
class _Example:
    """One manner in which items move, with the smallest assessment for it."""

    read: Both
    size: int
    together_with: tuple[str, ...]
    manner: frozenset[Move]
    moved: frozenset[str]
    alike: dict[str, None] = field(default_factory=dict)


class Moves:
    """Searches for one pair of packs."""

    def __init__(
        self,
        packs: tuple[RulePack, RulePack],
        observed: Observed,
        finder: Finder,
        replay: Replay,
    ) -> None:
        self._packs = packs
        self._observed = observed
        self._finder = finder
        self._replay = replay

    def shown(self, unit: Unit, affected: list[Contrast]) -> tuple[Shown, ...]:
        """Every manner, smallest first; none where it is proved that nothing moves. Raises
        `UndecidedError` where that could not be told of anything."""
        examples: list[_Example] = []
        left = affected
        for _ in range(SEARCHES):
            known = max((one.size for one in examples), default=0)
            try:
                example = self._example(unit, left, known) if left else None
            except UndecidedError:
                if not examples:
                    raise
                break
            if example is None:
                left = []
                break
            like = next((one for one in examples if one.manner == example.manner), None)
            if like is None:
                examples.append(example)
            else:
                like.alike |= dict.fromkeys(sorted(example.moved - like.moved))
            left = list(self._left(left, like or example, example))
        told = list(map(partial(self._told, unit), examples))
        if told and left:
            told[-1] = told[-1].model_copy(update={"more": True})
        return tuple(told)

    def _example(self, unit: Unit, left: list[Contrast], known: int) -> _Example | None:
        def shows(replay: Replay, read: Both) -> bool:
            moved = replay.moved(read)
            return any(_moved(one, moved, read) for one in left)

        found = self._finder.smallest(
            unit,
            some(map(self._observed.moves, left)),
            shows,
            (one.asked for one in left if one.asked is not None),
            known=known,
        )
        if found is None:
            return None
        moved = self._replay.moved(found.read)
        manner = frozenset(moved[one.key] for one in left if _moved(one, moved, found.read))
        return _Example(found.read, found.size, found.together_with, manner, self._called(moved))

    def _left(self, left: list[Contrast], example: _Example, found: _Example) -> Iterator[Contrast]:
        """Those of which it was not shown; what is asked for on the same answers may show it."""
        moved = self._replay.moved(found.read)
        asked = tuple(one.asked.request for one in left if one.asked is not None)
        swapped = read_by_both(self._packs, replace(found.read[0], requests=asked))
        then = {} if swapped is None else self._replay.moved(swapped)
        for one in left:
            if _moved(one, moved, found.read):
                continue
            if one.asked is not None and then.get(one.key) in example.manner:
                example.alike |= dict.fromkeys(sorted(self._called(one.alike) - example.moved))
                continue
            yield one

    def _called(self, moved: Iterable[object]) -> frozenset[str]:
        """What the items are called of what moved."""
        return frozenset(label for one in moved if (label := self._label(one)))

    def _label(self, one: object) -> str:
        for pack in reversed(self._packs):
            item, _, area = one.partition("/") if isinstance(one, str) else ("", "", "")
            if isinstance(one, Candidate) and one.product in pack.taxonomy.products:
                item, area = pack.taxonomy.products[one.product].item, one.area
            if item in pack.taxonomy.products and area in pack.taxonomy.areas:
                return pack.wording.item(item, area)
        return ""

    def _told(self, unit: Unit, example: _Example) -> Shown:
        told = self._replay.shown(unit, example.read, example.together_with)
        known = {one.label for one in told.plan.items}
        alike = tuple(name for name in example.alike if name not in known)
        return told.model_copy(update={"alike": alike})


def _moved(one: Contrast, moved: Mapping[object, Move], read: Both) -> bool:
    """Whether it moved on an assessment; what is asked for only where that is."""
    return one.key in moved and (one.asked is None or one.asked.request in read[0].requests)
