"""What becomes of the items of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from poise.diff.models import Shift
from poise.plan import Item, Plan, PlanArgument
from poise.planning.parts import Parts
from poise.report.words import LABEL_TITLES, STATUS_TITLES, main_reason

Pairs = list[tuple[Item, Item]]
"""Items that stand on both plans, and alike."""
Words = Callable[[Item], Mapping[str, str]]
"""What is told of an item, by what it is called."""
_HOLDING = {
    "answer": "an answer",
    "requirement": "a requirement",
    "both": "an answer and a requirement",
}


def stands(before: Mapping[str, Item], after: Mapping[str, Item]) -> Iterator[Shift]:
    """Items that come, go, or stand otherwise, each with the first reason on either plan."""
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if was is None or now is None or was.status != now.status:
            present = now or was
            assert present is not None
            yield Shift(
                label=present.label,
                before=STATUS_TITLES[was.status] if was else "",
                after=STATUS_TITLES[now.status] if now else "",
                was_because=_reason(was, now),
                because=_reason(now, was),
            )


def _reason(item: Item | None, other: Item | None) -> str:
    """The first reason; where it is that of the other plan too, the first that is not."""
    reason = main_reason(item) if item else None
    if item and other and reason and _among(reason, (main_reason(other),)):
        reason = next((one for one in item.arguments if not _among(one, other.arguments)), reason)
    return f"{reason.title} ({reason.rule})" if reason else ""


def told(words: Words, alike: Pairs) -> Iterator[Shift]:
    """Of items that stand as before, what is told otherwise."""
    for was, now in alike:
        for shift in shifts(words(was), words(now)):
            label = f"{now.label}: {shift.label}" if shift.label else now.label
            yield shift.model_copy(update={"label": label})


def shifts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Shift, ...]:
    return tuple(
        Shift(label=name, before=before.get(name, ""), after=after.get(name, ""))
        for name in dict.fromkeys((*after, *before))
        if before.get(name) != after.get(name)
    )


def reasons(alike: Pairs) -> Iterator[Shift]:
    """The rules that speak of an item on one plan only, by id or by title."""
    for was, now in alike:
        gone = [one for one in was.arguments if not _among(one, now.arguments)]
        come = [one for one in now.arguments if not _among(one, was.arguments)]
        if gone or come:
            said = ("; ".join(f"{one.title} ({one.rule})" for one in each) for each in (gone, come))
            yield Shift(label=now.label, before=next(said), after=next(said))


def _among(one: PlanArgument, others: Iterable[PlanArgument | None]) -> bool:
    return any(
        (one.verb, one.holds) == (other.verb, other.holds)
        and (one.rule == other.rule or one.title == other.title)
        for other in others
        if other is not None
    )


def sessions(plans: tuple[Plan | Parts, Plan | Parts], alike: Pairs) -> Iterator[Shift]:
    """Items that stand as before and come in another session, or on another day."""
    days = [_days(plan) for plan in plans]
    for was, now in alike:
        before, after = days[0].get(was.id, ""), days[1].get(now.id, "")
        if before != after:
            yield Shift(label=now.label, before=before, after=after)


def _days(plan: Plan | Parts) -> dict[str, str]:
    """For each item, its session and when that can be."""
    return {
        item: f"session {one.session}, from {one.earliest or one.after or 'then on'}"
        for one in plan.schedule.sessions
        for item in one.items
    }


# --- what is told of one item ----------------------------------------------------------------


def _options(item: Item) -> dict[str, str]:
    """Where each member stands on each side."""
    found = {}
    for one in item.candidates:
        goal = f" for {one.for_.replace('_', ' ')}" if one.for_ else ""
        side = f", {one.side}" if one.side else ""
        found[f"{one.label}{goal}{side}"] = STATUS_TITLES[one.status]
    return found


def _labels(item: Item) -> dict[str, str]:
    """What labels say of the item; of each member where that differs."""
    found = {one.label: LABEL_TITLES[one.label_status] for one in item.candidates}
    return {"": next(iter(found.values()))} if len(set(found.values())) == 1 else found


def _until(item: Item) -> dict[str, str]:
    said = (one.until for one in item.arguments if one.until and one.holds == "surely")
    found = "; ".join(sorted(set(said)))
    return {"": f"until {found}"} if found else {}


def _may_become(item: Item) -> dict[str, str]:
    best, worst = STATUS_TITLES[item.at_best], STATUS_TITLES[item.at_worst]
    held = f", held by {_HOLDING[item.held_by]}" if item.held_by else ""
    return {"": (best if best == worst else f"{best} to {worst}") + held}


def _lasts(item: Item) -> dict[str, str]:
    found = item.lasts_months
    if found is None:
        return {}
    towards = f", towards {found.towards}" if found.towards else ""
    return {"lasts": f"{found.from_:g} to {found.to:g} months{towards}"}


def _reviews(item: Item) -> dict[str, str]:
    when = sorted(f"{one.from_} to {one.to} after" for one in item.reviews)
    return {"follow-up": "; ".join(when)} if when else {}


ON_ITEMS: Mapping[str, Words] = {
    "options": _options,
    "labels": _labels,
    "until": _until,
    "may_become": _may_become,
    "lasts": _lasts,
    "reviews": _reviews,
}
