"""Takes scenarios as far as their plan, without pytest: which rules does each exercise?

It answers at once what a run of the scenarios gathers on its way, for those who link rules to the
scenarios that exercise them.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pytest_bdd.feature import get_features
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate, Step

from poise.gherkin.coverage import Coverage
from poise.gherkin.failures import StepError
from poise.gherkin.outcome import Outcome, draw_up, weigh
from poise.gherkin.packs import Packs
from poise.gherkin.phrases import OUTCOME, STORY, Phrase
from poise.gherkin.steps import STEPS
from poise.gherkin.steps.given import answer
from poise.gherkin.story import Story


class Taken(NamedTuple):
    """The step function that a sentence means, and what fills its blanks."""

    function: Callable[..., Any]
    phrase: str
    blanks: dict[str, str]

    def call(self, **given: Any) -> Any:
        wanted = _parameters(self.function)
        filled = {**self.blanks, **given}
        return self.function(**{name: one for name, one in filled.items() if name in wanted})


@functools.cache
def _parameters(function: Callable[..., Any]) -> frozenset[str]:
    return frozenset(inspect.signature(function).parameters)


@functools.lru_cache(maxsize=4096)
def meanings(kind: str, text: str) -> tuple[Taken, ...]:
    """Every step that a sentence can be read as; more than one is a mistake of the phrases."""
    return tuple(
        Taken(function, phrase.name, blanks)
        for function, phrase in _phrases(kind)
        if (blanks := phrase.parse_arguments(text)) is not None
    )


@functools.cache
def _phrases(kind: str) -> tuple[tuple[Callable[..., Any], Phrase], ...]:
    return tuple(
        (function, Phrase(phrase))
        for _, module in STEPS
        for function in vars(module).values()
        if getattr(function, "__module__", "") == module.__name__
        for its_kind, phrase in getattr(function, "phrases", ())
        if its_kind == kind
    )


def scenarios(paths: Iterable[Path]) -> Iterator[tuple[str, Scenario]]:
    """Every scenario of these files or folders, outlines filled in, under a name of its own."""
    for feature in get_features([str(one) for one in paths]):
        for scenario in filled(feature):
            yield f"{Path(feature.filename).name}::{scenario.name}", scenario


def filled(feature: Feature) -> Iterator[Scenario]:
    """Every scenario of a feature, outlines filled in."""
    for template in feature.scenarios.values():
        yield from _filled(template)


def _filled(template: ScenarioTemplate) -> Iterator[Scenario]:
    rows = [row for examples in template.examples for row in examples.as_contexts()]
    for row in rows or [{}]:
        yield template.render(row)


def rehearse(paths: Iterable[Path], rules: Path | None = None) -> dict[str, Coverage]:
    """What the rules of each pack do in these scenarios, by the pack's id."""
    packs = Packs(rules)
    found: dict[str, Coverage] = {}
    for name, scenario in scenarios(paths):
        feature = Path(scenario.feature.filename)
        for outcome in outcomes(scenario, Story(packs.of(feature), feature.parent)):
            pack = outcome.words.pack
            if pack.head.id not in found:
                found[pack.head.id] = Coverage.of(pack)
            found[pack.head.id].visit(str(feature))
            if outcome.weighed is not None:
                found[pack.head.id].take(outcome.weighed, name)
    return found


def outcomes(scenario: Scenario, story: Story) -> Iterator[Outcome]:
    """What a scenario's When steps come to, weighed but not told as plans."""
    return map(weigh, stories(scenario, story))


def stories(scenario: Scenario, story: Story) -> Iterator[Story]:
    """What is recorded at each When step of a scenario."""
    for step in scenario.steps:
        if step.type == "given":
            story = taken(step).call(**{STORY: story, **table(step)})
        elif step.type == "when":
            blanks = taken(step).blanks
            if "fact" in blanks:
                story = answer(story, f"{blanks['fact']} is {blanks['value']}")
            yield story


def taken(step: Step) -> Taken:
    """The one step that a sentence can be read as; raises StepError."""
    found = meanings(step.type, step.name)
    if len(found) != 1:
        read_as = " or ".join(f"'{one.phrase}'" for one in found) or "nothing"
        raise StepError(f"'{step.name}' can be read as {read_as}")
    return found[0]


def table(step: Step) -> dict[str, Any]:
    """The table below a step, as its function takes it."""
    return {} if step.datatable is None else {"datatable": step.datatable.raw()}


def perform(scenario: Scenario, story: Story, draw: Callable[[Story], Outcome] = draw_up) -> None:
    """Take every step of a scenario, as a run does; raises StepError at the first that fails."""
    outcome: Outcome | None = None
    for step in scenario.steps:
        meant = taken(step)
        if step.type == "given":
            story = meant.call(**{STORY: story, **table(step)})
        elif step.type == "when":
            if "fact" in meant.blanks:
                story = answer(story, f"{meant.blanks['fact']} is {meant.blanks['value']}")
            outcome = draw(story)
        elif outcome is not None:
            meant.call(**{OUTCOME: outcome, **table(step)})
