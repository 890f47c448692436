"""Days counted from the assessment's own date, on one day or on every day there is.

A window of months is not equally long on every day. On no day in particular its length is a number
between the shortest and the longest, so that what is proved holds whenever the assessment was made.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from itertools import product

import z3

from poise.conditions import Duration
from poise.durations import later
from poise.solver.facts import FARTHEST
from poise.solver.terms import Note, Ordered

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years in which an assessment, and every date in it, can lie."""
_NEVER = 20 * FARTHEST
"""Farther from the assessment than any date lies, or that of an abstracted record."""


class Calendar:
    """Windows around the assessment's date; `date` is None where it may be any day."""

    def __init__(self, date: datetime.date | None, note: Note) -> None:
        self.date = date
        self._lengths: dict[tuple[Duration, int], z3.ArithRef] = {}
        self._note = note

    def first(self, back: Duration | None) -> z3.ArithRef | int | None:
        """The first day of a window that reaches so far back; None where it has no beginning."""
        if back is None:
            return None
        return -self._days(back, -1) + (back.count > 0)

    def last(self, ahead: Duration | None) -> z3.ArithRef | int | None:
        """The last day of a window that reaches so far ahead; None where it has no end."""
        if ahead is None:
            return None
        return self._days(ahead, 1) - (ahead.count > 0)

    def on(self, date: datetime.date) -> list[z3.BoolRef]:
        """What narrows every length to what it is on one day."""
        return [
            length == _days_on(date, duration, sign)
            for (duration, sign), length in self._lengths.items()
        ]

    def _days(self, duration: Duration, sign: int) -> z3.ArithRef | int:
        if self.date is not None:
            return _days_on(self.date, duration, sign)
        shortest, longest = lengths(duration, sign)
        if shortest == longest:
            return shortest
        key = (duration, sign)
        if key not in self._lengths:
            way = "before" if sign < 0 else "after"
            length = z3.Int(f"{duration.count} {duration.unit} {way}")
            self._lengths[key] = length
            self._note(z3.And(length >= shortest, length <= longest))
        return self._lengths[key]


class LongAfter(Calendar):
    """So long after everything that is dated that no window reaches it, back or ahead."""

    def first(self, back: Duration | None) -> z3.ArithRef | int | None:
        return None if back is None else _NEVER

    def last(self, ahead: Duration | None) -> z3.ArithRef | int | None:
        return None if ahead is None else -_NEVER


def written_in(date: datetime.date, one: Ordered) -> tuple[z3.BoolRef, z3.BoolRef]:
    """That a date lies in years that can be written, seen from a day."""
    first, last = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
    return one.low.value >= (first - date).days, one.high.value <= (last - date).days


def _days_on(date: datetime.date, duration: Duration, sign: int) -> int:
    return abs(later(date, duration, sign).toordinal() - date.toordinal())


@lru_cache(maxsize=256)
def lengths(duration: Duration, sign: int) -> tuple[int, int]:
    """The fewest and the most days that a length of calendar time has, on any day.

    The calendar repeats every 28 years but around 1900 and 2100; months differ at their ends.
    """
    if duration.unit in ("days", "weeks"):
        days = duration.count * (7 if duration.unit == "weeks" else 1)
        return days, days
    years = (*range(1898, 1909), *range(2000, 2009), *range(2096, 2105))
    found = {
        _days_on(datetime.date(year, month, day), duration, sign)
        for year, month, day in product(years, range(1, 13), (1, 28, 29, 30, 31))
        if _exists(year, month, day)
    }
    return min(found), max(found)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
