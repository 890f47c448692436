"""Validators that are shared: schemas of a pack are made once."""

from __future__ import annotations

import shutil

import pytest
from jsonschema import Draft202012Validator

import poise
from gardens import GARDEN
from poise.schema import RuleFile, rules_schema
from schema.files import Validators

ALLOTMENT = {
    "pack.yaml": """\
id: allotment
title: An allotment
version: 2.0.0
language: 1
extends: ../garden
publisher: Nobody
released: 2026-11-22
replaces:
  - {rule: feed.expect, reason: We say it otherwise.}
retires:
  - {rule: [feed.lasts], reason: We do without.}
""",
    "rules.yaml": """\
rules:
  - {id: feed.expect, title: A feed is slow, expect: {items: {product: feed}, say: It takes time.}}
  - {id: allotment.own, title: Our own, consider: The neighbours.}
""",
}


@pytest.fixture(scope="session")
def any_file(default_pack: poise.RulePack) -> Draft202012Validator:
    """Of any file of the built-in pack."""
    return Draft202012Validator(rules_schema(default_pack))


@pytest.fixture(scope="session")
def allotment(tmp_path_factory: pytest.TempPathFactory) -> poise.RulePack:
    """A pack that extends the garden: it adds, replaces and retires a rule."""
    beds = tmp_path_factory.mktemp("beds")
    shutil.copytree(GARDEN, beds / "garden")
    (beds / "allotment").mkdir()
    for name, text in ALLOTMENT.items():
        (beds / "allotment" / name).write_text(text, encoding="utf-8")
    return poise.load(beds / "allotment")


@pytest.fixture(scope="session")
def in_garden(garden: poise.RulePack) -> Validators:
    """Of each kind of file of the garden."""
    made: dict[RuleFile, Draft202012Validator] = {}

    def validator(file: RuleFile) -> Draft202012Validator:
        if file not in made:
            made[file] = Draft202012Validator(rules_schema(garden, file))
        return made[file]

    return validator
