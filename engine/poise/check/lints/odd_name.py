"""Avoid: names and titles out of convention.

    - id: FeedLawn
      title: feed the lawn.

Prefer: an id of lower-case words, the subject before the dot; a title that begins with a capital
and has no full stop.

    - id: lawn.feed
      title: Feed the lawn

Why: ids are read in plans, records and differences for years. One form makes them easy to find,
and sentences are put together from titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey

ID = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        if not ID.fullmatch(rule.id):
            yield Breach(
                rule.id,
                f"the id '{rule.id}' is out of convention",
                "write it as SUBJECT.VERB in lower case, such as 'lawn.feed'",
            )
        if rule.title.endswith(".") or rule.title[:1].islower():
            yield Breach(
                rule.id,
                f"the title of '{rule.id}' is out of convention: '{rule.title}'",
                "begin with a capital, and end without a full stop",
            )


LINT = Lint("odd-name", "an id or a title is out of convention", find)
