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

from collections.abc import Iterator

from poise.canonical import digest
from poise.check.lints.lint import Breach, Lint, Survey


def find(survey: Survey) -> Iterator[Breach]:
    first: dict[str, str] = {}
    for rule in survey.active():
        key = digest((rule.each or "", rule.when, rule.verbs()))
        earlier = first.setdefault(key, rule.id)
        if earlier != rule.id:
            yield Breach(
                rule.id, f"'{rule.id}' says the same as '{earlier}'", "keep one of the two"
            )


LINT = Lint("same-rule", "two rules say the same", find)
