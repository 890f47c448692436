"""Phrases: each is read from the line that documents it, and no sentence means two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import poise
from poise.gherkin.phrases import BLANKS, Phrase, entries
from poise.gherkin.reference import steps_reference
from poise.gherkin.steps import STEPS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "gherkin-steps.md"
ENTRIES = [entry for _, module in STEPS for entry in entries(module)]


def test_blanks_may_be_left_out() -> None:
    phrase = Phrase("PRODUCT is seen[ for the AREA][ on the SIDE]")
    assert phrase.parse_arguments("a gel is seen") == {"product": "a gel", "area": "", "side": ""}
    assert phrase.parse_arguments("a gel is seen for the big toe on the left") == {
        "product": "a gel",
        "area": "big toe",
        "side": "left",
    }
    assert phrase.parse_arguments("a gel was seen") is None
    assert not phrase.is_matching("a gel is seen on the top")


def test_words_to_choose_from_and_texts() -> None:
    phrase = Phrase('there (is|are) NUMBER "TEXT"')
    assert phrase.parse_arguments('there are 2 "a (b) [c]"') == {"number": "2", "text": "a (b) [c]"}
    assert not phrase.is_matching('there be 2 "x"')


def test_two_blanks_of_a_kind() -> None:
    phrase = Phrase("TREATMENT comes before TREATMENT2")
    assert phrase.parse_arguments("a comes before b") == {"treatment": "a", "treatment2": "b"}


@pytest.mark.parametrize("entry", ENTRIES, ids=[one.phrases[0] for one in ENTRIES])
def test_every_step_is_documented(entry: object) -> None:
    text = getattr(entry, "text", "")
    assert len(text) > 20
    assert text.endswith((".", "`."))


def test_every_blank_is_explained_and_used() -> None:
    phrases = " ".join(phrase for entry in ENTRIES for phrase in entry.phrases)
    for name, blank in BLANKS.items():
        assert blank.meaning
        assert name in phrases


def test_the_reference_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == steps_reference(), (
        "docs/reference/gherkin-steps.md is out of date: write it again from "
        "poise.gherkin.reference.steps_reference()"
    )


def test_no_step_speaks_of_one_field(default_pack: poise.RulePack) -> None:
    """The steps are for any pack: no area, product or finding of this one stands in them."""
    said = " ".join(f"{entry.text} {' '.join(entry.phrases)}" for entry in ENTRIES).lower()
    taxonomy = default_pack.taxonomy
    for one in (*taxonomy.areas.values(), *taxonomy.products.values()):
        assert one.label.lower() not in said
        assert one.id not in said.split()
