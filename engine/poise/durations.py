"""Calendar time: days some weeks, months or years away."""

from __future__ import annotations

import calendar
import datetime

from poise.conditions import Duration


def later(day: datetime.date, length: Duration, sign: int = 1) -> datetime.date:
    """A date some calendar time away, or the end of the calendar where that lies beyond it."""
    found = on_calendar(day, length, sign)
    return found or (datetime.date.max if sign > 0 else datetime.date.min)


def on_calendar(day: datetime.date, length: Duration, sign: int = 1) -> datetime.date | None:
    """A date some calendar time away; the end of a shorter month stands for its missing days.

    None where the calendar does not reach so far.
    """
    try:
        if length.unit in ("days", "weeks"):
            days = length.count * (7 if length.unit == "weeks" else 1)
            return day + sign * datetime.timedelta(days=days)
        months = length.count * (12 if length.unit == "years" else 1) * sign
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return datetime.date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None
