"""The plan as a clinician reads it in a terminal: a reason a line, the rest behind `poise why`."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from poise.plan import Item, Plan, PlanArgument, Question, Requirement
from poise.report.words import (
    STATUS_TITLES,
    arguments_against,
    checklist_open,
    expected,
    grouped_questions,
    main_reason,
    months,
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


def print_plan(plan: Plan, console: Console, title: str = "") -> None:
    """Print a plan."""
    for part in _parts(plan, title):
        console.print(part)


def _parts(plan: Plan, title: str) -> Iterable[RenderableType]:
    yield _head(plan, title)
    yield from _section("Suggested", [one for one in plan.items if one.suggested], plan)
    waiting = [one for one in plan.items if one.status in ("on_hold", "deferred")]
    yield from _section("Held back", waiting, plan)
    against = [one for one in plan.items if one.status in ("discouraged", "excluded")]
    yield from _section("Not suggested", against, plan)
    yield from _requests(plan)
    yield from _referrals(plan)
    yield from _questions(plan)
    yield from _before(plan)
    yield from _schedule(plan)
    yield from _expect(plan)
    yield _foot(plan)


def _head(plan: Plan, title: str) -> RenderableType:
    status = plan.candidacy.status
    lines = Text()
    if title:
        lines.append(f"{title}\n", style="bold")
    lines.append(f"{status.replace('_', ' ').upper()}  ", style=STYLES[status])
    lines.append(plan.candidacy.because)
    for finding in _headline(plan):
        lines.append(f"\n  {finding}", style="dim")
    signed = "signed off" if plan.pack.sign_off else "not signed off by a clinician"
    return Group(
        Rule(
            f"{plan.pack.title} {plan.pack.version} · {plan.assessment.date} · {signed}",
            align="left",
            style="dim",
        ),
        lines,
    )


def _headline(plan: Plan) -> list[str]:
    sure = [f"{one.label}: {one.value}" for one in plan.findings if one.holds == "surely"]
    shown = sure[:6]
    more = len(sure) - len(shown)
    return ["; ".join(shown) + (f"; {more} more" if more else "")] if shown else []


def _section(name: str, items: list[Item], plan: Plan) -> Iterable[RenderableType]:
    if not items:
        return
    yield Text(f"\n{name}", style="bold")
    for item in items:
        yield from _item(item, plan)


def _item(item: Item, plan: Plan) -> Iterable[RenderableType]:
    head = Table.grid(padding=(0, 2), expand=False)
    name = Text(f" {MARKS[item.status]} ", style=STYLES[item.status])
    name.append(item.label, style="bold")
    facts = [STATUS_TITLES[item.status]] if item.status != "advised" else []
    if item.suggested:
        facts += [f"session {item.session}", item.label_status.replace("_", " ")]
        facts += [months(item.lasts_months)] if item.lasts_months else []
        facts += [] if item.asked_for else ["not asked for: worth discussing"]
    head.add_row(name, Text(" · ".join(facts), style="dim"))
    yield head
    if item.status in ("on_hold", "deferred") and until(item, plan):
        yield _indented(until(item, plan))
    reason = main_reason(item)
    if reason is not None:
        yield _reason(reason)
    for argument in arguments_against(item, reason):
        yield _reason(argument, "yellow" if argument.holds == "surely" else "cyan")


def _reason(argument: PlanArgument, style: str = "") -> RenderableType:
    text = Text(argument.sentence, style=style)
    if argument.options:
        text = Text(f"{', '.join(map(plain, argument.options))}: {argument.sentence}", style=style)
    if argument.holds == "perhaps":
        text.append(" (not known yet)", style="dim")
    if argument.evidence:
        text.append(f"  [{', '.join(argument.evidence[:4])}]", style="dim")
    return _indented(text)


def _indented(text: Text | str, by: int = 3) -> RenderableType:
    return Padding(text if isinstance(text, Text) else Text(text), (0, 0, 0, by), expand=False)


def _requests(plan: Plan) -> Iterable[RenderableType]:
    if not plan.requests:
        return
    yield Text("\nAsked for", style="bold")
    for one in plan.requests:
        purpose = f" for {one.for_.replace('_', ' ')}" if one.for_ else ""
        text = Text(f"{one.product.replace('_', ' ')}, {one.area.replace('_', ' ')}{purpose}: ")
        text.append(STATUS_TITLES[one.status], style=STYLES[one.status])
        text.append(f" - {one.because}")
        yield _indented(text)


def _referrals(plan: Plan) -> Iterable[RenderableType]:
    if not plan.referrals:
        return
    yield Text("\nRefer", style="bold")
    for one in plan.referrals:
        text = Text(f"{one.to}", style="bold")
        text.append(f" ({one.urgency}): {one.title}", style="")
        yield _indented(text)


def _questions(plan: Plan) -> Iterable[RenderableType]:
    asked = grouped_questions(plan)
    if not asked:
        return
    waiting = {item for one in asked for item in one.touches}
    yield Text(f"\nAsk first: {_waiting(len(waiting), len(asked))}", style="bold")
    for number, one in enumerate(asked[:6], start=1):
        yield _indented(_question(number, one, plan))
    if len(asked) > 6:
        yield _indented(Text(f"and {len(asked) - 6} more", style="dim"))


def _waiting(items: int, answers: int) -> str:
    what = "1 item waits" if items == 1 else f"{items} items wait"
    return f"{what} on {answers} {'answer' if answers == 1 else 'answers'}"


def _question(number: int, question: Question, plan: Plan) -> Text:
    text = Text(f"{number}. {question.ask}")
    marks = ["safety"] if question.safety else []
    labels = [item.label for name in question.touches if (item := plan.item(name))]
    marks += ["; ".join(labels[:2]) + (f"; {len(labels) - 2} more" if len(labels) > 2 else "")]
    text.append(f"  ({', '.join(mark for mark in marks if mark)})", style="dim")
    return text


def _before(plan: Plan) -> Iterable[RenderableType]:
    missing = checklist_open(plan)
    if not missing:
        return
    yield Text("\nBefore treatment", style="bold")
    for requirement, lines in missing:
        yield _indented(_requirement(requirement, lines))


def _requirement(requirement: Requirement, lines: list[str]) -> Text:
    text = Text(f"□ {requirement.title}")
    text.append(f": {'; '.join(lines[:3])}", style="dim")
    if len(lines) > 3:
        text.append(f"; {len(lines) - 3} more", style="dim")
    return text


def _schedule(plan: Plan) -> Iterable[RenderableType]:
    if not plan.schedule.sessions:
        return
    yield Text("\nSchedule", style="bold")
    for session in plan.schedule.sessions:
        names = [item.label for name in session.items if (item := plan.item(name))]
        provisional = len(session.provisional) == len(session.items)
        text = Text(f"Session {session.session}, {when(session)}: ", style="")
        text.append("; ".join(names))
        if provisional:
            text.append(" (provisional)", style="dim")
        yield _indented(text)
    for review in plan.schedule.reviews[:4]:
        span = f"{review.from_}" + ("" if review.from_ == review.to else f" to {review.to}")
        yield _indented(Text(f"{span}: {review.purpose}", style="dim"))


def _expect(plan: Plan) -> Iterable[RenderableType]:
    shown = expected(plan)
    if not shown:
        return
    yield Text("\nWhat to expect", style="bold")
    for one in shown:
        yield _indented(one)


def _foot(plan: Plan) -> RenderableType:
    engines = " and ".join(plan.engine.engines)
    agreed = {True: "agreed", False: "disagree", None: "alone"}[plan.engine.agreed]
    text = Text(f"\n{plan.intended_use}", style="italic")
    text.append(
        f"\nPlan {plan.plan_id[:12]} · pack {plan.pack.digest[:12]} · {engines} {agreed}",
        style="dim",
    )
    for note in plan.notes:
        text.append(f"\n{note}", style="dim")
    return text
