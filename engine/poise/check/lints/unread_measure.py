"""Avoid: a measure that no rule tests.

    hedge.ratio: {label: Ratio, formula: hedge.height_m / hedge.width_m}

Prefer: a rule that tests it, or none of it.

Why: what is computed and never used has nobody who would notice that it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey


def find(survey: Survey) -> Iterator[Breach]:
    read = survey.reach.of_labels().union(*map(survey.reach.of_rule, survey.active()))
    for measure in survey.contents.vocabulary.measures.values():
        if measure.id not in read:
            yield Breach(
                measure.id, f"no rule reads the measure '{measure.id}'", "test it, or take it out"
            )


LINT = Lint("unread-measure", "a measure is read by no rule", find)
