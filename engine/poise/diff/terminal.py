"""A difference in words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from poise.diff.headings import MEANS, by_id, head, meaning, named, sections, summary
from poise.diff.models import Change, PackDiff
from poise.diff.shown import answer_lines, edited, lines, of_plan, verdict
from poise.diff.shown import change as shift


def text(diff: PackDiff) -> str:
    """The whole difference, line by line."""
    told = [f"{named(diff.old)}  ->  {named(diff.new)}", *summary(diff)]
    come_to = by_id(diff)
    for heading, listed in sections(diff):
        told += ["", heading]
        for one in listed:
            told.append(f"  {head(one)}")
            told += [f"    {each.field}: {edited(each.before, each.after)}" for each in one.fields]
            told += [f"    {line}" for line in _verdict(come_to.pop((one.what, one.id), None))]
    if diff.means:
        told += ["", f"Rules that {MEANS}", *(f"  {line}" for line in meaning(diff))]
    for left in come_to.values():
        told += ["", left.title, *(f"  {line}" for line in _verdict(left))]
    if diff.moved:
        told += ["", "How many of the given plans move which item", *_table(diff)]
    for plan in diff.plans:
        if plan.changes or plan.reasons:
            told += ["", f"{plan.file}{f': {plan.title}' if plan.title else ''}"]
            told += [f"  {line}" for line in of_plan(plan)]
    return "\n".join(told)


def _verdict(told: Change | None) -> Iterator[str]:
    if told is None:
        return
    if told.verdict != "differs":
        yield f"=> {verdict(told)}"
    for shown in told.shown:
        first, *more = answer_lines(shown)
        yield f"=> the smallest assessment that shows it: {first}"
        yield from (f"     {line}" for line in (*more, *lines(shown)))


def _table(diff: PackDiff) -> Iterator[str]:
    for one in diff.moved:
        yield f"  {one.plans:4}  {one.label}: {shift(one.before, one.after)}"
