"""A failed scenario as its author reads it: the steps, the one that failed, and why."""

from __future__ import annotations

import difflib
from pathlib import Path

from pytest_bdd.parser import Scenario, Step

from poise.gherkin.failures import StepError
from poise.gherkin.phrases import BLANKS, entries
from poise.gherkin.steps import STEPS


def failure_text(scenario: Scenario, step: Step, error: BaseException, root: Path) -> str:
    """Where, which step, what was expected, and what the plan says."""
    lines = [f"{_place(scenario, step, root)}: {scenario.name}", ""]
    for one in scenario.steps:
        failed = (one.line_number, one.name) == (step.line_number, step.name)
        lines.append(f"{'>' if failed else ' '}   {one.keyword} {one.name}")
        if failed:
            break
    lines.append("")
    told = error if isinstance(error, StepError) else no_such_step(step)
    lines += [told.sentence, *told.details]
    return "\n".join(lines)


def _place(scenario: Scenario, step: Step, root: Path) -> str:
    path = Path(scenario.feature.filename)
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return f"{shown.as_posix()}:{step.line_number}"


def no_such_step(step: Step) -> StepError:
    """A step that no phrase fits, with the phrases that come nearest."""
    phrases = [
        phrase
        for _, module in STEPS
        for entry in entries(module)
        if entry.type == step.type
        for phrase in entry.phrases
        if phrase != "STATEMENT"
    ]
    near = sorted(phrases, key=lambda phrase: -_likeness(step.name, phrase))[:3]
    return StepError(
        f"no step reads '{step.name}'",
        ("the nearest are:", *(f"  {step.type.capitalize()} {one}" for one in near)),
    )


def _likeness(written: str, phrase: str) -> float:
    words = phrase.replace("[", " ").replace("]", " ").split()
    fixed = [one for one in words if one.strip('",').rstrip("2") not in BLANKS]
    return difflib.SequenceMatcher(None, written.split(), fixed).ratio()
