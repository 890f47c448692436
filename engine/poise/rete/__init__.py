"""The second engine: a lowered program run by durable-rules (Rete).

It reads nothing but the program and the states of inputs, so that it witnesses for the evaluator.
What it cannot hold it refuses with `SecondEngineLimit`; it never answers in part.
"""

from __future__ import annotations

from poise.rete.engine import EngineFault, available
from poise.rete.limits import SecondEngineLimit
from poise.rete.network import Contradiction, Derived, Network

__all__ = ["Contradiction", "Derived", "EngineFault", "Network", "SecondEngineLimit", "available"]
