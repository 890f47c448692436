"""Where candidates stand, over all assessments: the interval of `poise.planning.standing`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import z3

from poise.conditions import AnyOf, Condition, Undetermined
from poise.pack import RulePack
from poise.planning.candidates import Candidate, Suggestion
from poise.planning.index import Restriction
from poise.planning.labels import COUNTRY, label_condition
from poise.planning.standing import ON_HOLD, RANK
from poise.solver.terms import HOLDS, Truths, all_of, every, some
from poise.solver.world import World

DISCOURAGED = RANK["discouraged"]


def label_name(product: str, area: str, statuses: frozenset[str]) -> str:
    """The name of the proposition that a label status is one of these."""
    return f"label of {product} in {area}: {', '.join(sorted(statuses))}"


def label_conditions(pack: RulePack) -> dict[str, Condition]:
    """The label status that each selector asks for, as conditions over country and patient."""
    asked = {
        effect.selector.label
        for effect in pack.ground.effects
        if effect.selector is not None and effect.selector.label is not None
    }
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where one candidate stands: `best[rank]` says that it surely stands at best so low, and
    `worst[rank]` that it may."""

    exists: z3.BoolRef
    best: Mapping[int, z3.BoolRef]
    worst: Mapping[int, z3.BoolRef]

    def stands_at_least(self, rank: int) -> z3.BoolRef:
        """Whether its status is this one or graver."""
        if rank <= ON_HOLD:
            return some((self.best[rank], self.worst[rank]))
        return self.best[rank]

    def better_than(self, rank: int) -> z3.BoolRef:
        return every((self.exists, z3.Not(self.stands_at_least(rank))))

    def stands(self, rank: int) -> z3.BoolRef:
        """Whether it is on the plan with this very status."""
        graver = [self.stands_at_least(rank + 1)] if rank + 1 in self.best else []
        return every((self.exists, self.stands_at_least(rank), *map(z3.Not, graver)))


class Standings:
    """Weighs candidates of one world, whose extra conditions are `label_conditions`."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pack = world.pack
        self._by_candidate: dict[Candidate, list[Suggestion]] = {}
        for suggestion in world.pack.suggestions:
            for candidate in suggestion.candidates:
                self._by_candidate.setdefault(candidate, []).append(suggestion)

    @property
    def suggested(self) -> tuple[Candidate, ...]:
        """Every candidate that some suggestion can put on a plan."""
        return tuple(sorted(self._by_candidate))

    def requested(self) -> tuple[Candidate, ...]:
        """Every candidate that only a request can put on a plan, for each goal or for none."""
        taxonomy = self._pack.taxonomy
        every_one = (
            Candidate(product.id, area.id, side or "", goal, product.acts_on)
            for product in taxonomy.members
            if not product.recorded_only
            for area in taxonomy.areas.values()
            for side in area.sides
            for goal in ("", *taxonomy.goals)
        )
        return tuple(one for one in every_one if one not in self._by_candidate)

    def place(self, candidate: Candidate) -> Place:
        """A candidate that rules suggest, asked for or not."""
        support = [self._holds(one) for one in self._by_candidate.get(candidate, ())]
        return self._place(candidate, some(one.possible for one in support), support)

    def supporting(self, candidate: Candidate) -> tuple[Suggestion, ...]:
        """What speaks for a candidate that a request names and nobody suggests: suggestions of the
        same for no goal in particular."""
        return tuple(
            one
            for other, found in sorted(self._by_candidate.items())
            if other[:3] == candidate[:3] and not other.goal
            for one in found
        )

    def place_if_requested(self, candidate: Candidate) -> Place:
        """A candidate that a request names, where no suggestion answers the request.

        Those that do stand in its stead, as suggested candidates.
        """
        support = [self._holds(one) for one in self.supporting(candidate)]
        return self._place(candidate, HOLDS.true, support)

    def _holds(self, suggestion: Suggestion) -> Truths:
        return self._world.truths(suggestion.effect.proposition)

    def _place(self, candidate: Candidate, exists: z3.BoolRef, support: list[Truths]) -> Place:
        arguments = [
            (RANK[status], self.restricts(candidate, (effect, status)))
            for effect, status in self._pack.effects.on(candidate)
        ]
        surely = some(one.true for one in support)
        never = every(one.false for one in support)
        best, worst = {}, {}
        for rank in range(1, len(RANK)):
            sure = [truths.true for pushed, truths in arguments if pushed >= rank]
            may = [truths.possible for pushed, truths in arguments if pushed >= rank]
            if rank <= DISCOURAGED:
                sure.append(never)
            if rank <= ON_HOLD:
                may.append(z3.Not(surely) if rank <= DISCOURAGED else _open(surely, never))
            best[rank], worst[rank] = some(sure), some(may)
        return Place(exists, best, worst)

    def restricts(self, candidate: Candidate, restriction: Restriction) -> Truths:
        """Whether a restriction holds for a candidate: its rule, its label status, its lines."""
        effect, _ = restriction
        parts = [self._world.truths(effect.proposition)]
        if effect.selector is not None and effect.selector.label is not None:
            name = label_name(candidate.product, candidate.area, effect.selector.label)
            parts.append(self._world.truths(name))
        if effect.lines:
            met = all_of(self._world.truths(line) for line in effect.lines)
            parts.append(met.swapped())
        return all_of(parts)


def _open(surely: z3.BoolRef, never: z3.BoolRef) -> z3.BoolRef:
    return every((z3.Not(surely), z3.Not(never)))


def distinct(candidates: Iterable[Candidate], standings: Standings) -> tuple[Candidate, ...]:
    """Of candidates that nothing can tell apart, the first."""
    found: dict[object, Candidate] = {}
    pack = standings._pack  # noqa: SLF001
    for one in candidates:
        support = tuple(id(each) for each in standings.supporting(one))
        found.setdefault((id(pack.effects.on(one)), one.product, one.area, support), one)
    return tuple(found.values())
