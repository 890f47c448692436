"""The published schema of a plan is the one that plans have."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import poise
from gardens import EXAMPLES, REPOSITORY
from poise.plan import SCHEMA
from poise.schema import plan_schema, schema_text

PUBLISHED = REPOSITORY / "docs" / "schemas" / "plan.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(plan_schema())


def test_it_is_a_schema() -> None:
    schema = plan_schema()
    Draft202012Validator.check_schema(schema)
    assert json.loads(schema_text(schema)) == schema
    assert schema["properties"]["schema"]["const"] == SCHEMA


def test_the_published_one_is_fresh() -> None:
    said = "run: poise schema plan --output docs/schemas/plan.schema.json"
    assert PUBLISHED.read_text("utf-8") == schema_text(plan_schema()), said


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES])
def test_every_plan_is_described(
    name: str, example_plans: dict[str, poise.Plan], validator: Draft202012Validator
) -> None:
    validator.validate(example_plans[name].as_dict())
    validator.validate(json.loads(example_plans[name].to_json()))


@pytest.mark.parametrize("change", ["more", "less", "status", "schema"])
def test_another_form_is_refused(
    change: str, example_plans: dict[str, poise.Plan], validator: Draft202012Validator
) -> None:
    plan: Any = copy.deepcopy(example_plans["demo"].as_dict())
    match change:
        case "more":
            plan["items"][0]["colour"] = "blue"
        case "less":
            del plan["candidacy"]
        case "status":
            plan["items"][0]["status"] = "likely"
        case "schema":
            plan["schema"] = "poise.plan/0"
    assert not validator.is_valid(plan)
