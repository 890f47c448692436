"""Which treatments end what a rule holds back, and what is otherwise once they were given.

A treatment changes two things that rules test: what the records hold, and the findings that its
suggestions say they treat. What else may change with time or by itself is not looked at.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from poise.answers import Record
from poise.assessment import Assessment
from poise.check.sequencing import Item
from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf, Window
from poise.evaluate import View, finding_state
from poise.grounding import Effect
from poise.measures import Computer
from poise.pack import RulePack
from poise.planning.candidates import Candidate
from poise.situation import GIVEN, situate
from poise.trees import facts_read
from poise.values import UNKNOWN, Members, State, Truth, exactly, just
from poise.vocabulary import BOTH, SIDES, Choices, CountRecords, LatestRecord, Query, ground_name


def holding(pack: RulePack, effect: Effect) -> Condition:
    """When a deferral or a requirement holds back: its rule holds, and not all of its lines."""
    conditions = pack.ground.conditions
    if not effect.lines:
        return conditions[effect.proposition]
    met = AllOf(tuple(conditions[line] for line in effect.lines))
    return AllOf((conditions[effect.proposition], NoneOf((met,))))


def outlasts(condition: Condition, truth: bool = True) -> bool:
    """Whether a condition may have a truth still when no window reaches anything any more."""
    match condition:
        case Line(test=test):
            return not (truth and isinstance(test, Window))
        case AllOf(items):
            return (all if truth else any)(outlasts(item, truth) for item in items)
        case AnyOf(items):
            return (any if truth else all)(outlasts(item, truth) for item in items)
        case NoneOf(items):
            return outlasts(AnyOf(items), not truth)
        case AtLeast(count, items):
            needed = count if truth else len(items) - count + 1
            return sum(outlasts(item, truth) for item in items) >= needed
    return False


NOTHING = Members(frozenset())
"""Of a list in a record, such as complications: it went as it should."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """A product in an area, on one side or on both, and the findings that it treats."""

    product: str
    area: str
    side: str
    treats: frozenset[str]


class Treatments:
    """What the treatments that a pack can suggest change."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._tallied = dict(_tallied(pack))
        self._findings = {one.id: one for one in pack.ground.logic.findings}
        self._treats: dict[Candidate, frozenset[str]] = {}
        self._counted: dict[tuple[str, Treatment], bool] = {}
        for suggestion in pack.suggestions:
            for one in suggestion.candidates:
                before = self._treats.get(one, frozenset())
                self._treats[one] = before | self._grounded(suggestion.verb.treats, one)
        self._treated = frozenset(name for found in self._treats.values() for name in found)

    @property
    def candidates(self) -> Iterable[Candidate]:
        """Those that a rule can suggest."""
        return self._treats

    def item_of(self, one: Candidate) -> Item:
        return self._pack.taxonomy.products[one.product].item, one.area

    def of(self, candidates: Iterable[Candidate]) -> Treatment:
        """The one treatment that candidates of a product in an area are together."""
        found = tuple(candidates)
        sides = {one.side for one in found}
        treats = frozenset(name for one in found for name in self._treats[one])
        side = sides.pop() if len(sides) == 1 else BOTH
        return Treatment(found[0].product, found[0].area, side, treats)

    def ending(self, condition: Condition) -> frozenset[Candidate]:
        """The candidates whose treatment some line of a condition sees."""
        tested = set(facts_read(condition))
        treated, counting = tested & self._treated, tested & self._tallied.keys()
        if not treated and not counting:
            return frozenset()
        return frozenset(
            one
            for one, treats in self._treats.items()
            if treats & treated or any(self.counts(name, self.of((one,))) for name in counting)
        )

    def counts(self, name: str, given: Treatment) -> bool:
        """Whether a measure counts a treatment, or dates it."""
        if (name, given) not in self._counted:
            self._counted[name, given] = self._matches(name, given)
        return self._counted[name, given]

    def gone(self, finding: str) -> State:
        """The state of a finding that was treated: it is absent."""
        ground = self._findings[finding]
        return finding_state(ground, {one.proposition: False for one in ground.conclusions})

    def after(self, one: Assessment, condition: Condition, given: Treatment) -> Truth:
        """A condition once a treatment was given and recorded, and its findings are gone."""
        records = {
            name: (*one.records[name], self._record(name, one.date, given))
            for name in self._pack.ground.treatments
            if name in one.records
        }
        recorded = replace(one, records={**one.records, **records})
        view = situate(self._pack.model, recorded).evaluation.view
        gone = {name: self.gone(name) for name in given.treats}
        return View({**view.states, **gone}, view.levels, view.date).truth(condition)

    # --- how it is found ---------------------------------------------------------------------

    def _grounded(self, finding: str | None, one: Candidate) -> frozenset[str]:
        """A finding at the place of a candidate that treats it; on both sides where it has none."""
        declared = None if finding is None else self._pack.vocabulary.get(finding)
        if finding is None or declared is None:
            return frozenset()
        sides = (one.side,) if one.side in SIDES else SIDES
        places = {None: (None,), "side": sides, "area": (one.area,)}[declared.each]
        return frozenset(ground_name(finding, place) for place in places) & set(self._findings)

    def _matches(self, name: str, given: Treatment) -> bool:
        if name not in self._tallied:
            return False
        pack, (query, place) = self._pack, self._tallied[name]
        day = pack.head.released
        records = {query.records: (self._record(query.records, day, given),)}
        view = View({query.records: GIVEN}, pack.ground.logic.levels, day)
        found = Computer(pack.ground, pack.taxonomy, records, (), view).matching(query, place)
        return isinstance(found, list) and any(sure for _, sure in found)

    def _record(self, listed: str, day: datetime.date, given: Treatment) -> Record:
        """The treatment as it is recorded on a day."""
        kinds = self._pack.ground.records[listed].fields
        said: dict[str, State] = {
            "product": just(given.product),
            "area": just(given.area),
            "side": just(given.side or BOTH),
            "date": exactly(day.toordinal()),
        }
        said |= {name: NOTHING for name, kind in kinds.items() if isinstance(kind, Choices)}
        return Record({name: said.get(name, UNKNOWN) for name in kinds})


def _tallied(pack: RulePack) -> Iterator[tuple[str, tuple[Query, str | None]]]:
    """The measures that count or date records of treatments."""
    for measure in pack.ground.measures:
        match measure.computation:
            case CountRecords(query) | LatestRecord(query):
                if query.records in pack.ground.treatments:
                    yield measure.id, (query, measure.place)
