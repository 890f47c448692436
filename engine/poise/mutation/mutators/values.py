"""Sets of answers: `yes` for `no`, a list that loses one of its words or gains a neighbour, a name
exchanged for the one above it or the first below it, and `is not` for `is`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poise.mutation.edits import Edit
from poise.mutation.steps import scalar
from poise.mutation.written import Path, Tested, WrittenRule, conditions, selected
from poise.placed import Block, Listing, at
from poise.problems import At
from poise.vocabulary import Choice, Choices, Grade, Kind, YesNo

YES_NO = {"yes": "no", "no": "yes"}


def edits(written: WrittenRule) -> Iterator[Edit]:
    tested = (*conditions(written).tests, *(o for o in selected(written) if isinstance(o, Tested)))
    for one in tested:
        yield from _test(written.at(one.path), one.path, one.kind)


def _test(value: Any, path: Path, kind: Kind) -> Iterator[Edit]:
    if value == "known" and "known" not in _options(kind):
        return
    if isinstance(value, dict):
        if "not" in value:
            yield Edit(path, "'is' for 'is not'", value["not"])
            if not isinstance(kind, YesNo):
                yield from _test(value["not"], (*path, "not"), kind)
        elif "includes" in value and value["includes"] != "any":
            yield _negated(value, path)
            yield from _words(value["includes"], (*path, "includes"), kind)
        return
    if isinstance(kind, YesNo):
        yield Edit(path, f"'{YES_NO[value]}' for '{value}'", scalar(YES_NO[value], value))
    else:
        yield _negated(value, path)
        yield from _words(value, path, kind)


def _negated(value: Any, path: Path) -> Edit:
    denied = Block.new(at(value, At("")))
    denied["not"] = value
    return Edit(path, "'is not' for 'is'", denied)


def _words(value: Any, path: Path, kind: Kind) -> Iterator[Edit]:
    if isinstance(kind, Grade) and isinstance(value, str):
        return  # its neighbours are the threshold moved
    words = value if isinstance(value, list) else [value]
    if len(words) > 1:
        for number, word in enumerate(words):
            yield Edit((*path, number), f"without '{word}'")
    if isinstance(kind, Choice | Choices):
        for number, word in enumerate(words):
            here = (*path, number) if isinstance(value, list) else path
            yield from _near(word, here, kind)
    gained = _neighbour(words, kind)
    if gained:
        more = Listing.new(at(value, At("")), [*words, scalar(gained, words[-1])])
        yield Edit(path, f"also '{gained}'", more)


def _near(word: str, path: Path, kind: Choice | Choices) -> Iterator[Edit]:
    """The narrowest name above a word, and the first below it."""
    mine = kind.meaning(word)
    above = sorted(
        (len(kind.meaning(one)), one)
        for one in kind.below
        if one != word and mine < kind.meaning(one)
    )
    if above:
        yield Edit(path, f"'{above[0][1]}', which stands for more", scalar(above[0][1], word))
    below = next((one for one in kind.options if one != word and kind.meaning(one) < mine), None)
    if below:
        yield Edit(path, f"'{below}', which stands for less", scalar(below, word))


def _neighbour(words: list[str], kind: Kind) -> str | None:
    """The word declared next to those of a list, which they do not stand for yet."""
    options = _options(kind)
    covered = set(words)
    if isinstance(kind, Choice | Choices):
        covered = {one for word in words for one in (word, *kind.meaning(word))}
    last = max((options.index(word) for word in words if word in options), default=-1)
    order = [*options[last + 1 :], *reversed(options[: last + 1])]
    overlapping = isinstance(kind, Choice | Choices)
    return next(
        (
            one
            for one in order
            if one not in covered and not (overlapping and kind.meaning(one) & covered)  # type: ignore[union-attr]
        ),
        None,
    )


def _options(kind: Kind) -> tuple[str, ...]:
    match kind:
        case Grade(scale):
            return scale.levels
        case Choice(options=options) | Choices(options=options):
            return options
    return ()
