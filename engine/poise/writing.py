"""An assessment written back as a document that reads as the same assessment.

For cases to replay and for examples that Poise finds: dotted names, in the vocabulary's words.
"""

from __future__ import annotations

import calendar
import datetime
from typing import Any

from poise.answers import Record
from poise.assessment import SCREENED, Assessment, Request
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State
from poise.vocabulary import (
    BOTH,
    GOALS,
    Choice,
    Choices,
    Date,
    Grade,
    Kind,
    Records,
    Vocabulary,
)
from poise.wording import figure


def document(assessment: Assessment, vocabulary: Vocabulary) -> dict[str, Any]:
    """Plain JSON data; reading it gives the same states, records, requests and goals."""
    written: dict[str, Any] = {"date": assessment.date.isoformat()}
    if assessment.title:
        written["title"] = assessment.title
    written |= dict.fromkeys(assessment.screened, SCREENED)
    for name, state in sorted(assessment.states.items()):
        declared = vocabulary.facts[vocabulary.split(name)[0]]
        if state is not UNKNOWN or declared.group in assessment.screened:
            written[name] = answer(declared.kind, state)
    if assessment.goals:
        open_ones = [one for one in written[GOALS] if one == "unknown"]
        written[GOALS] = [*assessment.goals, *open_ones]
    for fact in vocabulary.facts.values():
        if isinstance(fact.kind, Records):
            records = assessment.records.get(fact.id)
            if records is not None:
                written[fact.id] = [_record(fact.kind, record) for record in records]
            elif fact.group in assessment.screened:
                written[fact.id] = "unknown"
    if assessment.requests:
        written["requests"] = [_request(one) for one in assessment.requests]
    return written


def answer(kind: Kind, state: State) -> Any:
    """One answer in the words of its kind; what is known in part is written as far as it goes."""
    match state:
        case Span(low, high) if isinstance(kind, Grade):
            return kind.scale.levels[int(low)] if low == high else "unknown"
        case Span(low, high) if isinstance(kind, Date):
            return _date(int(low), int(high))
        case Span(low, high):
            return float(figure(low)) if low == high else "unknown"
        case Possible(values):
            return _choice(kind, values)
        case Members(sure, perhaps):
            return _listed(kind, sure, perhaps)
    return "unknown"


def _listed(kind: Kind, sure: frozenset[str], perhaps: frozenset[str]) -> list[str]:
    """What is sure; what may be besides, by a name that stands for it, or else `unknown`."""
    assert isinstance(kind, Choices)
    left = perhaps.difference(*(kind.meaning(name) for name in sure))
    above: list[str] = []
    for name in sorted(kind.below, key=lambda one: (len(kind.below[one]), one)):
        exact = {one for one in kind.below[name] if not kind.below.get(one)}
        if exact & sure and exact & left and exact <= sure | perhaps:
            above.append(name)
            left -= exact
    return [*sorted(sure), *(["unknown"] if left else above)]


def _choice(kind: Kind, values: frozenset[str]) -> str:
    if len(values) == 1:
        return next(iter(values))
    names = kind.below if isinstance(kind, Choice) else {}
    return next((name for name in sorted(names) if names[name] == values), "unknown")


def _date(low: int, high: int) -> str:
    first, last = datetime.date.fromordinal(low), datetime.date.fromordinal(high)
    if first == last:
        return first.isoformat()
    if first.year == last.year and first.month == last.month:
        whole = calendar.monthrange(first.year, first.month)[1]
        return f"{first:%Y-%m}" if last.day <= whole else first.isoformat()
    return f"{first:%Y}" if first.year == last.year else "unknown"


def _record(kind: Records, record: Record) -> dict[str, Any]:
    return {
        name: answer(kind.fields[name], state)
        for name, state in sorted(record.fields.items())
        if state is not NOT_APPLICABLE and (state is not UNKNOWN or _is_side(kind.fields[name]))
    }


def _is_side(kind: Kind) -> bool:
    """A side that is left out stands for both: one that is not known has to be said."""
    return isinstance(kind, Choice) and BOTH in kind.options


def _request(request: Request) -> dict[str, Any]:
    written: dict[str, Any] = {"product": request.product, "area": request.area}
    if request.side:
        written["side"] = request.side
    if request.goal:
        written["for"] = request.goal
    if request.amount is not None:
        written["amount"] = f"{figure(request.amount)} {request.unit}".strip()
    return written
