"""What a survivor is judged to be, by the comparison of its pack with the pack as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("z3")

from lawns import RULES, write_lawns

from poise.mutation.judging import ONLY_REASONS, SAME, Judge
from poise.mutation.run import made, subject
from poise.mutation.verdicts import Verdict
from poise.problems import Collector

TWICE = """
  - id: weeds.sunny
    title: Look at the weeds of a sunny place first
    when: {site.light: sun}
    caution: {items: {product: feed}, say: Look at the weeds first.}
"""


def judged(folder: Path, rule: str, kind: str, before: str, rules: str = RULES) -> Verdict:
    """The verdict on the one mutant of this kind that changes this line."""
    found = subject(write_lawns(folder, rules=rules), Collector())
    assert found is not None
    of_rule = made(found, [rule])[rule]
    (mutant,) = (one for one in of_rule if (one.kind, one.before) == (kind, before))
    return Judge(found.pack).judged(Verdict(mutant, "survived", reached=1))


def test_what_plans_show_is_shown_on_the_smallest_assessment(tmp_path: Path) -> None:
    told = judged(tmp_path, "weeds.look", "line", "- soil.dryness: {at_least: marked}")
    assert (told.fate, told.why, told.reached) == ("survived", "", 1)
    assert told.shown is not None
    said = {one.fact: one.value for one in told.shown.answers}
    assert said["soil.dryness"] == "marked"
    assert [one.label for one in told.shown.plan.items] == ["Feed, lawn"]


def test_what_no_assessment_shows_is_equivalent(tmp_path: Path) -> None:
    """Severe is at least marked."""
    told = judged(tmp_path, "weeds.look", "line", "- soil.dryness: {at_least: severe}")
    assert (told.fate, told.why, told.shown) == ("equivalent", SAME, None)


def test_what_only_reasons_show_survives_and_says_so(tmp_path: Path) -> None:
    """Another rule cautions for a sunny place in the same words: nothing stands otherwise."""
    caution = "caution: {items: {product: feed}, say: Look at the weeds first.}"
    told = judged(tmp_path, "weeds.sunny", "verb", caution, RULES + TWICE)
    assert (told.fate, told.why) == ("survived", ONLY_REASONS)
