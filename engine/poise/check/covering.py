"""Whether one effect of a rule does at least as much as another, where both hold.

What counts is what a plan decides by it: on which candidates it acts, how far it pushes them, and
what it says has to happen. A rule's title, its reasons and its sources are how it speaks of that.
"""

from __future__ import annotations

from poise.conditions import Condition, Duration
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.planning.index import pushes_to
from poise.planning.standing import RANK
from poise.rules import (
    After,
    Avoid,
    Caution,
    Ceiling,
    Conclude,
    Consider,
    Defer,
    Exclude,
    Expect,
    Lasts,
    PerSession,
    Refer,
    Require,
    Review,
    Selector,
    Sequence,
    Strength,
    Suggest,
    Verb,
)
from poise.vocabulary import Grade, ground_name

_STRENGTHS: tuple[Strength, ...] = ("option", "conditional", "strong")
_URGENCIES = ("routine", "soon", "urgent")
_NEVER_SHORT_OF = (Exclude, Defer)
"""Whose items are not treated, whatever else would hold them back less."""


class Covering:
    """Compares effects of one pack."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._candidates: dict[int, frozenset[Candidate]] = {
            id(one.effect): frozenset(one.candidates) for one in pack.suggestions
        }

    def covers(self, more: Effect, less: Effect) -> bool:
        """Whether the first leaves nothing for the second to do."""
        if isinstance(less.verb, Conclude):
            return isinstance(more.verb, Conclude) and self._concludes(more, less)
        if not _wide(more.selector, less.selector):
            return False
        if isinstance(more.verb, _NEVER_SHORT_OF) and self._milder(more, less):
            return True
        firm = _STRENGTHS.index(more.rule.strength) >= _STRENGTHS.index(less.rule.strength)
        return firm and type(more.verb) is type(less.verb) and self._alike(more, less)

    def _milder(self, more: Effect, less: Effect) -> bool:
        """Whether what is not treated at all is held back less by the other."""
        pushed, pushes = pushes_to(less), pushes_to(more)
        return pushed is not None and pushes is not None and RANK[pushed] < RANK[pushes]

    def _concludes(self, more: Effect, less: Effect) -> bool:
        there = self._values(more)
        return all(
            any(name == other and (value == held or 0 < level <= up) for other, held, up in there)
            for name, value, level in self._values(less)
        )

    def _values(self, effect: Effect) -> list[tuple[str, str, int]]:
        """The values that it concludes, and how high each stands on its scale, or 0."""
        assert isinstance(effect.verb, Conclude)
        found: list[tuple[str, str, int]] = []
        for finding, members in effect.verb.values:
            declared = self._pack.vocabulary.get(finding)
            bound = declared is not None and declared.each is not None
            name = ground_name(finding, effect.place if bound else None)
            kind = self._pack.vocabulary.kind(name)
            levels = kind.scale.levels if isinstance(kind, Grade) else ()
            found += [(name, one, levels.index(one) if levels else 0) for one in members]
        return found

    def _alike(self, more: Effect, less: Effect) -> bool:
        """Whether two effects of one verb do the same, or the first does more."""
        match more.verb, less.verb:
            case Suggest() as one, Suggest() as other:
                alike = one.treats == other.treats
                return alike and self._candidates[id(less)] <= self._candidates[id(more)]
            case Avoid(), Avoid():
                return True
            case Caution() as one, Caution() as other:
                return bool(one.say) and one.say == other.say
            case Defer() as one, Defer() as other:
                return _ends_no_sooner(one.until, other.until)
            case Exclude() as one, Exclude() as other:
                return other.reopened_by in ("", one.reopened_by)
            case Require() as one, Require() as other:
                return self._requires(more, one, less, other)
            case Refer() as one, Refer() as other:
                urgent = _URGENCIES.index(one.urgency) >= _URGENCIES.index(other.urgency)
                return one.to == other.to and urgent
            case Ceiling() as one, Ceiling() as other:
                return _same(one, other, but=("items", "over", "at_most")) and self._graver(
                    more, less
                )
            case (Sequence(), Sequence()) | (PerSession(), PerSession()):
                return more.steps == less.steps and _same(more.verb, less.verb, but=("order",))
            case ((Consider() | Expect() | Lasts() | Review()), _):
                return _same(more.verb, less.verb, but=("items",))
        return False  # each preference counts by itself

    def _graver(self, more: Effect, less: Effect) -> bool:
        one, other = pushes_to(more), pushes_to(less)
        return one is not None and other is not None and RANK[one] >= RANK[other]

    def _requires(self, more: Effect, one: Require, less: Effect, other: Require) -> bool:
        noted = other.note in ("", one.note)
        return one.before == other.before and noted and self._lines(less) <= self._lines(more)

    def _lines(self, effect: Effect) -> frozenset[Condition]:
        return frozenset(self._pack.ground.conditions[line] for line in effect.lines)


def _same(one: Verb, other: Verb, but: tuple[str, ...]) -> bool:
    """Whether two verbs say the same, some of their fields apart."""
    left = {name: getattr(one, name) for name in type(one).model_fields if name not in but}
    return left == {name: getattr(other, name) for name in left}


def _wide(more: Selector | None, less: Selector | None) -> bool:
    """Whether one selector means every candidate that the other does; none means all there is."""
    if more is None or less is None:
        return more is None
    return (
        _within(less.areas, more.areas)
        and _within(less.products, more.products)
        and _within(less.sides, more.sides)
        and _within(less.goals, more.goals)
        and _within(less.acts_on, more.acts_on)
        and _within(less.label, more.label)
    )


def _within(less: frozenset[str] | None, more: frozenset[str] | None) -> bool:
    return more is None or (less is not None and less <= more)


def _ends_no_sooner(one: After | str, other: After | str) -> bool:
    if isinstance(one, After) and isinstance(other, After):
        return one.after == other.after and _no_shorter(one.gap, other.gap)
    return other in ("", one)


def _no_shorter(one: Duration, other: Duration) -> bool:
    """Sound, not complete: lengths in other units are longer than nothing only."""
    return one.unit == other.unit and one.count >= other.count
