"""Measures of every form: computed where all is known, and as far as it is known elsewhere."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest

from gardens import assessed, planted
from poise.situation import situate
from poise.values import NOT_APPLICABLE, UNKNOWN, Span, State, exactly


def measured(
    measure: dict[str, Any], answers: dict[str, Any], place: str = "", **others: Any
) -> State:
    """What one measure comes to; others stand in the same vocabulary."""
    written = {"m.one": {"label": "One", **measure}}
    written |= {f"m.{name}": {"label": name, **other} for name, other in others.items()}
    pack = planted(measures=written)
    states = situate(pack.model, pack.read_assessment(assessed(answers))).states
    return states[f"m.one.{place}" if place else "m.one"]


def day(ordinal: str) -> float:
    return datetime.date.fromisoformat(ordinal).toordinal()


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


# --- records ---------------------------------------------------------------------------------


def spread(date: str = "2026-05-01", **more: Any) -> dict[str, Any]:
    return {"product": "seaweed", "area": "lawn", "date": date, "amount": 2, "unit": "L", **more}


def query(**more: Any) -> dict[str, Any]:
    return {"records": "history.spread", **more}


def over(form: dict[str, Any], records: list[dict[str, Any]] | None, place: str = "") -> State:
    answers = {} if records is None else {"history.spread": records}
    each = {"each": "area" if place in ("lawn", "orchard", "hedge") else "side"} if place else {}
    return measured(form | each, answers, place)


YEAR = {"count": query(where={"product": "feed"}, in_last="12 months")}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], exactly(0)),
        (None, UNKNOWN),
        ([spread(), spread()], exactly(2)),
        ([spread(product="mulch")], exactly(0)),
        ([spread("2025-06-15")], exactly(1)),
        ([spread("2025-06-14")], exactly(0)),
        ([spread("2025-06")], Span(0, 1)),
        ([spread("2025-07"), spread("2025-05")], exactly(1)),
        ([spread(), spread("unknown")], Span(1, 2)),
        ([spread(product="unknown")], Span(0, 1)),
        ([spread(product="spread")], Span(0, 1)),
        ([spread(product="nettle")], exactly(1)),
    ],
)
def test_a_count_is_known_from_below_where_a_record_is_open(
    records: list[dict[str, Any]] | None, expected: State
) -> None:
    assert over(YEAR, records) == expected


@pytest.mark.parametrize(
    ("where", "records", "expected"),
    [
        ({"scorch": "severe"}, [spread(scorch="severe"), spread(scorch="slight")], 1),
        ({"scorch": ["slight", "severe"]}, [spread(scorch="severe"), spread(scorch="marked")], 1),
        ({"scorch": {"at_least": "marked"}}, [spread(scorch="severe"), spread(scorch="none")], 1),
        ({"scorch": {"not": "none"}}, [spread(scorch="severe"), spread(scorch="none")], 1),
        ({"troubles": {"includes": "smell"}}, [spread(troubles=["smell"]), spread(troubles=[])], 1),
        ({"troubles": {"includes": "any"}}, [spread(troubles=["stain"]), spread(troubles=[])], 1),
        ({"amount": {"above": 2}}, [spread(amount=3), spread(amount=2)], 1),
        ({"area": "woody"}, [spread(area="hedge"), spread(area="lawn")], 1),
        ({"area": {"not": "lawn"}}, [spread(area="hedge"), spread(area="lawn")], 1),
        ({"product": ["lime", "bark"]}, [spread(product="bark"), spread(product="straw")], 1),
    ],
)
def test_a_record_counts_when_its_fields_pass_every_kind_of_test(
    where: dict[str, Any], records: list[dict[str, Any]], expected: int
) -> None:
    assert over({"count": query(where=where)}, records) == exactly(expected)


def test_a_record_on_both_sides_is_on_each_and_a_side_that_is_not_said_is_both() -> None:
    sided = {"count": query(where={"side": "here", "area": "hedge"})}
    records = [
        spread(area="hedge", side="left"),
        spread(area="hedge", side="both"),
        spread(area="hedge"),
    ]
    assert over(sided, records, "left") == exactly(3)
    assert over(sided, records, "right") == exactly(2)
    assert over(sided, [spread(area="hedge", side="unknown")], "left") == Span(0, 1)


def test_a_query_per_area_reads_this_area() -> None:
    here = {"count": query(where={"area": "here"})}
    records = [spread(), spread(area="hedge"), spread(area="unknown")]
    assert over(here, records, "lawn") == Span(1, 2)
    assert over(here, records, "orchard") == Span(0, 1)


LITRES = {"sum": query(field="amount", unit="L", where={"product": "feed"}, in_last="12 months")}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], exactly(0)),
        (None, UNKNOWN),
        ([spread(), spread(amount=0.5)], exactly(2.5)),
        ([spread(), spread(unit="kg")], exactly(2)),
        ([spread(), spread("2024-01-01")], exactly(2)),
        ([spread(), spread(unit="unknown")], Span(2, 4)),
        ([spread(), spread("unknown")], Span(2, 4)),
        ([spread(), spread(amount="unknown")], Span(2, math.inf)),
        ([spread(amount=0.1), spread(amount=0.2)], exactly(0.3)),
    ],
)
def test_a_sum_without_an_amount_is_known_from_below_only(
    records: list[dict[str, Any]] | None, expected: State
) -> None:
    assert over(LITRES, records) == expected


LATEST = {"latest": query(where={"product": "feed", "area": "here"})}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], NOT_APPLICABLE),
        (None, UNKNOWN),
        ([spread(product="lime")], NOT_APPLICABLE),
        ([spread("2026-03-01"), spread("2026-01-01")], ("2026-03-01", "2026-03-01")),
        ([spread("2026-03")], ("2026-03-01", "2026-03-31")),
        ([spread("2026-03-10"), spread("2026-03")], ("2026-03-10", "2026-03-31")),
        ([spread("2026-06")], ("2026-06-01", "2026-06-15")),
        ([spread("2026-03-10"), spread("unknown")], ("2026-03-10", "2026-06-15")),
        ([spread("2026-01-01"), spread("2026-03-10", product="unknown")],
         ("2026-01-01", "2026-03-10")),
        ([spread(product="unknown")], UNKNOWN),
    ],
)  # fmt: skip
def test_the_latest_over_no_record_is_not_applicable(
    records: list[dict[str, Any]] | None, expected: Any
) -> None:
    if isinstance(expected, tuple):
        expected = Span(day(expected[0]), day(expected[1]))
    assert over(LATEST, records, "lawn") == expected


def test_records_without_products_are_counted_too() -> None:
    visits = {"records": "history.visits", "in_last": "1 year"}
    answers = {"history.visits": [{"date": "2026-01-01", "minutes": 40}, {"date": "2020-01-01"}]}
    assert measured({"count": visits}, answers) == exactly(1)
    assert measured({"sum": visits | {"field": "minutes"}}, answers) == exactly(40)
    assert measured({"latest": visits}, answers) == exactly(day("2026-01-01"))


def test_a_list_whose_group_has_nothing_to_report_is_empty() -> None:
    assert measured(YEAR, {"history": "nothing_to_report"}) == exactly(0)
