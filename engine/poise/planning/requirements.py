"""Requirements: what must be in place, line by line met, unmet or not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from poise.conditions import Known, Line
from poise.grounding import Effect
from poise.plan import Requirement, RequirementLine
from poise.planning.case import Case
from poise.planning.open_facts import OpenFacts
from poise.planning.standing import RANK
from poise.rules import EVERYTHING, Require
from poise.values import Truth, all_of


def requirements(case: Case) -> tuple[Requirement, ...]:
    """All requirements that hold, or may, for something on the plan."""
    found = []
    opener = OpenFacts(case)
    for effect in case.effects(Require, sure=False):
        assert isinstance(effect.verb, Require)
        if not bears(case, effect):
            continue
        found.append(_requirement(case, effect, effect.verb, opener))
    unique = {(one.rule, one.before, one.lines): one for one in found}
    return tuple(
        sorted(unique.values(), key=lambda one: (one.before != "treatment", one.rule, one.before))
    )


def bears(case: Case, effect: Effect) -> bool:
    """Whether it speaks of a candidate that is not already deferred or excluded."""
    return any(
        (effect.selector is None or case.means(effect.selector, candidate) is not False)
        and RANK[standing.status] <= RANK["on_hold"]
        for candidate, standing in case.standings.items()
    )


def _requirement(case: Case, effect: Effect, verb: Require, opener: OpenFacts) -> Requirement:
    lines = tuple(_lines(case, effect, opener))
    truths = [case.situation.evaluation.truths[line] for line in effect.lines]
    if verb.note:
        lines += (RequirementLine(text=verb.note, status="by_hand"),)
        truths.append(None)
    return Requirement(
        rule=effect.rule.id,
        title=effect.rule.title,
        status=_met(all_of(truths)),
        before=verb.before or case.wording.selector(effect.selector or EVERYTHING),
        lines=lines,
        evidence=effect.rule.evidence,
    )


def _lines(case: Case, effect: Effect, opener: OpenFacts) -> Iterable[RequirementLine]:
    for name in effect.lines:
        condition = case.pack.ground.conditions[name]
        truth = case.situation.evaluation.truths[name]
        text = "; ".join(case.tracer.reasons(condition)) or effect.rule.title
        if isinstance(condition, Line):
            label = case.wording.label(condition.fact)
            state = case.view.states[condition.fact]
            text = f"{label}: {case.wording.value(condition.fact, state)}"
            if not isinstance(condition.test, Known):
                text += f" (needed: {case.wording.test(condition.fact, condition.test)})"
        asks = tuple(sorted(map(str, opener.proposition(name)))) if truth is None else ()
        yield RequirementLine(text=text, status=_met(truth), asks=asks)


def _met(truth: Truth) -> Literal["met", "unmet", "unknown"]:
    return "unknown" if truth is None else "met" if truth else "unmet"
