"""Validators that are shared: schemas of a pack are made once."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

import poise
from poise.schema import RuleFile, rules_schema
from schema.files import Validators


@pytest.fixture(scope="session")
def any_file(default_pack: poise.RulePack) -> Draft202012Validator:
    """Of any file of the built-in pack."""
    return Draft202012Validator(rules_schema(default_pack))


@pytest.fixture(scope="session")
def in_garden(garden: poise.RulePack) -> Validators:
    """Of each kind of file of the garden."""
    made: dict[RuleFile, Draft202012Validator] = {}

    def validator(file: RuleFile) -> Draft202012Validator:
        if file not in made:
            made[file] = Draft202012Validator(rules_schema(garden, file))
        return made[file]

    return validator
