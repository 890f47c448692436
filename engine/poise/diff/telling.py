"""A difference in words: for a terminal, and as Markdown for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from poise.diff.models import LISTED, Declared, PackDiff, PackNamed, PlanDifference, Shift
from poise.report.markdown import escaped
from poise.wording import plain

HOWS = ("changed", "added", "gone")
SHOWN = 12
"""How many rules are named that read as before."""
_MEANS = "read as before and speak of other treatments than before"
_NAMED = ("area", "product", "member", "area_group", "product_group")
"""What rules may name as a class or a group."""


def summary(diff: PackDiff) -> Iterator[str]:
    """The whole in a sentence or two."""
    counts: Counter[tuple[bool, str]] = Counter((one.what == "rule", one.how) for one in diff.says)
    rules = [f"{counts[True, how]} {how}" for how in HOWS if counts[True, how]]
    rest = sum(count for (rule, _), count in counts.items() if not rule)
    told = [f"Rules: {', '.join(rules)}." if rules else "No rule says anything else."]
    told += [f"{_many(rest, 'other thing')} said otherwise."] if rest else []
    if diff.means:
        told.append(f"{_many(len(diff.means), 'rule')} {_MEANS}.")
    yield " ".join(told)
    if diff.plans:
        changed = sum(one.changes for one in diff.plans)
        verb = "changes" if changed == 1 else "change"
        yield f"{changed} of {_many(len(diff.plans), 'plan')} {verb}."


def text(diff: PackDiff) -> str:
    """For a terminal."""
    lines = [f"{_named(diff.old)}  ->  {_named(diff.new)}", *summary(diff)]
    for heading, listed in _sections(diff):
        lines += ["", heading]
        for one in listed:
            lines.append(f"  {_head(one)}")
            lines += [
                f"    {each.field}: {_change(each.before, each.after)}" for each in one.fields
            ]
    if diff.means:
        lines += ["", f"Rules that {_MEANS}", *(f"  {line}" for line in _meaning(diff))]
    for plan in diff.plans:
        if plan.changes:
            lines += ["", f"{plan.file}{f': {plan.title}' if plan.title else ''}"]
            lines += [f"  {line}" for line in _plan(plan)]
    return "\n".join(lines)


def markdown(diff: PackDiff) -> str:
    """For a pull request."""
    lines = [f"# {escaped(_named(diff.old))} → {escaped(_named(diff.new))}", "", *summary(diff)]
    for heading, listed in _sections(diff):
        lines += ["", f"## {heading}", ""]
        for one in listed:
            if not one.fields:
                lines.append(f"- {escaped(_head(one))}")
                continue
            lines += [
                f"**{escaped(_head(one))}**",
                "",
                "| field | before | after |",
                "|---|---|---|",
            ]
            lines += [
                f"| {escaped(each.field)} | {_cell(each.before)} | {_cell(each.after)} |"
                for each in one.fields
            ]
            lines.append("")
    if diff.means:
        lines += ["", f"## Rules that {_MEANS}", ""]
        lines += [f"- {escaped(line)}" for line in _meaning(diff)]
    changed = [plan for plan in diff.plans if plan.changes]
    if changed:
        lines += ["", "## Plans that change"]
    for plan in changed:
        title = f": {plan.title}" if plan.title else ""
        lines += ["", f"### {escaped(plan.file + title)}", ""]
        lines += [f"- {escaped(line)}" for line in _plan(plan)]
    return "\n".join(_without_doubles(lines)) + "\n"


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


def _plan(plan: PlanDifference) -> Iterator[str]:
    """A plan's difference, what matters most first."""
    if plan.refused:
        yield plan.refused
    yield from _shifts([plan.candidacy] if plan.candidacy else [])
    yield from _shifts(plan.items)
    yield from _shifts(plan.options)
    yield from (f"Asked for, {line}" for line in _shifts(plan.requests))
    yield from (f"Referral: {line}" for line in _shifts(plan.referrals))
    yield from (f"Before treatment: {line}" for line in _shifts(plan.checklist))
    yield from (f"Asks now: {one}" for one in plan.asks_now)
    yield from (f"Asks no more: {one}" for one in plan.asks_no_more)


def _shifts(shifts: Iterable[Shift]) -> Iterator[str]:
    for one in shifts:
        because = f". {one.because}" if one.because else ""
        yield f"{one.label}: {_change(one.before, one.after)}{because}"


def _change(before: str, after: str) -> str:
    if LISTED in (before, after):
        return "new" if after else "no more"
    if not before:
        return f"new: {after}"
    return f"{before} -> {after}" if after else f"{before} -> not there any more"


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
