"""Rules that another makes superfluous.

A rule is superfluous beside another where, in every assessment, the other surely holds if it does
and may hold if it may, and what the other does covers all that it does. So no plan is decided
otherwise without it, whatever is left unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poise.assessment import Assessment
from poise.canonical import digest
from poise.check.asking import Asking, Told
from poise.check.covering import Covering
from poise.grounding import Effect
from poise.rules import Defer, Exclude, Rule
from poise.situation import situate
from poise.solver.undecided import UndecidedError

if TYPE_CHECKING:
    import z3

    from poise.check.inquiry import Claims


@dataclass(frozen=True, slots=True)
class Rival:
    """A rule that does all that another does, wherever both hold: each effect of the other, with
    those that cover it."""

    rule: Rule
    covered: tuple[tuple[Effect, tuple[Effect, ...]], ...]


class Rivals:
    """Finds the rules that could make another superfluous, going by what they do."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._covering = Covering(asking.pack)
        self._found: dict[str, tuple[Rival, ...]] = {}
        self._said = {rule.id: _said(rule) for rule in asking.active()}
        self._by_verb: dict[type, list[Effect]] = {}
        for effect in asking.pack.ground.effects:
            self._by_verb.setdefault(type(effect.verb), []).append(effect)

    def of(self, rule: Rule) -> tuple[Rival, ...]:
        """Those of a rule; none that says the very same, which a lint tells."""
        if rule.id not in self._found:
            mine = self._asking.effects(rule)
            every = (self._rival(other, mine) for other in self._near(rule, mine[0]))
            self._found[rule.id] = tuple(one for one in every if one is not None)
        return self._found[rule.id]

    def _near(self, rule: Rule, first: Effect) -> list[Rule]:
        """The rules that cover its first effect."""
        verbs: set[type] = {type(first.verb), Exclude, Defer}
        near: dict[str, Rule] = {}
        for verb in verbs:
            for effect in self._by_verb.get(verb, ()):
                if effect.rule.id not in near and self._covering.covers(effect, first):
                    near[effect.rule.id] = effect.rule
        said = self._said[rule.id]
        return [near[name] for name in sorted(near) if self._said[name] != said]

    def _rival(self, other: Rule, mine: tuple[Effect, ...]) -> Rival | None:
        theirs = self._asking.effects(other)
        covered = tuple(
            (less, tuple(more for more in theirs if self._covering.covers(more, less)))
            for less in mine
        )
        return Rival(other, covered) if all(by for _, by in covered) else None


def _said(rule: Rule) -> str:
    return digest((rule.each or "", rule.when, rule.verbs()))


def rests_on(asking: Asking, rivals: tuple[Rival, ...]) -> object:
    """What the answer depends on."""
    proposition = asking.cone.proposition
    return "rivals", [
        [
            (proposition(less.proposition), [proposition(more.proposition) for more in by])
            for less, by in rival.covered
        ]
        for rival in rivals
    ]


def superfluous(asking: Asking, rule: Rule, rivals: Rivals) -> Iterator[Told]:
    """Told of the first rule that makes this one superfluous. Raises `UndecidedError`.

    Of two that make each other superfluous the one that is named later is told.
    """
    found = rivals.of(rule)
    inquiry = asking.inquiry
    if not found or inquiry.possible(*rival_claims(asking, found)):
        return
    for rival in found:
        if not inquiry.possible(_needed(asking, rival)) and not (
            rule.id < rival.rule.id and _is_beside(asking, rival.rule, rule, rivals)
        ):
            said = (
                f"the rule '{rule.id}' adds nothing to '{rival.rule.id}', which holds whenever it "
                "does and does as much"
            )
            hint = _together(asking, rule, rival.rule)
            yield asking.told(rule.id, "superfluous-rule", said, hint)
            return


def _is_beside(asking: Asking, rule: Rule, other: Rule, rivals: Rivals) -> bool:
    """Whether one certain rule makes another superfluous."""
    return any(
        not asking.inquiry.possible(_needed(asking, rival))
        for rival in rivals.of(rule)
        if rival.rule is other
    )


def _together(asking: Asking, rule: Rule, other: Rule) -> str:
    """The smallest assessment in which both hold; nothing where none can be written down, which
    takes nothing from the proof."""
    mine, theirs = asking.propositions(rule), asking.propositions(other)

    def shows(one: Assessment) -> bool:
        truths = situate(asking.pack.model, one).evaluation.truths
        return any(truths[name] for name in mine) and any(truths[name] for name in theirs)

    with suppress(UndecidedError):
        return asking.shown_by(shows, mine)
    return ""


def rival_claims(asking: Asking, rivals: tuple[Rival, ...]) -> Claims:
    """What is asked first: whether a rule ever does alone the first of what it does."""
    return tuple(_alone(asking, rival) for rival in rivals)


def _alone(asking: Asking, rival: Rival) -> z3.BoolRef:
    """Where a rule surely does the first of what it does, and its rival does not cover that."""
    from poise.solver.terms import both, denied, some

    less, by = rival.covered[0]
    theirs = some(asking.inquiry.truths(more.proposition).true for more in by)
    return both(asking.inquiry.truths(less.proposition).true, denied(theirs))


def _needed(asking: Asking, rival: Rival) -> z3.BoolRef:
    """Where a rule does something that its rival does not: surely, or perhaps."""
    from poise.solver.terms import both, denied, every, some

    def missed(less: Effect, by: tuple[Effect, ...]) -> z3.BoolRef:
        mine = asking.inquiry.truths(less.proposition)
        theirs = [asking.inquiry.truths(more.proposition) for more in by]
        surely = both(mine.true, denied(some(one.true for one in theirs)))
        perhaps = both(mine.possible, every(one.false for one in theirs))
        return some((surely, perhaps))

    return some(missed(less, by) for less, by in rival.covered)
