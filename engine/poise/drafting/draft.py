"""Drafts as values: what is written of a rule, and what is not."""

from __future__ import annotations

from dataclasses import dataclass

from poise.drafting.given import Step
from poise.drafting.leaves import Leaf
from poise.drafting.twins import How
from poise.gherkin.outcome import Outcome
from poise.rules import Rule

WHEN = "the plan is drawn up"


@dataclass(frozen=True, slots=True)
class Draft:
    """One scenario, with what it is of its rule."""

    title: str
    given: tuple[Step, ...]
    then: tuple[str, ...]
    how: How
    leaf: Leaf | None
    """The line across whose threshold it stands."""
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Drafted:
    """The scenarios of one rule, and what could not be written, with why."""

    rule: Rule
    drafts: tuple[Draft, ...]
    left_out: tuple[str, ...]
