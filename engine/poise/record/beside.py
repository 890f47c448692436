"""What stands beside the chain: is it what the records commit to, and what was erased?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from poise.record.chain import Fault, Link
from poise.record.form import Record, sha256


@dataclass(frozen=True, slots=True)
class Erasure:
    """That parts of a record were erased, rightly: by whom, when and why."""

    record: int
    parts: tuple[str, ...]
    by: str
    time: str
    reason: str
    sequence: int
    """The record of the erasure."""

    def __str__(self) -> str:
        what, who = ", ".join(self.parts), self.by or "nobody named"
        where = f"record {self.record} ({what})"
        return f"erased: {where}, by {who} on {self.time}, {self.reason} (record {self.sequence})"


@dataclass(frozen=True, slots=True)
class Beside:
    """A payload as it lies in the store."""

    record: int
    part: str
    salt: bytes
    content: bytes

    @property
    def commitment(self) -> str:
        return sha256(self.salt + self.content)


Erased = Mapping[tuple[int, str], Erasure]


def erasures(records: Iterable[Record]) -> Erased:
    """What records of erasures say, by record and part."""
    found: dict[tuple[int, str], Erasure] = {}
    for record in records:
        listed = [(int(one["record"]), str(one["part"])) for one in record.said.get("erases", ())]
        reason = str(record.said.get("reason", ""))
        for number, group in groupby(sorted(listed), key=lambda one: one[0]):
            parts = tuple(part for _, part in group)
            made = Erasure(number, parts, record.role, record.time, reason, record.sequence)
            found |= {(number, part): made for part in parts}
    return found


def check_beside(
    links: Iterable[Link], payloads: Iterable[Beside], erased: Erased
) -> Iterator[Fault]:
    """Every payload that is not what its record commits to; both come by record."""
    groups = groupby(payloads, key=lambda one: one.record)
    waiting = next(groups, None)
    for link in links:
        while waiting is not None and waiting[0] < link.place:
            yield _stray(waiting[0])
            waiting = next(groups, None)
        own: dict[str, Beside] = {}
        if waiting is not None and waiting[0] == link.place:
            own = {one.part: one for one in waiting[1]}
            waiting = next(groups, None)
        if link.record is not None and link.record.sequence == link.place:
            yield from _parts(link.record, own, erased)
    while waiting is not None:
        yield _stray(waiting[0])
        waiting = next(groups, None)


def _stray(record: int) -> Fault:
    told = "something stands beside it, and there is no such record"
    return Fault("inserted", record, told, beside=True)


def _parts(record: Record, own: Mapping[str, Beside], erased: Erased) -> Iterator[Fault]:
    for part, commitment in sorted(record.parts.items()):
        found, gone = own.get(part), erased.get((record.sequence, part))
        if found is None and gone is None:
            told = f"its {part} is missing, and no record says that it was erased"
            yield Fault("removed", record.sequence, told, beside=True)
        elif found is not None and gone is not None:
            told = f"its {part} is there, though record {gone.sequence} says that it was erased"
            yield Fault("inserted", record.sequence, told, beside=True)
        elif found is not None and found.commitment != commitment:
            told = f"its {part} is not what was recorded"
            yield Fault("altered", record.sequence, told, beside=True)
    for part in sorted(set(own) - set(record.parts)):
        told = f"beside it stands '{part}', of which it says nothing"
        yield Fault("inserted", record.sequence, told, beside=True)


@dataclass(frozen=True, slots=True)
class Material:
    """A file of a pack or of a clinic, or a manifest of such files, as it lies in the store."""

    digest: str
    content: bytes


def check_material(named: Mapping[str, int], kept: Iterable[Material]) -> Iterator[Fault]:
    """Every file that is not what was kept; `named` gives the first record that names each."""
    users, seen, strays = dict(named), set[str](), list[str]()
    for one in sorted(kept, key=lambda one: one.digest not in named):
        seen.add(one.digest)
        if one.digest not in users:
            strays.append(one.digest)
        elif sha256(one.content) != one.digest:
            told = f"the file {one.digest[:12]} of its pack or clinic was changed"
            yield Fault("altered", users[one.digest], told, beside=True)
        elif one.digest in named:
            for digest in _files(one.content):
                users[digest] = min(users[one.digest], users.get(digest, users[one.digest]))
    for digest in sorted(set(users) - seen):
        told = f"the file {digest[:12]} of its pack or clinic is missing"
        yield Fault("removed", users[digest], told, beside=True)
    for digest in strays:
        if digest not in users:
            told = f"a file {digest[:12]} stands there that no record names"
            yield Fault("inserted", None, told, beside=True)


def _files(content: bytes) -> Iterator[str]:
    """The files that a manifest names; none for what is no manifest."""
    try:
        found = json.loads(content)
        layers = found.get("layers", ())
        for layer in layers if found.get("schema") == "poise.pack-files/1" else ():
            yield from layer["files"].values()
    except (ValueError, AttributeError, TypeError, KeyError):
        return
