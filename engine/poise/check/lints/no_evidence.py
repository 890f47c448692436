"""Avoid: a rule that cites nothing.

    - id: lawn.feed
      title: Feed a lawn that is pale
      suggest: {product: lime, area: lawn, acts_on: growth}

Prefer: a source for every rule, `authored` where it is the author's own.

    - id: lawn.feed
      title: Feed a lawn that is pale
      suggest: {product: lime, area: lawn, acts_on: growth}
      evidence: T2

Why: a reader must be able to ask of every sentence on a plan where it comes from. An author's
own judgement is a source too, and is then shown as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        if not rule.evidence:
            yield Breach(rule.id, f"'{rule.id}' cites no source", "add 'evidence: ...'")


LINT = Lint("no-evidence", "a rule cites no source", find)
