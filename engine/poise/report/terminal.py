"""The plan as a clinician reads it in a terminal: a reason a line, the rest behind `poise why`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.plan import Item, Plan, PlanArgument
from poise.report.asking import question_rows, waiting_words
from poise.report.layout import Row, row
from poise.report.requested import option_names, request_name
from poise.report.weight import (
    anything_suggested,
    by_product,
    possible,
    pressing,
    shared_cautions,
    worth_telling,
)
from poise.report.words import (
    CANDIDACY_TITLES,
    LABEL_TITLES,
    STATUS_TITLES,
    Layer,
    arguments_against,
    changed,
    checklist_open,
    cited_ids,
    expected,
    headline,
    layers,
    main_reason,
    months,
    sign_off,
    unpublished,
    unsigned,
    until,
    when,
)
from poise.wording import plain

STYLES = {
    "advised": "green",
    "cautioned": "yellow",
    "discouraged": "dim",
    "on_hold": "cyan",
    "deferred": "magenta",
    "excluded": "red",
    "may_proceed": "bold green",
    "answers_needed": "bold cyan",
    "not_now": "bold magenta",
    "nothing_to_treat": "bold green",
}
MARKS = {
    "advised": "●",
    "cautioned": "◐",
    "discouraged": "○",
    "on_hold": "?",
    "deferred": "→",
    "excluded": "✗",
}
SECTIONS = (
    ("Suggested", ("advised", "cautioned")),
    ("Held back", ("on_hold", "deferred")),
    ("Not suggested", ("discouraged", "excluded")),
)
REVIEWS_SHOWN = 3


def plan_rows(plan: Plan, title: str = "") -> Iterator[Row]:
    """A plan, row by row."""
    yield from _head(plan, title)
    for name, statuses in SECTIONS:
        items = [one for one in worth_telling(plan) if one.status in statuses]
        folded = _possible(plan) if "on_hold" in statuses else ()
        shared = _shared(plan) if "advised" in statuses else ()
        yield from _section(name, [*_items(items, plan), *folded, *shared])
    yield from _section("Asked for", _requests(plan))
    yield from _section("Refer", _referrals(plan))
    yield from _section(*question_rows(plan))
    yield from _section("Consider", _considerations(plan))
    yield from _section("Before treatment", _before(plan))
    yield from _section("Schedule", _schedule(plan))
    yield from _section("What to expect", (row(one, indent=3) for one in expected(plan)))
    for layer in layers(plan.pack):
        yield from _section(layer.heading, _changes(layer))
    yield from _foot(plan)


def _section(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    told = list(rows)
    if told:
        yield row()
        yield row(name, "bold")
        yield from told


def _head(plan: Plan, title: str) -> Iterator[Row]:
    named = f"{plan.pack.title} {plan.pack.version}"
    stamp = f"{named} · {plan.assessment.date} · {sign_off(plan.pack)}"
    yield row(stamp, "dim")
    if title:
        yield row(title, "bold")
    status = plan.candidacy.status
    heading = (CANDIDACY_TITLES[status].upper(), STYLES[status])
    yield Row((heading, (f"  {plan.candidacy.because}", "")))
    found = headline(plan)
    if found:
        yield row(f"Found: {found}", "dim")


def _items(items: Iterable[Item], plan: Plan) -> Iterator[Row]:
    told: set[str] = set()
    shared = shared_cautions(plan)
    for item in items:
        yield from _item(item, plan)
        reason = main_reason(item)
        if reason is not None:
            yield _reason(reason, "", plan)
        for argument in arguments_against(item, reason, {one.rule for one in shared}):
            if argument.holds == "surely" or argument.rule not in told:
                style = "yellow" if argument.holds == "surely" else "cyan"
                yield _reason(argument, style, plan)
                told.add(argument.rule)


def _shared(plan: Plan) -> Iterator[Row]:
    """What holds for all that is suggested, told once below it."""
    shared = shared_cautions(plan)
    if shared:
        yield Row(((" ◐ ", STYLES["cautioned"]), ("For all of these", "bold")), hang=3)
    for argument in shared:
        yield _reason(argument, "yellow", plan)


def _possible(plan: Plan) -> Iterator[Row]:
    """What only an answer would call up, in one row."""
    named = by_product(possible(plan))
    told = "; ".join(f"{product}: {', '.join(areas)}" for product, areas in named.items())
    if told:
        said = (f"Not known yet whether there is a reason for any of these. {told}", "")
        yield Row(((f" {MARKS['on_hold']} ", STYLES["on_hold"]), said), hang=3)


def _item(item: Item, plan: Plan) -> Iterator[Row]:
    facts = [] if item.status == "advised" else [STATUS_TITLES[item.status]]
    if item.suggested:
        facts += [f"session {item.session}", LABEL_TITLES[item.label_status]]
        facts += [months(item.lasts_months)] if item.lasts_months else []
        facts += [] if item.asked_for else ["not asked for: worth discussing"]
    waiting = waiting_words(item, plan)
    facts += [waiting] if waiting else []
    mark = (f" {MARKS[item.status]} ", STYLES[item.status])
    yield Row((mark, (item.label, "bold"), (f"  {' · '.join(facts)}", "dim")), hang=3)
    if item.status in ("on_hold", "deferred") and not waiting and until(item, plan):
        yield row(until(item, plan), indent=3, hang=2)


def _reason(argument: PlanArgument, style: str, plan: Plan) -> Row:
    of = f"{option_names(argument.options, plan)}: " if argument.options else ""
    said = argument.sentence
    if argument.holds == "perhaps":
        said = f"{argument.title} (not known yet)"
    sources = f"  [{', '.join(cited_ids(argument, plan))}]" if argument.evidence else ""
    mark = unsigned(plan.pack, argument)
    return Row(((f"{of}{said}", style), (mark, "yellow"), (sources, "dim")), indent=3, hang=2)


def _requests(plan: Plan) -> Iterator[Row]:
    for one in plan.requests:
        purpose = f" for {plain(one.for_)}" if one.for_ else ""
        asked = f"{request_name(one, plan)}{purpose}: "
        answer = (STATUS_TITLES[one.status], STYLES[one.status])
        yield Row(((asked, ""), answer, (f". {one.because}", "")), indent=3, hang=2)


def _referrals(plan: Plan) -> Iterator[Row]:
    for one in plan.referrals:
        yield Row(((one.to, "bold"), (f" ({one.urgency}): {one.title}", "")), indent=3, hang=2)


def _considerations(plan: Plan) -> Iterator[Row]:
    """Those of this patient: what holds for every plan is not repeated on each."""
    for one in plan.considerations:
        if not one.general:
            yield row(one.text, indent=3, hang=2)


def _before(plan: Plan) -> Iterator[Row]:
    listed = checklist_open(plan)
    told = pressing(listed, plan)
    for requirement, lines in (one for one, now in zip(listed, told, strict=True) if now):
        more = f"; {len(lines) - 3} more" if len(lines) > 3 else ""
        detail = f": {'; '.join(lines[:3])}{more}" if lines else ""
        yield Row(((f"□ {requirement.title}", ""), (detail, "dim")), indent=3, hang=2)
    if not all(told) and plan.candidacy.status == "answers_needed":
        later = told.count(False)
        points = "1 point follows" if later == 1 else f"{later} points follow"
        yield row(f"{points} once something is suggested", "dim", 3)


def _schedule(plan: Plan) -> Iterator[Row]:
    for session in plan.schedule.sessions:
        if not anything_suggested(plan) and set(session.items) == set(session.provisional):
            continue
        names = "; ".join(
            item.label + (" (provisional)" if name in session.provisional else "")
            for name in session.items
            if (item := plan.item(name))
        )
        yield row(f"Session {session.session}, {when(session)}: {names}", indent=3, hang=2)
    reviews = plan.schedule.reviews
    for review in reviews[:REVIEWS_SHOWN]:
        span = str(review.from_) + ("" if review.from_ == review.to else f" to {review.to}")
        yield row(f"{span}: {review.purpose}", "dim", 3, 2)
    later = len(reviews) - REVIEWS_SHOWN
    if later > 0:
        yield row(f"and {later} later follow-up{'s' if later > 1 else ''}", "dim", 3)


def _changes(layer: Layer) -> Iterator[Row]:
    if not layer.changes:
        yield row("none", "dim", 3)
    for one in layer.changes:
        yield row(changed(one), "dim", 3, 2)


def _foot(plan: Plan) -> Iterator[Row]:
    yield row()
    yield row(plan.intended_use, "italic")
    if basis := unpublished(plan):
        yield row(basis, "dim")
    agreed = {True: "agreed", False: "disagree", None: "alone"}[plan.engine.agreed]
    engines = " and ".join(plan.engine.engines)
    packs = [f"pack {plan.pack.digest[:12]}"]
    packs += [f"on {one.base.id} {one.base.digest[:12]}" for one in layers(plan.pack)]
    stamp = f"Plan {plan.plan_id[:12]} · {' '.join(packs)} · {engines} {agreed}"
    yield row(stamp, "dim")
    for note in (plan.engine.note, *plan.notes):
        if note:
            yield row(note, "dim")
