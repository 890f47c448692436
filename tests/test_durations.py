"""Calendar time, at the ends of months, leap years and calendars."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poise.conditions import Duration, Window
from poise.durations import later
from poise.evaluate import window_ends
from poise.reading.scalars import date_span, dates, duration, number
from poise.rete.days import edge

Day = datetime.date


@pytest.mark.parametrize(
    ("day", "length", "wanted"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2026-03-31", "6 months", "2026-09-30"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2026-11-30", "3 months", "2027-02-28"),
        ("2026-12-31", "1 day", "2027-01-01"),
        ("2026-11-22", "2 weeks", "2026-12-06"),
        ("2026-11-22", "0 days", "2026-11-22"),
    ],
)
def test_a_length_of_time_later(day: str, length: str, wanted: str) -> None:
    read = duration(length)
    assert read is not None
    assert later(Day.fromisoformat(day), read) == Day.fromisoformat(wanted)


@pytest.mark.parametrize(
    ("day", "length", "wanted"),
    [
        ("2026-03-31", "1 month", "2026-02-28"),
        ("2026-03-30", "1 month", "2026-02-28"),
        ("2026-03-28", "1 month", "2026-02-28"),
        ("2024-02-29", "1 year", "2023-02-28"),
        ("2026-01-01", "1 day", "2025-12-31"),
    ],
)
def test_a_length_of_time_before(day: str, length: str, wanted: str) -> None:
    read = duration(length)
    assert read is not None
    assert later(Day.fromisoformat(day), read, -1) == Day.fromisoformat(wanted)


def test_the_ends_of_the_calendar_hold() -> None:
    for count, unit in ((9_999, "years"), (9_999, "weeks")):
        length = Duration(count, unit)  # type: ignore[arg-type]
        assert later(Day.max, length) == Day.max
        assert later(Day.min, length, -1) == Day.min


DAYS = st.dates(Day(1900, 1, 1), Day(2199, 12, 31))
LENGTHS = st.builds(
    Duration, st.integers(0, 500), st.sampled_from(["days", "weeks", "months", "years"])
)


@given(DAYS, DAYS, LENGTHS)
def test_a_later_day_stays_a_later_day(one: Day, other: Day, length: Duration) -> None:
    first, second = sorted((one, other))
    for sign in (1, -1):
        assert later(first, length, sign) <= later(second, length, sign)


@given(DAYS, LENGTHS)
def test_time_goes_forward(day: Day, length: Duration) -> None:
    assert later(day, length) >= day >= later(day, length, -1)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-11-22", "2026-11-22", "2026-11-22"),
        ("2026-2", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        (" 2026-11-22T10:30:00Z ", "2026-11-22", "2026-11-22"),
        ("2026-11-22 00:00:00", "2026-11-22", "2026-11-22"),
    ],
)
def test_dates_may_be_coarse(written: str, first: str, last: str) -> None:
    assert dates(written) == (Day.fromisoformat(first), Day.fromisoformat(last))
    span = date_span(written)
    assert span is not None
    assert (span.low, span.high) == tuple(
        Day.fromisoformat(one).toordinal() for one in (first, last)
    )


@pytest.mark.parametrize(
    "written",
    [
        *("", "22.11.2026", "2026-13", "2026-00-01", "2026-02-30", "26-11-22", "0226-11-22"),
        *("9999", "2026 12", "2026-10 5", "2026-11-22 noon", "2026-11-22-01", "today"),
        *("2026/11/22", "\u0662\u0660\u0662\u0666"),
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert dates(written) is None
    assert date_span(written) is None


@pytest.mark.parametrize(
    "written",
    ["", "3", "months", "-1 day", "1.5 years", "1 fortnight", "90 days ago", "99999 days"],
)
def test_what_is_no_length_of_time(written: str) -> None:
    assert duration(written) is None


@given(st.floats(-1e11, 1e11))
def test_numbers_of_programs_are_numbers(value: float) -> None:
    assert number(repr(value)) == round(value, 6)


@pytest.mark.parametrize(
    "written", ["", "one", "1,5", "1e400", "1e13", "nan", "inf", "0x1", "\u0661", "1 mm"]
)
def test_what_is_no_number(written: str) -> None:
    assert number(written) is None


@pytest.mark.parametrize(
    ("written", "value"), [("1", 1.0), ("-.5", -0.5), ("+2.", 2.0), ("1.5e3", 1500.0), ("-0", 0.0)]
)
def test_what_is_a_number(written: str, value: float) -> None:
    assert number(written) == value


@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years"])
def test_a_window_beyond_the_calendar_ends_where_that_does(unit: str) -> None:
    length = Duration(1, unit)  # type: ignore[arg-type]
    for day in (Day.max, Day.min):
        around = window_ends(Window(back=length, ahead=length), day)
        assert around[0] <= day.toordinal() <= around[1]
        assert around == (
            edge(day, length, -1),
            edge(day, length, 1),
        )
    assert window_ends(Window(back=None, ahead=length), Day.max)[1] == Day.max.toordinal()
