"""What things may be called, so that rules, assessments and formulas can speak of them."""

from __future__ import annotations

import re

from poise.problems import At, Collector
from poise.reading.scalars import quoted
from poise.vocabulary import SIDES

_WORD = re.compile(r"[^\W\d_][\w-]*")
_VALUE = re.compile(r"\w[\w-]*")
_DOTTED = re.compile(r"[^\W\d_]\w*(\.\w+)+")
_ID = re.compile(r"[^@#\s]([^@#\n]*[^@#\s])?")
_IN_TESTS = frozenset({"any", "here", "known", "not"})
_ANYWHERE = _IN_TESTS | {"all", "both", "each", "elsewhere", "everything", "unknown", *SIDES}


def check_word(name: str, noun: str, place: At, problems: Collector) -> None:
    """The name of an area, a product, a goal, a group or a field."""
    if name in _ANYWHERE:
        _refuse_reserved(name, noun, place, problems)
    elif not _WORD.fullmatch(name):
        hint = "begin with a letter; letters, digits, '_' and '-' may follow"
        _refuse(name, noun, place, problems, hint)


def check_value(name: str, noun: str, place: At, problems: Collector) -> None:
    """A level of a scale, or a choice."""
    if name in _IN_TESTS:
        _refuse_reserved(name, noun, place, problems)
    elif not _VALUE.fullmatch(name):
        _refuse(name, noun, place, problems, "use letters, digits, '_' and '-', without spaces")


def check_dotted(name: str, noun: str, place: At, problems: Collector) -> None:
    """The name of a fact, a measure or a finding."""
    if not _DOTTED.fullmatch(name):
        _refuse(name, noun, place, problems, "write it as 'group.name': letters, digits and '_'")


def check_id(name: str, noun: str, place: At, problems: Collector) -> None:
    """The id of a rule, to which places and lines are added with '@' and '#'."""
    if not _ID.fullmatch(name):
        _refuse(name, noun, place, problems, "leave out '@' and '#'; hyphens and dots are welcome")


def _refuse(name: str, noun: str, place: At, problems: Collector, hint: str) -> None:
    problems.error(place, "bad-name", f"{noun} cannot be called {quoted(name)}", hint)


def _refuse_reserved(name: str, noun: str, place: At, problems: Collector) -> None:
    problems.error(
        place,
        "bad-name",
        f"{noun} cannot be called '{name}', which means something by itself",
        "choose another word",
    )
