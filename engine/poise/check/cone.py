"""What an answer of the solver rests on, as a digest: the trees that it can have read, no other.

A result is kept by this digest, so that after an edit only what the edit touches is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable

from poise import formula
from poise.canonical import digest
from poise.conditions import Condition
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.planning.labels import COUNTRY, label_condition
from poise.rules import Selector
from poise.trees import facts_read
from poise.version import VERSION
from poise.vocabulary import (
    Calculated,
    Cases,
    CountRecords,
    LatestRecord,
    Points,
    SumRecords,
    Vocabulary,
)

MEANING = f"{VERSION} 1"
"""Part of every digest: raised when the solver's meaning of a pack changes."""


class Cone:
    """Digests of what conditions and candidates of one pack rest on, each worked out once."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._vocabulary: Vocabulary = pack.vocabulary
        self._findings = {one.id: one for one in pack.ground.logic.findings}
        self._measures = {one.id: one for one in pack.ground.measures}
        self._excesses = {one.id: one for one in pack.ground.excesses}
        self._names: dict[str, str] = {}
        self._conditions: dict[Condition, str] = {}
        self._restricted: dict[tuple[int, str, str], str] = {}
        self._labelled: dict[int, bool] = {}
        self._candidates: dict[tuple[tuple[str, ...], str], str] = {}
        self._suggested: dict[tuple[str, ...], list[tuple[Candidate, str]]] = {}
        for suggestion in pack.suggestions:
            rests_on = self.proposition(suggestion.effect.proposition)
            for candidate in suggestion.candidates:
                self._suggested.setdefault(candidate[:3], []).append((candidate, rests_on))

    def condition(self, condition: Condition) -> str:
        """Of a condition: its tree, and all that its names rest on."""
        if condition not in self._conditions:
            names = sorted(facts_read(condition))
            said = (condition, [(name, self._name(name)) for name in names])
            self._conditions[condition] = digest(said)
        return self._conditions[condition]

    def proposition(self, name: str) -> str:
        return self.condition(self._pack.ground.conditions[name])

    def fact(self, name: str) -> str:
        """Of a fact, measure or finding."""
        return self._name(name)

    def effect(self, effect: Effect) -> object:
        """Of whether an effect holds, and each of its lines."""
        return self.proposition(effect.proposition), [self.proposition(one) for one in effect.lines]

    def candidates(self, candidates: Iterable[Candidate]) -> str:
        """Of where candidates stand."""
        return digest(sorted({self._candidate(one) for one in candidates}))

    def _candidate(self, candidate: Candidate) -> str:
        suggested = self._suggested.get(candidate[:3], ())
        goal = candidate.goal if suggested else ""
        key = (*candidate[:3], goal, candidate.acts_on if suggested else "")
        restricted = self._restrictions(candidate)
        if (key, restricted) not in self._candidates:
            self._candidates[key, restricted] = digest((key, suggested, restricted))
        return self._candidates[key, restricted]

    def _restrictions(self, candidate: Candidate) -> str:
        restrictions = self._pack.effects.on(candidate)
        if id(restrictions) not in self._labelled:
            self._labelled[id(restrictions)] = any(
                one.selector is not None and one.selector.label for one, _ in restrictions
            )
        labelled = self._labelled[id(restrictions)]
        key = (id(restrictions), *(candidate[:2] if labelled else ("", "")))
        if key not in self._restricted:
            self._restricted[key] = digest(
                [
                    (
                        status,
                        self.proposition(effect.proposition),
                        [self.proposition(line) for line in effect.lines],
                        self._label(candidate, effect.selector),
                    )
                    for effect, status in restrictions
                ]
            )
        return self._restricted[key]

    def _label(self, candidate: Candidate, selector: Selector | None) -> object:
        if selector is None or selector.label is None or COUNTRY not in self._vocabulary.facts:
            return None
        taxonomy = self._pack.taxonomy
        return sorted(selector.label), [
            self.condition(label_condition(taxonomy, candidate.product, candidate.area, status))
            for status in sorted(selector.label)
        ]

    def _name(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = digest((MEANING, name, self._rests_on(name)))
        return self._names[name]

    def _rests_on(self, name: str) -> object:
        if name in self._findings:
            finding = self._findings[name]
            concluded = [
                (one.value, self.proposition(one.proposition)) for one in finding.conclusions
            ]
            return finding.shape, finding.levels, concluded
        if name in self._measures:
            return self._measured(name)
        if name in self._excesses:
            excess = self._excesses[name]
            most = excess.at_most
            limit = self._name(most) if isinstance(most, str) else most
            return excess, limit, [self._name(one) for one in self._pack.ground.treatments]
        asked = self._pack.ground.asked_when.get(name)
        return self._vocabulary.kind(name), None if asked is None else self.condition(asked)

    def _measured(self, name: str) -> object:
        measure = self._measures[name]
        read: list[str] = []
        match measure.computation:
            case Calculated(value):
                read = [self._name(one) for one in formula.names(value)]
            case Points(lines):
                read = [self.condition(condition) for condition, _ in lines]
            case Cases(cases, otherwise):
                values = [value for _, value in cases] + ([otherwise] if otherwise else [])
                read = [self.condition(condition) for condition, _ in cases]
                read += [self._name(one) for value in values for one in formula.names(value)]
            case CountRecords(query) | LatestRecord(query) | SumRecords(query=query):
                read = [self._name(query.records)]
        return measure.computation, measure.place, read
