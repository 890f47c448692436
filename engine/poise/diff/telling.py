"""A difference in words: for a terminal, and as Markdown for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from poise.diff.models import (
    LISTED,
    Change,
    Decisions,
    Declared,
    PackDiff,
    PackNamed,
    Shown,
    Verdict,
)
from poise.diff.shown import answers, beside_items, change, of_plan, verdict
from poise.diff.shown import lines as shown_lines
from poise.report.markdown import escaped
from poise.wording import plain

HOWS = ("changed", "added", "gone")
ROWS = 8
"""So many items have a row of their own under one assessment."""
SHOWN = 12
"""How many rules are named that read as before."""
_MEANS = "read as before and speak of other treatments than before"
_COMES_TO: Mapping[Verdict, tuple[str, str]] = {
    "differs": ("moves plans", "move plans"),
    "reasons": ("changes only reasons or questions", "change only reasons or questions"),
    "same": ("means the same as before", "mean the same as before"),
    "words": ("is in words only", "are in words only"),
    "not_decided": ("is not decided", "are not decided"),
}
_NAMED = ("area", "product", "member", "area_group", "product_group")
"""What rules may name as a class or a group."""


def summary(diff: PackDiff) -> Iterator[str]:
    """The whole in a few sentences."""
    counts: Counter[tuple[bool, str]] = Counter((one.what == "rule", one.how) for one in diff.says)
    rules = [f"{counts[True, how]} {how}" for how in HOWS if counts[True, how]]
    rest = sum(count for (rule, _), count in counts.items() if not rule)
    told = [f"Rules: {', '.join(rules)}." if rules else "No rule says anything else."]
    told += [f"{_many(rest, 'other thing')} said otherwise."] if rest else []
    if diff.means:
        told.append(f"{_many(len(diff.means), 'rule')} {_MEANS}.")
    yield " ".join(told)
    if diff.decisions is not None and (diff.says or diff.means):
        yield from _decided(diff.decisions)
    if diff.plans:
        changed = sum(one.changes for one in diff.plans)
        verb = "changes" if changed == 1 else "change"
        yield f"{changed} of {_many(len(diff.plans), 'plan')} {verb}."


def _decided(told: Decisions) -> Iterator[str]:
    """What all changes together come to, over every assessment there can be."""
    counts = Counter(one.verdict for one in told.changes)
    if told.same:
        yield "No assessment can tell the two packs apart: proved."
        return
    said = [
        f"one change {one}" if counts[verdict] == 1 else f"{counts[verdict]} changes {many}"
        for verdict, (one, many) in _COMES_TO.items()
        if counts[verdict]
    ]
    if said:
        yield f"Over every assessment there can be: {'; '.join(said)}."
    yield from told.apart


def text(diff: PackDiff) -> str:
    """For a terminal."""
    lines = [f"{_named(diff.old)}  ->  {_named(diff.new)}", *summary(diff)]
    come_to = _by_id(diff)
    for heading, listed in _sections(diff):
        lines += ["", heading]
        for one in listed:
            lines.append(f"  {_head(one)}")
            lines += [f"    {each.field}: {change(each.before, each.after)}" for each in one.fields]
            lines += [f"    {line}" for line in _verdict(come_to.pop((one.what, one.id), None))]
    if diff.means:
        lines += ["", f"Rules that {_MEANS}", *(f"  {line}" for line in _meaning(diff))]
    for left in come_to.values():
        lines += ["", left.title, *(f"  {line}" for line in _verdict(left))]
    if diff.moved:
        lines += ["", "How many of the given plans move which item", *_table(diff)]
    for plan in diff.plans:
        if plan.changes or plan.reasons:
            lines += ["", f"{plan.file}{f': {plan.title}' if plan.title else ''}"]
            lines += [f"  {line}" for line in of_plan(plan)]
    return "\n".join(lines)


def _verdict(told: Change | None) -> Iterator[str]:
    if told is None:
        return
    if told.verdict != "differs":
        yield f"=> {verdict(told)}"
    for shown in told.shown:
        yield f"=> the smallest assessment that shows it: {answers(shown)}"
        yield from (f"     {line}" for line in shown_lines(shown))


def _table(diff: PackDiff) -> Iterator[str]:
    for one in diff.moved:
        yield f"  {one.plans:4}  {one.label}: {change(one.before, one.after)}"


def markdown(diff: PackDiff) -> str:
    """For a pull request."""
    lines = [f"# {escaped(_named(diff.old))} → {escaped(_named(diff.new))}", ""]
    lines += [f"- {escaped(line)}" for line in summary(diff)]
    come_to = _by_id(diff)
    for heading, listed in _sections(diff):
        lines += ["", f"## {heading}", ""]
        for one in listed:
            told = come_to.pop((one.what, one.id), None)
            if not one.fields and told is None:
                lines.append(f"- {escaped(_head(one))}")
                continue
            lines += ["", f"### {escaped(_head(one))}", ""]
            if one.fields:
                lines += ["| field | before | after |", "|---|---|---|"]
            lines += [
                f"| {escaped(each.field)} | {_cell(each.before)} | {_cell(each.after)} |"
                for each in one.fields
            ]
            lines += ["", *_verdict_in_markdown(told)]
    if diff.means:
        lines += ["", f"## Rules that {_MEANS}", ""]
        lines += [f"- {escaped(line)}" for line in _meaning(diff)]
    for left in come_to.values():
        lines += ["", f"## {escaped(left.title)}", "", *_verdict_in_markdown(left)]
    lines += _plans_in_markdown(diff)
    return "\n".join(_without_doubles(lines)) + "\n"


def _verdict_in_markdown(told: Change | None) -> Iterator[str]:
    if told is None:
        return
    if told.verdict != "differs":
        yield f"**{escaped(verdict(told))}**"
    for shown in told.shown:
        yield from ("", "The smallest assessment that shows it:", "")
        yield from ("| asked | answer |", "|---|---|")
        for one in shown.answers:
            yield f"| {escaped(one.label)} | {escaped(one.value)} |"
        if not shown.answers:
            yield "| nothing at all is recorded | |"
        yield ""
        if shown.plan.items:
            yield from ("| item | before | after |", "|---|---|---|")
            yield from _items_in_markdown(shown)
            yield ""
        yield from (f"- {escaped(line)}" for line in beside_items(shown))


def _items_in_markdown(shown: Shown) -> Iterator[str]:
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
        return "not on the plan"
    return f"**{escaped(status)}**" + (f"<br>{escaped(because)}" if because else "")


def _plans_in_markdown(diff: PackDiff) -> list[str]:
    lines = []
    if diff.moved:
        lines += ["", "## How many of the given plans move which item", ""]
        lines += ["| item | before | after | plans |", "|---|---|---|--:|"]
        lines += [
            f"| {escaped(one.label)} | {escaped(one.before or 'not on the plan')} "
            f"| {escaped(one.after or 'not on the plan')} | {one.plans} |"
            for one in diff.moved
        ]
    changed = [plan for plan in diff.plans if plan.changes or plan.reasons]
    if changed:
        lines += ["", "## Plans that change"]
    for plan in changed:
        title = f": {plan.title}" if plan.title else ""
        lines += ["", f"### {escaped(plan.file + title)}", ""]
        lines += [f"- {escaped(line)}" for line in of_plan(plan)]
    return lines


def _by_id(diff: PackDiff) -> dict[tuple[str, str], Change]:
    """What each change comes to, by what it is a change of."""
    changes = () if diff.decisions is None else diff.decisions.changes
    return {(one.what, ", ".join(one.ids)): one for one in changes}


def _sections(diff: PackDiff) -> Iterator[tuple[str, list[Declared]]]:
    """What is said otherwise, rules first."""
    for rules, noun in ((True, "Rules"), (False, "Everything else")):
        for how in HOWS:
            told = [one for one in diff.says if one.how == how and (one.what == "rule") == rules]
            if told:
                yield f"{noun} {'that are gone' if how == 'gone' else how}", told


def _meaning(diff: PackDiff) -> Iterator[str]:
    """Why rules mean something else, and which they are."""
    news = [f"{_head(one)} ({one.how})" for one in diff.says if one.what in _NAMED]
    if news:
        yield f"They name a class or a group to which this belongs: {'; '.join(news)}"
    more = f" and {len(diff.means) - SHOWN} more" if len(diff.means) > SHOWN else ""
    yield ", ".join(diff.means[:SHOWN]) + more


def _head(one: Declared) -> str:
    if one.what == "pack":
        return "The pack itself"
    noun = "" if one.what == "rule" else f"{plain(one.what)} "
    return f"{noun}{one.id}: {one.title}" if one.title != one.id else f"{noun}{one.id}"


def _named(pack: PackNamed) -> str:
    return f"{pack.id} {pack.version} ({pack.digest[:12]})"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _cell(value: str) -> str:
    return "yes" if value == LISTED else escaped(value)


def _without_doubles(lines: list[str]) -> Iterator[str]:
    """No two empty lines in a row."""
    before = "-"
    for line in lines:
        if line or before:
            yield line
        before = line
