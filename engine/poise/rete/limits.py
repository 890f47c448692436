"""What durable-rules can hold, and the one way in which this package says no.

Each number is either in the engine's source or was found by trying. Past some of them the engine
answers wrongly or crashes instead of failing, so all are kept here, before it is called.
"""

from __future__ import annotations

from collections.abc import Iterable

from poise.rete.errors import SecondEngineLimit

PENDING = 58
"""Matches that may wait at once; the engine's stack holds 64."""
KEYS_OF_FACT = 50
"""Properties of one asserted fact; the engine takes 252, and fewer are quicker to match."""
RULES_OF_FACT = 100
"""Rules that read one fact; past 128 lists of the engine overflow unnoticed."""
EXPRESSIONS = 31
"""Markers of conjunctions and disjunctions in one engine rule."""
FACTS_OF_RULESET = 24
"""Facts of one compiled ruleset; past 512 its compiler never ends, and fewer are quicker."""
RULES_OF_RULESET = 1000
"""Engine rules of one compiled ruleset; the engine takes 4,096."""
TEXT = 200
"""Characters of a value; at 65,536 the engine calls different texts equal."""
WHOLE = 2**53
"""Whole numbers stay below this, where the engine compares them exactly."""
NUMBER = 1e18
"""Numbers stay below this, which itself stands for "beyond every bound"."""

_FNV_BASIS, _FNV_PRIME = 0x811C9DC5, 16777619
_RESERVED = (
    *("$s", "$forward", "$m", "m", "$and", "$or", "$eq", "$neq", "$lt", "$lte"),
    *("$gt", "$gte", "$ex", "$nex", "$mt", "$imt", "$iall", "$iany", "$add", "$sub", "$mul"),
    *("$div", "$l", "$r", "$i", "$time", "$timerName", "$baseTime", "name"),
)


def fnv(text: str) -> int:
    """The engine's hash of a name, by which alone it tells names apart."""
    value = _FNV_BASIS
    for byte in text.encode("ascii"):
        value = ((value ^ byte) * _FNV_PRIME) & 0xFFFFFFFF
    return value


def refuse_collisions(names: Iterable[str]) -> None:
    """Two names of one hash would be one property to the engine."""
    seen: dict[int, str] = {fnv(name): name for name in _RESERVED}
    for name in names:
        other = seen.setdefault(fnv(name), name)
        if other != name or name in _RESERVED:
            raise SecondEngineLimit("names with one hash", 1, f"'{other}' and '{name}'")
