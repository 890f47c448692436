"""The facts on which a condition rests, and every test by which each is read on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from poise import formula
from poise.conditions import Condition, Duration, Line, Not, Test, Window
from poise.pack import RulePack
from poise.rules import Selector
from poise.trees import lines
from poise.vocabulary import Calculated, Cases, CountRecords, LatestRecord, Points, SumRecords


@dataclass(slots=True)
class Read:
    """How one fact is read."""

    tests: dict[Test, None] = field(default_factory=dict)
    computed: bool = False
    """A formula reads it: any other value may tell."""
    windows: dict[Duration, None] = field(default_factory=dict)
    """Of records: in which stretches of time they count."""
    fields: dict[tuple[str, Test], None] = field(default_factory=dict)
    """Of records: by which of their fields."""
    selectors: dict[Selector, None] = field(default_factory=dict)
    """Of treatments: which of them a ceiling counts."""
    amounts: bool = False
    """Of records: whether what was given is added up."""


class Below:
    """What stands below the names of one pack: facts in the order of the vocabulary."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._order = {name: rank for rank, name in enumerate(pack.model.askable)}
        self._findings = {one.id: one for one in pack.ground.logic.findings}
        self._measures = {one.id: one for one in pack.ground.measures}
        self._excesses = {one.id: one for one in pack.ground.excesses}

    def of(self, conditions: Iterable[Condition]) -> Mapping[str, Read]:
        """The facts below some conditions."""
        found: dict[str, Read] = {}
        seen: set[str] = set()
        for condition in conditions:
            self._condition(condition, found, seen)
        return {name: found[name] for name in sorted(found, key=lambda one: self._order[one])}

    def _condition(self, condition: Condition, found: dict[str, Read], seen: set[str]) -> None:
        for line in lines(condition):
            if line.fact in self._order:
                found.setdefault(line.fact, Read()).tests[line.test] = None
            self._name(line.fact, found, seen)
            self._dated(line, found)

    def _dated(self, line: Line, found: dict[str, Read]) -> None:
        """A window on the day of the latest record is one on the records."""
        measure = self._measures.get(line.fact)
        if measure is not None and isinstance(measure.computation, LatestRecord):
            read = found[measure.computation.query.records]
            read.windows.update(dict.fromkeys(backwards([line.test])))

    def _name(self, name: str, found: dict[str, Read], seen: set[str]) -> None:
        if name in seen:
            return
        seen.add(name)
        if name in self._findings:
            for conclusion in self._findings[name].conclusions:
                body = self._pack.ground.conditions[conclusion.proposition]
                self._condition(body, found, seen)
        elif name in self._measures:
            self._measure(name, found, seen)
        elif name in self._excesses:
            self._excess(name, found, seen)
        elif name in self._pack.ground.asked_when:
            self._condition(self._pack.ground.asked_when[name], found, seen)

    def _measure(self, name: str, found: dict[str, Read], seen: set[str]) -> None:
        match self._measures[name].computation:
            case Calculated(value):
                self._operands([value], found, seen)
            case Points(scored):
                for condition, _ in scored:
                    self._condition(condition, found, seen)
            case Cases(cases, otherwise):
                for condition, _ in cases:
                    self._condition(condition, found, seen)
                values = [value for _, value in cases] + ([otherwise] if otherwise else [])
                self._operands(values, found, seen)
            case CountRecords(query) | LatestRecord(query) | SumRecords(query=query) as counted:
                read = found.setdefault(query.records, Read())
                read.fields.update(dict.fromkeys(query.where))
                read.amounts = read.amounts or isinstance(counted, SumRecords)
                if query.window is not None:
                    read.windows[query.window] = None

    def _operands(
        self, values: Iterable[formula.Formula], found: dict[str, Read], seen: set[str]
    ) -> None:
        for value in values:
            for name in formula.names(value):
                if name in self._order:
                    found.setdefault(name, Read()).computed = True
                self._name(name, found, seen)

    def _excess(self, name: str, found: dict[str, Read], seen: set[str]) -> None:
        excess = self._excesses[name]
        for records in self._pack.ground.treatments:
            read = found.setdefault(records, Read())
            read.amounts = read.amounts or excess.unit != "sessions"
            read.selectors[excess.selector] = None
            if excess.within is not None:
                read.windows[excess.within] = None
        if isinstance(excess.at_most, str):
            if excess.at_most in self._order:
                found.setdefault(excess.at_most, Read()).computed = True
            self._name(excess.at_most, found, seen)


def backwards(tests: Iterable[Test]) -> Iterator[Duration]:
    """How far back the windows of these tests reach."""
    for test in tests:
        while isinstance(test, Not):
            test = test.test
        if isinstance(test, Window) and test.back is not None and test.back.count:
            yield test.back
