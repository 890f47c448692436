"""Aims: what scenarios should show of each test line, and what one of them shows.

A line is exercised where it matters: where its rule would be another with another truth of this
line alone. There it should be seen true, false and unknown, and its fact on either side of each
threshold, with the nearest values. What a pack can never bring about is no aim.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from poise.coverage.lines import rule_lines
from poise.coverage.possible import Possible
from poise.rules import Rule
from poise.thresholds import Side, Threshold
from poise.values import State, Truth

What = Literal["true", "false", "unknown", "inside", "outside", "just inside", "just outside"]
TRUTHS: dict[Truth, What] = {True: "true", False: "false", None: "unknown"}
JUST: dict[Side, What] = {"inside": "just inside", "outside": "just outside"}


class Aim(NamedTuple):
    """One thing to be seen of a rule's line; of its threshold with this number, or -1 of itself."""

    rule: str
    line: int
    what: What
    threshold: int = -1


def aims(rule: Rule, possible: Possible, day: datetime.date) -> Iterator[Aim]:
    """All that scenarios should show of a rule's lines."""
    for number, line in enumerate(rule_lines(rule)):
        truths = possible.truths(line)
        yield from (Aim(rule.id, number, TRUTHS[one]) for one in TRUTHS if one in truths)
        turning = possible.thresholds(line, day)
        for index, threshold in enumerate(turning):
            for what in _sides(threshold, turning):
                yield Aim(rule.id, number, what, index)


def _sides(threshold: Threshold, among: tuple[Threshold, ...]) -> tuple[What, ...]:
    """What to see of a threshold. A name that stands alone is seen with its line; of several, each
    should be seen, and none of them is what the line is otherwise."""
    if not threshold.names:
        return ("inside", "outside", "just inside", "just outside")
    return (threshold.named,) if len(among) > 1 else ()


def shown(
    rule: str, number: int, truth: Truth, state: State, turning: Iterable[Threshold]
) -> Iterator[Aim]:
    """What a line shows that has this truth, and whose fact has this state."""
    yield Aim(rule, number, TRUTHS[truth])
    for index, threshold in enumerate(turning):
        side = threshold.side(state, truth)
        if side is not None:
            yield Aim(rule, number, side, index)
            if threshold.is_near(state, side):
                yield Aim(rule, number, JUST[side], index)
