"""Habits that a pack should keep, beyond what it must: each lint is a module with its page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from types import ModuleType

from poise.check.allowing import SOLVED
from poise.check.lints import (
    backwards_threshold,
    evidence_overdue,
    idle_because,
    idle_safety,
    no_evidence,
    odd_name,
    repeated_line,
    review_overdue,
    same_rule,
    strong_on_weak,
    unconcluded_finding,
    unexercised_rule,
    unread_fact,
    unread_measure,
    unused_source,
)
from poise.check.lints.lint import Breach, Exercise, Lint, Survey
from poise.contents import Contents
from poise.problems import Problem, Severity, did_you_mean
from poise.reads import Reach

PAGES: tuple[ModuleType, ...] = (
    backwards_threshold,
    evidence_overdue,
    idle_because,
    idle_safety,
    no_evidence,
    odd_name,
    repeated_line,
    review_overdue,
    same_rule,
    strong_on_weak,
    unconcluded_finding,
    unexercised_rule,
    unread_fact,
    unread_measure,
    unused_source,
)
"""Every lint's module."""
LINTS: tuple[Lint, ...] = tuple(module.LINT for module in PAGES)
CODES: dict[str, str] = {
    **{lint.code: lint.title for lint in LINTS},
    "idle-allow": "what is allowed is not done, or is no lint",
}


def lint(
    contents: Contents, day: datetime.date, exercise: Exercise | None = None
) -> tuple[Problem, ...]:
    """Every breach that is not allowed, on a day; and every allowance that is not needed.

    Of a pack that extends another, what stands in the other's files is left to that one.
    """
    survey = Survey(contents, Reach(contents), day, exercise)
    allowed = {rule.id: rule.allow for rule in contents.rules}
    found: list[Problem] = []
    used: set[tuple[str, str]] = set()
    for one in LINTS:
        for breach in one.find(survey):
            if one.code in contents.head.allow:
                used.add(("", one.code))
            elif one.code in allowed.get(breach.about, ()):
                used.add((breach.about, one.code))
            else:
                found.append(_problem(survey, one, breach))
    found += _idle(survey, used)
    own = contents.head_at.file.removesuffix("pack.yaml")
    return tuple(sorted(one for one in found if one.file.startswith(own)))


def _problem(survey: Survey, lint: Lint, breach: Breach) -> Problem:
    place = survey.place_of(breach.about)
    severity: Severity = "notice" if lint.of_today else breach.severity
    return Problem(*place, lint.code, breach.message, breach.hint, severity)


def _idle(survey: Survey, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """An allowance that nothing needs; one of a lint that depends on the day, or on scenarios at
    which nobody looked, may wait for it."""
    waiting = {one.code for one in LINTS if one.of_today}
    if survey.exercise is None:
        waiting |= {one.code for one in LINTS if one.of_scenarios}
    contents = survey.contents
    given = [("", code, contents.head_at) for code in contents.head.allow]
    given += [
        (rule.id, code, contents.places[rule.id]) for rule in contents.rules for code in rule.allow
    ]
    for about, code, place in given:
        if code in SOLVED:
            continue  # whether it is needed is for the solver to say
        owner = f"'{about}'" if about else "the pack"
        if code not in CODES:
            hint = (
                did_you_mean(code, {*CODES, *SOLVED}) or f"the lints are {', '.join(sorted(CODES))}"
            )
            said = f"{owner} allows '{code}', which is no lint"
            yield Problem(*place, "idle-allow", said, hint, "warning")
        elif (about, code) not in used and code not in waiting:
            said = f"{owner} allows '{code}', and nothing breaks it"
            yield Problem(*place, "idle-allow", said, "take it out", "warning")


__all__ = ["CODES", "LINTS", "PAGES", "Exercise", "Lint", "lint"]
