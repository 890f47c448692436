"""What a program passes: a file that is read, or values as if they had been written.

A mapping from a form or a service has no lines, so a place in it is the path to the value:
`assessment.requests[0].area`.
"""

from __future__ import annotations

import datetime
import decimal
import enum
import numbers
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from poise.placed import Block, Listing, Scalar, Value
from poise.problems import At, Collector
from poise.source import MAX_DEPTH, read

_PLAIN = (str, numbers.Number, decimal.Decimal, datetime.date, datetime.time)


def as_value(given: Any, name: str, problems: Collector) -> Value | None:
    """A mapping as it is, or a file read."""
    if isinstance(given, Block | Listing | Scalar):
        return given
    if isinstance(given, str | Path):
        return read(Path(given), str(given), problems)
    if isinstance(given, Mapping):
        return from_python(given, name, problems)
    problems.error(
        At(name), "wrong-kind", f"the {name} is neither a mapping nor a path", "pass one of them"
    )
    return None


def from_python(value: Any, path: str, problems: Collector) -> Value | None:
    """Mappings, lists, text, numbers, dates, yes or no, and `None` for what is not known.

    None, with problems, where there is something else among them.
    """
    return _Giver(problems).value(value, path, 0)


class _Giver:
    def __init__(self, problems: Collector) -> None:
        self._problems = problems

    def value(self, value: Any, path: str, depth: int) -> Value | None:
        place = At(path)
        if depth > MAX_DEPTH:
            self._problems.error(
                place, "too-deep", f"values are nested more than {MAX_DEPTH} deep", "flatten them"
            )
            return None
        if isinstance(value, enum.Enum):
            value = value.value
        if isinstance(value, Mapping):
            return self._mapping(value, path, depth)
        if isinstance(value, Sequence | Set) and not isinstance(value, str | bytes | bytearray):
            return self._listing(value, path, depth)
        if value is None:
            return Scalar.new("unknown", place)
        if isinstance(value, bool):
            return Scalar.new("yes" if value else "no", place)
        text = _text(value)
        if text is None:
            self._problems.error(
                place,
                "wrong-kind",
                "this value is neither text, a number, a date, a list nor a mapping",
                "pass one of them",
            )
            return None
        return Scalar.new(text, place)

    def _mapping(self, value: Mapping[Any, Any], path: str, depth: int) -> Block | None:
        block = Block.new(At(path))
        whole = True
        for key, item in value.items():
            name = _text(key)
            inner = f"{path}.{name}"
            if name is None or name in block:
                self._problems.error(
                    At(path),
                    "wrong-kind" if name is None else "duplicate-key",
                    "a key is neither text nor a number"
                    if name is None
                    else f"'{name}' is written twice here",
                    "pass text" if name is None else "keep one",
                )
                continue
            given = self.value(item, inner, depth + 1)
            if given is None:
                whole = False
            else:
                block[Scalar.new(name, At(inner))] = given
        return block if whole else None

    def _listing(self, value: Sequence[Any] | Set[Any], path: str, depth: int) -> Listing | None:
        items = sorted(value, key=repr) if isinstance(value, Set) else value
        found = [self.value(one, f"{path}[{index}]", depth + 1) for index, one in enumerate(items)]
        if None in found:
            return None
        return Listing.new(At(path), (one for one in found if one is not None))


def _text(value: Any) -> str | None:
    """What stands for a plain value; None where nothing does."""
    if not isinstance(value, _PLAIN):
        return None
    try:
        return str(value)
    except ValueError:  # a whole number of more digits than Python writes out
        return "a number of thousands of digits"
