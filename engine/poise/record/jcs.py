"""Canonical JSON, RFC 8785: one form for one content, in any language.

`rfc8785` is the authority and writes everything, in Python. What the standard library's encoder,
which is ten times as fast, surely writes alike goes through that; the tests compare the two.
"""

from __future__ import annotations

import functools
import json
from typing import Any

import rfc8785

_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    check_circular=False,
    allow_nan=False,
    sort_keys=True,
    separators=(",", ":"),
)
_EXACT = 2**53
"""Whole numbers below it are the same in every language."""


class _UnsureError(Exception):
    """The two may differ."""


def canonical(value: Any) -> bytes:
    """A value as canonical JSON. Raises ValueError for what JSON cannot hold exactly."""
    try:
        return _ENCODER.encode(_alike(value)).encode()
    except (_UnsureError, UnicodeEncodeError, RecursionError):
        return rfc8785.dumps(value)


def _alike(value: Any) -> Any:
    """The value, with whole numbers written as such, if both surely write it alike."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if kind is dict:
        return {_key(key): _alike(one) for key, one in value.items()}
    if kind is list or kind is tuple:
        return [_alike(one) for one in value]
    if kind is int and -_EXACT < value < _EXACT:
        return value
    if kind is float and value.is_integer() and -_EXACT < value < _EXACT:
        return int(value)
    if kind is float and 1e-4 <= abs(value) < 1e15:
        return value
    raise _UnsureError


@functools.lru_cache(4096)
def _key(key: Any) -> str:
    """Keys are sorted by UTF-16, which differs from the order of characters beyond U+D800."""
    if type(key) is str and (key.isascii() or max(key) < "\ud800"):
        return key
    raise _UnsureError
