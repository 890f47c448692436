"""The kinds of change that are tried, one module each.

Each is a small slip that an author could make and a reviewer overlook, in something that decides
a plan. What is only said (titles, texts, reasons, evidence, strength, dates of review) is not
changed: another wording is for readers to judge, and scenarios need not pin it down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poise.mutation.edits import Edit
from poise.mutation.mutators import (
    connectives,
    figures,
    lines,
    selectors,
    strictness,
    thresholds,
    values,
    verbs,
)
from poise.mutation.written import WrittenRule

Mutator = Callable[[WrittenRule], Iterator[Edit]]

MUTATORS: tuple[tuple[str, Mutator], ...] = (
    ("threshold", thresholds.edits),
    ("strictness", strictness.edits),
    ("value", values.edits),
    ("connective", connectives.edits),
    ("line", lines.edits),
    ("verb", verbs.edits),
    ("figure", figures.edits),
    ("selector", selectors.edits),
)
"""Each kind of mutant by name, with what makes them of a rule."""
