"""Avoid: a rule whose review is overdue.

    - id: lawn.feed
      review_by: 2025-01-01

Prefer: review it, say when, and set the next date.

    - id: lawn.feed
      reviewed: 2026-11-22
      review_by: 2027-11-22

Why: a rule that nobody has looked at for too long is an opinion of the past.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        if rule.review_by is not None and rule.review_by < survey.day:
            yield Breach(
                rule.id,
                f"'{rule.id}' was to be reviewed by {rule.review_by}",
                "review it, then set 'reviewed' and 'review_by'",
            )


LINT = Lint("review-overdue", "a rule is past its review date", find, of_today=True)
