"""Avoid: two rules that say the same.

    - id: frost.wait
      when: {soil.state: frozen}
      defer: {items: {area: lawn}, until: the thaw}
    - id: ice.wait
      when: {soil.state: frozen}
      defer: {items: {area: lawn}, until: the thaw}

Prefer: one of them, with the evidence of both.

Why: one will be changed and the other forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from poise.canonical import digest
from poise.check.lints.lint import Breach, Lint, Survey


def find(survey: Survey) -> Iterator[Breach]:
    first: dict[tuple[Any, ...], str] = {}
    alike = Counter((rule.each, rule.when) for rule in survey.active())
    for rule in survey.active():
        if alike[rule.each, rule.when] > 1:
            earlier = first.setdefault((rule.each, rule.when, digest(rule.verbs())), rule.id)
            if earlier != rule.id:
                yield Breach(
                    rule.id, f"'{rule.id}' says the same as '{earlier}'", "keep one of the two"
                )


LINT = Lint("same-rule", "two rules say the same", find)
