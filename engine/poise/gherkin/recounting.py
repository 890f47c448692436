"""What the scenarios of a feature record, without pytest: the answers at each When step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.parser import FeatureParser, Scenario

from poise.gherkin.failures import StepError
from poise.gherkin.phrases import Phrase
from poise.gherkin.rehearsal import filled, stories
from poise.gherkin.steps.then_plan import refused
from poise.gherkin.story import Story
from poise.gherkin.words import Words

REFUSED = tuple(Phrase(phrase) for _, phrase in refused.phrases)  # type: ignore[attr-defined]


def recorded(feature: Path, words: Words) -> Iterator[Story]:
    """The stories of which plans come; of what does not run, and of other packs, none."""
    try:
        read = FeatureParser(str(feature.parent), feature.name).parse()
    except (GherkinParseError, UnicodeDecodeError):
        return
    for scenario in filled(read):
        if not _is_refused(scenario):
            yield from _told(scenario, Story(words, feature.parent))


def _told(scenario: Scenario, story: Story) -> Iterator[Story]:
    try:
        for one in stories(scenario, story):
            if one.words.pack.digest == story.words.pack.digest:
                yield one
    except StepError:
        return


def _is_refused(scenario: Scenario) -> bool:
    then = [step.name for step in scenario.steps if step.type == "then"]
    return any(phrase.is_matching(name) for name in then for phrase in REFUSED)
