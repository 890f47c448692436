"""Candidacy: one of four, the first that holds, and never better than the best item."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import drawn, planted, rule, suggestion

LIME, MULCH = {"product": "lime"}, {"product": "mulch"}
LAWN = suggestion("lime", "lawn")
SECOND = suggestion("mulch", "lawn")
FROST = {"site.frost": "yes"}
WAIT = {"until": "later"}

HOLD = rule("hold", when={"sign.one": "yes"}, exclude=LIME)
SAFETY = rule("safety", when=FROST, caution={"items": LIME, "say": "Cold."})
EXCLUDED = rule("no", exclude=LIME)
DEFERRED = rule("wait", defer={"items": LIME} | WAIT)
ALL_DEFERRED = rule("all", defer={"items": "everything"} | WAIT)
AVOIDED = rule("rather_not", avoid=LIME)
UNMET = rule("need", require={"items": LIME, "that": {"sign.two": "yes"}})

CASES: dict[str, tuple[list[dict[str, Any]], dict[str, Any], str]] = {
    "one item is suggested": ([LAWN], {}, "may_proceed"),
    "suggested with caution": (
        [LAWN, rule("c", caution={"items": LIME, "say": "!"})], {}, "may_proceed",
    ),
    "one is excluded and one suggested": ([LAWN, SECOND, EXCLUDED], {}, "may_proceed"),
    "one is held and one suggested": ([LAWN, SECOND, HOLD], {}, "may_proceed"),
    "nothing is on the plan": ([], {}, "nothing_to_treat"),
    "all is discouraged": ([LAWN, AVOIDED], {}, "nothing_to_treat"),
    "all is held by an answer": ([LAWN, HOLD], {}, "answers_needed"),
    "all is held by a requirement": ([LAWN, UNMET], {"sign.two": "no"}, "answers_needed"),
    "a safety fact that bears on an item is open": ([LAWN, SAFETY], {}, "answers_needed"),
    "a safety fact is open that bears on nothing": (
        [LAWN, rule("other", when=FROST, exclude=MULCH)], {}, "may_proceed",
    ),
    "a safety fact is answered": ([LAWN, SAFETY], {"site.frost": "no"}, "may_proceed"),
    "all is excluded": ([LAWN, EXCLUDED], {}, "not_now"),
    "all is deferred": ([LAWN, DEFERRED], {}, "not_now"),
    "all is deferred or excluded": (
        [LAWN, SECOND, DEFERRED, rule("no", exclude=MULCH)], {}, "not_now",
    ),
    "a rule defers everything, and nothing is on the plan": ([ALL_DEFERRED], {}, "not_now"),
    "a rule may defer everything": ([LAWN, ALL_DEFERRED | {"when": FROST}], {}, "answers_needed"),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "answers", "expected"), CASES.values(), ids=CASES)
def test_candidacy(rules: list[dict[str, Any]], answers: dict[str, Any], expected: str) -> None:
    found = drawn(planted(*rules), answers).candidacy
    assert found.status == expected
    assert found.because.endswith(".")


def test_not_now_comes_before_answers_needed() -> None:
    deferred = rule("wait", when={"sign.one": "yes"}, defer={"items": "everything"} | WAIT)
    pack = planted(LAWN, SAFETY, HOLD, deferred)
    assert drawn(pack, {"sign.one": "yes"}).candidacy.status == "not_now"


def test_answers_needed_comes_before_may_proceed() -> None:
    pack = planted(LAWN, SECOND, SAFETY)
    assert drawn(pack).candidacy.status == "answers_needed"


def test_an_empty_plan_says_why() -> None:
    found = drawn(planted())
    assert found.items == ()
    assert "no treatment is suggested" in found.candidacy.because


def test_not_now_names_the_rule_that_defers_everything() -> None:
    assert "Rule all" in drawn(planted(LAWN, ALL_DEFERRED)).candidacy.because


CHECK = rule("check", require={"before": "treatment", "that": {"sign.two": "yes"}})


@pytest.mark.parametrize(
    ("rules", "answer", "ready"),
    [
        ([LAWN], "unknown", True),
        ([LAWN, CHECK], "yes", True),
        ([LAWN, CHECK], "no", False),
        ([LAWN, CHECK], "unknown", False),
        ([LAWN, HOLD], "yes", False),
        ([LAWN, ALL_DEFERRED], "yes", False),
        ([], "yes", False),
    ],
)
def test_a_plan_is_ready_when_it_may_proceed_and_its_checklist_is_met(
    rules: list[dict[str, Any]], answer: str, ready: bool
) -> None:
    assert drawn(planted(*rules), {"sign.two": answer}).ready is ready
