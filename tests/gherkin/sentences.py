"""Sentences, taken as pytest-bdd would take them: each must be readable as exactly one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import OUTCOME
from poise.gherkin.rehearsal import meanings

Tell = Callable[..., Outcome]


def take(kind: str, sentence: str, **given: Any) -> Any:
    """Take one sentence."""
    found = meanings(kind, sentence)
    assert len(found) == 1, f"{sentence!r} can be read as {[one.phrase for one in found]}"
    return found[0].call(**given)


def check(outcome: Outcome, sentence: str) -> None:
    """A Then sentence, which fails with a StepError where the plan does not meet it."""
    take("then", sentence, **{OUTCOME: outcome})
