"""What is told of rules that never hold, and of tests in vain, no assessment contradicts."""

from __future__ import annotations

import pytest

from poise.conditions import AllOf
from poise.pack import RulePack
from poise.situation import situate
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack

pytest.importorskip("z3")

from poise.check.reach import reach_problems


@pytest.mark.parametrize("seed", seeds(30))
def test_no_assessment_contradicts_what_is_told(seed: int) -> None:
    rules = pack(seed)
    for problem in reach_problems(rules, set()):
        name = problem.message.split("'")[1]
        with told(problem.message):
            for one in assessments(rules, f"reach {seed}", 15):
                truths = situate(rules.model, one).evaluation.truths
                holding = [at for at in grounds(rules, name) if truths[at] is True]
                if problem.code == "never-holds":
                    assert not holding
                elif problem.code == "idle-test":
                    assert not matters(rules, name, problem.message.split("'")[3], one)


def grounds(rules: RulePack, name: str) -> list[str]:
    return [
        one
        for one in rules.ground.conditions
        if "#" not in one and (one == name or one.startswith(f"{name}@"))
    ]


def matters(rules: RulePack, name: str, fact: str, one: object) -> bool:
    """Whether somewhere all other tests of a rule hold, and those on a fact do not."""
    view = situate(rules.model, one).evaluation.view  # type: ignore[arg-type]
    for ground in grounds(rules, name):
        condition = rules.ground.conditions[ground]
        if not isinstance(condition, AllOf):
            continue
        on_fact = [
            item
            for item in condition.items
            if rules.vocabulary.split(getattr(item, "fact", ""))[0] == fact
        ]
        if len(on_fact) != 1:
            continue
        others = [view.truth(item) for item in condition.items if item is not on_fact[0]]
        if all(others) and view.truth(on_fact[0]) is not True:
            return True
    return False
