"""Measures of every form: computed where all is known, and as far as it is known elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from gardens import measured
from poise.values import NOT_APPLICABLE, UNKNOWN, Span, State, exactly

# --- formula ---------------------------------------------------------------------------------

LOAM = {"formula": "100 * soil.sand / (soil.sand + soil.clay)"}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("soil.sand + soil.clay", 40),
        ("soil.sand - soil.clay", -20),
        ("soil.clay - soil.sand - soil.sand", 10),
        ("2 * soil.sand + soil.clay / 3", 30),
        ("2 * (soil.sand + soil.clay)", 80),
        ("-soil.sand + 1", -9),
        ("abs(soil.sand - soil.clay)", 20),
        ("min(soil.sand, soil.clay, 7)", 7),
        ("max(soil.sand, soil.clay, 7)", 30),
        ("soil.sand / 3", 3.333333),
        ("soil.sand / 1600", 0.00625),
        ("soil.sand / 20000000 + 0.0000005", 0.000001),
    ],
)
def test_a_formula_is_plain_arithmetic_rounded_to_six_decimals(
    formula: str, expected: float
) -> None:
    found = measured({"formula": formula}, {"soil.sand": 10, "soil.clay": 30})
    assert found == exactly(expected)


def test_a_formula_over_an_unanswered_fact_is_unknown() -> None:
    assert measured(LOAM, {"soil.sand": 10}) is UNKNOWN


def test_not_applicable_wins_over_unknown_in_a_formula() -> None:
    formula = {"formula": "soil.sand + pond.fish_count"}
    assert measured(formula, {"pond.present": "no"}) is NOT_APPLICABLE
    assert measured(formula, {}) is UNKNOWN


def test_a_formula_reads_sides() -> None:
    tilt = {"formula": "abs(hedge.height.left - hedge.height.right)", "unit": "cm"}
    assert measured(tilt, {"hedge.height": {"left": 100, "right": 130}}) == exactly(30)
    assert measured(tilt, {"hedge.height": {"left": 100}}) is UNKNOWN


def test_a_formula_per_side_reads_this_side() -> None:
    metres = {"formula": "hedge.height / 100", "each": "side"}
    answers = {"hedge.height": {"left": 100, "right": 250}}
    assert measured(metres, answers, "left") == exactly(1)
    assert measured(metres, answers, "right") == exactly(2.5)


def test_a_measure_may_read_another_in_whatever_order_they_are_written() -> None:
    found = measured({"formula": "2 * m.two"}, {"soil.sand": 4}, two={"formula": "soil.sand + 1"})
    assert found == exactly(10)


def test_a_formula_over_an_interval_is_an_interval() -> None:
    score = {"points": [{"when": {"sign.one": "yes"}, "points": 3}]}
    found = measured({"formula": "10 - 2 * m.two"}, {}, two=score)
    assert found == Span(4, 10)


# --- points ----------------------------------------------------------------------------------

SCORE = {
    "points": [
        {"when": {"sign.one": "yes"}, "points": 2},
        {"when": {"soil.acidity": {"above": 8}}, "points": 1.5},
        {"when": {"sign.two": "yes"}, "points": -1},
    ]
}


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ({"sign.one": "yes", "soil.acidity": 9, "sign.two": "yes"}, 2.5, 2.5),
        ({"sign.one": "no", "soil.acidity": 8, "sign.two": "no"}, 0, 0),
        ({"sign.one": "yes", "soil.acidity": 8}, 1, 2),
        ({"sign.one": "yes", "sign.two": "no"}, 2, 3.5),
        ({}, -1, 3.5),
    ],
)
def test_an_unanswered_line_makes_a_score_an_interval(
    answers: dict[str, Any], low: float, high: float
) -> None:
    assert measured(SCORE, answers) == Span(low, high)


def test_a_line_whose_fact_does_not_apply_scores_nothing() -> None:
    score = {"points": [{"when": {"pond.fish": "yes"}, "points": 1}]}
    assert measured(score, {"pond.present": "no"}) == exactly(0)


# --- cases -----------------------------------------------------------------------------------

CASES: dict[str, Any] = {
    "cases": [
        {"when": {"site.light": "sun"}, "value": 3},
        {"when": {"site.light": "shade"}, "value": "soil.sand / 2"},
        {"otherwise": 7},
    ]
}
NO_OTHERWISE = {"cases": CASES["cases"][:2]}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"site.light": "sun"}, exactly(3)),
        ({"site.light": "shade", "soil.sand": 10}, exactly(5)),
        ({"site.light": "shade"}, UNKNOWN),
        ({"site.light": "half_shade"}, exactly(7)),
        ({"soil.sand": 10}, Span(3, 7)),
        ({}, UNKNOWN),
    ],
)
def test_cases_give_the_value_of_the_one_that_holds(
    answers: dict[str, Any], expected: State
) -> None:
    assert measured(CASES, answers) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({"site.light": "half_shade"}, NOT_APPLICABLE), ({"soil.sand": 10}, UNKNOWN)],
)
def test_without_otherwise_no_case_means_not_applicable(
    answers: dict[str, Any], expected: State
) -> None:
    assert measured(NO_OTHERWISE, answers) is expected
