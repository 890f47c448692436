"""Every mistake in what a pack does to the pack that it extends is answered where it is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from goldens.cases import Golden, cases, edited, pasted, told
from poise.check.symbolic import solver_problems
from poise.loading import load_or_problems


@pytest.mark.parametrize("golden", cases("extending"), ids=lambda one: one.name)
def test_golden(golden: Golden, tmp_path: Path) -> None:
    folder = edited(golden, tmp_path, "extending")
    pack, problems = load_or_problems(folder)
    if pack is not None and "solver" in golden.given:
        pytest.importorskip("z3")
        problems = tuple(sorted((*problems, *solver_problems(pack, set(), folder))))
    found = told(problems, tmp_path)
    assert found == golden.problems, f"\n{pasted(found)}"
    if "solver" not in golden.given:
        assert (pack is None) == any(one.severity == "error" for one in problems)
