"""Numbers, dates, lengths of time and yes-or-no, as they are written in files and answers."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any

from poise.conditions import Duration
from poise.placed import at
from poise.problems import At, Collector
from poise.values import Span, rounded

_NUMBER = re.compile(r"[-+]?([0-9]{1,15}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][-+]?[0-9]{1,3})?")
_LARGEST = 1e12
_DURATION = re.compile(r"([0-9]{1,4}) ?(day|week|month|year)s?")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[T ][0-9:.Z+-]*)?)?)?")
_YEARS = range(1900, 2200)


def number(text: str) -> float | None:
    """A plain number, rounded as all numbers are; None where it is none, or beyond measure."""
    match = _NUMBER.fullmatch(text.strip())
    value = rounded(float(match.group())) if match else None
    return value if value is not None and abs(value) <= _LARGEST else None


def amount(text: str) -> tuple[float, str] | None:
    """An amount with its unit, such as `2 mL`; the unit may be missing."""
    first, _, unit = text.strip().partition(" ")
    value = number(first)
    return None if value is None else (value, unit.strip())


def dates(text: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that a date may mean: `2026-10` is any day of that October.

    A year in which no patient or clinic of today lived is a slip, and no date.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if year not in _YEARS:
        return None
    try:
        if month is None:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return datetime.date(year, month, 1), datetime.date(year, month, last)
        return datetime.date(year, month, day), datetime.date(year, month, day)
    except ValueError:
        return None


def date_span(text: str) -> Span | None:
    """A date as ordinal days."""
    found = dates(text)
    return Span(found[0].toordinal(), found[1].toordinal()) if found else None


def duration(text: str) -> Duration | None:
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        return None
    return Duration(int(match.group(1)), match.group(2) + "s")  # type: ignore[arg-type]


def read_number(value: Any, fallback: At, problems: Collector) -> float | None:
    """A number in a rule file, or a problem."""
    found = number(value) if isinstance(value, str) else None
    if found is None:
        problems.error(
            at(value, fallback),
            "bad-number",
            f"{quoted(value)} is not a number",
            "write digits alone, such as 1.5, without a unit",
        )
    return found


def read_duration(value: Any, fallback: At, problems: Collector) -> Duration | None:
    """A length of time in a rule file, or a problem."""
    found = duration(value) if isinstance(value, str) else None
    if found is None:
        problems.error(
            at(value, fallback),
            "bad-duration",
            f"{quoted(value)} is not a length of time",
            "write it as '90 days', '2 weeks', '6 months' or '1 year'",
        )
    return found


def quoted(value: Any) -> str:
    """What was written, for a message: short, and named by its form where it is long."""
    if isinstance(value, str) and not value:
        return "nothing"
    text = _flow(value, 0) if isinstance(value, dict | list | tuple) else _line(value)
    if isinstance(value, dict | list | tuple) and len(text) > _SHOWN:
        return "a mapping" if isinstance(value, dict) else "a list"
    return f"'{text[: _SHOWN - 3]}...'" if len(text) > _SHOWN else f"'{text}'"


_SHOWN = 60


def _flow(value: Any, depth: int) -> str:
    """A small mapping or list on one line; a larger one is only known to be larger."""
    if depth > 3 or (isinstance(value, dict | list | tuple) and len(value) > _SHOWN):
        return "." * (_SHOWN + 1)
    if isinstance(value, dict):
        inner = (f"{_line(key)}: {_flow(one, depth + 1)}" for key, one in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_flow(one, depth + 1) for one in value)}]"
    return _line(value)


def _line(value: Any) -> str:
    return " ".join(str(value)[:1_000].split())
