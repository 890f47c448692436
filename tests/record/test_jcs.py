"""Canonical JSON is what `rfc8785` writes, whichever way it was written."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

import poise
from poise.record.jcs import canonical

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def outcome(write: Any, value: Any) -> Any:
    try:
        return write(value)
    except Exception as error:
        return type(error)


@settings(max_examples=400)
@given(VALUES)
def test_it_is_what_the_authority_writes_or_refuses(value: Any) -> None:
    assert outcome(canonical, value) == outcome(rfc8785.dumps, value)


@pytest.mark.parametrize(
    "value",
    [
        1e21,
        1e-7,
        0.00001,
        -0.0,
        333333333.33333329,
        2**53,
        {"\ue000": 1, "\U0001f600": 2},
        "\x7f\u2028",
    ],
)
def test_the_corners_of_the_standard(value: Any) -> None:
    assert outcome(canonical, value) == outcome(rfc8785.dumps, value)


def test_a_plan_is_written_alike(example_plans: dict[str, poise.Plan]) -> None:
    plan = example_plans["milk-allergy"].as_dict()
    assert canonical(plan) == rfc8785.dumps(plan)
