"""The neighbours of what is written: of a level, a number, a length of time, a word of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poise.mutation.edits import Edit
from poise.mutation.written import Path
from poise.placed import Scalar, at
from poise.problems import At
from poise.reading.scalars import duration


def scalar(text: str, like: str) -> Scalar:
    """Another word in the place of one."""
    return Scalar.new(text, at(like, At("")))


def levels(written: str, path: Path, known: Sequence[str]) -> Iterator[Edit]:
    """The level below and the level above."""
    index = known.index(written) if written in known else len(known) + 1  # such as `known`
    for there, how in ((index - 1, "one level lower"), (index + 1, "one level higher")):
        if 0 <= there < len(known):
            yield Edit(path, how, scalar(known[there], written))


def numbers(
    written: str, path: Path, low: float, high: float, step: float | None = None
) -> Iterator[Edit]:
    """The number one step lower and one step higher, within the range."""
    decimals = len(written.partition(".")[2]) if step is None else 0
    distance = 10**-decimals if step is None else step
    for sign, how in ((-1, "one step lower"), (1, "one step higher")):
        moved = round(float(written) + sign * distance, decimals)
        if low <= moved <= high:
            yield Edit(path, how, scalar(f"{moved:.{decimals}f}", written))


def lengths(written: str, path: Path) -> Iterator[Edit]:
    """The length of time shorter and longer by one of its own units."""
    read = duration(written)
    assert read is not None
    unit = read.unit.rstrip("s")
    for count, how in (
        (read.count - 1, f"one {unit} shorter"),
        (read.count + 1, f"one {unit} longer"),
    ):
        if count > 0:
            yield Edit(path, how, scalar(f"{count} {unit}{'' if count == 1 else 's'}", written))
