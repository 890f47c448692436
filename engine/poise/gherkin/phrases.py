"""Phrases: how a step is written, read from the very line that documents it.

`PRODUCT is STATUS[ for the AREA]`: capitals are blanks to fill in, square brackets hold what may be
left out, and `(is|are)` gives words to choose from.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any, Literal, NamedTuple, TypeVar

import pytest_bdd
from pytest_bdd.parsers import StepParser

STORY = "poise_story"
OUTCOME = "poise_outcome"
"""The fixtures that steps hand on: what is recorded so far, and the plan drawn up from it."""

Function = TypeVar("Function", bound=Callable[..., object])
StepType = Literal["given", "when", "then"]


class Blank(NamedTuple):
    """A blank of a phrase: what may stand there, and how that is said."""

    pattern: str
    meaning: str


_WORDS = r'[^"]+?'
BLANKS: dict[str, Blank] = {
    "AMOUNT": Blank(r"\d+(?:\.\d+)? \S+", "an amount with its unit: `2 mL`"),
    "AREA": Blank(
        r'(?:(?! until | because )[^"])+?', "an area, or a group of areas, by id or label"
    ),
    "DATE": Blank(r"\d{4}-\d{2}-\d{2}", "a day: `2026-11-22`"),
    "FACT": Blank(
        _WORDS,
        "a fact by id or label; where it is recorded per side or area, with `on the left`, "
        "`on both sides` or `of the AREA` after it",
    ),
    "FILE": Blank(
        r'[^"]+',
        "a file, looked for in the feature's folder and the folders above it, there also in "
        "`assessments/` and `examples/assessments/`",
    ),
    "FINDING": Blank(_WORDS, "a finding by id or label, with its side or area after it"),
    "GOAL": Blank(r'[^"]+', "a goal by id or label"),
    "GOALS": Blank(_WORDS, "goals by id or label, the foremost first, with commas or `and`"),
    "LABEL": Blank(
        "labelled|off-label|not approved|of unknown label status",
        "`labelled`, `off-label`, `not approved` or `of unknown label status`",
    ),
    "LENGTH": Blank(r"\d+ (?:day|week|month|year)s?", "a length of time: `2 weeks`"),
    "MEASURE": Blank(_WORDS, "a measure by id or label, with its side or area after it"),
    "MONTHS": Blank(r"\d+(?:\.\d+)?", "a number of months"),
    "NAMES": Blank(r'[^"]+?', "ids or statements of the source registry, with commas or `and`"),
    "NUMBER": Blank(r"\d+", "a number"),
    "PRODUCT": Blank(
        r'(?!nothing\b|the request\b|the result\b)[^"]+?',
        "a class of products, a member or a group, by id or label; or `everything`",
    ),
    "RULE": Blank(r'"[^"]+"|[\w.]+', 'a rule by id, or by its title in quotes: `"Title of it"`'),
    "SIDE": Blank(r"left|right", "`left` or `right`"),
    "STANDS": Blank("met|not met|open", "`met`, `not met` or `open`"),
    "STATEMENT": Blank(r'[^"]+? (?:is|are) .+', "a fact, `is` or `are`, and its value"),
    "STATUS": Blank(
        r"(?:not )?(?:suggested(?: with caution| without caution)?|discouraged|on hold|deferred"
        r"|excluded|on the plan)",
        "`suggested` (which may be `with caution` or `without caution`), `discouraged`, "
        "`on hold`, `deferred`, `excluded` or `on the plan`; or `not` before one of them",
    ),
    "TENDENCY": Blank(
        "longer|shorter|both ends|neither end", "`longer`, `shorter`, `both ends` or `neither end`"
    ),
    "TEXT": Blank(r'[^"]*', "words that stand there, in capitals or not"),
    "TREATMENT": Blank(_WORDS, "`PRODUCT for the AREA`"),
    "URGENCY": Blank(r"urgently|soon|routinely", "`urgently`, `soon` or `routinely`"),
    "VALUE": Blank(
        r'[^"]+?|"[^"]*"|.*[\[{].*',
        "an answer as in an assessment, its names with spaces or underscores: `very wet`, "
        "`{both: double}`, `[a, b]`; or `not known`",
    ),
    "WHEN": Blank(
        r"\d+ (?:day|week|month|year)s? ago|on \d{4}-\d{2}-\d{2}|in \d{4}(?:-\d{2})?"
        r"|at an unknown date",
        "`3 months ago`, `on 2026-05-01`, `in 2026-05`, `in 2009`, or `at an unknown date`",
    ),
    "WHO": Blank(_WORDS, "who it is, in any words"),
}
_PART = re.compile(r"\[|\]|\([^()]*\|[^()]*\)|[A-Z]{2,}\d?|.")


@functools.cache
def pattern(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase, with a named group for each blank."""
    parts = []
    for part in _PART.findall(phrase):
        if part in "[]":
            parts.append("(?:" if part == "[" else ")?")
        elif part[0] == "(" and "|" in part:
            parts.append(f"(?:{'|'.join(re.escape(one) for one in part[1:-1].split('|'))})")
        elif part.rstrip("0123456789") in BLANKS and len(part) > 1:
            blank = BLANKS[part.rstrip("0123456789")]
            parts.append(f"(?P<{part.lower()}>{blank.pattern})")
        else:
            parts.append(re.escape(part))
    return re.compile("".join(parts))


class Phrase(StepParser):
    """A phrase as pytest-bdd wants it; a blank that is left out is read as empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pattern = pattern(name)

    def is_matching(self, name: str) -> bool:
        return self._pattern.fullmatch(name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        match = self._pattern.fullmatch(name)
        return None if match is None else match.groupdict(default="")


class StepEntry(NamedTuple):
    """A step as it is documented."""

    type: StepType
    phrases: tuple[str, ...]
    text: str


def given(phrase: str) -> Callable[[Function], Function]:
    """A step that adds to what is recorded; its function returns the story as it then stands."""
    return _step("given", phrase, STORY)


def when(phrase: str) -> Callable[[Function], Function]:
    """A step that draws up a plan; its function returns the outcome."""
    return _step("when", phrase, OUTCOME)


def then(phrase: str) -> Callable[[Function], Function]:
    """A step that the plan must meet."""
    return _step("then", phrase, None)


def _step(kind: StepType, phrase: str, target: str | None) -> Callable[[Function], Function]:
    def mark(function: Function) -> Function:
        register = pytest_bdd.step(Phrase(phrase), kind, target_fixture=target, stacklevel=2)
        earlier: tuple[tuple[StepType, str], ...] = getattr(function, "phrases", ())
        function.phrases = ((kind, phrase), *earlier)  # type: ignore[attr-defined]
        register(function)
        return function

    return mark


def entries(module: ModuleType) -> tuple[StepEntry, ...]:
    """The steps that a module defines, in its order."""
    found = []
    for function in vars(module).values():
        phrases = getattr(function, "phrases", ())
        if phrases and function.__module__ == module.__name__:
            text = " ".join((function.__doc__ or "").split())
            found.append(StepEntry(phrases[0][0], tuple(one for _, one in phrases), text))
    return tuple(found)
