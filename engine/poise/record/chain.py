"""The chain itself: each record's digest fits what it says, and names the record before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from poise.record.form import FIRST, Record, read_record, sha256

What = Literal["altered", "removed", "inserted", "reordered", "cut off", "damaged", "unguarded"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written."""

    what: What
    record: int | None
    """The record that is concerned; None for the store as a whole."""
    message: str
    beside: bool = False
    """Whether it is of what stands beside the record, not of the record itself."""

    def __str__(self) -> str:
        where = "the store" if self.record is None else f"record {self.record}"
        return f"{self.what}: {where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Link:
    """A record as it lies in the store."""

    place: int
    digest: str
    record: Record | None
    """What it says; None where its digest does not fit, or it says nothing that is known."""


Links = Callable[[], Iterable[Link]]
"""Gives the records by their place, as often as it is called."""


def read_link(place: int, digest: str, body: bytes) -> Link:
    if sha256(body) != digest:
        return Link(place, digest, None)
    try:
        return Link(place, digest, read_record(body))
    except (ValueError, TypeError, RecursionError):
        return Link(place, digest, None)


def check_chain(links: Links) -> Iterator[Fault]:
    """Every record that was altered, and the first one that is out of its place."""
    in_order = True
    for before, link, after in _threes(links()):
        if link.record is None:
            yield Fault("altered", link.place, "its digest does not fit what it says")
        if in_order:
            fault = _out_of_place(before, link, after, links)
            if fault is not None:
                in_order = False
                yield fault


def _threes(links: Iterable[Link]) -> Iterator[tuple[Link | None, Link, Link | None]]:
    """Each link between its neighbours."""
    before: Link | None = None
    here: Link | None = None
    for after in links:
        if here is not None:
            yield before, here, after
        before, here = here, after
    if here is not None:
        yield before, here, None


def _out_of_place(
    before: Link | None, link: Link, after: Link | None, links: Links
) -> Fault | None:
    due = 0 if before is None else before.place + 1
    if link.place < due:
        return Fault("inserted", link.place, "the first record is record 0")
    if link.place > due:
        last = link.place - 1
        told = "it is missing" if due == last else f"it and those up to record {last} are missing"
        return Fault("removed", due, told)
    if link.record is None:
        return None
    said = link.record.sequence
    if said > due:
        return _early(due, said, links)
    if said < due:
        return _late(before, link, after)
    return _unlinked(before, link, link.record, after)


def _early(due: int, said: int, links: Links) -> Fault:
    """A record stands before its place."""
    if any(one.record is not None and one.record.sequence == due for one in links()):
        return Fault("reordered", due, f"in its place stands record {said}")
    return Fault("removed", due, f"in its place stands record {said}, moved up")


def _late(before: Link | None, link: Link, after: Link | None) -> Fault:
    """A record stands after its place: something came in, before it or as it."""
    assert link.record is not None
    came_before = (
        before is not None
        and before.place == link.record.sequence
        and after is not None
        and after.record is not None
        and after.record.previous == link.digest
    )
    if came_before and before is not None:
        return Fault("inserted", before.place, "the record of that number stands after it")
    return Fault("inserted", link.place, f"it says that it is record {link.record.sequence}")


def _unlinked(before: Link | None, link: Link, record: Record, after: Link | None) -> Fault | None:
    """A record that does not name the one before it: one of both was written anew."""
    if before is None:
        if record.previous == FIRST:
            return None
        return Fault("altered", link.place, "it is the first, and names one before it")
    if before.record is None or record.previous == before.digest:
        return None
    if after is None:
        told = f"it, or record {link.place}, was written anew with a digest of its own"
        return Fault("altered", before.place, told)
    if after.record is not None and after.record.previous != link.digest:
        told = "it was written anew: neither neighbour fits it"
        return Fault("altered", link.place, told)
    told = f"it was written anew: record {link.place} names another digest"
    return Fault("altered", before.place, told)
