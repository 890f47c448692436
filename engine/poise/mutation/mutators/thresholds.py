"""Thresholds moved to either side: one level of a grade, one step of a number, one of a count, one
day, week, month or year of a window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poise.mutation.edits import Edit
from poise.mutation.steps import lengths, levels, numbers
from poise.mutation.written import Path, Tested, WrittenRule, conditions, selected
from poise.reading.operands import BOUNDS, WINDOWS
from poise.vocabulary import Grade, Kind, Number


def edits(written: WrittenRule) -> Iterator[Edit]:
    found = conditions(written)
    for path in found.combined:
        if path[-1] == "of":
            yield from _count(written, path[:-1])
    for one in (*found.tests, *(one for one in selected(written) if isinstance(one, Tested))):
        yield from _test(written.at(one.path), one.path, one.kind)


def _count(written: WrittenRule, path: Path) -> Iterator[Edit]:
    value = written.at(path)
    most = len(value["of"])
    yield from numbers(value["at_least"], (*path, "at_least"), 1, most, 1)


def _test(value: Any, path: Path, kind: Kind) -> Iterator[Edit]:
    if isinstance(value, str) and isinstance(kind, Grade):
        yield from levels(value, path, kind.scale.levels)
    if not isinstance(value, dict):
        return
    for operator, inner in value.items():
        here = (*path, operator)
        if operator == "not":
            yield from _test(inner, here, kind)
        elif operator in WINDOWS:
            yield from lengths(inner, here)
        elif operator == "count":
            for bound, figure in inner.items():
                yield from numbers(figure, (*here, bound), 0, float("inf"), 1)
        elif operator in BOUNDS and isinstance(kind, Grade):
            yield from levels(inner, here, kind.scale.levels)
        elif operator in BOUNDS and isinstance(kind, Number):
            yield from numbers(inner, here, kind.low, kind.high)
