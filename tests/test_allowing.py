"""What the solver tells may be allowed, for a reason; an allowance that nothing needs is told."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import planted, rule
from poise.check.lints import lint
from poise.check.symbolic import solver_problems

pytest.importorskip("z3")

DRY = {"soil.dryness": {"at_least": "moderate"}}
NEVER = {**DRY, "none_of": [{"soil.dryness": {"at_least": "slight"}}]}


def told(when: dict[str, Any], **allow: str) -> list[tuple[str, str]]:
    """What the solver and the lints tell of allowances and of a rule."""
    one = rule("think", when=when, consider="Look again.", **({"allow": allow} if allow else {}))
    pack = planted(one)
    found = [*solver_problems(pack, set()), *lint(pack.contents, pack.head.released)]
    return [
        (problem.code, problem.message)
        for problem in found
        if problem.code in ("never-holds", "idle-allow") and "'think'" in problem.message
    ]


def test_a_rule_that_never_holds_is_told_unless_it_is_allowed() -> None:
    assert [code for code, _ in told(NEVER)] == ["never-holds"]
    assert told(NEVER, **{"never-holds": "It waits for another vocabulary."}) == []


def test_an_allowance_of_what_the_solver_does_not_find_is_told() -> None:
    (one,) = told(DRY, **{"never-holds": "Perhaps."})
    assert one == ("idle-allow", "'think' allows 'never-holds', and nothing breaks it")


def test_the_whole_pack_may_be_allowed() -> None:
    pack = planted(rule("think", consider="Look again."))
    assert "never-established" in pack.head.allow
    assert [one for one in solver_problems(pack, set()) if one.code == "never-established"] == []
