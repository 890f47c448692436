"""What a change comes to, and what becomes of a plan, in lines that any form of report can set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.diff.models import LISTED, Answered, Change, PlanDifference, Shift, Shown

NAMED = 6
"""So many items, questions or further lines are named; the rest is counted."""
VERDICTS = {
    "differs": "Plans differ.",
    "reasons": "Nothing stands otherwise on any assessment: proved. Reasons, or what is asked, do.",
    "same": "No assessment can tell the two apart: proved.",
    "words": "The words differ, no decision does.",
    "not_decided": "Not decided",
}
READ_BY_BOTH = "No assessment that both packs can read can tell the two apart: proved."
UNSHOWN = (
    "Nothing stands otherwise on any assessment: proved. "
    "Whether reasons ever do, or what is asked, is not decided."
)


REST = "{} further answers, without which other rules would decide"
"""What is told of the answers on which a change does not rest."""
ABSENT = "not on the plan"


def verdict(change: Change) -> str:
    """What it comes to, in a sentence."""
    told = VERDICTS[change.verdict]
    if change.verdict == "reasons" and not change.shown:
        told = UNSHOWN
    if change.verdict == "same" and change.what != "rule":
        told = READ_BY_BOTH
    if change.done_by:
        told += f" The same is done by {_some(change.done_by)}."
    return f"{told}: {change.why}." if change.why else told


def answers(shown: Shown) -> str:
    """Everything that the assessment says, in a line."""
    return "; ".join(answer_lines(shown))


def answer_lines(shown: Shown) -> tuple[str, ...]:
    """The same, with what a change does not rest on in a line of its own, where there is much."""
    read = [one for one in shown.answers if one.read]
    rest = [one for one in shown.answers if not one.read]
    if not read or len(shown.answers) <= NAMED:
        read, rest = [*read, *rest], []
    first = _said(read) or "nothing at all is recorded"
    return (first, f"and {REST.format(len(rest))}: {_said(rest)}") if rest else (first,)


def _said(told: Iterable[Answered]) -> str:
    return "; ".join(f"{one.label}: {one.value}" for one in told)


def lines(shown: Shown) -> Iterator[str]:
    """Both plans' words, what stands otherwise first."""
    yield from _grouped(shown.plan.items)
    yield from beside_items(shown)


def beside_items(shown: Shown) -> Iterator[str]:
    """What else differs; what follows from items that come or go is left out."""
    plan = shown.plan
    if shown.alike:
        yield f"in the same way, on other such assessments: {_some(shown.alike)}"
    if shown.more:
        yield "there may be more: items that move in yet another way were not searched"
    yield from _decided(plan)
    if not plan.items:
        yield from _followed(plan)
    yield from _asked(plan)
    if shown.together_with:
        yield f"also felt on this assessment: the change of {_some(shown.together_with)}"


def of_plan(plan: PlanDifference) -> Iterator[str]:
    """A given plan's difference, what matters most first."""
    if plan.refused:
        yield plan.refused
    for one in plan.items:
        yield _shift(one)
    yield from _decided(plan)
    yield from _followed(plan)
    yield from _asked(plan)


def _decided(plan: PlanDifference) -> Iterator[str]:
    for one in (plan.candidacy, plan.ready):
        if one is not None:
            yield _shift(one)
    yield from (f"Asked for, {_shift(one)}" for one in plan.requests)
    yield from (f"Finding: {_edit(one)}" for one in plan.findings)
    yield from (f"Referral: {_edit(one)}" for one in plan.referrals)
    yield from (f"Label: {_edit(one)}" for one in plan.labels[:NAMED])
    if len(plan.labels) > NAMED:
        yield f"Label: and {len(plan.labels) - NAMED} more"


def _followed(plan: PlanDifference) -> Iterator[str]:
    for told, shifts in (
        ("", plan.options),
        ("Before treatment: ", plan.checklist),
        ("Until when: ", plan.until),
        ("When: ", plan.sessions),
        ("Told: ", plan.told),
        ("May come to stand: ", plan.may_become),
        ("Reasons: ", plan.reasons),
    ):
        yield from (f"{told}{_edit(one)}" for one in shifts[:NAMED])
        if len(shifts) > NAMED:
            yield f"{told}and {len(shifts) - NAMED} more"


def _asked(plan: PlanDifference) -> Iterator[str]:
    if plan.asks_now:
        yield f"Asks now: {_some(plan.asks_now)}"
    if plan.asks_no_more:
        yield f"Asks no more: {_some(plan.asks_no_more)}"


def _grouped(items: Iterable[Shift]) -> Iterator[str]:
    """Items that move in one manner together, with the first reasons of the first."""
    groups: dict[tuple[str, str], list[Shift]] = {}
    for one in items:
        groups.setdefault((one.before, one.after), []).append(one)
    for (before, after), group in groups.items():
        yield f"{_some([one.label for one in group])}: {change(before, after)}"
        said = [group[0].was_because, group[0].because]
        of = "" if len({(one.was_because, one.because) for one in group}) == 1 else "the first "
        for when, reason in zip(("before", "after"), said, strict=True):
            if reason:
                yield f"{of}{when}: {reason}"


def _shift(one: Shift) -> str:
    because = f". {one.because}" if one.because else ""
    return f"{one.label}: {change(one.before, one.after)}{because}"


def change(before: str, after: str) -> str:
    """Where an item stood, and where it stands."""
    return f"{before or ABSENT} -> {after or ABSENT}"


def _edit(one: Shift) -> str:
    return f"{one.label}: {edited(one.before, one.after)}"


def edited(before: str, after: str) -> str:
    """What was said, and what is."""
    if LISTED in (before, after):
        return "new" if after else "no more"
    if not before:
        return f"new: {after}"
    return f"{before} -> {after}" if after else f"no more: {before}"


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = f", and {len(listed) - NAMED} more" if len(listed) > NAMED else ""
    return "; ".join(listed[:NAMED]) + more
