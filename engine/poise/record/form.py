"""What a record is made of: its canonical form, its digest, and the parts that it commits to.

A record is canonical JSON (RFC 8785). It names the record before it by digest, and holds of
everything that could concern a person only a commitment: the SHA-256 of a random salt and the
content. Salt and content stand beside the chain. Once both are erased, the commitment says nothing
any more, not even to somebody who guesses what was written.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from poise.record.jcs import canonical

SCHEMA = "poise.record/1"
FIRST = "0" * 64
"""What the first record names as the one before it."""

Kind = Literal["opening", "upgrade", "decision", "feedback", "erasure"]
Clock = Callable[[], datetime.datetime]
Nothing: Mapping[str, Any] = MappingProxyType({})

_OWN = ("schema", "sequence", "previous", "kind", "time", "role", "parts")


def utc_now() -> datetime.datetime:
    """The machine's clock."""
    return datetime.datetime.now(datetime.UTC)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def stamp(time: datetime.datetime) -> str:
    """A time as records write it, in UTC. Raises ValueError for one without its zone."""
    if time.tzinfo is None:
        raise ValueError("a clock must say its zone")
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def read_stamp(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands beside the chain and can be erased."""

    name: str
    salt: bytes
    content: bytes

    @property
    def commitment(self) -> str:
        """All that the chain holds of it."""
        return sha256(self.salt + self.content)


@dataclass(frozen=True, slots=True)
class Record:
    """One link of the chain."""

    sequence: int
    previous: str
    kind: Kind
    time: str
    role: str
    """In which role somebody acted; never who. Empty where it was not said."""
    parts: Mapping[str, str]
    """The commitment to each part, by its name."""
    said: Mapping[str, Any] = field(default_factory=dict)
    """What records of this kind say besides."""

    def body(self) -> bytes:
        """The canonical form, of which the digest is taken."""
        return canonical(
            {
                **self.said,
                "schema": SCHEMA,
                "sequence": self.sequence,
                "previous": self.previous,
                "kind": self.kind,
                "time": self.time,
                "role": self.role,
                "parts": dict(self.parts),
            }
        )


def read_record(body: bytes) -> Record:
    """A record from its canonical form. Raises ValueError where it is none."""
    found = json.loads(body)
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError("this is no record of a schema that is known")
    try:
        own = {name: found.pop(name) for name in _OWN}
    except KeyError as error:
        raise ValueError(f"a record without its {error}") from None
    del own["schema"]
    return Record(**own, said=found)
