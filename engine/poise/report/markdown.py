"""The plan as Markdown, for a record or a message."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

from poise.plan import Plan
from poise.report import words
from poise.wording import plain

_MARK = re.compile(r"[\\`*_\[\]<>|~&]")
_OPENING = re.compile(r"^(?P<number>[0-9]*)(?P<mark>(?<![0-9])[#+=-]|(?<=[0-9])[.)](?=\s|$))")
"""What begins a heading, a list or a rule, where a line begins with it."""


def markdown(plan: Plan, title: str = "") -> str:
    """A plan as one Markdown document."""
    return str(_template().render(plan=plan, title=title, words=words)).rstrip() + "\n"


@functools.cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - it is Markdown; what could break it is escaped by `text`
    )
    environment.filters["plain"] = plain
    environment.filters["text"] = escaped
    return environment.get_template("plan.md.j2")


def escaped(words: str) -> str:
    """Text in which nothing is taken for markup, wherever it stands."""
    text = _MARK.sub(r"\\\g<0>", " ".join(words.split()))
    return _OPENING.sub(r"\g<number>\\\g<mark>", text)
