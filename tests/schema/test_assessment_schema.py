"""The schema of an assessment takes what the reader of assessments takes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import poise
from gardens import EXAMPLES, planted
from poise.problems import Problem
from poise.schema import assessment_schema, schema_text
from schema.generated import Values, near_miss
from schema.yaml12 import read, read_file

DATED = {"date": "2026-06-15"}
CASES = min(int(os.environ.get("POISE_CASES", "60")), 2_000)


@pytest.fixture(scope="module")
def odd_pack() -> poise.RulePack:
    """A garden in which names, levels and choices are as awkward as they may be."""
    return planted(
        {"id": "r", "title": "R", "consider": "x"},
        groups={"deep": {"label": "Deep", "nothing_to_report": "yes"}},
        scales={"stars": {"levels": ["0", "1", "1e1", "many"], "higher_is": "better"}},
        facts={
            "deep.under.ground": {"label": "A", "ask": "A?", "grade": "stars", "normal": "0"},
            "deep.water.level": {
                "label": "B",
                "ask": "B?",
                "number": {"unit": "m/s (*)", "from": "-5", "to": "5.5"},
                "each": "area",
            },
            "deep.agreed": {"label": "C", "ask": "C?", "choice": ["yes", "no", "maybe"]},
            "deep.seen": {"label": "D", "ask": "D?", "choices": ["unknown", "1", "blue"]},
            "deep.höhe": {"label": "F", "ask": "F?", "answer": "yes_no", "each": "side"},
            "deep.under.ice.seen": {"label": "E", "ask": "E?", "date": "any", "each": "side"},
        },
    )


@pytest.fixture(params=["garden", "default_pack", "odd_pack"])
def pack(request: pytest.FixtureRequest) -> poise.RulePack:
    found: poise.RulePack = request.getfixturevalue(request.param)
    return found


def problems(pack: poise.RulePack, value: Any) -> tuple[Problem, ...]:
    """What the reader has against an assessment."""
    try:
        pack.read_assessment(value)
    except poise.AssessmentError as error:
        return error.problems
    return ()


# --- the schema itself -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["garden", "odd_pack"])
def test_it_is_a_schema(name: str, request: pytest.FixtureRequest) -> None:
    schema = assessment_schema(request.getfixturevalue(name))
    Draft202012Validator.check_schema(schema)
    assert json.loads(schema_text(schema)) == schema


def test_it_is_the_same_every_time(default_pack: poise.RulePack) -> None:
    again = poise.load()
    assert schema_text(assessment_schema(again)) == schema_text(default_pack.assessment_schema())


def test_schemas_are_not_shared(garden: poise.RulePack) -> None:
    """Whoever changes a schema changes it for itself alone."""
    schema = assessment_schema(garden)
    kept = schema_text(schema)
    schema["$defs"]["unanswered"].clear()
    schema["properties"].clear()
    assert schema_text(assessment_schema(garden)) == kept


def test_every_fact_says_what_it_asks(pack: poise.RulePack) -> None:
    schema = assessment_schema(pack)
    for fact in pack.vocabulary.facts.values():
        node = schema
        for part in fact.id.split("."):
            node = node["anyOf"][0] if "anyOf" in node and "properties" not in node else node
            node = node["properties"][part]
        assert node["title"] == fact.label
        assert fact.ask.strip() in node["description"]


def test_a_number_says_its_unit_range_and_source(garden: poise.RulePack) -> None:
    soil = assessment_schema(garden)["properties"]["soil"]["anyOf"][0]
    acidity = soil["properties"]["acidity"]
    assert "In pH, from 3 to 10." in acidity["description"]
    assert "Source trial: " in acidity["description"]
    assert acidity["anyOf"][0] == {"type": "number", "minimum": 3, "maximum": 10}


# --- what it takes ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_taken(path: Path, default_pack: poise.RulePack) -> None:
    validator = Draft202012Validator(assessment_schema(default_pack))
    assert [error.message for error in validator.iter_errors(read_file(path))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "title: no date",
        "date: 2026-02-30",
        "date: 2026-06",
        "{date: 2026-06-15, siet: {frost: no}}",
        "{date: 2026-06-15, site: {frots: no}}",
        "{date: 2026-06-15, site: {frost: maybe}}",
        "{date: 2026-06-15, site.frost: no, site: {frost: no}}",
        "{date: 2026-06-15, site.visitors: [hen, fox]}",
        "{date: 2026-06-15, site.sown: 2026-13}",
        "{date: 2026-06-15, soil: {acidity: 11}}",
        "{date: 2026-06-15, soil: {acidity: sour}}",
        "{date: 2026-06-15, soil: nothing_to_report}",
        "{date: 2026-06-15, hedge.gaps: slight}",
        "{date: 2026-06-15, hedge.gaps: {lift: slight}}",
        "{date: 2026-06-15, hedge.gaps: {left: tiny}}",
        "{date: 2026-06-15, weeds.cover: {meadow: slight}}",
        "{date: 2026-06-15, goals: [riches]}",
        "{date: 2026-06-15, requests: [{product: feed}]}",
        "{date: 2026-06-15, requests: [{product: gold, area: lawn}]}",
        "{date: 2026-06-15, requests: [{product: gravel, area: lawn}]}",
        "{date: 2026-06-15, requests: feed}",
        "{date: 2026-06-15, requests: [{product: feed, area: lawn, amount: 2 mL}]}",
        "{date: 2026-06-15, requests: [{product: feed, area: lawn, side: left}]}",
        "{date: 2026-06-15, hedge.gaps.left: none, hedge: {gaps: {left: none}}}",
        "{date: 2026-06-15, hedge.gaps: {both: none, elsewhere: none}}",
        "{date: 2026-06-15, site.remark: [a, b]}",
        "{date: 2026-06-15, history.spread: [{product: feed, colour: red}]}",
        "{date: 2026-06-15, history.spread: [{amount: 501}]}",
        "{date: 2026-06-15, ground.hunger: slight}",
    ],
)
def test_what_is_wrong_is_refused(wrong: str, garden: poise.RulePack) -> None:
    value = read(wrong)
    assert problems(garden, value)
    assert not Draft202012Validator(assessment_schema(garden)).is_valid(value)


@pytest.mark.parametrize(
    "right",
    [
        "{date: 2026-06-15, site: {frost: yes}, pond.present: true, soil: {acidity: 6.5 pH}}",
        "{date: 2026-06-15, site: nothing_to_report, site.frost: unknown, site.light: }",
        "{date: 2026-06-15, site.sown: 2024, site.fair: 2026-09, soil.acidity: ~}",
        "{date: 2026-06-15, hedge.gaps.left: slight, hedge: {height: {both: 120, left: 90 cm}}}",
        "{date: 2026-06-15, weeds: {cover: {lawn: severe, elsewhere: none}}}",
        "{date: 2026-06-15, history.spread: none, site.visitors: [hen, unknown], goals: green}",
        "{date: 2026-06-15, requests: [{product: feed, area: lawn, for: green, amount: 2 L}]}",
        "{date: 2026-06-15, history: {spread: [{product: gravel, side: both, date: 2020}]}}",
    ],
)
def test_what_is_right_is_taken(right: str, garden: poise.RulePack) -> None:
    value = read(right)
    assert problems(garden, value) == ()
    Draft202012Validator(assessment_schema(garden)).validate(value)


# --- agreement -------------------------------------------------------------------------------


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


def beyond_a_schema(problem: Problem, value: Any, pack: poise.RulePack) -> bool:
    """Whether a schema cannot say it, as `poise.schema.assessment` lists."""
    named = problem.message.split("'")[1]
    match problem.code:
        case "wrong-side-of-date" | "not-applicable":
            return True
        case "bad-number":
            return named in [one for one in leaves(value) if isinstance(one, str)]
        case "unknown-name":
            return named == "10.0"
        case "wrong-kind":
            return named == "requests" and problem.message.endswith("'~'")
    return False


def beyond_the_reader(value: Any) -> Any:
    """The value without `both` and `elsewhere`: the reader looks at what is left for them only."""
    if isinstance(value, list):
        return [beyond_the_reader(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {k: one for k, one in value.items() if k.split(".")[-1] not in ("both", "elsewhere")}
    return {key: beyond_the_reader(one) for key, one in kept.items()}


def test_the_schema_and_the_reader_agree(pack: poise.RulePack) -> None:
    schema = assessment_schema(pack)
    validator = Draft202012Validator(schema)
    random = Random(os.environ.get("POISE_SEED", "agreement"))
    values = Values(schema, random)
    names = (*schema["properties"], *pack.vocabulary.facts, "nothing", "left", "lawn")
    verdicts = {True: 0, False: 0}
    for number in range(CASES // (4 if len(names) > 200 else 1)):
        value = values.value() | ({} if number % 10 else DATED)
        for _ in range(3):
            taken = validator.is_valid(value)
            found = problems(pack, value)
            verdicts[taken] += 1
            if taken:
                left = [one for one in found if not beyond_a_schema(one, value, pack)]
                assert left == [], value
            else:
                told = (value, [error.message for error in validator.iter_errors(value)])
                assert found or validator.is_valid(beyond_the_reader(value)), told
            value = near_miss(value, random, names)
    assert min(verdicts.values()) > CASES / 20, verdicts
