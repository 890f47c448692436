"""Measures over records: counts, sums and the latest, known from below where a record is open."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest

from gardens import measured
from poise.values import NOT_APPLICABLE, UNKNOWN, Span, State, exactly


def day(ordinal: str) -> float:
    return datetime.date.fromisoformat(ordinal).toordinal()


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
        ([spread("2025-06-16")], exactly(1)),
        ([spread("2025-06-15")], exactly(0)),
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
