"""A difference in words as Markdown, for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.diff.headings import MEANS, by_id, head, meaning, named, sections, summary
from poise.diff.models import LISTED, Answered, Change, Declared, PackDiff, PlanDifference, Shown
from poise.diff.shown import ABSENT, REST, beside_items, of_plan, verdict
from poise.report.markdown import escaped

ROWS = 8
"""So many items have a row of their own under one assessment."""
OPEN = 10
"""So many answers are shown at once; of more the rest is folded."""


def markdown(diff: PackDiff) -> str:
    """The whole difference."""
    lines = [f"# {escaped(named(diff.old))} → {escaped(named(diff.new))}", ""]
    lines += [f"- {escaped(line)}" for line in summary(diff)]
    come_to = by_id(diff)
    for heading, listed in sections(diff):
        lines += ["", f"## {heading}", ""]
        for one in listed:
            lines += _declared(one, come_to.pop((one.what, one.id), None))
    if diff.means:
        lines += ["", f"## Rules that {MEANS}", ""]
        lines += [f"- {escaped(line)}" for line in meaning(diff)]
    for left in come_to.values():
        lines += ["", f"## {escaped(left.title)}", "", *_verdict(left)]
    lines += _plans(diff)
    return "\n".join(_without_doubles(lines)) + "\n"


def _declared(one: Declared, told: Change | None) -> Iterator[str]:
    if not one.fields and told is None:
        yield f"- {escaped(head(one))}"
        return
    yield from ("", f"### {escaped(head(one))}", "")
    if one.fields:
        yield from ("| field | before | after |", "|---|---|---|")
    for each in one.fields:
        yield f"| {escaped(each.field)} | {_cell(each.before)} | {_cell(each.after)} |"
    yield from ("", *_verdict(told))


def _cell(value: str) -> str:
    return "listed" if value == LISTED else escaped(value) or "—"


# --- what a change comes to ------------------------------------------------------------------


def _verdict(told: Change | None) -> Iterator[str]:
    if told is None:
        return
    if told.verdict != "differs":
        yield f"**{escaped(verdict(told))}**"
    for shown in told.shown:
        yield from ("", "The smallest assessment that shows it:", "", *_answers(shown))
        if shown.plan.items:
            yield from ("", "The two plans:", "", "| item | before | after |", "|---|---|---|")
            yield from _items(shown)
        yield from ("", *(f"- {escaped(line)}" for line in beside_items(shown)))


def _answers(shown: Shown) -> Iterator[str]:
    """Those on which the change rests first; the rest folded, where there are many."""
    read = [one for one in shown.answers if one.read]
    rest = [one for one in shown.answers if not one.read]
    if len(shown.answers) <= OPEN or not read:
        read, rest = [*read, *rest], []
    yield from _asked(read)
    if rest:
        yield from ("", f"<details><summary>and {REST.format(len(rest))}</summary>", "")
        yield from (*_asked(rest), "", "</details>")


def _asked(answers: Iterable[Answered]) -> Iterator[str]:
    yield from ("| asked | answer |", "|---|---|")
    told = [f"| {escaped(one.label)} | {escaped(one.value)} |" for one in answers]
    yield from told or ["| nothing at all is recorded | |"]


def _items(shown: Shown) -> Iterator[str]:
    for one in shown.plan.items[:ROWS]:
        yield (
            f"| {escaped(one.label)} | {_stood(one.before, one.was_because)} "
            f"| {_stood(one.after, one.because)} |"
        )
    rest = shown.plan.items[ROWS:]
    if rest:
        yield f"| and {len(rest)} more: {escaped('; '.join(one.label for one in rest))} | | |"


def _stood(status: str, because: str) -> str:
    if not status:
        return ABSENT
    return f"**{escaped(status)}**" + (f"<br>{escaped(because)}" if because else "")


# --- what becomes of given plans -------------------------------------------------------------


def _plans(diff: PackDiff) -> Iterator[str]:
    if diff.moved:
        yield from ("", "## How many of the given plans move which item", "")
        yield from ("| item | before | after | plans |", "|---|---|---|--:|")
        for one in diff.moved:
            yield (
                f"| {escaped(one.label)} | {escaped(one.before or ABSENT)} "
                f"| {escaped(one.after or ABSENT)} | {one.plans} |"
            )
    changed = [plan for plan in diff.plans if plan.changes or plan.reasons]
    if changed:
        yield from ("", "## Plans that change")
    for plan in changed:
        yield from _plan(plan)


def _plan(plan: PlanDifference) -> Iterator[str]:
    title = f": {plan.title}" if plan.title else ""
    yield from ("", f"### {escaped(plan.file + title)}", "")
    yield from (f"- {escaped(line)}" for line in of_plan(plan))


def _without_doubles(lines: list[str]) -> Iterator[str]:
    """No two empty lines in a row."""
    before = "-"
    for line in lines:
        if line or before:
            yield line
        before = line
