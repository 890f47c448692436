"""Candidates: what rules suggest and what the patient asks for, and the support of each.

A candidate is one member product, area, side, goal and purpose. It exists where a suggestion holds
or may hold, or where a request names it; candidates are never merged, only shown together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from poise.assessment import Request
from poise.grounding import Effect, Ground
from poise.rules import Selector, Suggest
from poise.taxonomy import Taxonomy
from poise.values import Truth


class Candidate(NamedTuple):
    """`side` is "" in an area without sides; `goal` and `acts_on` are "" where none is said."""

    product: str
    area: str
    side: str
    goal: str
    acts_on: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion at one place, and the candidates that it puts forward."""

    effect: Effect
    verb: Suggest
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class Support:
    """What speaks for a candidate's being on the plan: suggestions that hold or may, requests."""

    suggestions: list[tuple[Suggestion, Truth]] = field(default_factory=list)
    requests: list[int] = field(default_factory=list)

    @property
    def truth(self) -> Truth:
        """Whether a suggestion surely holds, may hold, or none does."""
        truths = [truth for _, truth in self.suggestions]
        return True if True in truths else None if truths else False


def suggestions(ground: Ground, taxonomy: Taxonomy) -> tuple[Suggestion, ...]:
    """All suggestions of a pack with their candidates, which do not depend on answers."""
    return tuple(
        Suggestion(effect, effect.verb, tuple(_candidates(effect, effect.verb, taxonomy)))
        for effect in ground.effects
        if isinstance(effect.verb, Suggest)
    )


def _candidates(effect: Effect, verb: Suggest, taxonomy: Taxonomy) -> Iterable[Candidate]:
    here = effect.place
    areas = verb.area
    if areas is None:
        areas = frozenset((here,)) if effect.rule.each == "area" and here else frozenset()
    leaves = sorted(leaf for leaf in verb.product if not taxonomy.products[leaf].recorded_only)
    for leaf in leaves:
        for area in sorted(areas):
            for side in _sides(effect, verb, area, taxonomy):
                for goal in verb.for_ or ("",):
                    yield Candidate(leaf, area, side, goal, verb.acts_on)


def _sides(effect: Effect, verb: Suggest, area: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    sides = tuple(side or "" for side in taxonomy.areas[area].sides)
    if sides == ("",) or verb.side == "both":
        return sides
    if verb.side is not None:
        return (verb.side,)
    if effect.rule.each == "side" and effect.place:
        return (effect.place,)
    return sides


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every candidate with its support."""

    board: Mapping[Candidate, Support]
    answering: Mapping[int, tuple[Candidate, ...]]
    """For each request, the candidates that answer it."""
    spare: Mapping[Candidate, Support]
    """What a request falls back on if what may be suggested for it turns out not to be."""


def gather(
    offered: Iterable[Suggestion],
    truths: Mapping[str, Truth],
    requests: tuple[Request, ...],
    taxonomy: Taxonomy,
) -> Gathered:
    """Every candidate that is suggested, or may be, or that a request names."""
    board: dict[Candidate, Support] = {}
    for suggestion in offered:
        truth = truths[suggestion.effect.proposition]
        if truth is False:
            continue
        for candidate in suggestion.candidates:
            board.setdefault(candidate, Support()).suggestions.append((suggestion, truth))
    suggested = tuple(board.items())
    answering: dict[int, tuple[Candidate, ...]] = {}
    spare: dict[Candidate, Support] = {}
    for index, request in enumerate(requests):
        found: dict[Candidate, None] = {}
        for own, same in _named(request, suggested, taxonomy):
            fitting = [one for one in same if not request.goal or one[0].goal == request.goal]
            support = Support(
                [each for one, other in same if not one.goal for each in other.suggestions]
            )
            if not fitting:
                board.setdefault(own, support)
            elif own not in board and all(other.truth is None for _, other in fitting):
                spare.setdefault(own, support)
            found.update(dict.fromkeys(one for one, _ in fitting) or {own: None})
        answering[index] = tuple(found)
        for candidate in found:
            board[candidate].requests.append(index)
    return Gathered(board, answering, spare)


def _named(
    request: Request, suggested: tuple[tuple[Candidate, Support], ...], taxonomy: Taxonomy
) -> Iterable[tuple[Candidate, list[tuple[Candidate, Support]]]]:
    """For each member and side that a request names its own candidate, and those suggested there.

    The suggested ones answer it, if they are for what it is for. A suggestion for another goal
    does not; one for no goal in particular supports the request's own candidate.
    """
    area = taxonomy.areas[request.area]
    sides = (request.side,) if request.side and area.paired else tuple(s or "" for s in area.sides)
    for leaf in sorted(taxonomy.leaves(request.product)):
        product = taxonomy.products[leaf]
        if product.recorded_only:
            continue
        for side in sides:
            here = (leaf, request.area, side)
            same = [one for one in suggested if one[0][:3] == here]
            yield Candidate(*here, request.goal, product.acts_on), same


def matches(selector: Selector, candidate: Candidate) -> bool:
    """Whether a verb with this selector acts on a candidate, label status apart."""
    return (
        (selector.products is None or candidate.product in selector.products)
        and (selector.areas is None or candidate.area in selector.areas)
        and (selector.sides is None or candidate.side in selector.sides)
        and (selector.goals is None or candidate.goal in selector.goals)
        and (selector.acts_on is None or candidate.acts_on in selector.acts_on)
    )
