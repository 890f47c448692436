"""Work in other processes, which find in place what was made before they began."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
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


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Work that is done while this process goes on with something else; ask for the result last,
    which raises what the work raised."""
    if not _forks():
        yield work
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()  # so that an end without an answer is seen
    try:
        yield lambda: _answered(ours, work)
    finally:
        process.kill()
        process.join()


def _answer(work: Callable[[], Any], to: Connection) -> None:
    _uninterrupted()
    try:
        answer = True, work()
    except Exception as error:  # whatever it is, whoever asks is told
        answer = False, error
    to.send(answer)


def _answered(by: Connection, work: Callable[[], Result]) -> Result:
    try:
        done, answer = by.recv()
    except EOFError:  # it was ended from outside: then the work is done here
        return work()
    if not done:
        raise answer
    result: Result = answer
    return result


def _uninterrupted() -> None:
    """What interrupts the command interrupts the process that waits, and that ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
    many = max(1, min(processes, len(items)))
    try:
        with context.Pool(many, _uninterrupted, maxtasksperchild=most) as pool:
            yield from pool.imap(_done, items)
    finally:
        _WORK.pop()


def _done(item: Any) -> Any:
    return _WORK[-1](item)
