"""What the solver tells, less what a rule or the pack is allowed, for a reason that it writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.check.asking import Told
from poise.contents import Contents
from poise.problems import Problem

SOLVED = frozenset(
    {
        "circular-wait",
        "contradictory-orders",
        "endless-deferral",
        "idle-test",
        "never-established",
        "never-holds",
        "superfluous-rule",
    }
)
"""The codes that may be allowed, as lints may."""


def unallowed(contents: Contents, found: Iterable[Told]) -> Iterator[Problem]:
    """What is told, and each allowance that nothing needs."""
    given = {("", code): contents.head_at for code in contents.head.allow if code in SOLVED}
    for rule in contents.rules:
        given |= {
            (rule.id, code): contents.places[rule.id] for code in rule.allow if code in SOLVED
        }
    needed = set()
    for one in found:
        keys = {("", one.problem.code), (one.about, one.problem.code)} & set(given)
        needed |= keys
        if not keys:
            yield one.problem
    own = contents.head_at.file.removesuffix("pack.yaml")
    for (about, code), place in given.items():
        if (about, code) not in needed and place.file.startswith(own):
            owner = f"'{about}'" if about else "the pack"
            said = f"{owner} allows '{code}', and nothing breaks it"
            yield Problem(*place, "idle-allow", said, "take it out", "warning")
