"""Calendar arithmetic of the second engine: its own, since it is a witness."""

from __future__ import annotations

import datetime
from calendar import monthrange
from functools import lru_cache
from typing import Literal

from poise.conditions import Duration

_LAST = datetime.date.max.toordinal()


@lru_cache(maxsize=512)
def edge(date: datetime.date, length: Duration, sign: Literal[-1, 1]) -> int:
    """The ordinal of the last day that lies less than so long before or after a date.

    A month that is too short gives its last day; beyond the calendar lies its first or last day.
    """
    away = _away(date, length, sign)
    if 1 <= away <= _LAST:
        return away - (sign if length.count else 0)
    return 1 if sign < 0 else _LAST


def _away(date: datetime.date, length: Duration, sign: Literal[-1, 1]) -> int:
    if length.unit in ("days", "weeks"):
        return date.toordinal() + sign * length.count * (7 if length.unit == "weeks" else 1)
    months = length.count * (12 if length.unit == "years" else 1)
    year, month = divmod(date.year * 12 + date.month - 1 + sign * months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return 0 if sign < 0 else _LAST + 1
    day = min(date.day, monthrange(year, month + 1)[1])
    return datetime.date(year, month + 1, day).toordinal()
