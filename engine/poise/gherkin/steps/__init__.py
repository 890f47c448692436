"""The steps: what is recorded, the plan drawn up, and what it must then say.

Each module is a pytest plugin of its own; the order here is the order of the reference page.
"""

from __future__ import annotations

from types import ModuleType

from poise.gherkin.steps import (
    given,
    then_findings,
    then_items,
    then_plan,
    then_schedule,
    then_scope,
    then_words,
    when,
)

STEPS: tuple[tuple[str, ModuleType], ...] = (
    ("What is recorded", given),
    ("Drawing up the plan", when),
    ("What is suggested, and what is not", then_items),
    ("Findings, considerations and rules", then_findings),
    ("Candidacy, questions, referrals and requirements", then_plan),
    ("Order, sessions and follow-up", then_schedule),
    ("What the plan says in words", then_words),
    ("What rules act on", then_scope),
)
