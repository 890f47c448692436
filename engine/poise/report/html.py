"""The plan as one self-contained HTML page, for a screen and for paper.

Everything that a pack or an assessment says is escaped; nothing is fetched; the same plan gives the
same bytes. The drawings carry their light colours as attributes, since what makes the PDF does not
read a page's styles inside them, and styles change them on a dark screen.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from poise.assessment import Assessment
from poise.pack import RulePack
from poise.plan import FindingOnPlan, Item, Plan, TestTrace
from poise.report import words
from poise.report.asking import SHOWN, waiting_words
from poise.report.attributes import attributes
from poise.report.explanations import GROUPS, MARKS, options
from poise.report.marked import entries, marked, off_the_diagram
from poise.report.markup import html_environment
from poise.report.recorded import groups, measures
from poise.report.rests_on import sources
from poise.report.said_once import cases
from poise.report.terminal import SECTIONS
from poise.report.timeline import moments, timeline

TEMPLATES = Path(__file__).parent / "templates" / "page"

INKS: Mapping[str, str] = {
    "advised": "#1f6f5c",
    "cautioned": "#8a5a00",
    "on_hold": "#2a5f94",
    "deferred": "#6a4c93",
    "discouraged": "#5f6670",
    "excluded": "#a8323a",
}
"""The colour of each status on white; each is told apart by a sign, a pattern and words as well."""


def html(plan: Plan, pack: RulePack, assessment: Assessment) -> str:
    """One page that holds everything that the plan says."""
    told = entries(plan)
    return str(
        _template().render(
            plan=plan,
            head=pack.head,
            title=assessment.title or plan.pack.title,
            entries=told,
            cases=cases(told),
            views=marked(pack.views, told),
            unseen=off_the_diagram(pack.views, told),
            findings=_by_group(plan, pack),
            recorded=groups(pack, assessment),
            measures=measures(pack, assessment),
            sources=sources(plan, pack),
            source_anchors={one.id: f"source-{n}" for n, one in enumerate(plan.sources, start=1)},
            attributes=attributes(pack),
            timeline=timeline(plan),
            moments=moments(plan),
        )
    )


def _by_group(plan: Plan, pack: RulePack) -> list[tuple[str, list[FindingOnPlan]]]:
    """The findings under the titles of the pack's groups, in their order."""
    grouped = [
        (title, [one for one in plan.findings if one.group == group])
        for group, title in pack.head.finding_groups.items()
    ]
    return [(title, found) for title, found in grouped if found]


def tests_of(finding: FindingOnPlan) -> list[TestTrace]:
    """What a finding rests on, each value once, with all that was asked of it."""
    found: dict[tuple[str, str, str], list[TestTrace]] = {}
    waiting = [trace for one in finding.arguments for trace in one.tests]
    while waiting:
        trace = waiting.pop(0)
        if trace.kind == "test":
            found.setdefault((trace.fact, trace.value, trace.result), []).append(trace)
        waiting = [*trace.tests, *waiting]
    return [
        told[0].model_copy(update={"test": "; ".join(dict.fromkeys(one.test for one in told))})
        for told in found.values()
    ]


def alike(item: Item) -> list[str]:
    """The options of an item, members that stand alike on one line."""
    found: dict[str, list[str]] = {}
    for label, stands in options(item):
        found.setdefault(stands, []).append(label)
    return [f"{'; '.join(labels)}{stands}" for stands, labels in found.items()]


def held(item: Item, plan: Plan) -> str:
    """What an item waits for: by the numbers of the questions that are asked first, if it can."""
    return waiting_words(item, plan) or words.until(item, plan)


@functools.cache
def _template() -> Any:
    environment = html_environment(TEMPLATES)
    environment.globals |= {
        "words": words,
        "sections": SECTIONS,
        "inks": INKS,
        "marks": MARKS,
        "combined": GROUPS,
        "alike": alike,
        "held": held,
        "questions_shown": SHOWN,
        "tests_of": tests_of,
    }
    return environment.get_template("page.html.j2")
