"""What the solver is asked of a rule: that it acts, and that a plan shows what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import z3

from poise.conditions import Known, Line
from poise.drafting.leaves import Leaf
from poise.drafting.seen import rivals
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.planning.index import pushes_to
from poise.planning.standing import RANK
from poise.rules import (
    Conclude,
    Consider,
    Expect,
    PerSession,
    Refer,
    Require,
    Selector,
    Sequence,
    Suggest,
)
from poise.solver.standing import Place, Standings, label_name
from poise.solver.terms import both, denied, either, every, number_of, some
from poise.solver.world import World

DISCOURAGED, ON_HOLD = RANK["discouraged"], RANK["on_hold"]
EXCLUDED = RANK["excluded"]


class Ways:
    """The ways in which a plan can show effects of one pack."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pack: RulePack = world.pack
        self._standings = Standings(world)
        self._places: dict[Candidate, Place] = {}
        self._suggested = tuple(
            dict.fromkeys(
                one for suggestion in self._pack.suggestions for one in suggestion.candidates
            )
        )

    def acts(self, effect: Effect, leaf: Leaf | None = None) -> z3.BoolRef:
        """That it surely acts; with a line of it, that it would not without that line."""
        holds = self._world.truths(effect.proposition).true
        if effect.lines:
            holds = both(holds, some(self._unmet(line) for line in effect.lines))
        return holds if leaf is None else both(holds, self._decides(effect, leaf))

    def _decides(self, effect: Effect, leaf: Leaf) -> z3.BoolRef:
        without = self._world.truths(leaf.without)
        if leaf.proposition not in effect.lines:
            return denied(without.true)
        rest = [one for one in effect.lines if one != leaf.proposition]
        return both(without.true, every(self._world.truths(line).true for line in rest))

    def _unmet(self, line: str) -> z3.BoolRef:
        truths = self._world.truths(line)
        condition = self._pack.ground.conditions[line]
        wants = isinstance(condition, Line) and isinstance(condition.test, Known)
        return denied(truths.true) if wants else truths.false

    def shows(self, effect: Effect, leaf: Leaf | None = None) -> z3.BoolRef:
        """That it acts, and the status of something that rules suggest says so."""
        return both(self.acts(effect, leaf), self._shows(effect))

    def shows_on(
        self, effect: Effect, candidate: Candidate, leaf: Leaf | None = None
    ) -> z3.BoolRef:
        """The same of a candidate that the patient asks for by name."""
        place = self._standings.place_if_requested(candidate)
        return both(self.acts(effect, leaf), self._stands(effect, candidate, place))

    def told_apart(self, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Of requested candidates that nothing can tell apart, the first."""
        return self._standings.told_apart(candidates)

    def _shows(self, effect: Effect) -> z3.BoolRef:
        match effect.verb:
            case Conclude():
                return every(self._alone(effect))
            case Refer() | Consider():
                return both()
            case Suggest():
                offered = next(one for one in self._pack.suggestions if one.effect is effect)
                return some(self._treated(one) for one in offered.candidates)
            case Sequence():
                return some(
                    both(self._some_treated(first), self._some_treated(then))
                    for first, then in combinations(effect.steps, 2)
                )
            case PerSession(at_most=most, unit=unit):
                return self._more_than(effect.selector, most, unit)
            case Require(items=None):
                return some(self._treated(one) for one in self._suggested)
        return some(
            both(self._place(one).supported, self._stands(effect, one, self._place(one)))
            for one in self._suggested
            if effect.selector is None or matches(effect.selector, one)
        )

    # --- candidates --------------------------------------------------------------------------

    def _place(self, candidate: Candidate) -> Place:
        if candidate not in self._places:
            self._places[candidate] = self._standings.place(candidate)
        return self._places[candidate]

    def _treated(self, candidate: Candidate) -> z3.BoolRef:
        return self._place(candidate).better_than(DISCOURAGED)

    def _some_treated(self, selector: Selector) -> z3.BoolRef:
        return some(
            both(self._treated(one), self._label(selector, one))
            for one in self._suggested
            if matches(selector, one)
        )

    def _label(self, selector: Selector | None, candidate: Candidate) -> z3.BoolRef:
        if selector is None or selector.label is None:
            return both()
        name = label_name(candidate.product, candidate.area, selector.label)
        return self._world.truths(name).true

    def _stands(self, effect: Effect, candidate: Candidate, place: Place) -> z3.BoolRef:
        """A candidate stands as the effect makes it stand; else it is suggested, and meant."""
        status = pushes_to(effect)
        if status is None:
            there = place.better_than(ON_HOLD if isinstance(effect.verb, Expect) else DISCOURAGED)
            return both(there, self._label(effect.selector, candidate))
        rank = RANK[status]
        graver = place.stands_at_least(rank + 1) if rank < EXCLUDED else either()
        acts = self._standings.restricts(candidate, effect)
        held = acts.true if rank != ON_HOLD else denied(acts.false)
        return both(place.exists, held, place.stands_at_least(rank), denied(graver))

    def _more_than(self, selector: Selector | None, most: int, unit: str) -> z3.BoolRef:
        by_item: dict[tuple[str, ...], list[Candidate]] = {}
        for one in self._suggested:
            if selector is None or matches(selector, one):
                product = self._pack.taxonomy.products[one.product].item
                key = (one.area,) if unit == "areas" else (product, one.area)
                by_item.setdefault(key, []).append(one)
        found = [some(map(self._treated, listed)) for _, listed in sorted(by_item.items())]
        return number_of(found) > most

    # --- findings ----------------------------------------------------------------------------

    def _alone(self, effect: Effect) -> Iterator[z3.BoolRef]:
        """No other rule concludes as much of the same findings."""
        for name in rivals(self._pack, effect):
            yield self._world.truths(name).false
