"""What no assessment can show of a test line, proved by the solver."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

import z3

from poise.check.inquiry import Inquiry
from poise.conditions import (
    ALWAYS,
    AllOf,
    Among,
    AnyOf,
    AtLeast,
    Bounds,
    Condition,
    CountOf,
    Includes,
    Line,
    NoneOf,
    Not,
    Test,
    Window,
)
from poise.coverage.aims import Aim, What
from poise.coverage.exercised import Exercised
from poise.coverage.lines import Probe
from poise.solver.terms import YES, both, denied, either
from poise.solver.tests import line_truths
from poise.solver.undecided import UndecidedError
from poise.thresholds import Threshold
from poise.trees import lines
from poise.values import Members, Span, State

NEVER = AnyOf(())


class Prover:
    """Asks the solver about the aims of one pack."""

    def __init__(self, exercised: Exercised) -> None:
        self._exercised = exercised
        self._pack = exercised.pack
        self._inquiry = Inquiry(exercised.pack)

    def impossible(self, aims: Iterable[Aim]) -> frozenset[Aim]:
        """Those that no assessment can show; what is not decided is not among them."""
        return frozenset(aim for aim in aims if self._is_impossible(aim))

    def _is_impossible(self, aim: Aim) -> bool:
        try:
            return not any(self._inquiry.possible(*claims) for claims in self._ways(aim))
        except UndecidedError:
            return False

    def _ways(self, aim: Aim) -> Iterator[tuple[z3.BoolRef, ...]]:
        """For each place at which the line stands, what has to be so there."""
        for probe in self._exercised.probes(aim.rule):
            condition = self._pack.ground.conditions[probe.proposition]
            for position, line in enumerate(lines(condition)):
                if probe.numbers[position] == aim.line:
                    yield (
                        self._asked(probe),
                        self._matters(condition, position),
                        self._shown(line, aim),
                    )

    def _asked(self, probe: Probe) -> z3.BoolRef:
        """That the line is asked for."""
        if not probe.given:
            return YES
        return denied(self._inquiry.truths(probe.given).false)

    def _matters(self, condition: Condition, position: int) -> z3.BoolRef:
        """That the condition would be another with the line true than with it false."""
        high = self._inquiry.pair(_with(condition, position, ALWAYS))
        low = self._inquiry.pair(_with(condition, position, NEVER))
        return either(_apart(high.true, low.true), _apart(high.false, low.false))

    def _shown(self, line: Line, aim: Aim) -> z3.BoolRef:
        """That the line has the truth, or its fact a value on the side, that is aimed at."""
        truths = self._inquiry.pair(line)
        match aim.what:
            case "true":
                return truths.true
            case "false":
                return truths.false
            case "unknown":
                return both(denied(truths.true), denied(truths.false))
        turning = self._exercised.thresholds(line, self._pack.head.released)
        region = _region(line.test, turning[aim.threshold], aim.what)
        if region is None:
            return YES
        world, levels = self._inquiry.world, self._pack.ground.logic.levels.get(line.fact, ())
        there = line_truths(region, False, world.state(line.fact), levels, world.calendar).true
        if len(turning) > 1:
            return there
        return both(there, truths.true if aim.what.endswith("inside") else truths.false)


def _region(test: Test, threshold: Threshold, what: What) -> Test | None:
    """Where values lie that show a side of a threshold; None where only a day tells.

    It may reach a little further than the side, never less far.
    """
    match test:
        case Not(inner):
            return _region(inner, threshold, what)
        case Window():
            return None
        case Includes():
            return Includes(threshold.names)
        case Among() if threshold.names:
            return Among(threshold.names)
    inside = what.endswith("inside")
    here, there = (_extent(one) for one in (threshold.inside, threshold.outside))
    if not inside:
        here, there = there, here
    low, high = (there, math.inf) if here > there else (-math.inf, there)
    if what.startswith("just"):
        low, high = max(low, here - threshold.step), min(high, here + threshold.step)
    bounds = Bounds(
        above=low if math.isfinite(low) else None, below=high if math.isfinite(high) else None
    )
    return CountOf(bounds) if isinstance(test, CountOf) else bounds


def _extent(state: State) -> float:
    """An ordered value; of a list how many it holds."""
    assert isinstance(state, Span | Members)
    return state.low if isinstance(state, Span) else len(state.sure)


def _with(condition: Condition, position: int, by: Condition) -> Condition:
    """The condition with another in the place of one of its lines."""
    match condition:
        case Line():
            return by if position == 0 else condition
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            found = []
            for item in items:
                found.append(_with(item, position, by))
                position -= sum(1 for _ in lines(item))
            return replace(condition, items=tuple(found))
    return condition


def _apart(one: z3.BoolRef, other: z3.BoolRef) -> z3.BoolRef:
    return either(both(one, denied(other)), both(denied(one), other))
