"""A made-up pack, read once, and its plans."""

from __future__ import annotations

from pathlib import Path

import pytest
from sentences import Tell, take
from wounds import write_pack

import poise
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import STORY
from poise.gherkin.story import Story
from poise.gherkin.words import Words

DRY = (
    "wound.exudate is dry",
    "Depth on both sides is deep",
    "history is nothing_to_report",
    "Smell is []",
    "Skin around it everywhere is sound",
    "Earlier dressings is none",
    "Day of the operation is 2027-06-01",
)


@pytest.fixture(scope="session")
def wounds(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """The names of the made-up pack."""
    return Words(poise.load(write_pack(tmp_path_factory.mktemp("wounds") / "rules")))


@pytest.fixture
def story(wounds: Words, tmp_path: Path) -> Story:
    """Nothing recorded yet, in a folder of its own."""
    return Story(wounds, tmp_path)


@pytest.fixture
def tell(story: Story) -> Tell:
    """Draw up the plan of a dry, deep wound, with what is said to be otherwise."""

    def told(*sentences: str) -> Outcome:
        known = story
        for sentence in (*DRY, *sentences):
            known = take("given", sentence, **{STORY: known})
        outcome = take("when", "the plan is drawn up", **{STORY: known})
        assert isinstance(outcome, Outcome)
        return outcome

    return told
