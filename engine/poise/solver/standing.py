"""Where candidates stand, over all assessments: the interval of `poise.planning.standing`."""

from __future__ import annotations

from collections.abc import Iterable

import z3

from poise.conditions import AnyOf, Condition, Undetermined
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate, Suggestion
from poise.planning.labels import COUNTRY, label_condition
from poise.planning.standing import ON_HOLD, RANK
from poise.solver.terms import Truths, all_of, both, denied, either, every, some
from poise.solver.world import World

DISCOURAGED = RANK["discouraged"]


def label_name(product: str, area: str, statuses: frozenset[str]) -> str:
    """The name of the proposition that a label status is one of these."""
    return f"label of {product} in {area}: {', '.join(sorted(statuses))}"


def label_conditions(pack: RulePack) -> dict[str, Condition]:
    """The label status that each selector asks for, as conditions over country and patient."""
    selectors = [effect.selector for effect in pack.ground.effects]
    selectors += [proof.items for proof in pack.contents.proofs]
    asked = {one.label for one in selectors if one is not None and one.label is not None}
    return {
        label_name(product.id, area, statuses): _label(pack, product.id, area, statuses)
        for statuses in asked
        for product in pack.taxonomy.members
        for area in pack.taxonomy.areas
    }


def _label(pack: RulePack, product: str, area: str, statuses: frozenset[str]) -> Condition:
    if COUNTRY not in pack.vocabulary.facts:
        return Undetermined()
    return AnyOf(
        tuple(label_condition(pack.taxonomy, product, area, status) for status in sorted(statuses))
    )


class Against:
    """The restrictions that act on a candidate: how far each pushes, and whether it holds."""

    def __init__(self, pushes: tuple[tuple[int, Truths], ...]) -> None:
        self._pushes = pushes
        self._surely: dict[int, z3.BoolRef] = {}
        self._perhaps: dict[int, z3.BoolRef] = {}

    def surely(self, rank: int) -> z3.BoolRef:
        """Whether one surely pushes so far."""
        if rank not in self._surely:
            self._surely[rank] = some(one.true for pushed, one in self._pushes if pushed >= rank)
        return self._surely[rank]

    def perhaps(self, rank: int) -> z3.BoolRef:
        """Whether one may push so far."""
        if rank not in self._perhaps:
            never = [one.false for pushed, one in self._pushes if pushed >= rank]
            self._perhaps[rank] = denied(every(never))
        return self._perhaps[rank]


class Place:
    """Where one candidate stands."""

    def __init__(self, exists: z3.BoolRef, support: list[Truths], against: Against) -> None:
        self.exists = exists
        self.supported = some(one.true for one in support)
        self._never = every(one.false for one in support)
        self._against = against

    def best(self, rank: int) -> z3.BoolRef:
        """Whether `at_best` is this rank or graver."""
        sure = self._against.surely(rank)
        return either(sure, self._never) if rank <= DISCOURAGED else sure

    def worst(self, rank: int) -> z3.BoolRef:
        """Whether `at_worst` is this rank or graver."""
        may = self._against.perhaps(rank)
        if rank <= DISCOURAGED:
            return either(may, denied(self.supported))
        if rank <= ON_HOLD:
            return either(may, both(denied(self.supported), denied(self._never)))
        return may

    def stands_at_least(self, rank: int) -> z3.BoolRef:
        """Whether its status is this one or graver."""
        return some((self.best(rank), self.worst(rank))) if rank <= ON_HOLD else self.best(rank)

    def better_than(self, rank: int) -> z3.BoolRef:
        """Whether it is on the plan with a status better than this one."""
        return both(self.exists, denied(self.stands_at_least(rank)))


class Standings:
    """Weighs candidates of one world, whose extra conditions are `label_conditions`."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pack = world.pack
        self._restricted: dict[tuple[int, str, str], Against] = {}
        self._truths: dict[tuple[int, str], Truths] = {}
        self._told_by: dict[Candidate, object] = {}
        self._by_candidate: dict[Candidate, list[Suggestion]] = {}
        for suggestion in world.pack.suggestions:
            for candidate in suggestion.candidates:
                self._by_candidate.setdefault(candidate, []).append(suggestion)
        self._by_place: dict[tuple[str, ...], list[tuple[Candidate, list[Suggestion]]]] = {}
        for candidate, found in sorted(self._by_candidate.items()):
            self._by_place.setdefault(candidate[:3], []).append((candidate, found))

    def told_apart(self, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Of requested candidates that nothing can tell apart, the first."""
        found: dict[object, Candidate] = {}
        for one in candidates:
            if one not in self._told_by:
                self._told_by[one] = self._told_apart_by(one)
            found.setdefault(self._told_by[one], one)
        return tuple(found.values())

    def _told_apart_by(self, one: Candidate) -> object:
        support = tuple(map(id, self.supporting(one)))
        answering = tuple(map(id, self._same(one, one.goal)))
        return id(self._pack.effects.on(one)), one.product, one.area, support, answering

    def likeness(self, candidate: Candidate) -> object:
        """What two candidates share that stand alike on every assessment, each where it is
        suggested, or each where it is asked for."""
        restrictions = self._pack.effects.on(candidate)
        return (
            id(restrictions),
            candidate[:2] if self._pack.effects.labelled(restrictions) else (),
            tuple(map(id, self._by_candidate.get(candidate, ()))),
            tuple(map(id, self.supporting(candidate))),
            tuple(map(id, self._same(candidate, candidate.goal))),
        )

    def place(self, candidate: Candidate) -> Place:
        """A candidate that rules suggest, asked for or not."""
        support = [self._holds(one) for one in self._by_candidate.get(candidate, ())]
        return self._place(candidate, some(one.possible for one in support), support)

    def place_if_requested(self, candidate: Candidate) -> Place:
        """A candidate that a request names, where no suggestion answers the request.

        Those that do stand in its stead, as suggested candidates.
        """
        answering = [self._holds(one).false for one in self._same(candidate, candidate.goal)]
        support = [self._holds(one) for one in self.supporting(candidate)]
        return self._place(candidate, every(answering), support)

    def supporting(self, candidate: Candidate) -> tuple[Suggestion, ...]:
        """What speaks for a candidate that only a request names: suggestions of the same for no
        goal in particular, where it is for one."""
        if not candidate.goal:
            return ()
        return tuple(
            one for other, found in self._here(candidate) if not other.goal for one in found
        )

    def _same(self, candidate: Candidate, goal: str) -> Iterable[Suggestion]:
        """Suggestions of the same for a goal, or for any where the request names none."""
        for other, found in self._here(candidate):
            if not goal or other.goal == goal:
                yield from found

    def _here(self, candidate: Candidate) -> list[tuple[Candidate, list[Suggestion]]]:
        return self._by_place.get(candidate[:3], [])

    def _holds(self, suggestion: Suggestion) -> Truths:
        return self._world.truths(suggestion.effect.proposition)

    def _place(self, candidate: Candidate, exists: z3.BoolRef, support: list[Truths]) -> Place:
        return Place(exists, support, self._arguments(candidate))

    def _arguments(self, candidate: Candidate) -> Against:
        """Every restriction with how far it pushes; candidates on which the same act share them."""
        restrictions = self._pack.effects.on(candidate)
        labelled = any(one.selector is not None and one.selector.label for one, _ in restrictions)
        key = (id(restrictions), *(candidate[:2] if labelled else ("", "")))
        if key not in self._restricted:
            self._restricted[key] = Against(
                tuple(
                    (RANK[status], self.restricts(candidate, effect))
                    for effect, status in restrictions
                )
            )
        return self._restricted[key]

    def restricts(self, candidate: Candidate, effect: Effect) -> Truths:
        """Whether a restriction holds for a candidate: its rule, its label status, its lines."""
        key = (id(effect), _label_of(candidate, effect))
        if key not in self._truths:
            parts = [self.speaks_of(candidate, effect)]
            if effect.lines:
                met = all_of(self._world.truths(line) for line in effect.lines)
                parts.append(met.swapped())
            self._truths[key] = all_of(parts)
        return self._truths[key]

    def speaks_of(self, candidate: Candidate, effect: Effect) -> Truths:
        """Whether a rule holds, and means a candidate by its label status."""
        names = (effect.proposition, _label_of(candidate, effect))
        return all_of(self._world.truths(name) for name in names if name)


def _label_of(candidate: Candidate, effect: Effect) -> str:
    """The name of the label status that an effect asks for, where it asks for one."""
    if effect.selector is None or effect.selector.label is None:
        return ""
    return label_name(candidate.product, candidate.area, effect.selector.label)
