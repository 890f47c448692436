"""Finds the smallest assessment in which a plan shows what a rule does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial

import z3

from poise.assessment import Assessment
from poise.check.claims import request_for
from poise.check.proving import requestable
from poise.drafting.bases import Base
from poise.drafting.leaves import Leaf, conditions_without
from poise.drafting.near import as_near
from poise.drafting.nearest import Nearest, Pins, differing
from poise.drafting.requests import amounts, wishes
from poise.drafting.seen import Seen
from poise.drafting.sights import Sight, plainly, somehow
from poise.drafting.ways import Ways
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import matches
from poise.planning.case import open_case
from poise.requests import Request
from poise.solver.models import reread
from poise.solver.standing import label_conditions
from poise.solver.terms import some
from poise.solver.undecided import UndecidedError
from poise.solver.world import World

FEW = 1
"""With no more differences than this from one base, no other is tried."""
TRIED = 4
"""So many requests are given to the solver; more of them are only evaluated."""


class NotShown(Exception):  # noqa: N818 - it says what is the matter, and is no fault
    """Nothing was found that shows what a rule does; the text says why."""


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest assessment, the base from which it differs, and what is seen there."""

    base: Base
    assessment: Assessment
    seen: Seen

    @property
    def size(self) -> int:
        asked = len(self.assessment.requests) - len(self.base.assessment.requests)
        return asked + len(differing(self.base.assessment, self.assessment))


class Finder:
    """Asks one world of many rules; it is made when it is first asked."""

    def __init__(
        self,
        pack: RulePack,
        bases: Sequence[Base],
        effects: Iterable[Effect],
        amounts: Mapping[str, float],
    ) -> None:
        self._pack = pack
        self._amounts = amounts
        self._without = conditions_without(pack, effects)
        told = [base for base in bases if not base.empty]
        self._bases = sorted(told, key=lambda base: -_suggested(pack, base.assessment))
        self._empty = [base for base in bases if base.empty]

    def find(self, effects: Sequence[Effect], leaf: Leaf | None = None) -> Found:
        """What shows one of some effects plainly, or else as an argument; with a line, what shows
        it by that line. Raises `NotShown`."""
        unsure = ""
        for ways in self._ways_to(effects, leaf):
            try:
                found = ways()
            except UndecidedError as error:
                unsure = str(error)
                continue
            if found is not None:
                return found
        raise NotShown(self._why_not(effects, leaf, unsure))

    def elsewhere(self, effect: Effect, leaf: Leaf) -> Iterator[Found]:
        """The same for a line of one effect, and then from each base by itself: in one of them a
        single answer may turn the line."""
        yield self.find([effect], leaf)
        sight = Sight(self._pack, [effect], leaf, self._without, plainly)
        for pins in self._nearest.pins:
            with suppress(UndecidedError):
                found = self._from(pins, self._ways.shows(effect, leaf), sight, ())
                if found is not None:
                    yield found

    def _ways_to(
        self, effects: Sequence[Effect], leaf: Leaf | None
    ) -> Iterator[Callable[[], Found | None]]:
        """What is tried, in turn."""
        for enough in (plainly, somehow):
            sight = Sight(self._pack, effects, leaf, self._without, enough)
            for way in (self._as_it_is, self._by_amount, self._by_answers, self._by_request):
                yield partial(way, sight)

    def _why_not(self, effects: Sequence[Effect], leaf: Leaf | None, unsure: str) -> str:
        try:
            if self._nearest.impossible(some(self._ways.acts(one, leaf) for one in effects)):
                if leaf is None:
                    return "no assessment can make it act: this is proved"
                return "this test alone never decides whether it acts: this is proved"
        except UndecidedError as error:
            unsure = str(error)
        if unsure:
            return f"it is not decided: {unsure}"
        return "no assessment was found in which a plan shows what it does, though it can act"

    @cached_property
    def _world(self) -> World:
        listed = [len(one) for base in self._bases for one in base.assessment.records.values()]
        extra = label_conditions(self._pack) | dict(self._without)
        return World(self._pack, extra, slots=2 + max(listed, default=0))

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self._world)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._world, (*self._bases, *self._empty))

    # --- ways to find it ---------------------------------------------------------------------

    def _as_it_is(self, sight: Sight) -> Found | None:
        """A base itself."""
        for base in self._bases:
            found = sight(base.assessment)
            if found is not None:
                return Found(base, base.assessment, found)
        return None

    def _by_amount(self, sight: Sight) -> Found | None:
        """A base in which the patient asks for more than a ceiling allows."""
        for base in self._bases:
            for request in amounts(self._pack, base.assessment, sight.effects):
                found = self._asking(base, (request,), sight)
                if found is not None:
                    return found
        return None

    def _asking(self, base: Base, requests: tuple[Request, ...], sight: Sight) -> Found | None:
        one = replace(base.assessment, requests=(*base.assessment.requests, *requests))
        found = sight(one)
        return None if found is None else Found(base, one, found)

    def _by_answers(self, sight: Sight) -> Found | None:
        """The fewest answers otherwise, by the solver."""
        if sight.enough is plainly:
            claim = some(self._ways.shows(one, sight.leaf) for one in sight.effects)
        else:
            claim = some(self._ways.acts(one, sight.leaf) for one in sight.effects)
        return self._least(claim, sight, ())

    def _by_request(self, sight: Sight) -> Found | None:
        """The same, of something that the patient asks for by name."""
        for base in self._bases:
            for request in wishes(self._pack, sight.effects):
                found = self._asking(base, (request,), sight)
                if found is not None:
                    return found
        told_apart = self._ways.told_apart(requestable(self._pack))
        for effect in sight.effects[:1]:
            meant = [one for one in told_apart if effect.selector and matches(effect.selector, one)]
            for candidate in meant[:TRIED]:
                claim = self._ways.shows_on(effect, candidate, sight.leaf)
                found = self._least(claim, sight, (request_for(candidate),))
                if found is not None:
                    return found
        return None

    def _least(
        self, claim: z3.BoolRef, sight: Sight, requests: tuple[Request, ...]
    ) -> Found | None:
        best: Found | None = None
        unsure: UndecidedError | None = None
        for pins in self._nearest.pins:
            if best is not None and (best.size <= FEW or pins.base.empty):
                break
            try:
                found = self._from(pins, claim, sight, requests)
            except UndecidedError as error:
                unsure = error
                continue
            if found is not None and (best is None or found.size < best.size):
                best = found
        if best is None and unsure is not None:
            raise unsure
        return best

    def _from(
        self, pins: Pins, claim: z3.BoolRef, sight: Sight, requests: tuple[Request, ...]
    ) -> Found | None:
        def shows(one: Assessment) -> bool:
            return sight(one) is not None

        base = pins.base.assessment
        found = self._nearest.example(pins, [claim], shows, requests)
        if found is None:
            return None
        found = reread(self._pack, as_near(self._pack, base, found, shows, self._amounts))
        seen = sight(found)
        return None if seen is None else Found(pins.base, found, seen)


def _suggested(pack: RulePack, one: Assessment) -> int:
    """How much is suggested: where much is, much can be seen."""
    return sum(standing.suggested for standing in open_case(pack, one).standings.values())
