"""Then: what comes first, what shares a session, how long it lasts, when it is looked at again."""

from __future__ import annotations

import datetime
import re

from poise.gherkin.failures import StepError, unmet
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import then
from poise.gherkin.telling import holds_text, status_words
from poise.plan import Item, Plan, Session
from poise.wording import figure

TENDENCIES = {"longer": "longer", "shorter": "shorter", "both ends": "both", "neither end": None}


def _item(outcome: Outcome, written: str) -> Item:
    """The item that `PRODUCT for the AREA` names."""
    match = re.fullmatch(r"(.+?) (?:for|in) the (.+)", written)
    if match is None:
        raise StepError(f"'{written}' names no treatment; write 'PRODUCT for the AREA'")
    return outcome.one_item(match[1], match[2])


def _session(outcome: Outcome, item: Item) -> Session:
    for one in outcome.plan.schedule.sessions:
        if item.id in one.items:
            return one
    raise unmet(f"{item.label} in a session", (f"{item.label}: {status_words(item.status)}",))


def _sessions(plan: Plan) -> tuple[str, ...]:
    if not plan.schedule.sessions:
        return ("it has no session",)
    lines = []
    for one in plan.schedule.sessions:
        start = f"after {one.after}" if one.after else f"from {one.earliest}"
        lines.append(f"session {one.session}, {start}: {', '.join(one.items)}")
    return tuple(lines)


@then("TREATMENT comes before TREATMENT2")
def comes_before(poise_outcome: Outcome, treatment: str, treatment2: str) -> None:
    """In an earlier session, or before it in the same one."""
    first, second = _item(poise_outcome, treatment), _item(poise_outcome, treatment2)
    order = [name for one in poise_outcome.plan.schedule.sessions for name in one.items]
    for one in (first, second):
        _session(poise_outcome, one)
    if order.index(first.id) >= order.index(second.id):
        raise unmet(f"{first.label} to come before {second.label}", _sessions(poise_outcome.plan))


@then("TREATMENT is listed before TREATMENT2")
def listed_before(poise_outcome: Outcome, treatment: str, treatment2: str) -> None:
    """In the plan's own order: what matters more stands first."""
    first, second = _item(poise_outcome, treatment), _item(poise_outcome, treatment2)
    order = [item.id for item in poise_outcome.plan.items]
    if order.index(first.id) >= order.index(second.id):
        shown = [f"{one.label}: {status_words(one.status)}" for one in poise_outcome.plan.items]
        raise unmet(f"{first.label} to be listed before {second.label}", shown)


@then("TREATMENT and TREATMENT2 share a session")
def share(poise_outcome: Outcome, treatment: str, treatment2: str) -> None:
    """Both are in one session."""
    first, second = _item(poise_outcome, treatment), _item(poise_outcome, treatment2)
    if _session(poise_outcome, first) != _session(poise_outcome, second):
        raise unmet(
            f"{first.label} and {second.label} in one session", _sessions(poise_outcome.plan)
        )


@then("TREATMENT and TREATMENT2 are in different sessions")
def apart(poise_outcome: Outcome, treatment: str, treatment2: str) -> None:
    """Each is in a session of its own."""
    first, second = _item(poise_outcome, treatment), _item(poise_outcome, treatment2)
    if _session(poise_outcome, first) == _session(poise_outcome, second):
        raise unmet(
            f"{first.label} and {second.label} in different sessions",
            _sessions(poise_outcome.plan),
        )


@then("there (is|are) NUMBER (session|sessions)")
def number_of_sessions(poise_outcome: Outcome, number: str) -> None:
    """How many sessions the plan has."""
    found = poise_outcome.plan.schedule.sessions
    if len(found) != int(number):
        raise unmet(f"to have {number} sessions", _sessions(poise_outcome.plan))


@then("the session of TREATMENT is not before DATE")
def not_before(poise_outcome: Outcome, treatment: str, date: str) -> None:
    """The earliest day of its session is this day, or it waits for an event."""
    item = _item(poise_outcome, treatment)
    session = _session(poise_outcome, item)
    wanted = datetime.date.fromisoformat(date)
    if session.earliest is not None and session.earliest < wanted:
        raise unmet(f"{item.label} not before {date}", _sessions(poise_outcome.plan))


@then("the session of TREATMENT is from DATE")
def begins(poise_outcome: Outcome, treatment: str, date: str) -> None:
    """The earliest day of its session is this day, and no later one."""
    item = _item(poise_outcome, treatment)
    if _session(poise_outcome, item).earliest != datetime.date.fromisoformat(date):
        raise unmet(f"{item.label} from {date}", _sessions(poise_outcome.plan))


@then('a review of TREATMENT is due[ after LENGTH[ to LENGTH2]][ for "TEXT"]')
def review(poise_outcome: Outcome, treatment: str, length: str, length2: str, text: str) -> None:
    """A follow-up of it, counted from the treatment, and what for."""
    item = _item(poise_outcome, treatment)
    for one in item.reviews:
        fits = not length or (one.from_ == length and one.to == (length2 or length))
        if fits and holds_text(text, one.purpose):
            return
    shown = [f"after {one.from_} to {one.to}: {one.purpose} ({one.rule})" for one in item.reviews]
    wanted = f"a review of {item.label}" + (f" after {length}" if length else "")
    wanted += f" to {length2}" if length2 else ""
    raise unmet(f'{wanted} for "{text}"' if text else wanted, shown or ("no review of it",))


@then("the result of TREATMENT lasts from MONTHS to MONTHS2 months[, towards TENDENCY]")
def lasts(poise_outcome: Outcome, treatment: str, months: str, months2: str, tendency: str) -> None:
    """The published range, and towards which end of it for this patient."""
    item = _item(poise_outcome, treatment)
    found = item.lasts_months
    expected = f"the result of {item.label} to last from {months} to {months2} months"
    if found is None:
        raise unmet(expected, ("nothing is said of how long it lasts",))
    towards = next(words for words, end in TENDENCIES.items() if end == found.towards)
    shown = f"from {figure(found.from_)} to {figure(found.to)} months, towards {towards}"
    if (found.from_, found.to) != (float(months), float(months2)):
        raise unmet(expected, (shown, *found.because))
    if tendency and TENDENCIES[tendency] != found.towards:
        raise unmet(f"{expected}, towards {tendency}", (shown, *found.because))
