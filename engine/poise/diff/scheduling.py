"""What has to stand on one plan for its sessions to differ: where an order or a limit changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, cast

import z3

from poise.diff.contrasts import Contrast, Contrasts
from poise.diff.deeds import Deed, Deeds
from poise.diff.observed import Observed, unlike
from poise.diff.twins import Twins
from poise.grounding import Effect
from poise.planning.candidates import Candidate, matches
from poise.rules import PerSession, Sequence
from poise.solver.terms import NO, both, either, some

Steps = tuple[int | None, int | None]
"""The step that a candidate takes in the old order, and in the new one."""


class Scheduling:
    """Says it of changed deeds, those of one change at a time."""

    def __init__(
        self, twins: Twins, deeds: Deeds, observed: Observed, contrasts: Contrasts
    ) -> None:
        self._twins = twins
        self._deeds = deeds
        self._observed = observed
        self._contrasts = contrasts

    def differs(self, deeds: Iterable[Deed]) -> z3.BoolRef:
        """That sessions may be others by these deeds, which order or limit."""
        told = {Sequence.word: self._ordered, PerSession.word: self._limited}
        return some(told[str(was[0])](was, now) for was, now in self._pairs(deeds))

    def _pairs(self, deeds: Iterable[Deed]) -> Iterator[tuple[Deed, Deed]]:
        """What is otherwise now with what it was before, place by place; any other with itself."""
        found: dict[object, list[Deed]] = {}
        for deed in deeds:
            found.setdefault((deed[0], self._effect(deed).place), []).append(deed)
        for listed in found.values():
            gone = [one for one in listed if one not in self._deeds.of[1]]
            come = [one for one in listed if one not in self._deeds.of[0]]
            if len(listed) == 2 and len(gone) == len(come) == 1:
                yield gone[0], come[0]
            else:
                yield from ((one, one) for one in listed)

    # --- orders ------------------------------------------------------------------------------

    def _ordered(self, was: Deed, now: Deed) -> z3.BoolRef:
        """That both hold and order two items otherwise, or that one holds and orders anything."""
        old, new = self._observed.surely(0, was), self._observed.surely(1, now)
        apart = both(unlike(old, new), self._paired(was, now, lambda a, b: a or b))
        if was == now:
            return apart
        same_gap = self._gap(was) == self._gap(now)

        def otherwise(before: bool, after: bool) -> bool:
            return before is not after if same_gap else before or after

        return either(apart, both(old, new, self._paired(was, now, otherwise)))

    def _paired(self, was: Deed, now: Deed, wanted: Callable[[bool, bool], bool]) -> z3.BoolRef:
        """That two items are planned of which the first comes before the second, or does not, as
        wanted of the old order and of the new one; a record can stand for the first."""
        taking: dict[Steps, list[Contrast]] = {}
        effects = self._effect(was), self._effect(now)
        selectors = [step for effect in effects for step in effect.steps]
        for one in self._contrasts.meant(selectors):
            for steps in {(_step(effects[0], c), _step(effects[1], c)) for c in one.alike}:
                taking.setdefault(steps, []).append(one)
        planned = {steps: self._planned(ones) for steps, ones in taking.items()}
        pairs = (
            both(planned[first], planned[second])
            for first, second in product(planned, repeat=2)
            if wanted(_before(first[0], second[0]), _before(first[1], second[1]))
        )
        later = (
            there
            for (mine, theirs), there in planned.items()
            if (before := _done(effects[0], mine)) != (after := _done(effects[1], theirs))
            or wanted(bool(before), bool(after))
        )
        return some((*pairs, both(self._treated(), some(later))))

    def _treated(self) -> z3.BoolRef:
        """That there is a record of a treatment, with its date."""
        return some(
            slot.present
            for world in self._twins.worlds
            for name in world.pack.ground.treatments
            for slot in world.records(name).slots
        )

    def _gap(self, deed: Deed) -> object:
        return cast(Sequence, self._effect(deed).verb).gap

    # --- limits ------------------------------------------------------------------------------

    def _limited(self, was: Deed, now: Deed) -> z3.BoolRef:
        """That more is planned than a session may hold, by one of them or counted otherwise."""
        old, new = self._observed.surely(0, was), self._observed.surely(1, now)
        over = either(self._more(was), self._more(now))
        apart = both(unlike(old, new), over)
        if was == now:
            return apart
        if self._but_unit(was) == self._but_unit(now):
            over = both(over, self._two_in_one_area(was))
        return either(apart, both(old, new, over))

    def _more(self, deed: Deed) -> z3.BoolRef:
        verb = self._limit(deed)
        by_area = verb.unit == "areas"
        counted: dict[object, list[Contrast]] = {}
        for one, candidate in self._counted(deed):
            what = candidate.area if by_area else self._item(candidate)
            counted.setdefault(what, []).append(one)
        return self._at_least(verb.at_most + 1, counted)

    def _two_in_one_area(self, deed: Deed) -> z3.BoolRef:
        inside: dict[str, dict[object, list[Contrast]]] = {}
        for one, candidate in self._counted(deed):
            of_area = inside.setdefault(candidate.area, {})
            of_area.setdefault(self._item(candidate), []).append(one)
        return some(self._at_least(2, counted) for counted in inside.values())

    def _counted(self, deed: Deed) -> Iterator[tuple[Contrast, Candidate]]:
        effect = self._effect(deed)
        for one in self._contrasts.meant((effect.selector or self._limit(deed).items,)):
            yield from ((one, candidate) for candidate in one.alike)

    def _item(self, one: Candidate) -> tuple[str, str]:
        known = (pack.taxonomy.products for pack in self._twins.packs)
        return next(each[one.product].item for each in known if one.product in each), one.area

    def _at_least(self, number: int, counted: Mapping[object, list[Contrast]]) -> z3.BoolRef:
        flags = [there for ones in counted.values() if (there := self._planned(ones)) is not NO]
        return NO if len(flags) < number else z3.PbGe([(flag, 1) for flag in flags], number)

    def _limit(self, deed: Deed) -> PerSession:
        return cast(PerSession, self._effect(deed).verb)

    def _but_unit(self, deed: Deed) -> tuple[object, ...]:
        verb = self._limit(deed)
        return deed[1], verb.at_most, verb.gap

    # --- either ------------------------------------------------------------------------------

    def _planned(self, contrasts: Iterable[Contrast]) -> z3.BoolRef:
        return some(map(self._observed.planned, dict.fromkeys(contrasts)))

    def _effect(self, deed: Deed) -> Effect:
        return next(of[deed][0] for of in self._deeds.of if deed in of)


def _step(effect: Effect, candidate: Candidate) -> int | None:
    """The last step that it matches, as a plan has it."""
    found = [number for number, one in enumerate(effect.steps) if matches(one, candidate)]
    return found[-1] if found else None


def _done(effect: Effect, step: int | None) -> tuple[object, ...]:
    """By what earlier steps count records as done; none where nothing keeps a distance to them."""
    if step is None or cast(Sequence, effect.verb).gap is None:
        return ()
    return tuple((one.products, one.areas, one.sides) for one in effect.steps[:step])


def _before(first: Any, second: Any) -> bool:
    return first is not None and second is not None and first < second
