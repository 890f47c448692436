"""What a verb says in figures and in order: ceilings, gaps, windows and published ranges one step
up and down, the level that is concluded, the order of steps, towards which end a result tends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from poise.mutation.edits import Edit
from poise.mutation.steps import lengths, levels, numbers, scalar
from poise.mutation.written import Path, WrittenRule, verbs
from poise.placed import Listing, at
from poise.problems import At
from poise.reading.scalars import number
from poise.vocabulary import Grade

TOWARDS = {"shorter": "longer", "longer": "shorter"}
COUNTED = {"areas": "items", "items": "areas"}
MOST = 1e12


def edits(written: WrittenRule) -> Iterator[Edit]:
    for word, path in verbs(written):
        make = _BY_VERB.get(word)
        value = written.at(path)
        if make is not None and isinstance(value, dict):
            yield from make(written, value, path)


def _conclude(written: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    for finding, level in value.items():
        kind = written.vocabulary.kind(finding)
        if isinstance(kind, Grade) and isinstance(level, str):
            # The lowest level means that there is nothing to conclude.
            yield from (
                one
                for one in levels(level, (*path, finding), kind.scale.levels)
                if one.becomes != kind.scale.levels[0]
            )


def _defer(_: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    if isinstance(value.get("until"), dict):
        yield from lengths(value["until"]["gap"], (*path, "until", "gap"))


def _ceiling(_: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    if number(value["at_most"]) is not None:
        yield from numbers(value["at_most"], (*path, "at_most"), 0, MOST)
    if "within" in value:
        yield from lengths(value["within"], (*path, "within"))
    if "per" in value:
        yield Edit((*path, "per"), "counted together")


def _per_session(_: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    yield from numbers(value["at_most"], (*path, "at_most"), 1, MOST, 1)
    counted = value.get("unit", "items")
    if "unit" in value:
        other = COUNTED[counted]
        yield Edit((*path, "unit"), f"'{other}' for '{counted}'", scalar(other, counted))
    yield from _gap(value, path)


def _sequence(_: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    steps = value["order"]
    for first in range(len(steps) - 1):
        swapped = [*steps[:first], steps[first + 1], steps[first], *steps[first + 2 :]]
        how = f"steps {first + 1} and {first + 2} exchanged"
        yield Edit((*path, "order"), how, Listing.new(at(steps, At("")), swapped))
    yield from _gap(value, path)


def _gap(value: Any, path: Path) -> Iterator[Edit]:
    if "gap" in value:
        yield from lengths(value["gap"], (*path, "gap"))
        yield Edit((*path, "gap"), "without the gap")


def _lasts(_: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    if "months" in value:
        for end in ("from", "to"):
            yield from numbers(value["months"][end], (*path, "months", end), 0, MOST)
    if "towards" in value:
        other = TOWARDS[value["towards"]]
        yield Edit((*path, "towards"), f"towards '{other}'", scalar(other, value["towards"]))


def _review(_: WrittenRule, value: Any, path: Path) -> Iterator[Edit]:
    after = value["after"]
    if isinstance(after, str):
        yield from lengths(after, (*path, "after"))
        return
    for end in ("from", "to"):
        yield from lengths(after[end], (*path, "after", end))


_BY_VERB: dict[str, Callable[[WrittenRule, Any, Path], Iterator[Edit]]] = {
    "conclude": _conclude,
    "defer": _defer,
    "ceiling": _ceiling,
    "per_session": _per_session,
    "sequence": _sequence,
    "lasts": _lasts,
    "review": _review,
}
