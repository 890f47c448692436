"""What the solver is asked of circles: a plan on which each of some rules waits for the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import z3

from poise.check.awaited import Treatment, Treatments
from poise.check.circular import Circle, Hold, awaited, by_treatment, links
from poise.check.inquiry import Inquiry, combined
from poise.conditions import Condition, Line
from poise.evaluate import View
from poise.planning.candidates import Candidate
from poise.planning.standing import RANK
from poise.solver.calendar import LongAfter
from poise.solver.terms import (
    FAILS,
    HOLDS,
    NO,
    OPEN,
    Figure,
    Ordered,
    Truths,
    both,
    denied,
    some,
)
from poise.solver.tests import line_truths
from poise.solver.world import World
from poise.vocabulary import LatestRecord

_OF = {True: HOLDS, False: FAILS, None: OPEN}


class Closing:
    """Puts the question of one circle after another."""

    def __init__(self, inquiry: Inquiry, treatments: Treatments) -> None:
        self._inquiry = inquiry
        self._treatments = treatments
        self._pack = inquiry.world.pack
        self._measures = {one.id: one for one in self._pack.ground.measures}

    def claims(self, circle: Circle) -> tuple[z3.BoolRef, ...]:
        """That each waits, now and however long one waits, for something on the plan that the next
        one holds, and for nothing on the plan that none holds. Lists are short: of longer ones it
        is not known what one more record changes."""
        waits = [hold for hold in circle if hold.item is None]
        found = (
            *(self._inquiry.pair(hold.condition).true for hold in waits),
            *self._long_after(waits),
            *(self._nothing_free(hold, circle) for hold in waits),
            *(self._linked(hold, after) for hold, after in links(circle)),
        )
        lists = self._inquiry.world.lists.values()
        return (*found, *(denied(one.longer) for one in lists))

    def _long_after(self, waits: Iterable[Hold]) -> Iterator[z3.BoolRef]:
        """That they hold still when all that is dated is long past."""
        own = {f"held {number}": hold.condition for number, hold in enumerate(waits)}
        facts = frozenset(self._pack.model.askable)
        world = World(
            self._pack,
            own,
            called=lambda name: name if name in facts else f"{name}, long after",
            calendar=LongAfter,
        )
        found = [world.truths(name).true for name in own]
        yield from (*found, *world.constraints)

    def _nothing_free(self, hold: Hold, circle: Circle) -> z3.BoolRef:
        """That no candidate which could end it is on the plan and not held by the circle."""
        free = (
            both(self._is_there(one), denied(some(self._held(each, one) for each in circle)))
            for one in sorted(hold.ended_by)
        )
        return denied(some(free))

    def _linked(self, hold: Hold, after: Hold) -> z3.BoolRef:
        """That one waits for something on the plan that the other holds."""
        ways = []
        for group in by_treatment(hold.ended_by & after.held):
            held = some(both(self._is_suggested(one), self._held(after, one)) for one in group)
            if hold.item is None:
                ended = self._after(hold, after, group).false
            else:
                ended = self._ordered(hold, group[0])
            ways.append(both(held, ended))
        return some(ways)

    def _ordered(self, hold: Hold, first: Candidate) -> z3.BoolRef:
        """That an order puts an item behind that of a candidate, whichever options lead."""
        item_of = self._treatments.item_of
        items = {hold.item, item_of(first)}
        others = (
            self._is_there(one)
            for one in self._treatments.candidates
            if item_of(one) in items and one not in hold.held | hold.ended_by
        )
        return both(self._inquiry.truths(hold.effect.proposition).true, denied(some(others)))

    def _is_there(self, one: Candidate) -> z3.BoolRef:
        place = self._inquiry.standings.place(one)
        return both(place.exists, denied(place.best(RANK["excluded"])))

    def _is_suggested(self, one: Candidate) -> z3.BoolRef:
        return both(self._inquiry.standings.place(one).supported, self._is_there(one))

    def _held(self, hold: Hold, one: Candidate) -> z3.BoolRef:
        if one not in hold.held:
            return NO
        if hold.item is not None:
            return self._inquiry.truths(hold.effect.proposition).true
        return self._inquiry.standings.restricts(one, hold.effect).true

    # --- once a treatment was given ----------------------------------------------------------

    def _after(self, hold: Hold, after: Hold, group: tuple[Candidate, ...]) -> Truths:
        given = awaited(self._treatments, hold, after, group)

        def pair(part: Condition) -> Truths:
            return self._line(part, given) if isinstance(part, Line) else combined(part, pair)

        return pair(hold.condition)

    def _line(self, line: Line, given: Treatment) -> Truths:
        levels = self._pack.ground.logic.levels
        world = self._inquiry.world
        if line.fact in given.treats:
            gone = {line.fact: self._treatments.gone(line.fact)}
            return _OF[View(gone, levels, self._pack.head.released).truth(line)]
        if not self._treatments.counts(line.fact, given):
            return self._inquiry.pair(line)
        return line_truths(
            line.test,
            line.met_if_not_applicable,
            self._counted(line.fact),
            levels.get(line.fact, ()),
            world.calendar,
        )

    def _counted(self, measure: str) -> Ordered:
        """A measure with one more record, of today."""
        computation = self._measures[measure].computation
        if isinstance(computation, LatestRecord):
            listed = self._inquiry.world.records(computation.query.records).state
            today = Figure(z3.IntVal(0))
            return Ordered(listed.unknown, listed.absent, today, today)
        state = self._inquiry.world.state(measure)
        assert isinstance(state, Ordered)
        low, high = Figure(state.low.value + 1), Figure(state.high.value + 1)
        return Ordered(state.unknown, state.absent, low, high, state.endless)
