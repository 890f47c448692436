"""Requests: what the patient asks for by name is answered by itself, with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import drawn, item, planted, rule, suggestion
from poise.plan import RequestAnswer

LIME = {"product": "lime", "area": "lawn"}
LAWN = suggestion("lime", "lawn")
FOR_GREEN = suggestion("lime", "lawn", for_=["green"])


def answered(
    *rules: dict[str, Any], answers: dict[str, Any] | None = None, **request: Any
) -> RequestAnswer:
    """The answer to a request for lime on the lawn, unless it says otherwise."""
    said = {key.rstrip("_"): value for key, value in request.items()}
    plan = drawn(planted(*rules), answers, requests=[LIME | said])
    (found,) = plan.requests
    return found


def test_a_request_that_is_suggested_is_supported() -> None:
    found = answered(LAWN)
    assert (found.status, found.because) == ("advised", "Supported: Rule suggest.lime.lawn.")


def test_a_request_that_nothing_supports_is_discouraged() -> None:
    found = answered()
    assert found.status == "discouraged"
    assert found.because == "Nothing in the assessment supports it."


def test_a_request_is_on_hold_while_a_suggestion_for_it_might_hold() -> None:
    found = answered(suggestion("lime", "lawn", when={"lawn.pale": "yes"}))
    assert (found.status, found.because) == ("on_hold", "Waits on: Pale lawn.")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ({"caution": {"items": LIME, "say": "Careful."}}, "cautioned"),
        ({"avoid": LIME}, "discouraged"),
        ({"require": {"items": LIME, "that": {"sign.one": "yes"}}}, "on_hold"),
        ({"defer": {"items": LIME, "until": "later"}}, "deferred"),
        ({"exclude": LIME}, "excluded"),
    ],
)
def test_a_request_stands_as_what_speaks_against_it_says(
    verb: dict[str, Any], expected: str
) -> None:
    found = answered(LAWN, rule("against", **verb), answers={"sign.one": "no"})
    assert found.status == expected
    if expected != "cautioned":
        assert found.because == "Rule against."


def test_a_request_that_nothing_supports_may_stand_even_worse() -> None:
    assert answered(rule("no", exclude=LIME)).status == "excluded"
    assert answered(rule("no", when={"sign.one": "yes"}, exclude=LIME)).status == "on_hold"


def test_a_suggestion_for_another_goal_does_not_answer_it() -> None:
    found = answered(FOR_GREEN, for_="tidy")
    assert found.status == "discouraged"
    assert found.because == "Nothing in the assessment supports it for 'A tidy garden'."


def test_a_suggestion_for_the_same_goal_answers_it() -> None:
    assert answered(FOR_GREEN, for_="green").status == "advised"


def test_a_suggestion_for_no_goal_in_particular_supports_any() -> None:
    assert answered(LAWN, for_="tidy").status == "advised"


def test_a_request_without_a_goal_is_answered_by_any_suggestion() -> None:
    assert answered(FOR_GREEN).status == "advised"


def test_an_exclusion_for_its_goal_excludes_a_request() -> None:
    """Such as: no cheek filler in order to soften folds."""
    no = rule("no", exclude=LIME | {"for": "tidy"})
    assert answered(no, for_="tidy").status == "excluded"
    assert answered(LAWN, no).status == "advised"


def test_a_request_for_a_class_is_answered_by_its_best_member() -> None:
    pack = planted(
        suggestion("feed", "lawn"), rule("no", exclude={"product": ["nettle", "seaweed"]})
    )
    plan = drawn(pack, requests=[{"product": "feed", "area": "lawn"}])
    assert [one.status for one in plan.requests] == ["advised"]


def test_a_request_for_a_member_is_answered_for_that_member() -> None:
    pack = planted(suggestion("feed", "lawn"), rule("no", exclude={"product": "seaweed"}))
    plan = drawn(
        pack,
        requests=[{"product": one, "area": "lawn"} for one in ("seaweed", "bone_meal")],
    )
    assert [one.status for one in plan.requests] == ["excluded", "advised"]


def test_a_request_for_one_side_is_answered_for_that_side() -> None:
    pack = planted(
        suggestion("lime", "hedge"), rule("no", exclude={"product": "lime", "side": "left"})
    )
    request = {"product": "lime", "area": "hedge"}
    plan = drawn(pack, requests=[request | {"side": one} for one in ("left", "right", "both")])
    assert [one.status for one in plan.requests] == ["excluded", "advised", "advised"]


def test_a_request_becomes_a_candidate_of_its_own() -> None:
    plan = drawn(planted(), requests=[LIME])
    assert item(plan, "lime/lawn").status == "discouraged"
    assert item(plan, "lime/lawn").acts_on == "colour", "what its class acts on"


def test_requests_are_answered_in_the_patients_order() -> None:
    names = ["mulch", "lime", "feed"]
    plan = drawn(planted(), requests=[{"product": one, "area": "lawn"} for one in names])
    assert [one.product for one in plan.requests] == names


@pytest.mark.parametrize(
    ("written", "told"), [("2 kg", "2 kg"), ("0.5 kg", "0.5 kg"), ("1.50 kg", "1.5 kg")]
)
def test_an_amount_is_told_as_it_was_asked_for(written: str, told: str) -> None:
    assert answered(LAWN, amount=written).amount == told


def test_an_amount_is_optional() -> None:
    assert answered(LAWN).amount == ""
