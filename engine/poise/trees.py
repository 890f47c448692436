"""Questions about a condition tree that several readers ask."""

from __future__ import annotations

from collections.abc import Iterator

from poise.conditions import (
    AllOf,
    Among,
    AnyOf,
    AtLeast,
    Bounds,
    Condition,
    Line,
    NoneOf,
    Sided,
    Test,
    Undetermined,
)
from poise.vocabulary import Grade, Vocabulary


def lines(condition: Condition) -> Iterator[Line]:
    """Every line of a condition, in order."""
    match condition:
        case Line():
            yield condition
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            for item in items:
                yield from lines(item)
        case Sided(_, inner):
            yield from lines(inner)
        case Undetermined():
            return


def facts_read(condition: Condition) -> tuple[str, ...]:
    """The names that a condition reads, in the order of their first use."""
    return tuple(dict.fromkeys(line.fact for line in lines(condition)))


def disjoint(one: Condition, other: Condition, vocabulary: Vocabulary) -> bool:
    """Whether two conjunctions of lines can be told apart by a fact that both test.

    Sound, not complete: conditions of another shape count as overlapping.
    """
    left, right = _conjunction(one), _conjunction(other)
    return any(
        mine.fact == theirs.fact and _apart(mine.test, theirs.test, vocabulary, mine.fact)
        for mine in left
        for theirs in right
    )


def _conjunction(condition: Condition) -> tuple[Line, ...]:
    match condition:
        case Line():
            return (condition,)
        case AllOf(items) if all(isinstance(item, Line) for item in items):
            return tuple(item for item in items if isinstance(item, Line))
    return ()


def _apart(one: Test, other: Test, vocabulary: Vocabulary, fact: str) -> bool:
    kind = vocabulary.kind(fact)
    if isinstance(kind, Grade):
        levels = range(len(kind.scale.levels))
        return not _levels(one, kind, levels) & _levels(other, kind, levels)
    if isinstance(one, Among) and isinstance(other, Among):
        return not one.values & other.values
    if isinstance(one, Bounds) and isinstance(other, Bounds):
        return _below(one, other) or _below(other, one)
    return False


def _levels(test: Test, kind: Grade, levels: range) -> set[int]:
    match test:
        case Among(values):
            return {index for index in levels if kind.scale.levels[index] in values}
        case Bounds():
            return {index for index in levels if within(index, test)}
    return set(levels)


def within(value: float, bounds: Bounds) -> bool:
    """Whether a value lies within bounds."""
    return (
        (bounds.at_least is None or value >= bounds.at_least)
        and (bounds.at_most is None or value <= bounds.at_most)
        and (bounds.above is None or value > bounds.above)
        and (bounds.below is None or value < bounds.below)
    )


def _below(lower: Bounds, upper: Bounds) -> bool:
    """Whether every value within `lower` lies below every value within `upper`."""
    for high, high_open in ((lower.at_most, False), (lower.below, True)):
        for low, low_open in ((upper.at_least, False), (upper.above, True)):
            if high is None or low is None:
                continue
            if high < low or (high == low and (high_open or low_open)):
                return True
    return False


Path = tuple[int, ...]
"""The way from a condition to a part of it, by the number of the item at each step."""


def parts(condition: Condition, path: Path = ()) -> Iterator[tuple[Path, Condition]]:
    """A condition and every part of it, each with the way to it."""
    yield path, condition
    for number, item in enumerate(_items(condition)):
        yield from parts(item, (*path, number))


def replaced(condition: Condition, path: Path, by: Condition) -> Condition:
    """The same condition with another in the place of one of its parts."""
    if not path:
        return by
    first, *rest = path
    items = list(_items(condition))
    items[first] = replaced(items[first], tuple(rest), by)
    match condition:
        case AtLeast(count):
            return AtLeast(count, tuple(items))
        case Sided(mode):
            return Sided(mode, items[0])
        case AllOf() | AnyOf() | NoneOf():
            return type(condition)(tuple(items))
    raise IndexError(path)


def _items(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            return items
        case Sided(_, inner):
            return (inner,)
    return ()
