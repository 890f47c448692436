"""How many cases are tried, and how a failing one is named.

`POISE_CASES=5000` tries so many packs in every test instead of a few, `POISE_CASES=5000-6000`
those of these seeds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


def seeds(quick: int) -> range:
    """The seeds of the packs that a test tries."""
    first, _, last = os.environ.get("POISE_CASES", str(quick)).rpartition("-")
    return range(int(first or 0), int(last))


@contextmanager
def told(*where: object) -> Iterator[None]:
    """Adds to a failure which case it was."""
    try:
        yield
    except Exception as error:
        error.add_note(f"in case {', '.join(map(str, where))}")
        raise
