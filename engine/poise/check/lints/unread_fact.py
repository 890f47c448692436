"""Avoid: a question whose answer no rule reads.

    lawn.daisies: {label: Daisies, ask: Are there daisies?, answer: yes_no}

Prefer: a rule that reads it, or the reason why it is recorded all the same.

    lawn.daisies:
      label: Daisies
      ask: Are there daisies?
      answer: yes_no
      context: It is seen beside the moss.

Why: every question costs somebody's time, and one that decides nothing
takes attention from those that do.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.vocabulary import Text

ENGINE_READS = ("setting.country", "goals")
"""What labels and the order of a plan read."""


def find(survey: Survey) -> Iterator[Breach]:
    read = survey.reach.of_labels().union(*map(survey.reach.of_rule, survey.active()))
    for fact in survey.contents.vocabulary.facts.values():
        if fact.id in read or fact.id in ENGINE_READS or fact.context:
            continue
        if not isinstance(fact.kind, Text):
            yield Breach(
                fact.id,
                f"no rule reads '{fact.id}'",
                "take it out, or say under 'context' why it is recorded",
            )


LINT = Lint("unread-fact", "a question's answer is read by no rule", find)
