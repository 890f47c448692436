"""The world of one pack: a term for every fact, and a pair of formulas for every proposition."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

import z3

from poise.conditions import Condition
from poise.evaluate import View
from poise.grounded import Proposition
from poise.grounding import Excess
from poise.lower import ALWAYS, NEVER, Atom, Symbol, lower
from poise.measures import SMALLEST, Computer
from poise.pack import RulePack
from poise.requests import Request
from poise.solver.calendar import Calendar, written_in
from poise.solver.ceilings import Ceilings, planned_name
from poise.solver.facts import Facts
from poise.solver.measures import Measures, Sources
from poise.solver.records import Matcher, RecordList, in_turn, record_list
from poise.solver.terms import FAILS, NO, YES, Called, State, Truths, every, exact, some
from poise.solver.tests import line_truths
from poise.vocabulary import Cases, Number, Points

SLOTS = 2
"""So many records of a list are told one by one."""


class World:
    """Every assessment there can be of one pack.

    `date` is the assessment's, None for any. `requests` are the assessment's, None for any. Terms
    are made when they are first asked for, and `constraints` grow with them. Two worlds whose
    terms are `called` the same share them. `calendar` says what windows reach.
    """

    def __init__(
        self,
        pack: RulePack,
        extra: Mapping[str, Condition] | None = None,
        *,
        slots: int = SLOTS,
        date: datetime.date | None = None,
        requests: tuple[Request, ...] | None = None,
        called: Called = str,
        calendar: type[Calendar] = Calendar,
    ) -> None:
        self.pack = pack
        self._called = called
        self.constraints: list[z3.BoolRef] = []
        """What limits all that was asked for so far; it only grows."""
        self.exactly = z3.Bool("every answer is exact")
        self.calendar = calendar(date, self.note)
        self._requests = requests
        self._slots = slots
        self._facts = Facts(self.note, self.exactly)
        self._states: dict[str, State] = {}
        self._lists: dict[str, RecordList] = {}
        self._planned: dict[str, z3.ArithRef] = {}
        self.abstracted: set[str] = set()
        """Measures of which more is allowed than can be."""
        own = own_conditions(pack) | dict(extra or {})
        logic = pack.ground.logic
        self._program = lower(
            replace(logic, propositions=(*logic.propositions, *_propositions(own)))
        )
        self._bodies: dict[Symbol, list[tuple[Symbol, ...]]] = {}
        for clause in self._program.clauses:
            self._bodies.setdefault(clause.head, []).append(clause.body)
        self._atoms: dict[Symbol, Atom] = {}
        for atom in self._program.atoms:
            self._atoms[atom.pair.true] = self._atoms[atom.pair.false] = atom
        self._symbols: dict[Symbol, z3.BoolRef] = {ALWAYS: YES, NEVER: NO}
        self._lines: dict[Atom, Truths] = {}
        self._matcher = Matcher(logic.levels, self.calendar)
        self._measured = {one.id: one for one in pack.ground.measures}
        self._excesses = {one.id: one for one in pack.ground.excesses}
        self._measures = Measures(self._sources())

    # --- what it says ------------------------------------------------------------------------

    def truths(self, proposition: str) -> Truths:
        """The pair of a proposition: of the pack's own, or of what was given as `extra`."""
        pair = self._program.propositions[proposition]
        return Truths(self._symbol(pair.true), self._symbol(pair.false))

    def finding(self, name: str, value: str) -> Truths:
        """The pair of a finding's value, as `poise.lower` numbers them; of a grade, of so much."""
        pair = self._program.findings[name].get(value)
        return FAILS if pair is None else Truths(*map(self._symbol, (pair.true, pair.false)))

    def values(self, name: str) -> dict[str, Truths]:
        """The pair of each value of a finding; none where the pack has no such finding."""
        found = self._program.findings.get(name, {})
        return {value: self.finding(name, value) for value in found}

    def state(self, name: str) -> State:
        """The term of a fact, measure or ceiling."""
        if name not in self._states:
            self._states[name] = self._made(name)
        return self._states[name]

    def surplus(self, excess: Excess) -> State:
        """By how much so much would be passed that is no ceiling of the pack's own."""
        if excess.id not in self._states:
            ceilings = self._ceilings()
            self._states[excess.id] = ceilings.excess(excess)
            if self._adds_up:
                ceilings.link(excess, self._excesses.values())
        return self._states[excess.id]

    def records(self, name: str) -> RecordList:
        """A list of records."""
        if name not in self._lists:
            kind = self.pack.ground.records[name]
            listed = record_list(
                self._called(name), kind, self.state(name), self._slots, self._facts
            )
            self._lists[name] = listed
            for constraint in in_turn(listed):
                self.note(constraint)
        return self._lists[name]

    @property
    def facts(self) -> dict[str, State]:
        """The facts that were asked for so far, with their terms."""
        return {name: term for name, term in self._states.items() if name in self._askable}

    @property
    def lists(self) -> Mapping[str, RecordList]:
        return self._lists

    def ordinary(self, date: datetime.date) -> list[z3.BoolRef]:
        """What makes an assessment one that can be written on a day: dates in years that can be
        written, a short list of records, and no requests for amounts."""
        shorter = [z3.Not(one.longer) for one in self._lists.values()]
        planned = [term == exact(SMALLEST) for term in self._planned.values()]
        dates = [end for one in self._facts.dates for end in written_in(date, one)]
        return [*shorter, *planned, *dates, *self.calendar.on(date)]

    def note(self, constraint: z3.BoolRef) -> None:
        self.constraints.append(constraint)

    # --- how it is made ----------------------------------------------------------------------

    @property
    def _adds_up(self) -> bool:
        """Whether no record takes anything from an amount."""
        kinds = (self.pack.ground.records[name] for name in self.pack.ground.treatments)
        amounts = (kind.fields.get("amount") for kind in kinds)
        return all(isinstance(one, Number) and one.low >= 0 for one in amounts)

    @property
    def _askable(self) -> frozenset[str]:
        return frozenset(self.pack.model.askable)

    def _made(self, name: str) -> State:
        if name in self._measured:
            return self._measures.state(self._measured[name])
        if name in self._excesses:
            return self._ceilings().excess(self._excesses[name])
        absent = NO
        if name in self.pack.ground.asked_when:
            absent = self.truths(f"{name}: asked").false
        return self._facts.state(self._called(name), self.pack.vocabulary.kind(name), absent)

    def _ceilings(self) -> Ceilings:
        lists = tuple(self.records(name) for name in self.pack.ground.treatments)
        return Ceilings(
            self.state, lists, self._matcher, self.note, self._planned_for, self._called
        )

    def _planned_for(self, excess: Excess) -> z3.ArithRef:
        if self._requests is not None:
            return exact(self._asked(excess))
        name = planned_name(excess)
        if name not in self._planned:
            term = self._planned[name] = z3.Real(name)
            self.note(term >= exact(SMALLEST))
        return self._planned[name]

    def _asked(self, excess: Excess) -> float:
        """What the requests add, by the same sum as in a plan."""
        assert self._requests is not None
        view = View({}, {}, datetime.date.min)
        computer = Computer(self.pack.ground, self.pack.taxonomy, {}, self._requests, view)
        return computer.planned(excess)

    def _sources(self) -> Sources:
        """Where measures find what they are worked out from."""
        return Sources(
            vocabulary=self.pack.vocabulary,
            state=self.state,
            line=lambda name, number: self.truths(f"{name}: {number}"),
            records=self.records,
            matcher=self._matcher,
            note=self.note,
            abstracted=self.abstracted.add,
            called=self._called,
        )

    def _symbol(self, symbol: Symbol) -> z3.BoolRef:
        if symbol not in self._symbols:
            atom = self._atoms.get(symbol)
            if atom is not None:
                truths = self._line(atom)
                found = truths.true if symbol == atom.pair.true else truths.false
            else:
                bodies = self._bodies.get(symbol, [])
                found = some(every(map(self._symbol, body)) for body in bodies)
            self._symbols[symbol] = found
        return self._symbols[symbol]

    def _line(self, atom: Atom) -> Truths:
        if atom not in self._lines:
            self._lines[atom] = line_truths(
                atom.test,
                atom.met_if_not_applicable,
                self.state(atom.fact),
                self.pack.ground.logic.levels.get(atom.fact, ()),
                self.calendar,
            )
        return self._lines[atom]


def own_conditions(pack: RulePack) -> dict[str, Condition]:
    """Conditions that decide what is asked and measured; rules do not stand behind them."""
    found = {f"{name}: asked": condition for name, condition in pack.ground.asked_when.items()}
    for measure in pack.ground.measures:
        conditions: list[Condition] = []
        match measure.computation:
            case Points(lines):
                conditions = [condition for condition, _ in lines]
            case Cases(cases):
                conditions = [condition for condition, _ in cases]
        found |= {f"{measure.id}: {number}": one for number, one in enumerate(conditions)}
    return found


def _propositions(conditions: Mapping[str, Condition]) -> list[Proposition]:
    return [Proposition(name, condition) for name, condition in conditions.items()]
