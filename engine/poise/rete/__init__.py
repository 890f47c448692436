"""The second engine: a lowered program run by durable-rules (Rete).

It reads nothing but the program and the states of inputs, so that it witnesses for the evaluator.
A program is written once (`poise.rete.writer`) and compiled by each process that runs it.
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
from poise.rete.ruleset import Written

__all__ = [
    "ContradictionError",
    "Derived",
    "FaultError",
    "Network",
    "SecondEngineError",
    "SecondEngineLimit",
    "Written",
    "available",
]
