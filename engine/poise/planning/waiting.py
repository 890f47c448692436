"""What waits on which answers: candidates, referrals, requirements and findings that are open."""

from __future__ import annotations

from collections.abc import Iterator

from poise.grounding import Effect
from poise.planning.candidates import Candidate
from poise.planning.case import Case
from poise.planning.open_facts import About, OpenFacts
from poise.planning.standing import RANK, Standing
from poise.rules import Refer, Require


def waits_on(case: Case, standing: Standing) -> frozenset[About]:
    """What could still change where one candidate stands."""
    return frozenset(standing_waits(case, standing, OpenFacts(case)))


def standing_waits(case: Case, standing: Standing, opener: OpenFacts) -> Iterator[About]:
    """What could still change where a candidate stands; one surely excluded waits on nothing.

    Whether it is suggested at all does not matter while it is surely deferred or excluded.
    """
    if RANK[standing.at_best] <= RANK["on_hold"]:
        yield from support_waits(standing, opener)
    yield from _restrictions(case, standing, opener)


def spare_waits(case: Case, spare: Standing, opener: OpenFacts) -> Iterator[About]:
    """What a request's own candidate waits on, and, where it stands milder than what may be
    suggested for the request, whether it comes to that."""
    yield from standing_waits(case, spare, opener)
    for candidate, standing in case.standings.items():
        here = candidate[:3] == spare.candidate[:3] and standing.support.requests
        if here and RANK[standing.at_best] > max(RANK[spare.at_best], RANK["on_hold"]):
            yield from support_waits(standing, opener)


def support_waits(standing: Standing, opener: OpenFacts) -> Iterator[About]:
    """What decides whether a candidate is suggested, where none of its suggestions is sure."""
    if standing.support.truth is None:
        for suggestion, truth in standing.support.suggestions:
            if truth is None:
                yield from opener.proposition(suggestion.effect.proposition)


def _restrictions(case: Case, standing: Standing, opener: OpenFacts) -> Iterator[About]:
    best = RANK[standing.at_best]
    for argument in standing.arguments:
        if argument.truth is None and RANK[argument.status] > best:
            yield from effect_waits(case, argument.effect, opener)
            yield from label_waits(case, argument.effect, standing.candidate, opener)


def effect_waits(case: Case, effect: Effect, opener: OpenFacts) -> Iterator[About]:
    """What decides whether a rule holds, and each line of what it requires."""
    for name in (effect.proposition, *effect.lines):
        if case.situation.evaluation.truths[name] is None:
            yield from opener.proposition(name)


def label_waits(
    case: Case, effect: Effect, candidate: Candidate, opener: OpenFacts
) -> Iterator[About]:
    """What the label status waits on, where a selector asks for it."""
    if effect.selector is not None and effect.selector.label is not None:
        condition = case.labels.open_condition(candidate.product, candidate.area)
        yield from opener.condition(condition)


def parts(case: Case) -> frozenset[frozenset[About]]:
    """Of each part of the plan that may turn out otherwise, what it waits on."""
    return frozenset(_parts(case, OpenFacts(case)))


def _parts(case: Case, opener: OpenFacts) -> Iterator[frozenset[About]]:
    for standing in (*case.standings.values(), *case.spare.values()):
        waits = {*support_waits(standing, opener), *_restrictions(case, standing, opener)}
        yield frozenset(waits)
    for effect in case.effects(Refer, Require, sure=False):
        yield frozenset(effect_waits(case, effect, opener))
    truths = case.situation.evaluation.truths
    for finding in case.pack.ground.logic.findings:
        open_ones = [
            one.proposition for one in finding.conclusions if truths[one.proposition] is None
        ]
        yield frozenset(about for name in open_ones for about in opener.proposition(name))
