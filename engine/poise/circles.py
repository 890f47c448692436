"""Names that depend on each other in a circle, and an order where they do not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

Name = TypeVar("Name", str, tuple[str, str])


def first_circle(reads: Mapping[Name, Collection[Name]]) -> tuple[Name, ...] | None:
    """A circle, as a path that ends where it began; the same one in every run.

    `reads` tells what each name depends on. The path begins at the circle's first name in order,
    and each name on it depends on the next.
    """
    try:
        _sorter(reads).prepare()
    except CycleError as error:
        found: list[Name] = error.args[1]
        return _from_first(tuple(reversed(found[1:])))
    return None


def _from_first(circle: tuple[Name, ...]) -> tuple[Name, ...]:
    start = circle.index(min(circle))
    return circle[start:] + circle[: start + 1]


def circles(reads: Mapping[Name, Collection[Name]]) -> Iterator[tuple[Name, ...]]:
    """Circles that share no name, until none is left."""
    left = {name: set(others) for name, others in reads.items()}
    while (path := first_circle(left)) is not None:
        yield path
        left = {name: others - set(path) for name, others in left.items() if name not in path}


def in_order(reads: Mapping[Name, Collection[Name]]) -> tuple[Name, ...]:
    """All names, each after those that it depends on."""
    return tuple(_sorter(reads).static_order())


def _sorter(reads: Mapping[Name, Collection[Name]]) -> TopologicalSorter[Name]:
    sorter: TopologicalSorter[Name] = TopologicalSorter()
    for name in sorted(reads):
        sorter.add(name, *sorted(reads[name]))
    return sorter
