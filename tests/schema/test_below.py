"""What the schema of `pack.yaml` knows of the pack that is extended."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import poise
from gardens import GARDEN
from poise.loading import read_whole
from poise.problems import Collector
from poise.reading.joining import WHATS, inventory
from poise.schema import rules_schema
from poise.schema.below import ids_below
from schema.conftest import ALLOTMENT
from schema.yaml12 import read


@pytest.mark.parametrize("what", WHATS)
def test_ids_are_those_that_the_files_below_declare(what: str, allotment: poise.RulePack) -> None:
    garden = read_whole(GARDEN, Collector())
    assert garden is not None
    declared = {
        name: one.title for (kind, name), one in inventory(garden.files).items() if kind == what
    }
    assert set(ids_below(allotment, what)) == set(declared)


def test_only_what_there_is_below_can_be_retired_or_replaced(allotment: poise.RulePack) -> None:
    schema = Draft202012Validator(rules_schema(allotment, "pack"))
    head: dict[str, Any] = read(ALLOTMENT["pack.yaml"])
    assert not list(schema.iter_errors(head))
    for field in ("replaces", "retires"):
        for wrong in ("allotment.own", "feed.lost"):
            other = copy.deepcopy(head)
            other[field][0]["rule"] = wrong
            assert list(schema.iter_errors(other)), (field, wrong)
