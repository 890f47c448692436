"""The grounded pack: what engines run.

Every fact, measure, finding and rule stands once for each side or area that it speaks of, under a
name of its own (`brow.height_mm.left`). Nothing here speaks of products or people: it is the
plain logic of a pack, and the evaluator, the second engine and the solver all start from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from poise.conditions import Condition

Shape = Literal["choice", "grade", "number", "date", "choices"]
"""How a ground fact's state looks: `Possible`, `Span` (three times), `Members`."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """A condition with a name; its truth is what engines derive and compare."""

    id: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A proposition that, when it holds, puts `value` into a finding.

    `value` is `yes`, a member of a list, or the index of a grade's level written as text.
    """

    value: str
    proposition: str


@dataclass(frozen=True, slots=True)
class GroundFinding:
    """A finding and all that may establish it: it is closed over these conclusions."""

    id: str
    shape: Literal["choice", "grade", "choices"]
    levels: tuple[str, ...]
    conclusions: tuple[Conclusion, ...]


@dataclass(frozen=True, slots=True)
class GroundedPack:
    """`inputs` are facts and measures; `findings` come in an order in which each reads only
    earlier ones; `levels` names the levels of each graded input or finding."""

    inputs: Mapping[str, Shape]
    levels: Mapping[str, tuple[str, ...]]
    findings: tuple[GroundFinding, ...]
    propositions: tuple[Proposition, ...]
