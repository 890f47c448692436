"""Work shared among processes, which find in place what was made before they began."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORK: list[Callable[[Any], Any]] = []


def shared(
    work: Callable[[Item], Result], items: Sequence[Item], processes: int
) -> Iterator[Result]:
    """The results in the order of the items, which are small; what the work holds is not sent."""
    alone = processes < 2 or len(items) < 2
    return map(work, items) if alone or not _forks() else _forked(work, items, processes, None)


def apart(
    work: Callable[[Item], Result], items: Sequence[Item], processes: int
) -> Iterator[Result]:
    """The same, each item in a process of its own: what was done before changes no result."""
    return _forked(work, items, processes, 1) if _forks() else map(work, items)


def _forks() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _forked(
    work: Callable[[Any], Result], items: Sequence[Any], processes: int, most: int | None
) -> Iterator[Result]:
    """On so many processes, each of which does at most so many items."""
    if not items:
        return
    _WORK.append(work)
    context = multiprocessing.get_context("fork")
    try:
        with context.Pool(max(1, min(processes, len(items))), maxtasksperchild=most) as pool:
            yield from pool.imap(_done, items)
    finally:
        _WORK.pop()


def _done(item: Any) -> Any:
    return _WORK[-1](item)
