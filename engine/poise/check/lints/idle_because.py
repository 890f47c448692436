"""Avoid: a `because` that says the title again.

    - id: lawn.feed
      title: Feed the lawn when hunger makes it pale
      because: Hunger makes it pale.

Prefer: what the title and the tests do not say, or nothing.

    - id: lawn.feed
      title: Feed the lawn when hunger makes it pale
      because: >
        The leaves are {{ lawn.colour }}: it is hunger, not drought, that shows there.

Why: a plan shows the title and the tests already. A reason that adds nothing teaches the reader
to pass reasons over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.templates import is_template


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        if not rule.because or is_template(rule.because):
            continue
        if _words(rule.because) <= _words(rule.title):
            yield Breach(
                rule.id,
                f"the 'because' of '{rule.id}' only says its title again",
                "say what the title and the tests do not, or leave it out",
            )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


LINT = Lint("idle-because", "a reason adds nothing", find)
