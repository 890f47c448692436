"""Values as durable-rules reads them, or a refusal of what it would misread.

The engine takes 1 for true, 5/2 for 2 and "20" for more than 18, and cannot read 1e-07. So a value
is written by its exact type, and a number as fixed six decimals.
"""

from __future__ import annotations

import json
from functools import lru_cache

from poise.rete.errors import SecondEngineLimit
from poise.rete.limits import NUMBER, TEXT, WHOLE
from poise.rete.views import Value


def literal(value: Value) -> str:
    """A value as it stands in a rule or a fact."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return whole(value)
        case float():
            return number(value)
        case str():
            return text(value)


def whole(value: int) -> str:
    if not abs(value) < WHOLE:
        raise SecondEngineLimit("size of a whole number", WHOLE, value)
    return str(value)


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    if not abs(value) < NUMBER:
        raise SecondEngineLimit("size of a number", NUMBER, value)
    written = f"{value + 0.0:.6f}"
    if float(written) != value:
        raise SecondEngineLimit("decimals of a number", 6, value)
    return written


@lru_cache(maxsize=4096)
def text(value: str) -> str:
    if len(value) > TEXT:
        raise SecondEngineLimit("characters of a value", TEXT, len(value))
    return json.dumps(value)


def elsewise(value: Value) -> str:
    """What a key reads where its input does not apply; it may be a bound that values stay below."""
    return f"{value:.6f}" if isinstance(value, float) else json.dumps(value)
