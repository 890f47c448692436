"""Runs what was written, as a run of the feature will: read from a file, step by step."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pytest_bdd.parser import FeatureParser

from poise.drafting.draft import Draft, Drafted
from poise.drafting.feature import feature
from poise.drafting.given import Step
from poise.gherkin.failures import StepError
from poise.gherkin.outcome import Outcome, draw_up
from poise.gherkin.phrases import STORY
from poise.gherkin.rehearsal import meanings, perform
from poise.gherkin.story import Story
from poise.rules import Rule


def told(story: Story, steps: Iterable[Step]) -> Story:
    """The story that Given steps tell; raises StepError where one cannot be read."""
    for step in steps:
        found = meanings("given", step.text)
        if len(found) != 1:
            raise StepError(f"no step, or more than one, reads '{step.text}'")
        table = {"datatable": step.table} if step.table else {}
        story = found[0].call(**{STORY: story}, **table)
    return story


class Runs:
    """Runs scenarios; a plan that was drawn up for the very same answers is drawn up once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._drawn: dict[str, Outcome] = {}

    def draw(self, story: Story) -> Outcome:
        key = repr(story.assessment())
        if key not in self._drawn:
            self._drawn[key] = draw_up(story)
        return self._drawn[key]

    def failing(self, rule: Rule, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, str]]:
        """Each scenario, and why it does not pass; nothing where it does."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "drafted.feature"
            text = feature(rule.id, [Drafted(rule, tuple(drafts), ())])
            path.write_text(text, encoding="utf-8")
            parsed = FeatureParser(folder, path.name).parse() if drafts else None
        for draft in drafts:
            assert parsed is not None
            try:
                perform(parsed.scenarios[draft.title].render({}), self._story, self.draw)
            except StepError as error:
                yield draft, " ".join(str(error).split())
            else:
                yield draft, ""
        self._drawn.clear()
