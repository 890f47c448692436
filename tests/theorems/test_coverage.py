"""What an assessment shows of a test line is never said to be impossible."""

from __future__ import annotations

import pytest

from poise.coverage.exercised import Exercised
from poise.coverage.proving import Prover
from poise.planning.case import open_case
from theorems.assessments import assessments
from theorems.cases import seeds
from theorems.packs import pack


@pytest.mark.parametrize("seed", seeds(15))
def test_what_was_seen_is_not_impossible(seed: int) -> None:
    drawn = pack(seed)
    exercised = Exercised(drawn)
    for one in assessments(drawn, seed, 12):
        exercised.take(open_case(drawn, one))
    seen = set(exercised.aims) - exercised.left
    assert seen
    assert Prover(exercised).impossible(sorted(seen)) == frozenset()
