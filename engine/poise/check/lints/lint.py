"""What a lint is: a habit that a pack should keep, and how its breaches are found.

A lint is one module, whose docstring is its page (Avoid, Prefer, Why), and which ends with its
`LINT`. A rule may break one with `allow: {LINT: why}`, and so may a whole pack in `pack.yaml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from poise.contents import Contents
from poise.problems import At
from poise.reads import Reach
from poise.rules import Rule


@dataclass(frozen=True, slots=True)
class Survey:
    """A pack as lints look at it, and the day on which they do."""

    contents: Contents
    reach: Reach
    day: datetime.date

    def active(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.contents.rules if rule.stage == "active")

    def place_of(self, name: str) -> At:
        """Where a rule, a fact, a measure, a finding or a source is declared."""
        contents = self.contents
        return contents.places.get(name) or contents.declared[name]


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that breaks a lint: what is about it, and what to do."""

    about: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Lint:
    """`of_today` tells of a day that went by: it is never counted as a failure."""

    code: str
    title: str
    find: Callable[[Survey], Iterable[Breach]]
    of_today: bool = False
