"""What an assessment can say: kinds of values, facts, measures, findings and goals.

The first half are the linked values that everything reads; a `Vocabulary` is whole and never
changes. How they are written in files stands in `poise.reading.declarations`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from poise.conditions import Condition, Duration, Test
from poise.formula import Formula

SIDES = ("left", "right")
BOTH = "both"
"""What a record's side is when it names none: the treatment was on both."""

GOALS = "goals"
"""The fact that every pack has: what the patient wishes for."""

Each = Literal["side", "area"]

Disclosed = Literal[
    "race",
    "ethnicity",
    "language",
    "sexual_orientation",
    "gender_identity",
    "sex",
    "date_of_birth",
    "social_determinants",
    "health_status",
]
"""Personal data whose use a decision support intervention has to disclose."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered scale; its first level is the lowest."""

    id: str
    levels: tuple[str, ...]
    higher_is: Literal["worse", "better"]
    source: tuple[str, ...] = ()


# --- kinds -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class YesNo:
    noun = "yes or no"


@dataclass(frozen=True, slots=True)
class Grade:
    scale: Scale
    noun = "a grade"


@dataclass(frozen=True, slots=True)
class Number:
    unit: str
    low: float
    high: float
    noun = "a number"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several. `below` gives, for a name that stands for others, those it stands for."""

    options: tuple[str, ...]
    below: Mapping[str, frozenset[str]] = field(default_factory=dict)
    noun = "a choice"

    def meaning(self, name: str) -> frozenset[str]:
        """The options that a name may stand for: itself, or all that lie below it."""
        return self.below.get(name) or frozenset((name,))


@dataclass(frozen=True, slots=True)
class Choices:
    """Several may hold. `below` gives every name's own and all names that lie below it."""

    options: tuple[str, ...]
    below: Mapping[str, frozenset[str]] = field(default_factory=dict)
    noun = "a list of choices"

    def meaning(self, name: str) -> frozenset[str]:
        return self.below.get(name, frozenset()) | {name}


@dataclass(frozen=True, slots=True)
class Date:
    direction: Literal["past", "future", "any"]
    noun = "a date"


@dataclass(frozen=True, slots=True)
class Records:
    fields: Mapping[str, Kind]
    noun = "a list of records"


@dataclass(frozen=True, slots=True)
class Text:
    noun = "text"


Kind = YesNo | Grade | Number | Choice | Choices | Date | Records | Text

# --- declarations ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a clinician records."""

    id: str
    label: str
    ask: str
    kind: Kind
    each: Each | None = None
    source: tuple[str, ...] = ()
    method: str = ""
    normal: str | tuple[str, ...] | None = None
    safety: bool = False
    changeable: bool = False
    disclosed_as: tuple[Disclosed, ...] = ()
    asked_when: Condition | None = None
    reference: str = ""
    """What is usual, in words: shown to readers, and never tested."""
    context: str = ""
    """Why it is recorded although nothing reads it."""

    @property
    def group(self) -> str:
        return self.id.split(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Query:
    """Which records a measure reads: those whose fields pass `where`, in the window."""

    records: str
    where: tuple[tuple[str, Test], ...]
    here: frozenset[str]
    """Fields that must be this side or area (`side`, `area`), before grounding."""
    window: Duration | None
    date_field: str = "date"


@dataclass(frozen=True, slots=True)
class Calculated:
    formula: Formula


@dataclass(frozen=True, slots=True)
class Points:
    lines: tuple[tuple[Condition, float], ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """A value by case; the cases exclude each other. `otherwise` holds where none of them does."""

    cases: tuple[tuple[Condition, Formula], ...]
    otherwise: Formula | None


@dataclass(frozen=True, slots=True)
class CountRecords:
    query: Query


@dataclass(frozen=True, slots=True)
class SumRecords:
    query: Query
    field: str
    unit: str | None
    unit_field: str = "unit"


@dataclass(frozen=True, slots=True)
class LatestRecord:
    query: Query


Computation = Calculated | Points | Cases | CountRecords | SumRecords | LatestRecord


@dataclass(frozen=True, slots=True)
class Measure:
    """Something computed from what was recorded, so that rules hold no arithmetic."""

    id: str
    label: str
    kind: Number | Date
    computation: Computation
    each: Each | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that rules conclude."""

    id: str
    label: str
    group: str
    kind: YesNo | Grade | Choices
    each: Each | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A wish of the patient."""

    id: str
    label: str
    conflicts_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A group of facts: the first part of their names."""

    id: str
    label: str
    screened: bool = False
    """The whole group may be answered `nothing_to_report`."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that an assessment of one pack can say."""

    scales: Mapping[str, Scale]
    groups: Mapping[str, Group]
    facts: Mapping[str, Fact]
    measures: Mapping[str, Measure]
    findings: Mapping[str, Finding]
    goals: Mapping[str, Goal]
    areas: tuple[str, ...]

    def get(self, name: str) -> Fact | Measure | Finding | None:
        """What a name without a side or area stands for."""
        return self.facts.get(name) or self.measures.get(name) or self.findings.get(name)

    def places(self, each: Each | None) -> tuple[str, ...]:
        """The sides or areas for which a declaration stands once each."""
        return () if each is None else SIDES if each == "side" else self.areas

    def split(self, ground: str) -> tuple[str, str | None]:
        """A ground name's declaration and place: `brow.height_mm.left` is the left one."""
        if self.get(ground) is not None:
            return ground, None
        name, _, place = ground.rpartition(".")
        return name, place

    def declaration(self, ground: str) -> Fact | Measure | Finding:
        """The declaration that a ground name stands for."""
        found = self.get(self.split(ground)[0])
        assert found is not None, ground
        return found

    def kind(self, ground: str) -> Kind:
        return self.declaration(ground).kind


def ground_name(name: str, place: str | None) -> str:
    """The name of a declaration at one side or area."""
    return name if place is None else f"{name}.{place}"
