"""Gathers, while scenarios run, what they show of each test line of a pack."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from poise.conditions import Line
from poise.coverage.aims import Aim, aims, shown
from poise.coverage.lines import Probe, probes
from poise.coverage.mattering import mattering
from poise.coverage.possible import Possible
from poise.evaluate import View
from poise.pack import RulePack
from poise.planning.case import Case
from poise.thresholds import Threshold
from poise.trees import facts_read
from poise.values import State


class Exercised:
    """What of a pack's aims was seen so far; of one that extends another, of its own rules."""

    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self._possible = Possible(pack)
        rules = [rule for rule in pack.own_rules if rule.stage == "active"]
        self.aims = tuple(
            aim for rule in rules for aim in aims(rule, self._possible, pack.head.released)
        )
        self.left = set(self.aims)
        """What was not seen yet."""
        self._probes = {
            rule.id: [
                (probe, facts_read(pack.ground.conditions[probe.proposition]))
                for probe in probes(rule, pack.vocabulary)
            ]
            for rule in rules
        }
        self._taken: set[tuple[str, datetime.date, tuple[State, ...]]] = set()
        self._turning: dict[tuple[Line, datetime.date], tuple[Threshold, ...]] = {}

    def take(self, case: Case) -> None:
        """Note what one patient's rules show."""
        truths, states = case.situation.evaluation.truths, case.view.states
        for rule in {aim.rule for aim in self.left}:
            for probe, read in self._probes[rule]:
                if probe.given and truths[probe.given] is False:
                    continue
                seen = (probe.proposition, case.view.date, tuple([states[name] for name in read]))
                if seen not in self._taken:
                    self._taken.add(seen)
                    self._take(probe, case.view)

    def _take(self, probe: Probe, view: View) -> None:
        condition = self.pack.ground.conditions[probe.proposition]
        for position, line, truth in mattering(condition, view):
            number, state = probe.numbers[position], view.states[line.fact]
            turning = self.thresholds(line, view.date)
            self.left.difference_update(shown(probe.rule, number, truth, state, turning))

    def probes(self, rule: str) -> Iterator[Probe]:
        """Where the lines of a rule can be seen to matter."""
        return (probe for probe, _ in self._probes[rule])

    def thresholds(self, line: Line, day: datetime.date) -> tuple[Threshold, ...]:
        """Where a line turns on a day."""
        if (line, day) not in self._turning:
            self._turning[line, day] = self._possible.thresholds(line, day)
        return self._turning[line, day]

    def leave_out(self, aims: frozenset[Aim]) -> None:
        """Aim no more at what cannot be."""
        self.aims = tuple(aim for aim in self.aims if aim not in aims)
        self.left -= aims

    def join(self, left: list[list[Any]]) -> None:
        """Add what was seen elsewhere, where so much was left."""
        self.left &= {Aim(*one) for one in left}

    def as_data(self) -> list[list[Any]]:
        """What is left as plain data, to be handed from one process to another."""
        return [list(one) for one in sorted(self.left)]
