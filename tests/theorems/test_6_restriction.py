"""Restriction: a further rule with restrictive verbs alone makes nothing stand better."""

from __future__ import annotations

import pytest

import poise
from poise.planning.case import open_case
from poise.planning.standing import RANK
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import draft, loaded, pack, restriction


@pytest.mark.parametrize("seed", seeds(8))
def test_a_restriction_improves_nothing(seed: int) -> None:
    for extra in range(2):
        rule = restriction(seed, extra)
        try:
            more = loaded(draft(seed).with_rule(rule))
        except poise.PackError:
            continue
        for number, one in enumerate(assessments(pack(seed), seed, 5)):
            with told(extra, number, rule):
                assert_no_candidate_improves(pack(seed), more, one)
                assert_nothing_on_the_plan_improves(pack(seed), more, one)


def assert_no_candidate_improves(
    pack: poise.RulePack, more: poise.RulePack, one: poise.Assessment
) -> None:
    before, after = open_case(pack, one).standings, open_case(more, one).standings
    assert before.keys() == after.keys()
    for candidate, standing in before.items():
        for end in ("at_best", "status", "at_worst"):
            was, now = getattr(standing, end), getattr(after[candidate], end)
            assert RANK[now] >= RANK[was], (candidate, end)


def assert_nothing_on_the_plan_improves(
    pack: poise.RulePack, more: poise.RulePack, one: poise.Assessment
) -> None:
    before, after = pack.plan(one), more.plan(one)
    assert {item.id for item in before.items} == {item.id for item in after.items}
    for item in before.items:
        found = after.item(item.id)
        assert found is not None
        for end in ("at_best", "status", "at_worst"):
            assert RANK[getattr(found, end)] >= RANK[getattr(item, end)], (item.id, end)
    for asked, answer in zip(before.requests, after.requests, strict=True):
        assert RANK[answer.status] >= RANK[asked.status], asked
    assert [one.id for one in before.findings] == [one.id for one in after.findings]
