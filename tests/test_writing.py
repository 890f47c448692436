"""An assessment that is written back reads as the same assessment."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import poise
from gardens import EXAMPLES, assessed, whole
from poise.writing import document

MANY = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
FEW = settings(MANY, max_examples=12)


def assert_round_trip(pack: poise.RulePack, given_: Any) -> None:
    first = pack.read_assessment(given_)
    written = document(first, pack.vocabulary)
    again = pack.read_assessment(json.loads(json.dumps(written)))
    assert again.digest == first.digest, written
    assert again.requests == first.requests
    assert again.goals == first.goals
    assert again.title == first.title


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_written_back_as_it_was(default_pack: poise.RulePack, path: Path) -> None:
    assert_round_trip(default_pack, path)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"site": "nothing_to_report"},
        {"site": "nothing_to_report", "site.frost": "yes"},
        {"site": "nothing_to_report", "site.frost": "unknown"},
        {"site": "nothing_to_report", "site.visitors": ["unknown"]},
        {"history": "nothing_to_report"},
        {"history": "nothing_to_report", "history.spread": "unknown"},
        {"site.visitors": []},
        {"site.visitors": ["poultry"]},
        {"site.visitors": ["hen", "unknown"]},
        {"site.visitors": ["unknown"]},
        {"site.sown": "2026"},
        {"site.sown": "2026-06"},
        {"site.sown": "2024"},
        {"site.fair": "2026"},
        {"site.fair": "2026-06"},
        {"site.fair": "2026-06-15"},
        {"soil.acidity": 6.123456},
        {"hedge.gaps": {"both": "none"}},
        {"weeds.cover": {"lawn": "severe", "elsewhere": "unknown"}},
        {"history.spread": []},
        {"history.spread": [{}]},
        {"history.spread": [{"side": "unknown"}, {"side": "left"}, {"side": "both"}]},
        {"history.spread": [{"product": "spread"}, {"product": "nettle"}, {"product": "gravel"}]},
        {"history.spread": [{"area": "woody", "date": "2026", "troubles": ["unknown"]}]},
        {"goals": ["wild", "green"]},
        {"goals": ["green", "unknown"]},
        {"goals": []},
        {"goals": "unknown"},
        {"requests": [{"product": "feed", "area": "hedge", "side": "left", "amount": "0.25 L"}]},
    ],
)
def test_what_is_known_in_part_is_written_back_as_far_as_it_is_known(
    garden: poise.RulePack, answers: dict[str, Any]
) -> None:
    assert_round_trip(garden, assessed(answers))


def test_a_title_is_written_back(garden: poise.RulePack) -> None:
    assert_round_trip(garden, assessed(title="A garden: 'quoted'"))


# --- assessments that Hypothesis makes -------------------------------------------------------

YES_NO = st.sampled_from(["yes", "no", "unknown"])
GRADE = st.sampled_from(["none", "slight", "moderate", "marked", "severe", "unknown"])
PAST = st.dates(
    min_value=datetime.date(1990, 1, 1),
    max_value=datetime.date(2026, 6, 15),
)


def coarse(days: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    """A day, its month or its year."""
    return st.builds(lambda day, cut: day.isoformat()[:cut], days, st.sampled_from([4, 7, 10]))


def some(names: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True)


def number(low: float, high: float) -> st.SearchStrategy[Any]:
    exact = st.floats(low, high, allow_nan=False).map(lambda one: round(one, 6))
    return st.one_of(exact, st.just("unknown"))


RECORD = st.fixed_dictionaries(
    {},
    optional={
        "product": st.sampled_from(["seaweed", "nettle", "feed", "spread", "gravel", "unknown"]),
        "area": st.sampled_from(["lawn", "hedge", "woody", "open", "unknown"]),
        "side": st.sampled_from(["left", "right", "both", "unknown"]),
        "date": st.one_of(coarse(PAST), st.just("unknown")),
        "amount": number(0, 500),
        "unit": st.sampled_from(["L", "kg", "unknown"]),
        "scorch": GRADE,
        "troubles": some(["smell", "stain", "unknown"]),
    },
)
REQUEST = st.fixed_dictionaries(
    {
        "product": st.sampled_from(["feed", "seaweed", "nettle"]),
        "area": st.sampled_from(["border", "hedge"]),
    },
    optional={
        "side": st.sampled_from(["left", "right", "both"]),
        "for": st.sampled_from(["green", "tidy"]),
        "amount": st.decimals("0.001", 900, places=3).map(lambda one: f"{one} L"),
    },
)
ASSESSMENT = st.fixed_dictionaries(
    {"date": st.just("2026-06-15")},
    optional={
        "site": st.just("nothing_to_report"),
        "sign": st.just("nothing_to_report"),
        "history": st.just("nothing_to_report"),
        "site.frost": YES_NO,
        "sign.one": YES_NO,
        "site.visitors": some(["poultry", "hen", "duck", "cat", "dog", "unknown"]),
        "site.light": st.sampled_from(["sun", "half_shade", "shade", "unknown"]),
        "site.sown": coarse(PAST),
        "soil.acidity": number(3, 10),
        "soil.dryness": GRADE,
        "hedge.gaps": st.fixed_dictionaries({}, optional={"left": GRADE, "right": GRADE}),
        "weeds.cover": st.fixed_dictionaries({}, optional={"lawn": GRADE, "elsewhere": GRADE}),
        "history.spread": st.lists(RECORD, max_size=4),
        "goals": some(["green", "dense", "tidy", "wild", "unknown"]),
        "requests": st.lists(REQUEST, max_size=3),
    },
)


@MANY
@given(given_=ASSESSMENT)
def test_any_assessment_is_written_back_as_it_was(given_: dict[str, Any]) -> None:
    assert_round_trip(whole(), given_)


@FEW
@given(given_=ASSESSMENT)
def test_what_is_written_gives_the_same_plan(given_: dict[str, Any]) -> None:
    first = whole().read_assessment(given_)
    written = document(first, whole().vocabulary)
    plans = [whole().plan_by_evaluator(one).canonical_bytes() for one in (first, written)]
    assert plans[0] == plans[1]
