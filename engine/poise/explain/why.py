"""Why: the whole trace of a decision, down to the findings that its rules rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.assessment import Assessment
from poise.pack import RulePack
from poise.plan import CitedSource, FindingOnPlan, Item, Part, Plan, TestTrace
from poise.planning.cited import cited_sources
from poise.problems import did_you_mean


class UnknownItem(LookupError):  # noqa: N818 - it names what was asked for
    """What was asked about is not on the plan, or not in the pack; the text says what is."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)


class Why(Part):
    """Everything that a decision rests on."""

    plan_id: str
    pack: str
    date: str
    items: tuple[Item, ...]
    findings: tuple[FindingOnPlan, ...]
    sources: tuple[CitedSource, ...]


def why(pack: RulePack, assessment: Assessment, item: str | None = None) -> Why:
    """The trace of one item, or of all; raises UnknownItem."""
    plan = pack.plan(assessment)
    items = plan.items if item is None else (_found(plan, item),)
    read = {fact for one in items for argument in one.arguments for fact in facts(argument.tests)}
    findings = tuple(_chain(plan, read)) if item is not None else plan.findings
    cited = {source for one in items for argument in one.arguments for source in argument.evidence}
    cited |= {
        source for one in findings for argument in one.arguments for source in argument.evidence
    }
    return Why(
        plan_id=plan.plan_id,
        pack=f"{plan.pack.id} {plan.pack.version} ({plan.pack.digest[:12]})",
        date=plan.assessment.date.isoformat(),
        items=items,
        findings=findings,
        sources=cited_sources(pack, cited),
    )


def _found(plan: Plan, name: str) -> Item:
    found = plan.item(name)
    if found is None:
        known = [one.id for one in plan.items]
        hint = did_you_mean(name, known) or ("the plan has no item" if not known else "")
        raise UnknownItem(f"'{name}' is not on the plan", hint)
    return found


def _chain(plan: Plan, read: set[str]) -> Iterable[FindingOnPlan]:
    """The findings that were read, and those that they rest on in turn."""
    seen: set[str] = set()
    waiting = set(read)
    while waiting:
        name = waiting.pop()
        seen.add(name)
        for finding in plan.findings:
            if finding.id == name:
                inner = {f for argument in finding.arguments for f in facts(argument.tests)}
                waiting |= inner - seen
    return [finding for finding in plan.findings if finding.id in seen]


def facts(traces: Iterable[TestTrace]) -> Iterator[str]:
    """Every name that traces read."""
    for trace in traces:
        if trace.fact:
            yield trace.fact
        yield from facts(trace.tests)
