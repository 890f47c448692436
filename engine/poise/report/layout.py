"""Lines of a report: indented text in styled pieces, put on paper or on a terminal.

Plain output is wrapped by the standard library alone: a piped plan neither loads nor needs rich.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

Piece = tuple[str, str]
"""Text, and the name of its style."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph; what does not fit on a line goes on below, a little further in."""

    pieces: tuple[Piece, ...]
    indent: int = 0
    hang: int = 0

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def row(text: str = "", style: str = "", indent: int = 0, hang: int = 0) -> Row:
    """A paragraph in one style."""
    return Row(((text, style),), indent, hang)


def plain_text(rows: Iterable[Row], width: int = 100) -> str:
    """All rows as plain text."""
    return "\n".join(_wrapped(one, width) for one in rows)


def _wrapped(one: Row, width: int) -> str:
    first = " " * one.indent
    return textwrap.fill(
        one.text,
        width,
        initial_indent=first,
        subsequent_indent=first + " " * one.hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def print_styled(rows: Iterable[Row]) -> None:
    """All rows on the terminal, in colour."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False, emoji=False, markup=False)
    for one in rows:
        text = Text()
        for piece, style in one.pieces:
            text.append(piece, style=style)
        console.print(Padding(text, (0, 0, 0, one.indent), expand=False) if one.indent else text)
