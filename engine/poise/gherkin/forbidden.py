"""What no plan of a pack may say: a file of patterns, kept beside its features."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from poise.gherkin.failures import StepError

COMMENT = "#"


def forbidden_patterns(path: Path) -> tuple[re.Pattern[str], ...]:
    """The patterns of a file, one a line; capitals make no difference, and a line that begins with
    `#` says why. Fails where a line cannot be read, or where the file forbids nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = tuple(
        _pattern(line.strip(), f"{path.name}, line {number}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith(COMMENT)
    )
    if not found:
        raise StepError(f"'{path.name}' forbids nothing: write a pattern on a line of its own")
    return found


def said_against(patterns: Iterable[re.Pattern[str]], texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that a pattern forbids, once each."""
    known = tuple(patterns)
    return tuple(dict.fromkeys(text for text in texts if any(one.search(text) for one in known)))


def _pattern(written: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(written, re.IGNORECASE)
    except re.error as error:
        raise StepError(f"{where}: '{written}' is no pattern: {error}") from None
