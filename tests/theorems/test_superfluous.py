"""A rule that is told to be superfluous can be taken out: no assessment is decided otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

import poise
from poise.assessment import Assessment
from poise.planning.case import open_case
from poise.rules import Refer
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import Draft, draft, loaded

pytest.importorskip("z3")

from poise.check.asking import Asking
from poise.check.superfluous import Rivals, superfluous

NARROWER = "narrower"


@pytest.mark.parametrize("seed", seeds(12))
def test_without_it_nothing_is_decided_otherwise(seed: int) -> None:
    for number, more in enumerate(narrowed(seed)):
        pack = loaded(more)
        asking = Asking(pack)
        rivals = Rivals(asking)
        names = {rule.id for rule in asking.active() if any(superfluous(asking, rule, rivals))}
        for name in sorted(names):
            rest = loaded(replace(more, rules=tuple(r for r in more.rules if r["id"] != name)))
            for one in assessments(pack, f"superfluous {seed}", 5):
                with told(number, name):
                    assert decided(rest, one) == decided(pack, one)


def test_some_narrower_rules_are_found() -> None:
    """Otherwise the test above would try nothing."""
    found = 0
    for seed in range(6):
        for more in narrowed(seed):
            asking = Asking(loaded(more))
            rule = asking.pack.rules_by_id[NARROWER]
            found += any(superfluous(asking, rule, Rivals(asking)))
    assert found >= 3


def narrowed(seed: int) -> list[Draft]:
    """The pack of a seed with one of its rules a second time, for fewer patients."""
    drafted, random = draft(seed), Random(f"narrowed {seed}")
    rules = [rule for rule in drafted.rules if "conclude" not in rule]
    found = []
    for rule in random.sample(rules, min(2, len(rules))):
        more: dict[str, Any] = {**rule, "id": NARROWER, "when": both(rule, random.choice(rules))}
        try:
            loaded(drafted.with_rule(more))
        except poise.PackError:
            continue  # what the other tests means nothing here
        found.append(drafted.with_rule(more))
    return found


def both(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    conditions = [rule["when"] for rule in (one, other) if "when" in rule]
    return {"all_of": conditions} if conditions else {"goals": {"includes": "any"}}


def decided(pack: poise.RulePack, one: Assessment) -> object:
    """Where each candidate stands, what is found, and to whom is referred."""
    case = open_case(pack, one)
    standings = {
        candidate: (standing.at_best, standing.status, standing.at_worst)
        for candidate, standing in case.standings.items()
    }
    findings = {one.id: case.view.states[one.id] for one in pack.ground.logic.findings}
    referrals = {
        (effect.verb.to, case.truth(effect))
        for effect in case.effects(Refer)
        if isinstance(effect.verb, Refer)
    }
    return standings, findings, referrals
