"""The second engine: a lowered program run by durable-rules (Rete).

It reads nothing but the program and the states of inputs, so that it witnesses for the evaluator.
What it cannot hold it refuses with `SecondEngineLimit`; it never answers in part.
"""

from __future__ import annotations

from poise.rete.engine import available
from poise.rete.errors import (
    ContradictionError,
    FaultError,
    SecondEngineError,
    SecondEngineLimit,
)
from poise.rete.network import Derived, Network

__all__ = [
    "ContradictionError",
    "Derived",
    "FaultError",
    "Network",
    "SecondEngineError",
    "SecondEngineLimit",
    "available",
]
