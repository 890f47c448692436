"""Items: their status and options, what was asked for, and the order in which a plan tells them."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import drawn, item, options, planted, rule, statuses, suggestion

LIME, FEED, MULCH = ({"product": one, "area": "lawn"} for one in ("lime", "feed", "mulch"))


def order(*rules: dict[str, Any], answers: dict[str, Any] | None = None, **own: Any) -> list[str]:
    """The classes of the lawn's items, in the order of the plan."""
    return [one.product for one in drawn(planted(*rules), answers, **own).items]


def test_an_item_stands_as_its_best_candidate_and_shows_the_others() -> None:
    pack = planted(
        suggestion("feed", "lawn"),
        rule("no", exclude={"product": "nettle"}),
        rule("wait", defer={"items": {"product": "seaweed"}, "until": "later"}),
    )
    plan = drawn(pack)
    assert item(plan, "feed/lawn").status == "advised"
    assert options(plan, "feed/lawn") == {
        ("bone_meal", "", ""): "advised",
        ("seaweed", "", ""): "deferred",
        ("nettle_fresh", "", ""): "excluded",
        ("nettle_old", "", ""): "excluded",
    }


def test_an_item_stands_as_its_best_suggested_candidate_not_as_what_was_only_asked_for() -> None:
    pack = planted(suggestion("bark", "lawn"), rule("no", exclude={"product": "bark"}))
    plan = drawn(pack, requests=[{"product": "straw", "area": "lawn"}])
    assert item(plan, "mulch/lawn").status == "excluded"
    assert options(plan, "mulch/lawn")[("straw", "", "")] == "discouraged"


def test_an_items_interval_is_that_of_its_best_candidate() -> None:
    pack = planted(
        suggestion("feed", "lawn"),
        rule("a", when={"sign.one": "yes"}, exclude={"product": "feed"}),
        rule("b", avoid={"product": ["nettle", "bone_meal"]}),
    )
    found = item(drawn(pack), "feed/lawn")
    assert (found.status, found.at_best, found.at_worst) == ("on_hold", "advised", "excluded")


def test_an_argument_names_the_members_it_speaks_of_where_not_all() -> None:
    pack = planted(
        suggestion("feed", "lawn"),
        rule("some", avoid={"product": "nettle"}),
        rule("all", avoid=FEED),
    )
    told = {one.rule: one.options for one in item(drawn(pack), "feed/lawn").arguments}
    assert told["some"] == ("nettle_fresh", "nettle_old")
    assert told["all"] == ()


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"goals": ["green"]}, True),
        ({"goals": ["tidy"]}, False),
        ({}, False),
        ({"requests": [{"product": "lime", "area": "lawn"}]}, True),
    ],
)
def test_an_item_that_serves_no_stated_goal_was_not_asked_for(
    own: dict[str, Any], expected: bool
) -> None:
    plan = drawn(planted(suggestion("lime", "lawn", for_=["green"])), **own)
    assert item(plan, "lime/lawn").asked_for is expected


# --- order: each key decides, although every later one says the contrary --------------------


def test_status_comes_first() -> None:
    found = order(
        suggestion("feed", "lawn", acts_on="soil", for_=["green"]),
        suggestion("mulch", "lawn", acts_on="colour"),
        rule("careful", caution={"items": FEED, "say": "Careful."}),
        rule("rather", prefer=FEED),
        goals=["green"],
    )
    assert found == ["mulch", "feed"]


def test_every_status_has_its_place() -> None:
    areas = ["lawn", "orchard", "hedge", "border"]
    pack = planted(
        suggestion("lime", areas, name="lime"),
        suggestion("mulch", ["lawn", "orchard"], name="mulch"),
        rule("a", exclude={"product": "lime", "area": "border"}),
        rule("b", defer={"items": {"product": "lime", "area": "hedge"}, "until": "later"}),
        rule(
            "c", require={"items": {"product": "lime", "area": "lawn"}, "that": {"sign.one": "yes"}}
        ),
        rule("d", avoid={"product": "lime", "area": "orchard"}),
        rule("e", caution={"items": {"product": "mulch", "area": "lawn"}, "say": "Careful."}),
    )
    assert statuses(drawn(pack)) == {
        "mulch/orchard": "advised",
        "mulch/lawn": "cautioned",
        "lime/orchard": "discouraged",
        "lime/lawn": "on_hold",
        "lime/hedge": "deferred",
        "lime/border": "excluded",
    }
    assert list(statuses(drawn(pack)).values()) == [
        "advised", "cautioned", "discouraged", "on_hold", "deferred", "excluded",
    ]  # fmt: skip


def test_then_what_it_acts_on_in_the_packs_order() -> None:
    found = order(
        suggestion("feed", "lawn", acts_on="growth", for_=["green"], treats="ground.hunger"),
        suggestion("mulch", "lawn", acts_on="soil"),
        rule("hungry", conclude={"ground.hunger": "severe"}),
        rule("rather", prefer=FEED),
        goals=["green"],
    )
    assert found == ["mulch", "feed"]


def test_then_the_patients_own_ranking() -> None:
    rules = [
        suggestion("feed", "lawn", for_=["green"], treats="ground.hunger"),
        suggestion("mulch", "lawn", for_=["tidy"]),
        rule("hungry", conclude={"ground.hunger": "severe"}),
        rule("rather", prefer=FEED),
    ]
    assert order(*rules, goals=["tidy", "green"]) == ["mulch", "feed"]
    assert order(*rules, goals=["green", "tidy"]) == ["feed", "mulch"]


def test_what_was_asked_for_comes_before_what_was_not() -> None:
    rules = [suggestion("feed", "lawn", for_=["green"]), suggestion("mulch", "lawn", for_=["tidy"])]
    assert order(*rules, goals=["tidy"]) == ["mulch", "feed"]
    asked_by_name = [{"product": "mulch", "area": "lawn"}]
    assert order(*rules, requests=asked_by_name) == ["mulch", "feed"]


def test_then_the_sure_grade_of_the_finding_treated() -> None:
    found = order(
        suggestion("feed", "lawn", treats="ground.hunger"),
        suggestion("mulch", "lawn", treats="weeds.wild"),
        rule("hungry", conclude={"ground.hunger": "slight"}),
        rule("starving", when={"sign.one": "yes"}, conclude={"ground.hunger": "severe"}),
        rule("wild", conclude={"weeds.wild.lawn": "moderate"}),
        rule("rather", prefer=FEED),
    )
    assert found == ["mulch", "feed"], "a grade that is only possible does not count"


def test_the_grade_is_that_of_the_side_treated() -> None:
    pack = planted(
        suggestion("feed", "hedge", each="side", treats="hedge.thin"),
        suggestion("mulch", "hedge"),
        rule("thin", conclude={"hedge.thin.left": "yes"}),
    )
    assert list(statuses(drawn(pack))) == ["feed/hedge", "mulch/hedge"]


def test_then_preferences() -> None:
    rules = [suggestion("feed", "lawn"), suggestion("mulch", "lawn")]
    assert order(*rules, rule("rather", prefer=MULCH)) == ["mulch", "feed"]
    assert order(*rules, rule("rather", when={"sign.one": "yes"}, prefer=MULCH)) == [
        "feed",
        "mulch",
    ], "an unknown preference does nothing"


def test_then_the_id() -> None:
    rules = [suggestion(one, "lawn") for one in ("mulch", "lime", "feed")]
    assert order(*rules) == ["feed", "lime", "mulch"]


def test_options_of_one_item_are_ordered_by_preference_too() -> None:
    pack = planted(suggestion("mulch", "lawn"), rule("rather", prefer={"product": "straw"}))
    assert [one.product for one in item(drawn(pack), "mulch/lawn").candidates] == ["straw", "bark"]
