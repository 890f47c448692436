"""The source registry of the built-in pack: what a source is, how it was seen, when to check it."""

from __future__ import annotations

from datetime import timedelta

import poise
from poise.report.markdown import markdown
from poise.rules import Source

HOUSE = {"recalled", "authored"}
"""What no published source stands behind: there is nothing that could be looked up again."""


def published(pack: poise.RulePack) -> dict[str, Source]:
    return {name: one for name, one in pack.sources.items() if one.kind not in HOUSE}


def test_every_source_says_what_it_is_how_it_was_seen_and_when_it_is_checked_again(
    default_pack: poise.RulePack,
) -> None:
    for name, source in default_pack.sources.items():
        assert source.kind, name
        assert source.seen, name
    for name, source in published(default_pack).items():
        assert source.check_by is not None, name
        assert source.check_by > default_pack.head.released, name


def test_labels_and_what_was_seen_second_hand_are_checked_within_half_a_year(
    default_pack: poise.RulePack,
) -> None:
    soon = default_pack.head.released + timedelta(days=183)
    for name, source in published(default_pack).items():
        if source.kind in ("label", "regulator") or "second-hand" in source.seen:
            assert source.check_by is not None, name
            assert source.check_by <= soon, name


def test_a_published_source_can_be_found(default_pack: poise.RulePack) -> None:
    """The article has no address; that of one label was not recorded, and its entry says so."""
    without = {name for name, one in published(default_pack).items() if not one.address}
    assert without == {"article", "L6"}
    assert "address not recorded" in default_pack.sources["L6"].seen


def test_no_source_stands_there_twice(default_pack: poise.RulePack) -> None:
    addresses = [one.address for one in default_pack.sources.values() if one.address]
    assert len(addresses) == len(set(addresses))


def test_a_plan_says_of_a_house_basis_that_no_source_stands_behind_it(
    example_plans: dict[str, poise.Plan],
) -> None:
    plan = example_plans["demo"]
    told = markdown(plan, "the demo")
    assert "authored: A proposal of the authors of this pack. Not a published fact" in told
    assert "recalled: Recalled general knowledge. No source was seen" in told
