"""What no assessment brings about: rules that never hold, findings that are never established."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from poise.check.asking import Asking, Told
from poise.conditions import Among, Bounds, Not, Test
from poise.grounded import GroundFinding
from poise.rules import Rule
from poise.vocabulary import Choices, Finding, Grade

if TYPE_CHECKING:
    from poise.check.inquiry import Claims


def never_holds(asking: Asking, rule: Rule) -> Told | None:
    """Told where a rule can surely hold at none of its places. Raises `UndecidedError`."""
    inquiry = asking.inquiry
    if any(inquiry.possible(inquiry.truths(one).true) for one in asking.propositions(rule)):
        return None
    said = f"the rule '{rule.id}' can never surely hold"
    hint = "its tests exclude each other, or rest on what never comes about"
    return asking.told(rule.id, "never-holds", said, hint)


def never_established(asking: Asking, finding: Finding) -> Iterator[Told]:
    """Each value of a finding that nothing can establish. Raises `UndecidedError`.

    Scales are shared, so that of a grade those levels count which a rule concludes or asks for.
    """
    grounds = ground_findings(asking, finding)
    concluded = {one.value for ground in grounds for one in ground.conclusions}
    for value, label in _values(asking, finding, grounds):
        if any(_may_be(asking, ground, value) for ground in grounds):
            continue
        why = "no rule that concludes it can hold" if value in concluded else "no rule concludes it"
        said = f"the finding '{finding.id}' can never be '{label}': {why}"
        hint = "mend the rule, or do without the value and what tests it"
        yield asking.told(finding.id, "never-established", said, hint)


def established_claims(asking: Asking, finding: Finding) -> Iterator[Claims]:
    """What is asked first of each value."""
    grounds = ground_findings(asking, finding)
    for value, _ in _values(asking, finding, grounds):
        yield (asking.inquiry.world.finding(grounds[0].id, value).true,)


def ground_findings(asking: Asking, finding: Finding) -> tuple[GroundFinding, ...]:
    """A finding at each of its places."""
    split = asking.pack.vocabulary.split
    return tuple(one for one in asking.pack.ground.logic.findings if split(one.id)[0] == finding.id)


def _may_be(asking: Asking, ground: GroundFinding, value: str) -> bool:
    return asking.inquiry.possible(asking.inquiry.world.finding(ground.id, value).true)


def _values(
    asking: Asking, finding: Finding, grounds: tuple[GroundFinding, ...]
) -> Iterator[tuple[str, str]]:
    """What it should be possible to establish, as conclusions write it, and its name."""
    match finding.kind:
        case Grade(scale):
            wanted = {int(one.value) for ground in grounds for one in ground.conclusions}
            for ground in grounds:
                for test in asking.tests_of(ground.id):
                    wanted |= set(_asked_for(test, scale.levels))
            yield from ((str(one), scale.levels[one]) for one in sorted(wanted - {0}))
        case Choices(options=options, below=below):
            yield from ((one, one) for one in options if not below.get(one))
        case _:
            yield "yes", "yes"


def _asked_for(test: Test, levels: tuple[str, ...]) -> Iterator[int]:
    """The levels that a test asks for."""
    match test:
        case Not(inner):
            yield from _asked_for(inner, levels)
        case Among(values):
            yield from (levels.index(one) for one in values)
        case Bounds(at_least=at_least, above=above):
            yield from () if at_least is None else (int(at_least),)
            yield from () if above is None else (int(above) + 1,)
