"""Soundness: what is surely so, or surely not, is so in every valid completion."""

from __future__ import annotations

from random import Random

import pytest

from poise.planning.case import open_case
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.completions import Completer
from theorems.packs import pack
from theorems.test_2_monotonicity import assert_narrowed


@pytest.mark.parametrize("seed", seeds(40))
def test_what_is_sure_holds_in_every_completion(seed: int) -> None:
    for number, one in enumerate(assessments(pack(seed), seed, 6)):
        partial = open_case(pack(seed), one)
        completer = Completer(pack(seed), Random(f"soundness {seed} {number}"))
        for sample in range(6):
            whole = completer.complete(one, tries=6)
            if whole is not None:
                with told(number, sample):
                    assert_narrowed(partial, open_case(pack(seed), whole))
