"""Decisions drawn from bytes, so that Hypothesis, atheris and a plain generator drive one harness.

Where the bytes end, every decision is the first: a short input is a small mistake.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Takes bytes one by one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._next = 0

    def below(self, limit: int) -> int:
        """A whole number from 0 to one less than the limit."""
        value = 0
        for _ in range(1 if limit <= 256 else 3):
            byte = self._data[self._next] if self._next < len(self._data) else 0
            self._next += 1
            value = value * 256 + byte
        return value % limit

    def one_of(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def rest(self) -> bytes:
        found = self._data[self._next :]
        self._next = len(self._data)
        return found

    @property
    def ended(self) -> bool:
        return self._next >= len(self._data)
