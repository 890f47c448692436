"""The timeline of a plan: sessions, follow-ups, and until when results are expected to last.

Time is drawn on a scale that is stretched near the start, where days matter, and narrow towards the
end, where months do.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from poise.conditions import Duration
from poise.durations import later
from poise.plan import Plan
from poise.report.words import months, when

LEFT, RIGHT = 300.0, 936.0
ROW = 30.0
TOP = 34.0
TICKS: tuple[tuple[str, Duration], ...] = (
    ("1 week", Duration(1, "weeks")),
    ("1 month", Duration(1, "months")),
    ("3 months", Duration(3, "months")),
    ("6 months", Duration(6, "months")),
    ("1 year", Duration(1, "years")),
    ("18 months", Duration(18, "months")),
    ("2 years", Duration(2, "years")),
    ("3 years", Duration(3, "years")),
    ("4 years", Duration(4, "years")),
)

Kind = Literal["session", "review", "lasting"]


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of the timeline: a day, or a span of days."""

    kind: Kind
    label: str
    dates: str
    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Bar:
    """A moment as it is drawn."""

    moment: Moment
    y: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    words: str
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that is drawn, in the units of its own view."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: float
    left: float = LEFT
    right: float = RIGHT
    top: float = TOP


def moments(plan: Plan) -> tuple[Moment, ...]:
    """Sessions with their follow-ups, and the span in which each result is expected to fade."""
    return tuple(_sessions(plan)) + tuple(_lasting(plan))


def timeline(plan: Plan) -> Timeline | None:
    """The drawing; None where no session has a day."""
    told = moments(plan)
    if not told:
        return None
    start = plan.assessment.date
    end = max(one.last for one in told)
    reach = max((end - start).days, 1)

    def across(day: datetime.date) -> float:
        share: float = max((day - start).days, 0) / reach
        return round(LEFT + (RIGHT - LEFT) * math.sqrt(share), 1)

    bars = tuple(
        Bar(one, TOP + ROW * (row + 0.5), across(one.first), across(one.last))
        for row, one in enumerate(told)
    )
    return Timeline(bars, tuple(_ticks(start, end, across)), TOP + ROW * len(told) + 8)


def _ticks(
    start: datetime.date, end: datetime.date, across: Callable[[datetime.date], float]
) -> Iterator[Tick]:
    last = -100.0
    for words, after in (("day 0", Duration(0, "days")), *TICKS):
        day = later(start, after)
        x = across(day)
        if day <= end and x - last >= 62:
            last = x
            yield Tick(words, x)


def _sessions(plan: Plan) -> Iterator[Moment]:
    for session in plan.schedule.sessions:
        if session.earliest is not None:
            day = session.earliest
            yield Moment("session", f"Session {session.session}", when(session), day, day)
        for review in plan.schedule.reviews:
            if review.session == session.session:
                span = f"{review.from_}" + ("" if review.from_ == review.to else f" to {review.to}")
                yield Moment("review", review.purpose, span, review.from_, review.to)


def _lasting(plan: Plan) -> Iterator[Moment]:
    days = {one.session: one.earliest for one in plan.schedule.sessions}
    for item in plan.items:
        day = days.get(item.session) if item.session is not None else None
        if item.suggested and item.lasts_months is not None and day is not None:
            first, last = (
                later(day, Duration(round(length), "months"))
                for length in (item.lasts_months.from_, item.lasts_months.to)
            )
            yield Moment("lasting", item.label, months(item.lasts_months), first, last)
