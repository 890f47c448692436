"""What a lint is: a habit that a pack should keep, and how its breaches are found.

A lint is one module, whose docstring is its page (Avoid, Prefer, Why), and which ends with its
`LINT`. A rule may break one with `allow: {LINT: why}`, and so may a whole pack in `pack.yaml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from poise.contents import Contents
from poise.problems import At, Severity
from poise.reads import Reach
from poise.rules import Rule


@dataclass(frozen=True, slots=True)
class Exercise:
    """Which of the rules that a pack itself writes fire in none of its scenarios."""

    unexercised: tuple[str, ...]
    has_features: bool = True


@dataclass(frozen=True, slots=True)
class Survey:
    """A pack as lints look at it, and the day on which they do."""

    contents: Contents
    reach: Reach
    day: datetime.date
    exercise: Exercise | None = None
    """What its scenarios exercise; None where nobody looked."""

    def active(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.contents.rules if rule.stage == "active")

    def place_of(self, name: str) -> At:
        """Where a rule, a fact, a measure, a finding or a source is declared; or the pack."""
        contents = self.contents
        return (contents.places.get(name) or contents.declared[name]) if name else contents.head_at


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that breaks a lint: what is about it (nothing where it is the whole pack), and
    what to do."""

    about: str
    message: str
    hint: str = ""
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Lint:
    """`of_today` tells of a day that went by: it is never counted as a failure. `of_scenarios`
    needs the scenarios to be looked at, for which `--quick` has no time."""

    code: str
    title: str
    find: Callable[[Survey], Iterable[Breach]]
    of_today: bool = False
    of_scenarios: bool = False
