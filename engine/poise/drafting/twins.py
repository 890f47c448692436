"""Twins of an assessment in which a rule acts: across each threshold, and with no answer there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from poise.assessment import Assessment
from poise.conditions import Known, Line
from poise.drafting.answers import Told, answered, either_side, turning
from poise.drafting.below import Below, Read
from poise.drafting.finding import Found
from poise.drafting.leaves import Leaf
from poise.drafting.near import told_apart
from poise.drafting.nearest import applicable, as_in
from poise.drafting.treated import amounts_across, records_across
from poise.gherkin.coverage import effect_truth
from poise.grounding import Effect
from poise.pack import RulePack
from poise.situation import situate
from poise.values import UNKNOWN, State, Truth
from poise.vocabulary import Kind, Number, Records

How = Literal["least", "here", "across", "open"]


@dataclass(frozen=True, slots=True)
class Twin:
    """An assessment, and which fact it says otherwise than the one that it is a twin of.

    `here`: the rule still acts, by another value of the test. `across`: it no longer does.
    `open`: nothing was answered. `least`: the assessment itself.
    """

    assessment: Assessment
    how: How
    fact: str = ""


class Twins:
    """Finds twins, by the evaluator alone."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._below = Below(pack)

    def of(self, effect: Effect, leaf: Leaf, found: Found) -> tuple[Twin, ...]:
        """The twins across the thresholds of one line; none where it decides nothing here."""
        acts, one = self.acting(effect), found.assessment
        if isinstance(leaf.line.test, Known):
            return tuple(self._answered(leaf, found, acts))
        if acts(one) is not True:
            return ()
        twins: list[Twin] = []
        for fact, near, across in self._pairs(leaf, one, acts):
            if near.digest != one.digest:
                twins.append(Twin(near, "here", fact))
            twins.append(Twin(across, "across", fact))
        return (*twins, *self._open(effect, one, dict.fromkeys(each.fact for each in twins)))

    def _answered(self, leaf: Leaf, found: Found, acts: Told) -> Iterator[Twin]:
        """Of a line that wants an answer: with the one of the base, or any."""
        fact, base = leaf.line.fact, found.base.assessment
        kind = self._pack.vocabulary.kind(fact)
        known = base.states.get(fact, UNKNOWN)
        states = [known] if known is not UNKNOWN else told_apart(self._pack, fact, kind, base.date)
        ways = [answered(found.assessment, fact, state) for state in states]
        if fact in base.records:
            ways = [as_in(base, found.assessment, fact)]
        for one in (applicable(self._pack, way) for way in ways):
            if acts(one) is False:
                yield Twin(one, "across", fact)
                return

    def acting(self, effect: Effect) -> Told:
        """Whether an effect acts in an assessment."""

        def told(one: Assessment) -> Truth:
            truths = situate(self._pack.model, one).evaluation.truths
            return effect_truth(self._pack.ground, truths, effect)

        return told

    def _open(self, effect: Effect, one: Assessment, facts: Iterable[str]) -> Iterator[Twin]:
        acts = self.acting(effect)
        for fact in facts:
            without = applicable(self._pack, answered(one, fact, UNKNOWN))
            if without.digest != one.digest and acts(without) is not True:
                yield Twin(without, "open", fact)

    def _pairs(
        self, leaf: Leaf, one: Assessment, acts: Told
    ) -> Iterator[tuple[str, Assessment, Assessment]]:
        """For each threshold of a line a fact, and assessments on either side of it.

        Of a line on a finding or measure: the first fact below it that turns it alone.
        """
        line = leaf.line
        direct = line.fact in self._pack.model.askable
        for fact, read in self._below.of([line]).items():
            if direct and fact != line.fact:
                continue
            found = [
                (fact, near if acts(near) is True else one, across)
                for near, across in self._of_fact(one, fact, read, acts)
                if acts(across) is not True and self._turns(line, one, across)
            ]
            if found:
                yield from found if direct else found[:1]
                return

    def _turns(self, line: Line, near: Assessment, across: Assessment) -> bool:
        """Whether it is this line that is another."""
        known, other = (
            situate(self._pack.model, one).evaluation.view.truth(line) for one in (near, across)
        )
        return known is not None and other is (not known)

    def _of_fact(
        self, one: Assessment, fact: str, read: Read, acts: Told
    ) -> Iterator[tuple[Assessment, Assessment]]:
        kind = self._pack.vocabulary.kind(fact)
        pairs: Iterable[tuple[Assessment, Assessment]]
        if isinstance(kind, Records):
            pairs = chain(
                amounts_across(one, fact, acts) if read.amounts else (),
                records_across(self._pack, one, fact, read),
            )
        else:
            pairs = (
                (answered(one, fact, near), answered(one, fact, across))
                for near, across in self._states(one, fact, kind, read, acts)
            )
        for near, across in pairs:
            yield applicable(self._pack, near), applicable(self._pack, across)

    def _states(
        self, one: Assessment, fact: str, kind: Kind, read: Read, acts: Told
    ) -> Iterator[tuple[State, State]]:
        if read.computed and isinstance(kind, Number):
            yield from turning(one, fact, kind, acts)
        for test in read.tests:
            for pair in either_side(one.states.get(fact, UNKNOWN), test, kind, one.date):
                yield from (pair, pair[::-1])
