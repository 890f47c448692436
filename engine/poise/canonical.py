"""One form for one meaning: canonical JSON and digests of trees, assessments and plans.

The order of keys, files, records or members changes nothing; whole numbers are written without a
fraction; so the same content gives the same bytes on any machine.
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


def canonical(value: Any) -> Any:
    """A value as plain JSON data, with sets in order."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted((canonical(one) for one in value), key=_text)
    if isinstance(value, list | tuple):
        return [canonical(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): canonical(one) for key, one in value.items()}
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
    else:
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {"is": type(value).__name__} | {name: canonical(one) for name, one in fields.items()}


def encoded(value: Any) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8."""
    return _text(canonical(value)).encode()


def digest(value: Any) -> str:
    """The SHA-256 of a value's canonical JSON, in hexadecimal."""
    return hashlib.sha256(encoded(value)).hexdigest()


def _text(value: Any) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _number(value: float) -> int | float | str:
    if math.isinf(value):
        return "infinity" if value > 0 else "-infinity"
    return int(value) if value == int(value) and abs(value) < 2**53 else value
