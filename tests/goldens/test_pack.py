"""Every mistake in a rule file is answered where it stands, in the words of its author."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from goldens.cases import BASE, Golden, cases, edited, pasted, told
from poise.check.symbolic import solver_problems
from poise.loading import load_or_problems
from poise.rete import available


def test_the_base_pack_has_no_mistake() -> None:
    pack, problems = load_or_problems(BASE)
    assert pack is not None
    assert problems == ()


@pytest.mark.parametrize("golden", cases("pack"), ids=lambda one: one.name)
def test_golden(golden: Golden, tmp_path: Path) -> None:
    if golden.given.get("needs") == "durable-rules" and not available():
        pytest.skip("durable-rules cannot be imported here")
    folder = tmp_path / "nowhere" if golden.given.get("folder") else edited(golden, tmp_path)
    pack, problems = load_or_problems(folder)
    if pack is not None and "solver" in golden.given:
        pytest.importorskip("z3")
        problems = tuple(sorted((*problems, *solver_problems(pack, set(), folder))))
    found = told(problems, folder)
    if "most" in golden.given:
        found = tuple(one for one in found if one["code"] == golden.given["most"])
    if golden.given.get("shown") == "by one of many":
        assert all("shown by {" in one["hint"] for one in found)
        found, golden = unshown(found), replace(golden, problems=unshown(golden.problems))
    assert found == golden.problems, f"\n{pasted(found)}"
    if "solver" not in golden.given:
        assert (pack is None) == any(one.severity == "error" for one in problems)


def unshown(problems: tuple[dict[str, str], ...]) -> tuple[dict[str, str], ...]:
    """Without hints: which of several smallest assessments is shown is left to the solver."""
    return tuple({key: one[key] for key in one if key != "hint"} for one in problems)
