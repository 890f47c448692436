"""What went wrong where a file is not YAML, in the words of somebody who wrote a rule.

A parser tells what it expected; its author wants to know which bracket, quote, tab or colon it
was. What is not recognised is told as it comes.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from poise.problems import At

BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_PAIRS = {"[": "]", "{": "}"}


class Mark(NamedTuple):
    """A place, counted from 0 as the parser counts."""

    line: int
    column: int


class Told(NamedTuple):
    """One mistake in words; `mark` is where to look."""

    mark: Any
    message: str
    hint: str


def told(error: Any, text: str, name: str) -> tuple[At, str, str]:
    """Where the file cannot be read on, why, and what to do."""
    lines = BREAK.split(text)
    found = _recognised(error, lines)
    mark = found.mark
    place = At(name, mark.line + 1, mark.column + 1) if mark else At(name, 1, 1)
    tab = _tab(lines, mark)
    if tab is not None:
        return At(name, mark.line + 1, tab + 1), "a tab stands here", "indent with spaces"
    return place, found.message, found.hint


def _tab(lines: list[str], mark: Any) -> int | None:
    """The column of a tab that stands in the indentation, or where the parser stopped."""
    line = _line(lines, mark)
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return indentation.index("\t")
    return mark.column if mark and line[mark.column : mark.column + 1] == "\t" else None


def _line(lines: list[str], mark: Any) -> str:
    return lines[mark.line] if mark and mark.line < len(lines) else ""


_SAID = {
    "escape": (
        "text in double quotes knows no such escape",
        "write \\\\ for a backslash, or put the text in single quotes",
    ),
    "block scalar": (
        "nothing may follow '>' or '|' in the same line",
        "begin the text in the next line, or quote text that begins with '>'",
    ),
    "sequence entries are not allowed": (
        "'- ' begins a list, which cannot stand behind something else",
        "quote the text, or begin the list in a line of its own",
    ),
    "node content": (
        "something is missing before this",
        "look for a bracket that is not closed, or a comma too many",
    ),
}
"""What the parser says in so many words, and what that means wherever it is said."""


def _recognised(error: Any, lines: list[str]) -> Told:
    problem, context = error.problem or "", error.context or ""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    if ("flow sequence" in context or "flow mapping" in context) and opened:
        return _bracket(mark, opened, lines)
    if "quoted scalar" in context and "end of stream" in problem:
        return Told(opened, "the quote that opens here is never closed", "close it")
    if "cannot start any token" in problem or "alias" in context or "anchor" in context:
        mark = opened or mark
        sign = _line(lines, mark)[mark.column : mark.column + 1] if mark else ""
        return Told(mark, f"'{sign}' cannot begin a text", "quote the text")
    if "mapping values are not allowed" in problem:
        return _colon(mark, lines)
    if "expected ':'" in problem:
        return _no_colon(opened or mark, _line(lines, opened or mark))
    for words, (message, hint) in _SAID.items():
        if words in f"{context}, {problem}":
            return Told(mark, message, hint)
    if "block" in context:
        return _misplaced(mark, lines)
    return Told(
        mark,
        "the file cannot be read on from here",
        "look for a missing quote, bracket or colon; quote text that holds ': '",
    )


def _bracket(mark: Any, opened: Any, lines: list[str]) -> Told:
    sign = _line(lines, opened)[opened.column : opened.column + 1]
    closing = _PAIRS.get(sign, "bracket")
    whole = lines[0].lstrip()[:1] in _PAIRS  # a JSON file: its first bracket spans it all
    ended = mark.line >= len(lines) or not any(line.strip() for line in lines[mark.line :])
    if ended or (mark.line > opened.line and not whole):
        return Told(
            opened, f"the '{sign}' that opens here is not closed", f"close it with '{closing}'"
        )
    return Told(
        mark,
        f"a ',' or '{closing}' is missing before this",
        f"the '{sign}' opens in line {opened.line + 1}, column {opened.column + 1}; quote text "
        "that holds a bracket, a comma or ': '",
    )


def _colon(mark: Any, lines: list[str]) -> Told:
    line = _line(lines, mark)
    before = line[: mark.column]
    if ": " in before:
        return Told(mark, "a second ': ' stands in this line", "quote text that holds ': '")
    above = next((n for n in range(mark.line - 1, -1, -1) if lines[n].strip()), None)
    if above is not None:
        text = lines[above].lstrip(" -")
        if not re.search(r":( |$)", text):
            return _no_colon(Mark(above, len(lines[above]) - len(text)), text)
    start = Mark(mark.line, len(line) - len(line.lstrip(" -")))
    return Told(start, "this line is indented too far", "indent it like the line above")


def _no_colon(mark: Any, line: str) -> Told:
    hint = "write a space after ':'" if ":" in line else "write 'field: value'"
    return Told(mark, "this line has no ': '", f"{hint}, and indent text that goes on from above")


def _misplaced(mark: Any, lines: list[str]) -> Told:
    """Something that is no part of the list or the mapping in which it stands."""
    before = _line(lines, mark)[: mark.column] if mark else ""
    if before.strip():
        return Told(
            mark,
            "this cannot follow what stands before it in the line",
            "put the whole text in quotes of the other kind, or remove what is too much",
        )
    return Told(
        mark,
        "this line does not fit into the lines above it",
        "indent it like the lines that it belongs to; begin it with '- ' if they do",
    )
