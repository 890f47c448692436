"""Which of the changes between two packs conditions rest on, at any remove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from poise import formula
from poise.pack import RulePack
from poise.trees import facts_read
from poise.vocabulary import (
    Calculated,
    Cases,
    CountRecords,
    LatestRecord,
    Points,
    SumRecords,
)

Cause = tuple[str, str]
"""What was changed, and which: a rule, a fact."""
Causes = frozenset[Cause]
NOTHING: Causes = frozenset()


class RestsOn:
    """For one pack, the changes that its propositions and names rest on.

    `rules` are the rules that changed; `names` are the changes to facts and measures themselves.
    """

    def __init__(self, pack: RulePack, rules: frozenset[str], names: Mapping[str, Cause]) -> None:
        self._ground = pack.ground
        self._names = names
        self._findings = {one.id: one for one in pack.ground.logic.findings}
        self._measures = {one.id: one for one in pack.ground.measures}
        self._excesses = {one.id: one for one in pack.ground.excesses}
        self._known: dict[str, Causes] = {}
        self._propositions: dict[str, Causes] = {}
        self._rule_of = {
            name: effect.rule.id
            for effect in pack.ground.effects
            for name in (effect.proposition, *effect.lines)
        }
        self._rules = rules

    def proposition(self, name: str) -> Causes:
        if name not in self._propositions:
            rule = self._rule_of.get(name, "")
            own = {("rule", rule)} if rule in self._rules else set()
            condition = self._ground.conditions[name]
            self._propositions[name] = self._all(facts_read(condition)) | own
        return self._propositions[name]

    def name(self, name: str) -> Causes:
        """Of a fact, measure or finding."""
        if name not in self._known:
            self._known[name] = NOTHING
            own = {self._names[name]} if name in self._names else set()
            self._known[name] = self._read_by(name) | own
        return self._known[name]

    def _all(self, names: Iterable[str]) -> Causes:
        return NOTHING.union(*map(self.name, names))

    def _read_by(self, name: str) -> Causes:
        if name in self._findings:
            concluded = self._findings[name].conclusions
            return NOTHING.union(*(self.proposition(one.proposition) for one in concluded))
        if name in self._excesses:
            most = self._excesses[name].at_most
            limit = self.name(most) if isinstance(most, str) else NOTHING
            return limit | self._all(self._ground.treatments)
        if name in self._ground.asked_when:
            return self._all(facts_read(self._ground.asked_when[name]))
        return self._measured(name) if name in self._measures else NOTHING

    def _measured(self, name: str) -> Causes:
        match self._measures[name].computation:
            case Calculated(read):
                return self._all(formula.names(read))
            case Points(lines):
                return self._all(one for when, _ in lines for one in facts_read(when))
            case Cases(cases, otherwise):
                values = [value for _, value in cases] + ([otherwise] if otherwise else [])
                return self._all(one for when, _ in cases for one in facts_read(when)) | self._all(
                    one for value in values for one in formula.names(value)
                )
            case CountRecords(query) | LatestRecord(query) | SumRecords(query=query):
                return self.name(query.records)
        return NOTHING
