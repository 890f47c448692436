"""Every example assessment, planned by both engines and read as a careful clinician would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import poise
from gardens import EXAMPLES, REPOSITORY
from poise.gherkin.forbidden import forbidden_patterns, said_against
from poise.gherkin.telling import sentences
from poise.plan import Item, Plan
from poise.planning.case import open_case
from poise.rules import Avoid, Defer, Exclude

NAMES = tuple(path.stem for path in EXAMPLES)
EXAMPLE = pytest.mark.parametrize("name", NAMES)
FORBIDDEN = forbidden_patterns(REPOSITORY / "features" / "never-said.txt")
HEALTHY = ("healthy-face", "content-at-70")
MINORS = ("boy-of-16",)
MOST_AREAS_IN_A_VISIT = 6
"""More than a clinician would treat in one visit."""


@pytest.fixture
def plan(name: str, example_plans: dict[str, Plan]) -> Plan:
    return example_plans[name]


def suggested(plan: Plan) -> list[Item]:
    return [one for one in plan.items if one.suggested]


def cited(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Whatever the plan says for a reason, with its sources."""
    for item in plan.items:
        yield from ((one.rule, one.evidence) for one in item.arguments)
        yield from ((one.rule, one.evidence) for one in item.reviews)
        if item.lasts_months is not None:
            yield item.id, item.lasts_months.evidence
    for finding in plan.findings:
        yield from ((one.rule, one.evidence) for one in finding.arguments)
    for part in (plan.considerations, plan.referrals, plan.requirements, plan.expectations):
        yield from ((one.rule, one.evidence) for one in part)


# --- the collection --------------------------------------------------------------------------


def test_there_are_thirty_and_half_of_them_lack_answers(example_plans: dict[str, Plan]) -> None:
    lacking = [name for name, plan in example_plans.items() if plan.questions]
    assert len(example_plans) >= 30
    assert 2 * len(lacking) >= 30


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_a_comment_says_who_the_patient_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith(".")
    assert len(first.split()) > 6


# --- every plan ------------------------------------------------------------------------------


@EXAMPLE
def test_both_engines_ran_and_agreed(plan: Plan) -> None:
    assert len(plan.engine.engines) == 2
    assert plan.engine.agreed is True


@EXAMPLE
def test_nothing_forbidden_is_said(plan: Plan) -> None:
    assert said_against(FORBIDDEN, sentences(plan)) == ()


@EXAMPLE
def test_no_suggestion_names_an_amount(plan: Plan) -> None:
    amount = re.compile(r"\d\s*(mL|U|units?|syringes?)\b")
    said = [one.text for one in (*plan.considerations, *plan.expectations)]
    for item in plan.items:
        said += [
            f"{one.sentence} {one.because}"
            for one in item.arguments
            if one.verb in ("suggest", "prefer")
        ]
    assert [one for one in said if amount.search(one)] == []


@EXAMPLE
def test_what_is_said_has_a_source_and_the_source_a_title(plan: Plan) -> None:
    for what, evidence in cited(plan):
        assert evidence, what
        assert set(evidence) <= {one.id for one in plan.sources}, what


@EXAMPLE
def test_nothing_is_suggested_against_a_reason_that_surely_holds(
    name: str, default_pack: poise.RulePack
) -> None:
    path = next(one for one in EXAMPLES if one.stem == name)
    case = open_case(default_pack, default_pack.read_assessment(path))
    for candidate, standing in case.standings.items():
        for argument in standing.arguments:
            if argument.truth is True and isinstance(argument.effect.verb, Exclude):
                assert standing.status == "excluded", candidate
            if argument.truth is True and isinstance(argument.effect.verb, Avoid | Defer):
                assert not standing.suggested, candidate
            if argument.truth is None and isinstance(argument.effect.verb, Exclude | Defer):
                assert not standing.suggested, candidate


@EXAMPLE
def test_what_is_suggested_can_be_acted_on(plan: Plan) -> None:
    for item in suggested(plan):
        assert item.session is not None, item.id
        assert item.label_status, item.id
        assert item.reviews, item.id
        assert item.lasts_months is not None, item.id
        assert item.expectations, item.id
        assert any(one.verb == "suggest" and one.tests for one in item.arguments), item.id


@EXAMPLE
def test_a_visit_holds_no_more_than_can_be_done(plan: Plan) -> None:
    for session in plan.schedule.sessions:
        firm = [one for one in session.items if one not in session.provisional]
        assert len(firm) <= MOST_AREAS_IN_A_VISIT


@EXAMPLE
def test_a_plan_does_not_repeat_itself(plan: Plan) -> None:
    told = [one.text for one in plan.considerations]
    assert [one for one, times in Counter(told).items() if times > 1] == []
    for item in plan.items:
        said = [(one.verb, one.sentence, one.options, one.where) for one in item.arguments]
        assert [one for one, times in Counter(said).items() if times > 1] == [], item.id
    asked = [one.about for one in plan.questions]
    assert len(asked) == len(set(asked))


@EXAMPLE
def test_two_biostimulators_are_not_suggested_for_one_area(
    plan: Plan, default_pack: poise.RulePack
) -> None:
    kinds = {
        name
        for name, product in default_pack.taxonomy.products.items()
        if "biostimulator" in product.above
    }
    areas = [one.area for one in suggested(plan) if one.product in kinds]
    assert len(areas) == len(set(areas))


@EXAMPLE
def test_a_question_waits_for_something(plan: Plan) -> None:
    assert all(one.touches for one in plan.questions)


@EXAMPLE
def test_an_open_safety_question_never_leaves_a_plan_ready(plan: Plan) -> None:
    if plan.unanswered_safety and suggested(plan):
        assert plan.candidacy.status == "answers_needed" or not plan.ready


@EXAMPLE
def test_candidacy_never_sounds_better_than_the_best_item(plan: Plan) -> None:
    if plan.candidacy.status == "may_proceed":
        assert suggested(plan)
    if plan.candidacy.status in ("not_now", "nothing_to_treat"):
        assert suggested(plan) == []


# --- some of them ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", HEALTHY)
def test_a_healthy_face_gets_no_treatment_and_is_told_so_warmly(plan: Plan) -> None:
    assert plan.items == ()
    assert plan.candidacy.status == "nothing_to_treat"
    assert "good result" in plan.candidacy.because
    assert plan.referrals == ()
    assert plan.questions == ()
    told = " ".join(one.text for one in plan.considerations)
    assert "sun protection" in told
    assert "in a year" in told


@pytest.mark.parametrize("name", MINORS)
def test_nobody_under_eighteen_is_treated(plan: Plan) -> None:
    assert {one.status for one in plan.items} == {"excluded"}
    assert plan.candidacy.status == "not_now"


def test_what_the_patients_call_themselves_changes_nothing(default_pack: poise.RulePack) -> None:
    """Ancestry and gender in the patient's own words are shown, and decide nothing."""
    for path in EXAMPLES:
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [one for one in lines if not one.startswith("ancestry.self_described")]
        if len(kept) == len(lines):
            continue
        said = default_pack.plan(path)
        unsaid = default_pack.plan(poise_read("\n".join(kept)))
        assert said.items == unsaid.items
        assert said.questions == unsaid.questions


def poise_read(text: str) -> dict[str, object]:
    """An assessment as plain data."""
    import yaml

    found = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found
