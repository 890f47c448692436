"""The scenarios of a pack, taken once as far as each plan: what every mutant is tried on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from pytest_bdd.parser import Scenario, Step

from poise.assessment import Assessment
from poise.gherkin.failures import StepError
from poise.gherkin.phrases import STORY
from poise.gherkin.rehearsal import Taken, scenarios, table, taken
from poise.gherkin.steps.given import answer
from poise.gherkin.story import Story
from poise.gherkin.words import Words
from poise.pack import AssessmentError, RulePack
from poise.situation import Situation, situate

DRAFTED = "drafted"
"""The tag of what was written from a pack's own answers: it can vouch for nothing."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One plan of a scenario: its assessment, what follows from it, and what the plan must say."""

    story: Story
    assessment: Assessment
    situation: Situation
    checks: tuple[tuple[Taken, dict[str, Any]], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A scenario, with the moments in which a plan is drawn up."""

    name: str
    feature: str
    """The path of its file."""
    text: str
    """All that it says, in small letters."""
    moments: tuple[Moment, ...]


def counts(scenario: Scenario) -> bool:
    """Whether what a scenario expects was written by somebody who knows, not by the pack."""
    return DRAFTED not in {*scenario.tags, *scenario.feature.tags}


class Scenes(NamedTuple):
    """The scenarios that count, and how many do not."""

    counted: tuple[Scene, ...]
    drafted: int


def scenes(paths: Iterable[Path], pack: RulePack) -> Scenes:
    """The scenarios of features. Raises StepError, with the name of one that cannot be taken."""
    listed = tuple(scenarios(paths))
    counted = tuple(_scenes((one for one in listed if counts(one[1])), pack))
    return Scenes(counted, len(listed) - len(counted))


def _scenes(listed: Iterable[tuple[str, Scenario]], pack: RulePack) -> Iterator[Scene]:
    words = Words(pack)
    for name, scenario in listed:
        feature = Path(scenario.feature.filename)
        try:
            moments = tuple(_moments(scenario, Story(words, feature.parent)))
        except StepError as error:
            raise StepError(f"{name}: {error.sentence}", error.details) from None
        yield Scene(name, str(feature), _text(scenario), moments)


def _moments(scenario: Scenario, story: Story) -> Iterator[Moment]:
    """What a scenario comes to; where its assessment is refused no rule matters."""
    pack = story.words.pack
    now: Moment | None = None
    drawn = story
    for step in scenario.steps:
        if step.type == "given":
            story = taken(step).call(**{STORY: story, **table(step)})
        elif step.type == "when":
            if now is not None:
                yield now
            blanks = taken(step).blanks
            drawn = story
            if "fact" in blanks:
                drawn = answer(drawn if now is None else now.story, _said(step))
            now = _moment(drawn, pack)
        elif now is not None:
            now = replace(now, checks=(*now.checks, (taken(step), table(step))))
    if now is not None:
        yield now


def _said(step: Step) -> str:
    blanks = taken(step).blanks
    return f"{blanks['fact']} is {blanks['value']}"


def _moment(story: Story, pack: RulePack) -> Moment | None:
    if story.words.pack is not pack:
        return None
    try:
        read = pack.read_assessment(story.assessment(), story.clinic)
    except AssessmentError:
        return None
    return Moment(story, read, situate(pack.model, read), ())


def _text(scenario: Scenario) -> str:
    rows = (" ".join(row) for step in scenario.steps for row in table(step).get("datatable", ()))
    lines = (scenario.name, *(step.name for step in scenario.steps), *rows)
    return "\n".join(lines).lower()
