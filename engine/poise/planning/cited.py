"""The sources that a plan cites."""

from __future__ import annotations

from collections.abc import Iterable

from poise.pack import RulePack
from poise.plan import CitedSource, Plan, TestTrace


def cited_by(pack: RulePack, plan: Plan) -> tuple[CitedSource, ...]:
    """Every source that the plan cites, by its id."""
    cited: set[str] = set()
    arguments = [argument for item in plan.items for argument in item.arguments]
    arguments += [argument for finding in plan.findings for argument in finding.arguments]
    for argument in arguments:
        cited.update(argument.evidence, *map(_sources, argument.tests))
    for item in plan.items:
        cited.update(*(review.evidence for review in item.reviews))
        if item.lasts_months is not None:
            cited.update(item.lasts_months.evidence)
    told = [one.evidence for one in plan.considerations]
    told += [one.evidence for one in plan.referrals]
    told += [one.evidence for one in plan.requirements]
    told += [one.evidence for one in plan.expectations]
    cited.update(*told)
    return cited_sources(pack, cited)


def cited_sources(pack: RulePack, names: Iterable[str]) -> tuple[CitedSource, ...]:
    """What cited ids stand for, in their order."""
    return tuple(
        CitedSource(id=name, title=pack.cited(name), kind=pack.source_of(name).kind)
        for name in sorted(names)
    )


def _sources(trace: TestTrace) -> set[str]:
    """The sources of every scale and range that a trace read."""
    return set(trace.source).union(*map(_sources, trace.tests))
