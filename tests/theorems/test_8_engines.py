"""Engines: the evaluator, the lowered program and durable-rules derive the same."""

from __future__ import annotations

import pytest

from poise.engines import differences
from poise.situation import situate
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack

rete = pytest.importorskip("poise.rete")


@pytest.mark.parametrize("seed", seeds(60))
def test_the_engines_agree(seed: int) -> None:
    if not rete.available():
        pytest.skip("durable-rules is not installed here")
    network = pack(seed).network
    assert network is not None
    for number, one in enumerate(assessments(pack(seed), seed, 10)):
        situation = situate(pack(seed).model, one)
        with told(number):
            derived = network.derive(situation.states, one.date)
            found = differences(pack(seed).ground.logic, situation.evaluation, derived)
            assert list(found) == []
