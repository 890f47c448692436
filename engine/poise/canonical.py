"""One form for one meaning: canonical JSON and digests of trees, assessments and plans.

The order of keys, files, records or members changes nothing; whole numbers are written without a
fraction; so the same content gives the same bytes on any machine.
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
import functools
import hashlib
import json
import math
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

Canonical = Callable[[Any], Any]


def canonical(value: Any) -> Any:
    """A value as plain JSON data, with sets in order."""
    kind: Any = type(value)
    return _form(kind)(value)


def encoded(value: Any) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8."""
    return _text(canonical(value)).encode()


def digest(value: Any) -> str:
    """The SHA-256 of a value's canonical JSON, in hexadecimal."""
    return hashlib.sha256(encoded(value)).hexdigest()


@functools.cache
def _form(kind: type) -> Canonical:
    """How values of a type are written."""
    for base, form in _FORMS:
        if issubclass(kind, base):
            return form
    return functools.partial(_fields, kind.__name__, _names(kind))


def _names(kind: Any) -> tuple[str, ...]:
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(field.name for field in dataclasses.fields(kind))


def _fields(name: str, names: tuple[str, ...], value: Any) -> Any:
    written: dict[str, Any] = {"is": name}
    for one in names:
        inner = getattr(value, one)
        written[one] = canonical(inner)
    return written


def _number(value: float) -> int | float | str:
    if math.isinf(value):
        return "infinity" if value > 0 else "-infinity"
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def _mapping(value: Mapping[Any, Any]) -> Any:
    return {str(key): canonical(one) for key, one in value.items()}


def _set(value: frozenset[Any]) -> Any:
    written = [canonical(one) for one in value]
    plain = all(isinstance(one, str) for one in written)
    return sorted(written) if plain else sorted(written, key=_text)


_FORMS: tuple[tuple[type | tuple[type, ...], Canonical], ...] = (
    (enum.Enum, lambda value: value.value),
    ((type(None), bool, int), lambda value: value),
    (str, str),
    (float, _number),
    (datetime.date, lambda value: value.isoformat()),
    ((frozenset, set), _set),
    ((list, tuple), lambda value: [canonical(one) for one in value]),
    (Mapping, _mapping),
)


def _text(value: Any) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
