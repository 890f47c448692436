"""Which findings rules test, and whether any active rule concludes them.

Asked of what is written, not of what could be read: a rule that has a mistake elsewhere still
concludes what it says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from poise.declaration import as_list
from poise.problems import At, Collector, nearest
from poise.reading.structure import field_names
from poise.rules import Rule
from poise.source import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings that one active rule tests, each where it first does."""

    rule: str
    findings: Mapping[str, At]


def check_concluded(
    readings: Iterable[Reading],
    written: Iterable[Any],
    findings: Collection[str],
    problems: Collector,
) -> None:
    """INVARIANT: a tested finding has an active rule that concludes it."""
    active: set[str] = set()
    resting: dict[str, str] = {}
    for rule in written:
        for name in (_meant_finding(one, findings) for one in _concluded(rule)):
            if rule.get("stage", "active") == "active":
                active.add(name)
            else:
                resting[name] = f"'{rule.get('id', '')}', which does, is {rule['stage']}"
    for reading in readings:
        for finding, place in reading.findings.items():
            if finding not in active:
                problems.error(
                    place,
                    "finding-not-concluded",
                    f"the rule '{reading.rule}' tests '{finding}', which no active rule concludes",
                    resting.get(finding) or f"write a rule with 'conclude: {{{finding}: ...}}'",
                )


def _meant_finding(name: str, findings: Collection[str]) -> str:
    """The finding that is concluded, at all places or at one; a misspelt one is told elsewhere."""
    for one in (name, name.rpartition(".")[0]):
        if one in findings:
            return one
    return nearest(name, findings)


def _concluded(rule: Any) -> list[str]:
    """The findings that a rule says it concludes, however that is spelt."""
    if not isinstance(rule, Block):
        return []
    keys = [key for key in rule if key == "conclude" or _meant(key)]
    verbs = [one for key in keys for one in as_list(rule[key])]
    return [str(name) for verb in verbs if isinstance(verb, dict) for name in verb]


def _meant(key: str) -> bool:
    return key not in field_names(Rule) and nearest(key, ("conclude",)) != ""
