"""Values that know where they were written.

They are ordinary `str`, `dict` and `list` with a place, which pydantic and everything else read as
such. Scalars stay the text that was written: whether `no` is an answer, a level or a name is for
the kind of the fact to say, so a clinician never meets a YAML surprise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from poise.problems import At


class Scalar(str):
    """A scalar as written; `plain` is false where it was quoted or a block of text."""

    __slots__ = ("at", "plain")
    at: At
    plain: bool

    @classmethod
    def new(cls, text: str, at: At, plain: bool = True) -> Scalar:
        scalar = cls(text)
        scalar.at, scalar.plain = at, plain
        return scalar


class Block(dict[str, "Value"]):
    """A mapping; its keys are scalars with places of their own, which `key` gives."""

    __slots__ = ("_keys", "at")
    at: At
    _keys: dict[str, str]

    @classmethod
    def new(cls, at: At) -> Block:
        block = cls()
        block.at = at
        return block

    def key(self, name: str) -> str:
        """The key as it stands in the file."""
        keys: dict[str, str] = getattr(self, "_keys", {})
        if len(keys) != len(self):
            keys = self._keys = {key: key for key in self}
        return keys[name]

    def having(self, **changed: Any) -> Block:
        """A copy with some values changed or added."""
        made = Block.new(self.at)
        made.update(self)
        made.update(changed)
        return made

    def only(self, names: Collection[str]) -> Block:
        """A copy with these keys alone."""
        made = Block.new(self.at)
        made.update({name: one for name, one in self.items() if name in names})
        return made


class Listing(list["Value"]):
    """A sequence."""

    __slots__ = ("at",)
    at: At

    @classmethod
    def new(cls, at: At, values: Iterable[Value] = ()) -> Listing:
        listing = cls(values)
        listing.at = at
        return listing


Value = Scalar | Block | Listing


def at(value: Any, fallback: At) -> At:
    """Where a value was written, or `fallback` for one that was not."""
    found: At = getattr(value, "at", fallback)
    return found


def on_one_line(value: Any) -> str:
    """A value on one line, as its author could have written it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {on_one_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(on_one_line(one) for one in value) + "]"
    return " ".join(str(value).split())
