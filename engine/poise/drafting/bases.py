"""The assessments that a pack's features begin with: a draft says what is otherwise there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pytest_bdd.feature import get_features
from pytest_bdd.parser import Feature

from poise.assessment import Assessment
from poise.gherkin.failures import StepError
from poise.gherkin.rehearsal import meanings
from poise.gherkin.story import Story
from poise.pack import AssessmentError, RulePack

MOST = 4
"""So many assessments are tried: those with which most features begin."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a scenario begins with, and the step that says so."""

    step: str
    story: Story
    assessment: Assessment

    @property
    def empty(self) -> bool:
        return not self.assessment.states and not self.assessment.records


@dataclass(frozen=True)
class Written:
    """What a pack's features say already: how they begin, and what is called how."""

    folder: Path
    steps: tuple[str, ...]
    """The steps with which they begin, the most used first."""
    names: frozenset[str]
    """Of their scenarios."""
    original: str
    """All of it, on one line."""

    @cached_property
    def text(self) -> str:
        return self.original.lower()

    def noun(self, label: str) -> str:
        """What a treatment is called within a sentence, with the article that they give it."""
        said = small(label)
        found = Counter(
            re.findall(rf"(?<!\w)((?:an? )?){re.escape(said.lower())}(?!\w)", self.text)
        )
        return f"{max(found, key=lambda one: found[one])}{said}" if found else said

    @cached_property
    def amounts(self) -> Mapping[str, float]:
        """For each unit the least amount of which they speak."""
        found: dict[str, float] = {}
        for amount, unit in re.findall(r"(\d+(?:\.\d+)?) (\S+) of ", self.original):
            found[unit] = min(float(amount), found.get(unit, float(amount)))
        return found


def written(folder: Path) -> Written:
    """What the features in a folder say; nothing where there are none."""
    features = list(get_features([str(folder)])) if folder.is_dir() else []
    begins = Counter(step for feature in features for step in _beginnings(feature))
    text = " ".join(Path(one.filename).read_text(encoding="utf-8") for one in features)
    return Written(
        folder=folder,
        steps=tuple(sorted(begins, key=lambda step: (-begins[step], step))),
        names=frozenset(name for feature in features for name in feature.scenarios),
        original=" ".join(text.split()),
    )


def _beginnings(feature: Feature) -> Iterator[str]:
    """The steps that take an assessment from a file."""
    for scenario in feature.scenarios.values():
        for step in scenario.steps:
            if step.type == "given" and step.name.endswith('"') and _file(step.name):
                yield step.name


def _file(text: str) -> str:
    """The file of which a step speaks, where it is an assessment's."""
    found = [one for one in meanings("given", text) if one.function.__name__ == "the_assessment"]
    return found[0].blanks["file"] if len(found) == 1 else ""


def bases(pack: RulePack, story: Story, steps: Iterable[str]) -> tuple[Base, ...]:
    """The assessments of these steps that can be planned, and one in which nothing is recorded."""
    found = list(_of_files(pack, story, steps))[:MOST]
    nothing = Base("an assessment", story, pack.read_assessment(story.assessment()))
    return (*found, nothing)


def _of_files(pack: RulePack, story: Story, steps: Iterable[str]) -> Iterator[Base]:
    for step in steps:
        try:
            told = story.told_in(_file(step))
            yield Base(step, told, pack.read_assessment(told.assessment()))
        except (StepError, AssessmentError):
            continue


def small(label: str) -> str:
    """A label within a sentence: without its capital, unless that stands for more."""
    return label if label[1:2].isupper() or label[1:2] in "-/" else label[:1].lower() + label[1:]
