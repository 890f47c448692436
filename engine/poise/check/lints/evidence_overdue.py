"""Avoid: advice that rests on a source whose check is overdue.

    L6: {title: A label, kind: label, check_by: 2025-01-01}

Prefer: look at the source again, and move the date.

    L6: {title: A label, kind: label, check_by: 2027-01-01}

Why: what is published changes. The message names the rules that rest on the source, so that
one sees what may have become wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.reads import citing


def find(survey: Survey) -> Iterator[Breach]:
    resting = citing(survey.contents)
    for name, source in survey.contents.sources.items():
        if source.check_by is None or source.check_by >= survey.day or not resting[name]:
            continue
        yield Breach(
            name,
            f"'{name}' was to be checked by {source.check_by}; on it rest {_told(resting[name])}",
            "check the source again, then move its 'check_by'",
        )


def _told(names: list[str]) -> str:
    distinct = list(dict.fromkeys(names))
    more = f" and {len(distinct) - 4} more" if len(distinct) > 4 else ""
    return ", ".join(f"'{one}'" for one in distinct[:4]) + more


LINT = Lint("evidence-overdue", "a source is past its check date", find, of_today=True)
