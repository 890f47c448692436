"""Candidates exist only where a suggestion or a request names them, and are never merged."""

from __future__ import annotations

from gardens import drawn, item, options, planted, rule, statuses, suggestion

FEEDS = {"seaweed", "bone_meal", "nettle_fresh", "nettle_old"}


def products(found: dict[tuple[str, str, str], str]) -> set[str]:
    return {product for product, _, _ in found}


def test_a_plan_without_suggestion_or_request_has_no_item() -> None:
    pack = planted(rule("careful", caution={"items": "everything", "say": "Be careful."}))
    assert drawn(pack).items == ()


def test_a_suggested_class_puts_forward_each_of_its_members() -> None:
    plan = drawn(planted(suggestion("feed", "lawn")))
    assert products(options(plan, "feed/lawn")) == FEEDS


def test_a_name_within_a_class_puts_forward_only_those_below_it() -> None:
    plan = drawn(planted(suggestion("nettle", "lawn")))
    assert products(options(plan, "feed/lawn")) == {"nettle_fresh", "nettle_old"}


def test_a_class_without_members_is_its_own_only_member() -> None:
    plan = drawn(planted(suggestion("lime", "lawn")))
    assert products(options(plan, "lime/lawn")) == {"lime"}


def test_a_group_of_products_is_shown_as_one_item_a_class() -> None:
    plan = drawn(planted(suggestion("spread", "lawn")))
    assert set(statuses(plan)) == {"feed/lawn", "lime/lawn", "mulch/lawn"}


def test_a_group_of_areas_is_shown_as_one_item_an_area() -> None:
    plan = drawn(planted(suggestion("lime", "woody")))
    assert set(statuses(plan)) == {"lime/hedge", "lime/orchard"}


def test_a_product_that_is_only_recorded_is_never_a_candidate() -> None:
    pack = planted(suggestion("cover", "lawn"))
    plan = drawn(pack, requests=[{"product": "cover", "area": "orchard"}])
    assert set(statuses(plan)) == {"mulch/lawn", "mulch/orchard"}
    assert products(options(plan, "mulch/orchard")) == {"bark", "straw"}


def test_a_paired_area_is_two_candidates_and_both_is_two() -> None:
    plain = drawn(planted(suggestion("lime", "hedge")))
    both = drawn(planted(suggestion("lime", "hedge", side="both")))
    for plan in (plain, both):
        assert set(options(plan, "lime/hedge")) == {("lime", "left", ""), ("lime", "right", "")}


def test_an_area_without_sides_is_one_candidate() -> None:
    plan = drawn(planted(suggestion("lime", "lawn", side="both")))
    assert set(options(plan, "lime/lawn")) == {("lime", "", "")}


def test_a_suggestion_for_one_side_says_nothing_of_the_other() -> None:
    plan = drawn(planted(suggestion("lime", "hedge", side="left")))
    assert set(options(plan, "lime/hedge")) == {("lime", "left", "")}


def test_each_side_suggests_where_it_holds() -> None:
    pack = planted(
        suggestion("lime", "hedge", each="side", when={"hedge.gaps": {"at_least": "marked"}})
    )
    plan = drawn(pack, {"hedge.gaps": {"left": "none", "right": "severe"}})
    assert set(options(plan, "lime/hedge")) == {("lime", "right", "")}


def test_each_area_suggests_here() -> None:
    wild = suggestion("lime", "", each="area", when={"weeds.cover": {"at_least": "marked"}})
    del wild["suggest"]["area"]
    answers = {"weeds.cover": {"orchard": "severe", "elsewhere": "none"}}
    assert statuses(drawn(planted(wild), answers)) == {"lime/orchard": "advised"}


def test_each_goal_is_a_candidate_of_its_own() -> None:
    plan = drawn(planted(suggestion("lime", "lawn", for_=["green", "tidy"])))
    assert set(options(plan, "lime/lawn")) == {("lime", "", "green"), ("lime", "", "tidy")}


def test_candidates_for_two_goals_are_not_merged() -> None:
    pack = planted(
        suggestion("lime", "lawn", for_=["green", "tidy"]),
        rule("not_tidy", exclude={"product": "lime", "for": "tidy"}),
    )
    assert options(drawn(pack), "lime/lawn") == {
        ("lime", "", "green"): "advised",
        ("lime", "", "tidy"): "excluded",
    }


def test_candidates_for_two_purposes_are_not_merged() -> None:
    pack = planted(
        suggestion("lime", "lawn", name="a", acts_on="soil"),
        suggestion("lime", "lawn", name="b", acts_on="colour"),
        rule("not_colour", exclude={"acts_on": "colour"}),
    )
    found = {one.acts_on: one.status for one in item(drawn(pack), "lime/lawn").candidates}
    assert found == {"soil": "advised", "colour": "excluded"}


def test_two_rules_for_one_candidate_are_two_arguments_for_it() -> None:
    pack = planted(
        suggestion("lime", "lawn", name="a"),
        suggestion("lime", "lawn", name="b"),
    )
    found = item(drawn(pack), "lime/lawn")
    assert len(found.candidates) == 1
    assert {one.rule for one in found.arguments} == {"a", "b"}


def test_an_unknown_suggestion_makes_a_possible_candidate_that_is_on_hold() -> None:
    pack = planted(suggestion("lime", "lawn", when={"lawn.pale": "yes"}))
    found = item(drawn(pack), "lime/lawn")
    assert (found.status, found.at_best, found.held_by) == ("on_hold", "advised", "answer")


def test_a_suggestion_that_does_not_hold_makes_none() -> None:
    pack = planted(suggestion("lime", "lawn", when={"lawn.pale": "yes"}))
    assert drawn(pack, {"lawn.pale": "no"}).items == ()


def test_a_sure_suggestion_outweighs_an_unknown_one_of_the_same_candidate() -> None:
    pack = planted(
        suggestion("lime", "lawn", name="a"),
        suggestion("lime", "lawn", name="b", when={"lawn.pale": "yes"}),
    )
    assert item(drawn(pack), "lime/lawn").status == "advised"


def test_only_active_rules_run() -> None:
    for stage in ("draft", "retired"):
        sleeping = suggestion("lime", "lawn") | {"stage": stage}
        assert drawn(planted(sleeping)).items == ()
