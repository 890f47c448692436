"""Whatever is written is answered: no exception of another kind, and no message of Python's.

Seconds of what `fuzz.run` does for as long as it is told to.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import run
from fuzz.targets import TARGETS, pack_target, plan_target, text_target

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.binary(max_size=200))
def test_any_bytes_are_a_file_or_are_told_to_be_none(data: bytes) -> None:
    text_target(data)


@given(st.text("ab: -#>|[]{},&*!%@'\"\\\n\t\u2028\0", max_size=80))
def test_any_signs_of_yaml_are_a_file_or_are_told_to_be_none(text: str) -> None:
    text_target(text.encode())


@SLOW
@given(st.binary(min_size=4, max_size=40))
def test_a_pack_with_mistakes_loads_or_is_told_why_not(data: bytes) -> None:
    pack_target(data)


@SLOW
@given(st.binary(min_size=4, max_size=40))
def test_an_assessment_with_mistakes_is_planned_or_is_told_why_not(data: bytes) -> None:
    plan_target(data)


def test_the_long_target_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--seconds", "1", "--seed", "7"]) == 0
    assert capsys.readouterr().out.count(", 0 broken") == len(TARGETS)
