"""Avoid: a finding that no active rule concludes.

    findings:
      ground.sour: {label: Sour ground, group: ground, answer: yes_no}

Prefer: a rule that concludes it, or none of it.

    - id: ground.is_sour
      title: The ground is sour
      when: {soil.ph: {below: 5}}
      conclude: {ground.sour: yes}

Why: a finding is closed over its rules. One without rules is always absent, whatever was recorded.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.reads import declared


def find(survey: Survey) -> Iterator[Breach]:
    vocabulary = survey.contents.vocabulary
    concluded = declared(
        (name for rule in survey.active() for verb in rule.conclude for name, _ in verb.values),
        vocabulary,
    )
    for finding in vocabulary.findings.values():
        if finding.id not in concluded:
            yield Breach(
                finding.id,
                f"no active rule concludes '{finding.id}'",
                "write a rule that does, or take it out",
            )


LINT = Lint("unconcluded-finding", "a finding is concluded by no rule", find)
