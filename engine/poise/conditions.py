"""The condition tree: what every reader of a rule reads.

A condition is a line (a fact and a test on it) or a combination of conditions. As written, a line
may speak of "this side" or "either side"; grounding (`poise.grounding`) turns those into lines on
one side or area, so that a ground tree holds `Line`, `AllOf`, `AnyOf`, `NoneOf`, `AtLeast` and
`Undetermined` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# --- tests: sets of values of one fact -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Among:
    """The value is one of these: levels of a grade, `yes` or `no`, choices."""

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """An ordered value within bounds; for a grade a bound is the index of its level."""

    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of calendar time, such as `6 months`."""

    count: int
    unit: Literal["days", "weeks", "months", "years"]


@dataclass(frozen=True, slots=True)
class Window:
    """A date from `back` before the assessment to `ahead` after it, both ends included."""

    back: Duration | None
    ahead: Duration | None


@dataclass(frozen=True, slots=True)
class Includes:
    """A list that holds any of these (a parent stands for all below it)."""

    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class CountOf:
    """A list that holds so many members."""

    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Known:
    """The fact is answered, or surely does not apply. Only under `require ... that:`."""


@dataclass(frozen=True, slots=True)
class Not:
    """The other values."""

    test: Test


Test = Among | Bounds | Window | Includes | CountOf | Known | Not

# --- conditions ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One fact, measure or finding and a test on it.

    `met_if_not_applicable` marks a line of `require ... that:`, which is met when its fact surely
    does not apply; anywhere else such a line is false.
    """

    fact: str
    test: Test
    met_if_not_applicable: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the items hold."""

    count: int
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Undetermined:
    """Never known: what a pack says nothing about, such as the label in an unlisted country."""


@dataclass(frozen=True, slots=True)
class Sided:
    """Before grounding only: a condition on one side, both, either or the other."""

    mode: Literal["either_side", "both_sides", "other_side"]
    condition: Condition


Condition = Line | AllOf | AnyOf | NoneOf | AtLeast | Undetermined | Sided

ALWAYS = AllOf(())
