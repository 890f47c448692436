"""The follow-ups of a plan as an iCalendar file, without anything that tells whose they are."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from poise.canonical import digest
from poise.plan import DatedReview, Plan
from poise.report.pdf import ReportError


def calendar(plan: Plan) -> bytes:
    """One event for each follow-up, over the days on which it is due.

    An event is known by the assessment and by which follow-up it is, so that a plan that is drawn
    up again replaces its own events. It says what the follow-up is for, and neither a name, a
    title nor a treatment. Raises ReportError where there is no follow-up, or icalendar is missing.
    """
    if not plan.schedule.reviews:
        raise ReportError("the plan has no follow-ups, so there is no calendar to write")
    try:
        import icalendar
    except ModuleNotFoundError as error:
        raise ReportError(f"a calendar needs '{error.name}': pip install 'poise[report]'") from None
    made = icalendar.Calendar()
    made.add("prodid", f"-//Poise//Poise {plan.engine.version}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for review, uid in zip(plan.schedule.reviews, _uids(plan), strict=True):
        made.add_component(_event(icalendar, plan, review, uid))
    written: bytes = made.to_ical()
    return written


def _event(icalendar: Any, plan: Plan, review: DatedReview, uid: str) -> Any:
    event = icalendar.Event()
    event.add("uid", uid)
    assessed = datetime.datetime.combine(plan.assessment.date, datetime.time(), datetime.UTC)
    event.add("dtstamp", assessed)
    event.add("dtstart", review.from_)
    event.add("dtend", review.to + datetime.timedelta(days=1))
    event.add("summary", f"Follow-up: {review.purpose}")
    event.add(
        "description",
        f"After session {review.session}. Due on any of these days. Plan {plan.plan_id[:12]}.",
    )
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _uids(plan: Plan) -> Sequence[str]:
    """Known by the assessment, the session and the purpose; a second alike has a number."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for review in plan.schedule.reviews:
        name = digest((plan.assessment.digest, plan.pack.id, review.session, review.purpose))[:32]
        seen[name] = seen.get(name, 0) + 1
        found.append(f"{name}{f'-{seen[name]}' if seen[name] > 1 else ''}@poise")
    return found
