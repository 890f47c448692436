"""Orders: what comes before what among the items of a plan, by its sequences.

Sequences order the items that are suggested or wait; an absent, discouraged or excluded item
constrains nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from poise.circles import first_circle
from poise.conditions import Duration
from poise.grounding import Effect
from poise.planning.case import Case
from poise.planning.items import Board
from poise.rules import Sequence


@dataclass(frozen=True, slots=True)
class Before:
    """One item comes before another, with a gap or within one session."""

    first: str
    gap: Duration | None


@dataclass(frozen=True, slots=True)
class Orders:
    """What comes before each item, and the rules whose order was left out."""

    edges: Mapping[str, list[Before]]
    left_out: tuple[str, ...]


def orders(case: Case, planned: list[Board]) -> Orders:
    """What comes before each item, by the firmest sequences first.

    Which step an item takes depends on the options that lead, so a circle can close on one plan
    only; the rule that would close it is left out.
    """
    edges: dict[str, list[Before]] = {board.id: [] for board in planned}
    left_out: list[str] = []
    for effect in sequences(case):
        added = _edges(case, effect, planned)
        joined = {name: [*before, *added.get(name, ())] for name, before in edges.items()}
        reads = {name: [one.first for one in before] for name, before in joined.items()}
        if first_circle(reads) is None:
            edges = joined
        else:
            left_out.append(effect.rule.id)
    return Orders(edges, tuple(dict.fromkeys(left_out)))


def sequences(case: Case) -> list[Effect]:
    """The sequences in force, firm ones first."""
    return sorted(
        (
            effect
            for effect in case.effects(Sequence)
            if effect.rule.id not in case.pack.dropped_sequences
        ),
        key=lambda effect: effect.rule.strength == "option",
    )


def _edges(case: Case, effect: Effect, planned: list[Board]) -> dict[str, list[Before]]:
    assert isinstance(effect.verb, Sequence)
    steps = {board.id: step_of(case, effect, board) for board in planned}
    edges: dict[str, list[Before]] = {}
    for name, mine in steps.items():
        for other, theirs in steps.items():
            if mine is not None and theirs is not None and theirs < mine:
                edges.setdefault(name, []).append(Before(other, effect.verb.gap))
    return edges


def step_of(case: Case, effect: Effect, board: Board) -> int | None:
    """The last step that one of an item's leading candidates matches."""
    found = [
        index
        for index, selector in enumerate(effect.steps)
        if any(case.means(selector, one.candidate) is True for one in board.leading)
    ]
    return found[-1] if found else None
