"""The schema of rule files takes what leads write."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import poise
from gardens import GARDEN, REPOSITORY, planted
from poise.schema import rules_schema, schema_text
from schema.files import Validators, kind, ruled
from schema.yaml12 import read, read_file

RULES = tuple(sorted((REPOSITORY / "rules").rglob("*.yaml")))


# --- the schema itself -----------------------------------------------------------------------


def test_it_is_a_schema(garden: poise.RulePack) -> None:
    schema = rules_schema(garden)
    Draft202012Validator.check_schema(schema)
    assert json.loads(schema_text(schema)) == schema


def test_it_is_the_same_every_time(garden: poise.RulePack) -> None:
    again = poise.load(GARDEN)
    assert schema_text(rules_schema(again)) == schema_text(rules_schema(garden))


def test_nothing_is_left_to_fill(garden: poise.RulePack) -> None:
    text = schema_text(rules_schema(garden))
    for word in ('"x-poise"', '"default"', '"null"'):
        assert word not in text


def test_a_fact_says_what_it_asks(garden: poise.RulePack) -> None:
    acidity = rules_schema(garden, "rules")["$defs"]["test:soil.acidity"]
    assert acidity["title"] == "Acidity"
    assert acidity["description"].startswith("What is the acidity?\nIn pH, from 3 to 10.\n")


# --- what it takes ---------------------------------------------------------------------------


def test_every_file_of_the_pack_is_taken(any_file: Draft202012Validator) -> None:
    wrong = {
        path.name: [error.message[:200] for error in any_file.iter_errors(read_file(path))]
        for path in RULES
    }
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("path", sorted(GARDEN.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_file_of_the_garden_is_taken(path: Path, in_garden: Validators) -> None:
    in_garden(kind(path, GARDEN)).validate(read_file(path))


@pytest.mark.parametrize(
    ("line", "each"),
    [
        ("site.frost: yes", ""),
        ("site.light: [sun, shade]", ""),
        ("soil.dryness: {not: {above: slight, at_most: marked}}", ""),
        ("soil.acidity: {at_least: 5, below: '6.5'}", ""),
        ("site.visitors: {includes: [poultry, dog]}", ""),
        ("site.visitors: {count: {at_least: 2}}", ""),
        ("site.visitors: {includes: any}", ""),
        ("site.sown: {in_last: 6 months}", ""),
        ("goals: {includes: green}", ""),
        ("ground.hunger: moderate", ""),
        ("hedge.gaps.left: slight", ""),
        ("hedge.gaps: slight", "side"),
        ("weeds.cover: {at_least: slight}", "area"),
        ("weeds.cover.lawn: severe", "side"),
        ("either_side: {hedge.gaps: severe}", ""),
        ("other_side: {hedge.gaps: severe, hedge.thin: no}", "side"),
        ("count: {at_least: 1, of: [{site.frost: no}, {any_of: [{site.frost: yes}]}]}", ""),
    ],
)
def test_conditions_are_taken(line: str, each: str, in_garden: Validators) -> None:
    in_garden("rules").validate(ruled(f"when: {{{line}}}\n    consider: x", each))


def test_names_may_be_of_any_language() -> None:
    facts = {"feld.höhe": {"label": "Höhe", "ask": "Wie hoch?", "grade": "grade"}}
    rule = {"id": "r", "title": "R", "consider": "x"}
    pack = planted(rule, groups={"feld": {"label": "Feld"}}, facts=facts)
    validator = Draft202012Validator(rules_schema(pack, "rules"))
    assert validator.is_valid({"rules": [rule | {"when": {"feld.höhe": "slight"}}]})
    assert not validator.is_valid({"rules": [rule | {"when": {"feld.höhe": "hoch"}}]})


@pytest.mark.parametrize("year", ["2015", "'2015'"])
@pytest.mark.parametrize("version", ["0.1", "'0.1'", "0.1.0", "1"])
def test_numbers_may_be_quoted(year: str, version: str, in_garden: Any) -> None:
    source = {"title": "X", "kind": "trial", "year": read(year)}
    in_garden("evidence").validate({"sources": {"x": source}})
    head = read_file(GARDEN / "pack.yaml") | {"version": read(version), "language": 1}
    in_garden("pack").validate(head)


def test_schemas_are_not_shared(garden: poise.RulePack) -> None:
    """Whoever changes a schema changes it for itself alone."""
    first = rules_schema(garden, "area")
    kept = copy.deepcopy(first)
    rules_schema(garden, "area")["$defs"].clear()
    assert rules_schema(garden, "area") == first == kept
