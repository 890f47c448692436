"""Small packs of yes-or-no facts, for tests that are about one thing."""

from __future__ import annotations

import datetime

from kleene_reference import Reference
from poise.conditions import Among, Condition, Line
from poise.grounded import GroundedPack, GroundFinding, Proposition, Shape
from poise.lower import lower
from poise.rete import Network, Written
from poise.rete.writer import write
from poise.values import State, just

DAY = datetime.date(2025, 10, 1)
YES = Among(frozenset(("yes",)))


def yes(number: int) -> Line:
    return Line(f"fact.{number}", YES)


def pack_of(
    *conditions: Condition,
    inputs: int = 60,
    shape: Shape = "choice",
    findings: tuple[GroundFinding, ...] = (),
) -> GroundedPack:
    """A proposition `rule.N` for each condition, over so many inputs `fact.N`."""
    return GroundedPack(
        {f"fact.{number}": shape for number in range(inputs)},
        {each.id: each.levels for each in findings if each.levels},
        findings,
        tuple(Proposition(f"rule.{number}", each) for number, each in enumerate(conditions)),
    )


def written(pack: GroundedPack) -> Written:
    """A pack for the second engine."""
    return write(lower(pack))


def answers(inputs: int, value: str = "yes") -> dict[str, State]:
    return {f"fact.{number}": just(value) for number in range(inputs)}


def agree(
    network: Network, pack: GroundedPack, states: dict[str, State], date: datetime.date = DAY
) -> None:
    """The network finds what the reference finds."""
    derived, reference = network.derive(states, date), Reference(pack, states, date)
    assert derived.propositions == reference.propositions
    assert derived.findings == reference.findings
