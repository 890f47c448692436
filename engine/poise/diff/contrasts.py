"""What stands somewhere in two packs, where that rests on something else now: items that rules
suggest, what patients ask for by name, and the options of items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import z3

from poise.check.cone import Cone
from poise.check.proving import requestable
from poise.diff.causes import NOTHING, Causes, RestsOn
from poise.diff.smallest import Asked
from poise.diff.twins import Twins
from poise.diff.units import CARDS, Packs
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.requests import Request
from poise.rules import EVERYTHING, Selector
from poise.vocabulary import SIDES

Kind = Literal["item", "request", "option"]
Sides = tuple[tuple[Candidate, ...], tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Contrast:
    """An item with its candidates in either pack; or one candidate that is asked for, or an option,
    with all that nothing but names can tell apart from it."""

    kind: Kind
    key: object
    """The item's id, or the candidate."""
    candidates: Sides
    alike: tuple[Candidate, ...]
    causes: Causes
    asked: Asked | None = None


class Contrasts:
    """Finds them for two packs."""

    def __init__(
        self, twins: Twins, cones: tuple[Cone, Cone], rests: tuple[RestsOn, RestsOn]
    ) -> None:
        self._twins = twins
        self._packs = twins.packs
        self._cones = cones
        self._rests = rests
        self._suggested: Sides = tuple(  # type: ignore[assignment]
            tuple(dict.fromkeys(one for each in pack.suggestions for one in each.candidates))
            for pack in self._packs
        )

    @cached_property
    def items(self) -> tuple[Contrast, ...]:
        """Items that a rule of either pack suggests."""
        found: dict[str, tuple[list[Candidate], list[Candidate]]] = {}
        for side, pack in enumerate(self._packs):
            for one in self._suggested[side]:
                item = f"{pack.taxonomy.products[one.product].item}/{one.area}"
                found.setdefault(item, ([], []))[side].append(one)
        return tuple(
            Contrast("item", item, (tuple(old), tuple(new)), changed, self._causes(changed))
            for item, (old, new) in found.items()
            if (changed := tuple(filter(self._changed, dict.fromkeys((*old, *new)))))
        )

    @cached_property
    def options(self) -> tuple[Contrast, ...]:
        """Candidates that a rule of either pack suggests."""
        return tuple(self._options(self._changed_classes(self._every)))

    @cached_property
    def _every(self) -> tuple[Candidate, ...]:
        return tuple(dict.fromkeys((*self._suggested[0], *self._suggested[1])))

    def meant(self, selectors: Iterable[Selector | None]) -> Iterator[Contrast]:
        """What rules suggest, or a patient can ask for, of all that one of these selectors means;
        None means everything."""
        wanted = [one or EVERYTHING for one in selectors]

        def named(one: Candidate) -> bool:
            return any(matches(each, one) for each in wanted)

        yield from self._options(self._classes(filter(named, self._every)))
        yield from self._asked_for(self._classes(filter(named, self._requestable)))

    def of(self, product: str, area: str) -> Iterator[Contrast]:
        """The same of one product in one area."""

        def here(one: Candidate) -> bool:
            return one[:2] == (product, area)

        yield from self._options(self._classes(filter(here, self._every)))
        yield from self._asked_for(self._classes(filter(here, self._requestable)))

    def _options(self, classes: Iterable[tuple[Candidate, ...]]) -> Iterator[Contrast]:
        for group in classes:
            causes = self._causes(group[:1])
            yield Contrast("option", group[0], self._sides(group[0]), group, causes)

    @cached_property
    def requests(self) -> tuple[Contrast, ...]:
        """What a patient can ask for where no rule suggests it."""
        every = (one for one in self._requestable if one[:3] not in self._places)
        return tuple(self._asked_for(self._changed_classes(every)))

    @cached_property
    def also_asked(self) -> tuple[Contrast, ...]:
        """What a patient can ask for where rules suggest it too, for this or for another goal."""
        every = (one for one in self._requestable if one[:3] in self._places)
        return tuple(self._asked_for(self._changed_classes(every)))

    @cached_property
    def _requestable(self) -> tuple[Candidate, ...]:
        return tuple(dict.fromkeys(one for pack in self._packs for one in requestable(pack)))

    @cached_property
    def _places(self) -> frozenset[tuple[str, ...]]:
        return frozenset(one[:3] for side in self._suggested for one in side)

    def _asked_for(self, classes: Iterable[tuple[Candidate, ...]]) -> Iterator[Contrast]:
        """Each class once, in words that both packs read."""
        for group in classes:
            for one in group:
                asked = _asked(self._packs, one)
                if asked is not None:
                    causes = self._causes((one,))
                    yield Contrast("request", one, self._sides(one), group, causes, asked)
                    break

    def _sides(self, one: Candidate) -> Sides:
        old, new = ((one,) if _known(pack, one) else () for pack in self._packs)
        return old, new

    def _changed(self, one: Candidate) -> bool:
        """Whether where it stands rests on something else now."""
        if not all(_known(pack, one) for pack in self._packs):
            return True
        return self._cones[0].candidates((one,)) != self._cones[1].candidates((one,))

    def _changed_classes(self, every: Iterable[Candidate]) -> Iterator[tuple[Candidate, ...]]:
        return (group for group in self._classes(every) if self._changed(group[0]))

    def _classes(self, candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, ...]]:
        found: dict[object, list[Candidate]] = {}
        for one in candidates:
            likeness = tuple(
                each.likeness(one) if _known(pack, one) else None
                for pack, each in zip(self._packs, self._twins.standings, strict=True)
            )
            found.setdefault(likeness, []).append(one)
        yield from map(tuple, found.values())

    def _causes(self, candidates: tuple[Candidate, ...]) -> Causes:
        return NOTHING.union(*map(self._cause, candidates))

    def _cause(self, candidate: Candidate) -> Causes:
        found: Causes = NOTHING
        for pack, each in zip(self._packs, self._rests, strict=True):
            supporting = (
                suggestion.effect
                for suggestion in pack.suggestions
                if any(one[:3] == candidate[:3] for one in suggestion.candidates)
            )
            restricting = (effect for effect, _ in pack.effects.on(candidate))
            for effect in (*supporting, *restricting):
                for name in (effect.proposition, *effect.lines):
                    found |= each.proposition(name)
        same = all(_known(pack, candidate) for pack in self._packs)
        return found if found and same else found | {CARDS}


def _known(pack: RulePack, candidate: Candidate) -> bool:
    return candidate.product in pack.taxonomy.products and candidate.area in pack.taxonomy.areas


def _asked(packs: Packs, candidate: Candidate) -> Asked | None:
    """The request that puts it on a plan, in words that both packs can read; None for none."""
    product = _readable(packs, candidate.product)
    known = all(
        candidate.area in pack.taxonomy.areas
        and (not candidate.goal or candidate.goal in pack.taxonomy.goals)
        for pack in packs
    )
    if product is None or not known:
        return None
    side = candidate.side if candidate.side in SIDES else ""
    request = Request(product, candidate.area, side, candidate.goal)
    return Asked(request, z3.Bool(f"asked for: {request}"))


def _readable(packs: Packs, product: str) -> str | None:
    """A product, or the nearest class of it, by a name that both packs have."""
    taxonomies = [pack.taxonomy for pack in packs]
    if all(product in one.products for one in taxonomies):
        return product
    own = next(one.products[product] for one in taxonomies if product in one.products)
    above = [n for n in sorted(own.above) if all(n in one.product_names() for one in taxonomies)]
    return above[0] if above else None
