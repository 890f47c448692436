"""Selectors widened and narrowed: a line dropped, a name of a list dropped, a name exchanged for
the one above it or the first below it, and `is not` for `is`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poise.mutation.edits import Edit
from poise.mutation.steps import scalar
from poise.mutation.written import Named, Path, WrittenRule, selected, selectors
from poise.placed import Block, at
from poise.problems import At
from poise.reading.spaces import Space


def edits(written: WrittenRule) -> Iterator[Edit]:
    for path in selectors(written):
        lines = written.at(path)
        if len(lines) > 1:
            yield from (Edit((*path, key), "acts on more: without this line") for key in lines)
        elif "order" not in path:
            yield Edit(path, "acts on everything", scalar("everything", lines))
    for one in selected(written):
        if isinstance(one, Named):
            yield from _names(written.at(one.path), one.path, one.space)


def _names(value: Any, path: Path, space: Space) -> Iterator[Edit]:
    if isinstance(value, dict):
        yield Edit(path, "'is' for 'is not'", value["not"])
        yield from _names(value["not"], (*path, "not"), space)
        return
    if value == "any":
        return
    words = value if isinstance(value, list) else [value]
    for number, word in enumerate(words):
        here = (*path, number) if isinstance(value, list) else path
        if len(words) > 1:
            yield Edit(here, f"without '{word}'")
        yield from _near(word, here, space)
    if len(words) == 1 and path[-1] == "side":
        denied = Block.new(at(value, At("")))
        denied["not"] = value
        yield Edit(path, "the other side", denied)


def _near(word: str, path: Path, space: Space) -> Iterator[Edit]:
    """The narrowest name that stands for more, and the first that stands for less."""
    mine = space.meaning(word)
    above = sorted(
        (len(space.meaning(one)), one) for one in space.names if mine < space.meaning(one)
    )
    if above:
        wider = above[0][1]
        yield Edit(path, f"'{wider}', which stands for more", scalar(wider, word))
    narrower = next((one for one in space.names if space.meaning(one) < mine), None)
    if narrower:
        yield Edit(path, f"'{narrower}', which stands for less", scalar(narrower, word))
