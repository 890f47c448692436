"""A pack's effects, found by verb and by candidate: what never depends on answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from poise.grounding import Effect
from poise.planning.candidates import Candidate, matches
from poise.rules import Avoid, Caution, Ceiling, Defer, Exclude, Require, Selector

Status = Literal["advised", "cautioned", "discouraged", "on_hold", "deferred", "excluded"]
OVER: Mapping[str, Status] = {
    "caution": "cautioned",
    "defer": "deferred",
    "exclude": "excluded",
}
Restriction = tuple[Effect, Status]
"""An effect that restricts, and the status to which it pushes."""


class Effects:
    """An index over the effects of one pack.

    Which restrictions act on a candidate is worked out once and kept; the same candidate always
    gives the same answer, so that threads may share the index.
    """

    def __init__(self, effects: Iterable[Effect]) -> None:
        by_verb: dict[type, list[Effect]] = {}
        restrictions: list[Restriction] = []
        for effect in effects:
            by_verb.setdefault(type(effect.verb), []).append(effect)
            status = pushes_to(effect)
            if status is not None:
                restrictions.append((effect, status))
        self._by_verb: Mapping[type, tuple[Effect, ...]] = {
            verb: tuple(found) for verb, found in by_verb.items()
        }
        self._restrictions = tuple(restrictions)
        self._in: dict[str, tuple[tuple[int, Selector], ...]] = {}
        self._on: dict[Candidate, tuple[Restriction, ...]] = {}
        self._labelled: dict[int, bool] = {}
        self._shared: dict[tuple[int, ...], tuple[Restriction, ...]] = {}

    def of(self, verb: type) -> tuple[Effect, ...]:
        """The effects of one verb, in the order of their rules."""
        return self._by_verb.get(verb, ())

    def on(self, candidate: Candidate) -> tuple[Restriction, ...]:
        """The restrictions whose selector matches a candidate, label status apart.

        Candidates on which the same ones act are given the very same tuple.
        """
        found = self._on.get(candidate)
        if found is None:
            near = self._near(candidate.area)
            chosen = [index for index, selector in near if matches(selector, candidate)]
            restrictions = tuple(self._restrictions[index] for index in chosen)
            found = self._on[candidate] = self._shared.setdefault(tuple(chosen), restrictions)
        return found

    def labelled(self, restrictions: tuple[Restriction, ...]) -> bool:
        """Whether one of them asks for a label status, by which candidates can still differ."""
        found = self._labelled.get(id(restrictions))
        if found is None:
            found = any(one.selector is not None and one.selector.label for one, _ in restrictions)
            self._labelled[id(restrictions)] = found
        return found

    def _near(self, area: str) -> tuple[tuple[int, Selector], ...]:
        """The restrictions that may act on candidates of one area."""
        found = self._in.get(area)
        if found is None:
            found = self._in[area] = tuple(
                (index, effect.selector)
                for index, (effect, _) in enumerate(self._restrictions)
                if effect.selector is not None
                and (effect.selector.areas is None or area in effect.selector.areas)
            )
        return found


def pushes_to(effect: Effect) -> Status | None:
    """The status to which a verb pushes, or None where it does not restrict."""
    match effect.verb:
        case Caution():
            return "cautioned"
        case Avoid():
            return "discouraged"
        case Require(items=items, before=before) if items is not None and before is None:
            return "on_hold"
        case Defer():
            return "deferred"
        case Exclude():
            return "excluded"
        case Ceiling(over=over):
            return OVER[over]
    return None
