"""Where a candidate stands: the interval of statuses, and what each verb does to it."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import drawn, item, options, planted, rule, suggestion

LIME = {"product": "lime"}
WHEN = {"sign.one": "yes"}
OVER: dict[str, Any] = {"items": LIME, "at_most": 1, "unit": "sessions"}
MET: dict[str, Any] = {"items": LIME, "that": {"sign.two": "yes"}}
ONCE = [{"product": "lime", "area": "lawn", "date": "2026-05-01"}]


def standing(verb: dict[str, Any], answers: dict[str, Any]) -> tuple[str, str, str]:
    """Status, at best and at worst of what is suggested beside a rule with this verb."""
    pack = planted(suggestion("lime", "lawn"), rule("r", when=WHEN, **verb))
    found = item(drawn(pack, {"history.spread": ONCE, **answers}), "lime/lawn")
    return found.status, found.at_best, found.at_worst


VERBS: dict[str, tuple[dict[str, Any], str]] = {
    "avoid": ({"avoid": LIME}, "discouraged"),
    "caution": ({"caution": {"items": LIME, "say": "Careful."}}, "cautioned"),
    "defer": ({"defer": {"items": LIME, "until": "later"}}, "deferred"),
    "exclude": ({"exclude": LIME}, "excluded"),
    "ceiling, caution": ({"ceiling": OVER | {"over": "caution"}}, "cautioned"),
    "ceiling, defer": ({"ceiling": OVER | {"over": "defer"}}, "deferred"),
    "ceiling, exclude": ({"ceiling": OVER | {"over": "exclude"}}, "excluded"),
}
UNKNOWN = {
    "cautioned": "cautioned",
    "discouraged": "discouraged",
    "deferred": "on_hold",
    "excluded": "on_hold",
}
"""What may push so far leaves a candidate here: no better than that, and never worse than held."""


@pytest.mark.parametrize(("verb", "pushes"), VERBS.values(), ids=VERBS)
def test_a_restriction_that_surely_holds_pushes_all_the_way(
    verb: dict[str, Any], pushes: str
) -> None:
    assert standing(verb, {"sign.one": "yes"}) == (pushes, pushes, pushes)


@pytest.mark.parametrize(("verb", "pushes"), VERBS.values(), ids=VERBS)
def test_a_restriction_that_may_hold_holds_back_at_most(verb: dict[str, Any], pushes: str) -> None:
    assert standing(verb, {}) == (UNKNOWN[pushes], "advised", pushes)


@pytest.mark.parametrize(("verb", "pushes"), VERBS.values(), ids=VERBS)
def test_a_restriction_that_does_not_hold_changes_nothing(
    verb: dict[str, Any], pushes: str
) -> None:
    assert standing(verb, {"sign.one": "no"}) == ("advised", "advised", "advised")


@pytest.mark.parametrize("answer", ["yes", "no", "unknown"])
def test_a_preference_changes_no_status(answer: str) -> None:
    assert standing({"prefer": LIME}, {"sign.one": answer}) == ("advised",) * 3


@pytest.mark.parametrize(
    ("holds", "met", "expected"),
    [
        ("yes", "yes", ("advised", "advised", "advised")),
        ("yes", "no", ("on_hold", "on_hold", "on_hold")),
        ("yes", "unknown", ("on_hold", "advised", "on_hold")),
        ("no", "no", ("advised", "advised", "advised")),
        ("no", "unknown", ("advised", "advised", "advised")),
        ("unknown", "yes", ("advised", "advised", "advised")),
        ("unknown", "no", ("on_hold", "advised", "on_hold")),
        ("unknown", "unknown", ("on_hold", "advised", "on_hold")),
    ],
)
def test_a_requirement_holds_what_it_is_unmet_or_unknown_for(
    holds: str, met: str, expected: tuple[str, str, str]
) -> None:
    assert standing({"require": MET}, {"sign.one": holds, "sign.two": met}) == expected


@pytest.mark.parametrize("met", ["no", "unknown"])
def test_a_checklist_line_changes_no_status(met: str) -> None:
    checklist = {"items": LIME, "that": {"sign.two": "yes"}, "before": "treatment"}
    found = standing({"require": checklist}, {"sign.one": "yes", "sign.two": met})
    assert found == ("advised", "advised", "advised")


DEFER = {"defer": {"items": LIME, "until": "later"}}
CAUTION = {"caution": {"items": LIME, "say": "Careful."}}
AVOID = {"avoid": LIME}
EXCLUDE = {"exclude": LIME}


@pytest.mark.parametrize(
    ("sure", "perhaps", "expected"),
    [
        (CAUTION, EXCLUDE, ("on_hold", "cautioned", "excluded")),
        (CAUTION, AVOID, ("discouraged", "cautioned", "discouraged")),
        (AVOID, CAUTION, ("discouraged", "discouraged", "discouraged")),
        (AVOID, DEFER, ("on_hold", "discouraged", "deferred")),
        (DEFER, EXCLUDE, ("deferred", "deferred", "excluded")),
        (EXCLUDE, DEFER, ("excluded", "excluded", "excluded")),
    ],
)
def test_sure_arguments_bound_it_above_and_all_that_may_hold_below(
    sure: dict[str, Any], perhaps: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    pack = planted(suggestion("lime", "lawn"), rule("s", **sure), rule("p", when=WHEN, **perhaps))
    found = item(drawn(pack), "lime/lawn")
    assert (found.status, found.at_best, found.at_worst) == expected


@pytest.mark.parametrize(
    ("rules", "held_by"),
    [
        ([rule("a", when=WHEN, **DEFER)], "answer"),
        ([rule("b", require=MET)], "requirement"),
        ([rule("a", when=WHEN, **DEFER), rule("b", require=MET)], "both"),
        ([rule("c", **DEFER)], None),
        ([rule("d", when=WHEN, **CAUTION)], None),
    ],
)
def test_held_by_says_whether_an_answer_a_requirement_or_both_hold_it(
    rules: list[dict[str, Any]], held_by: str | None
) -> None:
    pack = planted(suggestion("lime", "lawn"), *rules)
    assert item(drawn(pack, {"sign.two": "no"}), "lime/lawn").held_by == held_by


def test_a_candidate_that_is_only_possible_is_held_by_an_answer() -> None:
    pack = planted(suggestion("lime", "lawn", when=WHEN))
    assert item(drawn(pack), "lime/lawn").held_by == "answer"


SCOPES: dict[str, tuple[dict[str, Any], set[tuple[str, str, str]]]] = {
    "a member": ({"product": "seaweed"}, {("seaweed", "left", ""), ("seaweed", "right", "")}),
    "a name within a class": (
        {"product": "nettle"},
        {(f"nettle_{age}", side, "") for age in ("fresh", "old") for side in ("left", "right")},
    ),
    "a member on one side": ({"product": "seaweed", "side": "left"}, {("seaweed", "left", "")}),
    "an attribute, inherited": (
        {"product.origin": "land", "side": "left"},
        {(one, "left", "") for one in ("bone_meal", "nettle_fresh", "nettle_old")},
    ),
    "an attribute that overrides its class's": (
        {"product.animal": "yes", "side": "right"},
        {("bone_meal", "right", "")},
    ),
    "not a name": (
        {"product": {"not": ["nettle", "bone_meal"]}, "side": "left"},
        {("seaweed", "left", "")},
    ),
    "an area's attribute": (
        {"area.risk": {"at_least": "severe"}, "product": "bone_meal"},
        {("bone_meal", "left", ""), ("bone_meal", "right", "")},
    ),
    "an area's number": (
        {"area.width": {"at_most": 1}, "product": "bone_meal", "side": "left"},
        {("bone_meal", "left", "")},
    ),
    "another area": ({"area": "lawn"}, set()),
    "another group of areas": ({"area": "open"}, set()),
    "another goal": ({"for": "tidy"}, set()),
}


@pytest.mark.parametrize(("selector", "excluded"), SCOPES.values(), ids=SCOPES)
def test_a_verb_acts_on_the_candidates_that_its_selector_matches(
    selector: dict[str, Any], excluded: set[tuple[str, str, str]]
) -> None:
    pack = planted(suggestion("feed", "hedge"), rule("no", exclude=selector))
    found = options(drawn(pack), "feed/hedge")
    assert {one for one, status in found.items() if status == "excluded"} == excluded


def test_everything_is_every_candidate() -> None:
    pack = planted(suggestion("spread", "open"), rule("no", exclude="everything"))
    assert {one.status for one in drawn(pack).items} == {"excluded"}


def test_within_each_side_a_selector_means_this_side() -> None:
    pack = planted(
        suggestion("lime", "hedge"),
        rule("no", each="side", when={"hedge.gaps": "severe"}, exclude=LIME),
    )
    answers = {"hedge.gaps": {"left": "severe", "right": "none"}}
    found = options(drawn(pack, answers), "lime/hedge")
    assert found == {("lime", "left", ""): "excluded", ("lime", "right", ""): "advised"}


def test_within_each_side_a_selector_that_names_a_side_means_that_one() -> None:
    pack = planted(
        suggestion("lime", "hedge"),
        rule("no", each="side", when={"hedge.gaps": "severe"}, exclude=LIME | {"side": "right"}),
    )
    answers = {"hedge.gaps": {"left": "severe", "right": "none"}}
    found = options(drawn(pack, answers), "lime/hedge")
    assert found == {("lime", "left", ""): "advised", ("lime", "right", ""): "excluded"}


def test_within_each_area_a_selector_means_here() -> None:
    pack = planted(
        suggestion("lime", ["lawn", "orchard"], name="s"),
        rule("no", each="area", when={"weeds.cover": "severe"}, exclude=LIME),
    )
    plan = drawn(pack, {"weeds.cover": {"lawn": "severe", "elsewhere": "none"}})
    assert item(plan, "lime/lawn").status == "excluded"
    assert item(plan, "lime/orchard").status == "advised"


def test_an_unknown_answer_about_one_member_holds_back_that_one_only() -> None:
    pack = planted(
        suggestion("feed", "lawn"),
        rule("no", when=WHEN, exclude={"product.animal": "yes"}),
    )
    plan = drawn(pack)
    assert item(plan, "feed/lawn").status == "advised"
    held = {
        one for (one, _, _), status in options(plan, "feed/lawn").items() if status != "advised"
    }
    assert held == {"bone_meal"}
