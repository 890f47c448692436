"""Questions as they are put to a clinician: once for all sides or areas, once for a whole group."""

from __future__ import annotations

from dataclasses import dataclass

from poise.plan import Plan, Question

PLACES_SHOWN = 3
SETTLED = {
    "nothing_to_report": "is there anything to report?",
    "clinic_file": "once for every patient, in the clinic file.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put to a clinician: once for all the sides or areas it is about, and
    once for a group that one answer settles, whose facts are then told by their `labels`."""

    ask: str
    safety: bool
    touches: tuple[str, ...]
    labels: tuple[str, ...] = ()


def grouped_questions(plan: Plan) -> list[Asked]:
    """The questions that items and referrals wait on, in order; the checklist has its own place."""
    asked = [one for one in plan.questions if any(name != "treatment" for name in one.touches)]
    screens: dict[str, set[str]] = {}
    for one in asked:
        if one.screen is not None:
            screens.setdefault(one.screen.group, set()).add(one.label)
    grouped: dict[str, list[Question]] = {}
    for one in asked:
        several = one.screen is not None and len(screens[one.screen.group]) > 1
        grouped.setdefault(one.screen.group if several and one.screen else _stem(one), []).append(
            one
        )
    return [_asked(told) for told in grouped.values()]


def _stem(question: Question) -> str:
    """A question without its side or area."""
    stem, _, place = question.ask.rpartition(" (")
    return stem if place.endswith(")") else question.ask


def _asked(told: list[Question]) -> Asked:
    first, stem = told[0], _stem(told[0])
    labels = tuple(dict.fromkeys(one.label for one in told))
    places = [one.ask.removeprefix(f"{stem} (").removesuffix(")") for one in told]
    if len(labels) > 1 and first.screen is not None:
        ask = f"{first.screen.label}: {SETTLED[first.screen.by]}"
    else:
        ask = first.ask if len(told) == 1 else f"{stem} ({_places(places)})"
        labels = ()
    touches = tuple(sorted({name for one in told for name in one.touches if name != "treatment"}))
    return Asked(ask, any(one.safety for one in told), touches, labels)


def _places(places: list[str]) -> str:
    """The places that a question is about: all of a few, the first of many."""
    if len(places) <= PLACES_SHOWN + 1:
        return ", ".join(places)
    return f"{', '.join(places[:PLACES_SHOWN])} and {len(places) - PLACES_SHOWN} more"
