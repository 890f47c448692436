"""Avoid: a threshold that reads backwards.

    when: {soil.warmth_c: {below: -2}}

Prefer: a measure that counts upwards in the direction that is meant.

    soil.frost_c: {label: Frost, formula: 0 - soil.warmth_c, ...}
    when: {soil.frost_c: {above: 2}}

Why: "below minus two" has to be turned round twice to be understood, and is often written the
wrong way round.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.conditions import Bounds, Line, Not
from poise.trees import lines


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        for line in lines(rule.when):
            if _backwards(line):
                yield Breach(
                    rule.id,
                    f"'{rule.id}' tests '{line.fact}' below a negative number",
                    "let a measure count the other way round",
                )


def _backwards(line: Line) -> bool:
    test = line.test.test if isinstance(line.test, Not) else line.test
    if not isinstance(test, Bounds) or test.at_least is not None or test.above is not None:
        return False
    return any(bound is not None and bound < 0 for bound in (test.at_most, test.below))


LINT = Lint("backwards-threshold", "a threshold reads backwards", find)
