"""Why and why not, told in a terminal: every rule with its tests, values and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.explain.why import Why
from poise.explain.why_not import RuleMiss, WhyNot
from poise.plan import CandidateOnPlan, FindingOnPlan, Item, PlanArgument, TestTrace
from poise.report.words import LABEL_TITLES, STATUS_TITLES
from poise.wording import plain

MARKS = {"true": "✓", "false": "✗", "unknown": "?", "not_applicable": "-"}
GROUPS = {
    "all_of": "all of",
    "any_of": "any of",
    "none_of": "none of",
    "at_least": "at least {} of",
    "undetermined": "not said by the pack",
}


def why_lines(told: Why) -> Iterator[str]:
    """The whole trace, a line each."""
    yield f"{told.pack} · {told.date} · plan {told.plan_id[:12]}"
    for item in told.items:
        yield ""
        yield from _item(item)
    if told.findings:
        yield ""
        yield "Findings that this rests on"
        for finding in told.findings:
            yield from _finding(finding)
    if told.sources:
        yield ""
        yield "Sources"
        for one in told.sources:
            yield f"  {one.id}  {one.title}"


def _item(item: Item) -> Iterator[str]:
    yield f"{item.label}: {STATUS_TITLES[item.status]}"
    yield f"  at best {plain(item.at_best)}, at worst {plain(item.at_worst)}" + (
        f", held by {'an answer and a requirement' if item.held_by == 'both' else item.held_by}"
        if item.held_by
        else ""
    )
    for label, stands in options(item):
        yield f"  - {label}{stands}"
    for argument in item.arguments:
        yield from _argument(argument)


def options(item: Item) -> Iterator[tuple[str, str]]:
    """The candidates, those of one member that stand alike together: its label, and where for what
    it stands how."""
    alike: dict[tuple[str, str, str], list[CandidateOnPlan]] = {}
    for one in item.candidates:
        alike.setdefault((one.label, one.status, one.label_status), []).append(one)
    for (label, status, label_status), told in alike.items():
        sides = dict.fromkeys(one.side for one in told if one.side)
        goals = dict.fromkeys(plain(one.for_) for one in told if one.for_)
        where = f", {' and '.join(sides)}" if sides else ""
        purpose = f", for {', '.join(goals)}" if goals else ""
        yield label, f"{where}{purpose}: {plain(status)} ({LABEL_TITLES[label_status]})"


def _argument(argument: PlanArgument) -> Iterator[str]:
    where = f" ({', '.join(argument.where)})" if argument.where else ""
    certain = "" if argument.holds == "surely" else ", not known yet"
    yield ""
    yield f"  {argument.sentence}{where}{certain}"
    if argument.options:
        yield f"    speaks of: {', '.join(map(plain, argument.options))}"
    if argument.because:
        yield f"    because: {argument.because}"
    if argument.until:
        yield f"    until: {argument.until}"
    if argument.reopened_by:
        yield f"    reopened by: {argument.reopened_by}"
    if argument.signed_off:
        yield f"    signed off by: {argument.signed_off}"
    for trace in argument.tests:
        yield from _trace(trace, 4)
    yield (
        f"    rule {argument.rule} @{argument.version} · {argument.verb} · {argument.strength} · "
        f"certainty {plain(argument.certainty)} · {', '.join(argument.evidence) or 'no source'}"
    )


def _finding(finding: FindingOnPlan) -> Iterator[str]:
    yield ""
    yield f"  {finding.label}: {finding.value}"
    for argument in finding.arguments:
        where = f" ({', '.join(argument.where)})" if argument.where else ""
        yield f"    {argument.title}{where}  [{', '.join(argument.evidence)}]"
        for trace in argument.tests:
            yield from _trace(trace, 6)


def _trace(trace: TestTrace, indent: int) -> Iterator[str]:
    pad = " " * indent
    mark = MARKS[trace.result]
    if trace.kind == "test":
        source = f"  [{', '.join(trace.source)}]" if trace.source else ""
        yield f"{pad}{mark} {trace.label}: {trace.value} - asked: {trace.test}{source}"
        return
    if trace.kind == "all_of" and not trace.tests:
        yield f"{pad}{mark} always"
        return
    yield f"{pad}{mark} {GROUPS[trace.kind].format(trace.count)}"
    for inner in trace.tests:
        yield from _trace(inner, indent + 2)


def why_not_lines(told: WhyNot) -> Iterator[str]:
    """What failed, nearest first."""
    status = f" ({STATUS_TITLES[told.status]})" if told.status else ""
    yield f"{told.about}{status}: {told.because}"
    for heading, holds in (("Overruled by", "surely"), ("May yet be overruled by", "perhaps")):
        arguments = [one for one in told.overruled_by if one.holds == holds]
        if arguments:
            yield ""
            yield heading
            for argument in arguments:
                yield from _argument(argument)
    if told.rules:
        yield ""
        yield (
            "Rules that would suggest it, nearest first"
            if told.status or "/" in told.about
            else ("The rule's tests")
        )
        for miss in told.rules:
            yield from _miss(miss, 2)


def _miss(miss: RuleMiss, indent: int) -> Iterator[str]:
    pad = " " * indent
    where = f" ({miss.where})" if miss.where else ""
    yield ""
    yield f"{pad}{miss.title}{where}  {miss.rule}"
    if miss.holds:
        yield f"{pad}  ✓ holds"
    for words, traces in (
        ("false", miss.false),
        ("not known", miss.unknown),
        ("does not apply", miss.not_applicable),
    ):
        yield from _failed(words, traces, indent + 2)
    for inner in miss.rests_on:
        yield from _miss(inner, indent + 4)


def _failed(words: str, traces: Iterable[TestTrace], indent: int) -> Iterator[str]:
    for trace in traces:
        if trace.kind == "undetermined":
            yield f"{' ' * indent}{MARKS['unknown']} {words}: not said by the pack"
        else:
            mark = MARKS[trace.result]
            yield (
                f"{' ' * indent}{mark} {words}: {trace.label}: {trace.value} - needed: {trace.test}"
            )
