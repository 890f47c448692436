"""Names that depend on each other in a circle, and an order where they do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter


def first_circle(reads: Mapping[str, Collection[str]]) -> tuple[str, ...] | None:
    """A circle, as a path that ends where it began; the same one in every run.

    `reads` tells what each name depends on. The path begins at the circle's first name in order,
    and each name on it depends on the next.
    """
    try:
        _sorter(reads).prepare()
    except CycleError as error:
        circle = tuple(reversed(error.args[1][1:]))
        start = circle.index(min(circle))
        return (*circle[start:], *circle[: start + 1])
    return None


def in_order(reads: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """All names, each after those that it depends on."""
    return tuple(_sorter(reads).static_order())


def _sorter(reads: Mapping[str, Collection[str]]) -> TopologicalSorter[str]:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name in sorted(reads):
        sorter.add(name, *sorted(reads[name]))
    return sorter
