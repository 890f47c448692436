"""Orders that contradict each other on some plan.

Orders that contradict each other in any case are refused when a pack is read. But which step an
item takes depends on its leading options, so that two or three orders can close a circle on one
plan only; there the least firm is left out. The solver looks for such a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from poise.assessment import Assessment
from poise.check.asking import Asking, Told
from poise.grounding import Effect
from poise.planning.candidates import Candidate, matches
from poise.planning.case import open_case
from poise.planning.items import boards
from poise.planning.sessions import contradicting
from poise.planning.standing import RANK
from poise.rules import Sequence
from poise.solver.undecided import UndecidedError

if TYPE_CHECKING:
    import z3

Item = tuple[str, str]
"""A class of products and an area."""
Steps = Mapping[Item, Mapping[int, tuple[Candidate, ...]]]
"""For each item, the steps that it may take, with the candidates by which it does."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Orders, and the items that each puts before the next one's."""

    effects: tuple[Effect, ...]
    items: tuple[Item, ...]


class Sequences:
    """The sequences of a pack that are in force somewhere, and the circles they could close."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        pack = asking.pack
        self._steps: dict[int, Steps] = {}
        self.effects = tuple(
            effect
            for effect in pack.effects.of(Sequence)
            if effect.rule.id not in pack.dropped_sequences
        )
        self._candidates: dict[Item, dict[Candidate, None]] = {}
        for suggestion in pack.suggestions:
            for one in suggestion.candidates:
                item = pack.taxonomy.products[one.product].item
                self._candidates.setdefault((item, one.area), {})[one] = None

    def circles(self) -> Iterator[Circle]:
        """Of two orders, then of three; each once, by the items that it begins with."""
        for size in (2, 3):
            for chosen in combinations(self.effects, size):
                for rest in permutations(chosen[1:]):
                    yield from self._closed((chosen[0], *rest))

    def _closed(self, effects: tuple[Effect, ...]) -> Iterator[Circle]:
        paths: list[tuple[Item, ...]] = [(item,) for item in self.steps(effects[0])]
        for effect in effects:
            paths = [(*path, after) for path in paths for after in self._after(effect, path[-1])]
        for path in paths:
            if path[0] == path[-1] and len(set(path)) == len(effects):
                yield Circle(effects, path[:-1])

    def _after(self, effect: Effect, item: Item) -> Iterator[Item]:
        """The items that an order may put after this one."""
        steps = self.steps(effect)
        for other, taken in steps.items() if item in steps else ():
            if other != item and max(taken) > min(steps[item]):
                yield other

    def candidates(self, item: Item) -> tuple[Candidate, ...]:
        """Those that rules can suggest for it."""
        return tuple(self._candidates.get(item, ()))

    def steps(self, effect: Effect) -> Steps:
        """The last step that each candidate matches."""
        if id(effect) not in self._steps:
            found: dict[Item, dict[int, tuple[Candidate, ...]]] = {}
            for item, candidates in self._candidates.items():
                for one in candidates:
                    taken = [n for n, step in enumerate(effect.steps) if matches(step, one)]
                    if taken:
                        there = found.setdefault(item, {})
                        there[taken[-1]] = (*there.get(taken[-1], ()), one)
            self._steps[id(effect)] = found
        return self._steps[id(effect)]


def contradictory(asking: Asking, sequences: Sequences, circle: Circle) -> Iterator[Told]:
    """Told of the order that is left out on the smallest such plan. Raises `UndecidedError`.

    Looked for where every item of the circle is advised, then where it may be on the plan at all.
    """
    inquiry = asking.inquiry
    holding = [inquiry.truths(effect.proposition).true for effect in circle.effects]
    unsure: UndecidedError | None = None
    for placed in (_leading(asking), _present(asking)):
        closed = [_edge(sequences, circle, number, placed) for number in range(len(holding))]
        try:
            found = inquiry.example(partial(_shows, asking, circle), *holding, *closed)
        except UndecidedError as error:
            unsure = error
            continue
        if found is not None:
            yield _told(asking, circle, found)
            return
    if unsure is not None:
        raise unsure


Placed = Callable[[tuple[Candidate, ...], tuple[Candidate, ...]], "z3.BoolRef"]
"""Whether an item takes a step, by one of these candidates and none of those of later steps."""


def _leading(asking: Asking) -> Placed:
    """By advised candidates, which lead whatever else there is."""
    from poise.solver.terms import both, denied, some

    place = asking.inquiry.standings.place

    def advised(candidates: tuple[Candidate, ...]) -> z3.BoolRef:
        return some(place(one).better_than(RANK["cautioned"]) for one in candidates)

    return lambda taking, later: both(advised(taking), denied(advised(later)))


def _present(asking: Asking) -> Placed:
    """By candidates that may be planned: more than surely lead."""
    from poise.solver.terms import both, denied, some

    place = asking.inquiry.standings.place

    def present(one: Candidate) -> z3.BoolRef:
        standing = place(one)
        return both(standing.exists, denied(standing.best(RANK["excluded"])))

    return lambda taking, _: some(map(present, taking))


def _edge(sequences: Sequences, circle: Circle, number: int, placed: Placed) -> z3.BoolRef:
    """That one order puts one item before the next."""
    from poise.solver.terms import both, some

    effect = circle.effects[number]
    steps = sequences.steps(effect)
    one, other = circle.items[number], circle.items[(number + 1) % len(circle.items)]

    def takes(item: Item, step: int) -> z3.BoolRef:
        taken = steps[item]
        later = tuple(each for after in taken if after > step for each in taken[after])
        return placed(taken[step], later)

    return some(
        both(takes(one, first), takes(other, second))
        for first in steps[one]
        for second in steps[other]
        if first < second
    )


def _left_out(asking: Asking, circle: Circle, one: Assessment) -> tuple[str, ...]:
    case = open_case(asking.pack, one)
    named = {effect.rule.id for effect in circle.effects}
    return tuple(rule for rule in contradicting(case, boards(case)) if rule in named)


def _shows(asking: Asking, circle: Circle, one: Assessment) -> bool:
    return bool(_left_out(asking, circle, one))


def _told(asking: Asking, circle: Circle, found: Assessment) -> Told:
    rule = _left_out(asking, circle, found)[0]
    others = dict.fromkeys(one.rule.id for one in circle.effects if one.rule.id != rule)
    path = " -> ".join(f"{item} of {area}" for item, area in (*circle.items, circle.items[0]))
    beside = " and ".join(f"'{one}'" for one in others) or "itself"
    said = f"the order of '{rule}' contradicts {beside} on some plan: {path}"
    return asking.told(rule, "contradictory-orders", said, asking.shown(found))
