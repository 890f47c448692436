"""Avoid: a safety fact that guards nothing.

    site.well: {label: Well, ask: Is there a well?, answer: yes_no, safety: yes}

Prefer: a rule that holds something back, or refers, because of it.

    - id: well.wait
      title: Nothing is spread beside a well
      when: {site.well: yes}
      defer: {items: everything, until: the well is covered}

Why: a safety fact is asked on every plan until it is answered. One on which nothing depends
makes the others weigh less.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.rules import RESTRICTIVE

GUARDING = RESTRICTIVE | {"refer"}


def find(survey: Survey) -> Iterator[Breach]:
    guarding = (
        rule for rule in survey.active() if any(verb.word in GUARDING for verb in rule.verbs())
    )
    guarded = survey.reach.of_labels().union(*map(survey.reach.of_rule, guarding))
    for fact in survey.contents.vocabulary.facts.values():
        if fact.safety and fact.id not in guarded:
            yield Breach(
                fact.id,
                f"'{fact.id}' is marked 'safety: yes', and nothing is held back because of it",
                "write the rule that it is asked for, or drop 'safety'",
            )


LINT = Lint("idle-safety", "a safety fact guards nothing", find)
