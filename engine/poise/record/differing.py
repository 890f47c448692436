"""Where two plans differ, told by what a reader would point at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_NAMES = ("id", "about", "rule", "session", "text", "to")
"""What tells the members of a list apart, the first that they have."""
_OUTSIDE = ("plan_id", "engine")
"""What differs wherever the pack or the version of the engine does."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of a plan, as it was recorded and as it is now; empty where it is not there."""

    where: str
    before: str
    now: str

    def __str__(self) -> str:
        return f"{self.where}: {self.before or '(nothing)'} -> {self.now or '(nothing)'}"


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Every place in which two plans differ, ids of plan and engine aside."""
    left = {name: value for name, value in before.items() if name not in _OUTSIDE}
    right = {name: value for name, value in now.items() if name not in _OUTSIDE}
    return tuple(_differing("", left, right))


def _differing(where: str, before: Any, now: Any) -> Iterator[Difference]:
    if before == now:
        return
    if isinstance(before, dict) and isinstance(now, dict):
        names = [*before, *(name for name in now if name not in before)]
        for name in names:
            inner = f"{where}.{name}" if where else name
            yield from _differing(inner, before.get(name), now.get(name))
    elif isinstance(before, list) and isinstance(now, list):
        yield from _members(where, before, now)
    else:
        yield Difference(where, _told(before), _told(now))


def _members(where: str, before: list[Any], now: list[Any]) -> Iterator[Difference]:
    left, right = _named(before), _named(now)
    for name in [*left, *(one for one in right if one not in left)]:
        inner = f"{where}[{name}]"
        if name not in left or name not in right:
            yield Difference(inner, _short(left.get(name)), _short(right.get(name)))
        else:
            yield from _differing(inner, left[name], right[name])
    both = [name for name in left if name in right]
    if both != [name for name in right if name in left]:
        yield Difference(where, "in this order", "in another order")


def _named(members: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in members:
        name, count = _name(one), 2
        while name in found:
            name, count = f"{_name(one)} {count}", count + 1
        found[name] = one
    return found


def _name(one: Any) -> str:
    if not isinstance(one, dict):
        return _told(one)
    if "product" in one and "area" in one:
        return f"{one['product']}/{one['area']}"
    if "product" in one and "side" in one:
        return "/".join(filter(None, (one["product"], one["side"], one.get("for", ""))))
    return next((str(one[name]) for name in _NAMES if one.get(name)), "")


def _short(member: Any) -> str:
    """A whole member in a word or two."""
    if not isinstance(member, dict):
        return _told(member)
    return str(
        next((member[one] for one in ("status", "value", "holds") if one in member), "there")
    )


def _told(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "" if value is None else text if len(text) <= 80 else f"{text[:77]}..."
