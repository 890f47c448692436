"""What a test line can be, as its pack stands: nobody is asked to show what no answer brings about.

This is read off the pack, not proved: a line may still be held to one truth by other rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import chain

from poise import formula
from poise.conditions import ALWAYS, Condition, Known, Line
from poise.evaluate import passes
from poise.pack import RulePack
from poise.reads import declared, read_by_measure
from poise.thresholds import Threshold, thresholds
from poise.trees import facts_read
from poise.values import Members, State, Truth, exactly, just, rounded
from poise.vocabulary import (
    Cases,
    Choice,
    Choices,
    Fact,
    Finding,
    Grade,
    Kind,
    LatestRecord,
    Measure,
    Number,
    Points,
    Records,
    YesNo,
)

MOST_LINES = 12
"""Of a score with more lines the totals are not counted out."""


class Possible:
    """Reads off a pack what its test lines can be."""

    def __init__(self, pack: RulePack) -> None:
        self._vocabulary = pack.vocabulary
        self._day = pack.head.released
        """On which the thresholds of windows are as many as on any."""
        self._concluded: dict[str, list[tuple[Condition, str]]] = {}
        for rule in pack.rules:
            for name, members in chain(*(verb.values for verb in rule.conclude)):
                if rule.stage == "active":
                    (owner,) = declared((name,), pack.vocabulary)
                    said = [(rule.when, member) for member in members]
                    self._concluded.setdefault(owner, []).extend(said)
        self._open: dict[str, bool] = {}

    def thresholds(self, line: Line, day: datetime.date) -> tuple[Threshold, ...]:
        """The thresholds of a line on a day, between values that its fact can have."""
        name = self._owner(line)
        return thresholds(line.test, self._kind(name), day, self._values(name))

    def truths(self, line: Line) -> frozenset[Truth]:
        """What the line can be: true, false, unknown."""
        name = self._owner(line)
        found = set(self._known(name, line))
        said = self._declaration(name)
        if (
            isinstance(said, Fact)
            and said.asked_when is not None
            and not line.met_if_not_applicable
        ):
            found.add(False)
        if self._can_be_open(name) and (len(found) == 2 or not isinstance(said, Finding)):
            found.add(None)
        return frozenset(found)

    def _known(self, name: str, line: Line) -> Iterator[Truth]:
        """What it is for values of its fact that are known."""
        kind = self._kind(name)
        if isinstance(line.test, Known):
            yield True
            return
        turning = self.thresholds(line, self._day)
        known = [state for one in turning for state in (one.inside, one.outside)]
        levels = kind.scale.levels if isinstance(kind, Grade) else ()
        for state in known or [_any(kind)]:
            if self._can_have(name, state):
                yield passes(line.test, state, levels, self._day)

    def _can_have(self, name: str, state: State) -> bool:
        """Whether a list that rules conclude can hold these; a finding that always is, not be."""
        if name not in self._concluded:
            return True
        if isinstance(state, Members):
            return state.sure <= {member for _, member in self._concluded[name]}
        always = any(when == ALWAYS for when, _ in self._concluded[name])
        return not (always and state == just("no"))

    def _kind(self, name: str) -> Kind:
        """The kind of a name; of the latest record, that of its date."""
        match self._declaration(name):
            case Measure(computation=LatestRecord(query)):
                records = self._vocabulary.kind(query.records)
                assert isinstance(records, Records)
                return records.fields[query.date_field]
            case said:
                return said.kind

    def _values(self, name: str) -> tuple[float, ...] | None:
        """The values of a grade or number, where they are fewer than its kind allows."""
        match self._declaration(name):
            case Finding(kind=Grade(scale)):
                concluded = {member for _, member in self._concluded.get(name, ())}
                return (0, *(scale.levels.index(one) for one in concluded))
            case Measure(computation=Points(lines)) if len(lines) <= MOST_LINES:
                totals = {0.0}
                for _, points in lines:
                    totals |= {rounded(total + points) for total in totals}
                return tuple(totals)
            case Measure(computation=Cases(cases, otherwise)):
                every = [value for _, value in cases] + ([otherwise] if otherwise else [])
                if all(isinstance(one, formula.Constant) for one in every):
                    return tuple(one.value for one in every if isinstance(one, formula.Constant))
        return None

    def _can_be_open(self, name: str) -> bool:
        """Whether there can be an assessment that leaves it unknown."""
        if name not in self._open:
            self._open[name] = any(map(self._can_be_open, self._rests_on(name)))
        return self._open[name] or isinstance(self._declaration(name), Fact)

    def _rests_on(self, name: str) -> frozenset[str]:
        match self._declaration(name):
            case Measure() as measure:
                return declared(read_by_measure(measure), self._vocabulary)
            case Finding():
                read = (facts_read(when) for when, _ in self._concluded.get(name, ()))
                return declared(chain(*read), self._vocabulary)
        return frozenset()

    def _owner(self, line: Line) -> str:
        return next(iter(declared((line.fact,), self._vocabulary)))

    def _declaration(self, name: str) -> Fact | Measure | Finding:
        return self._vocabulary.declaration(name)


def _any(kind: object) -> State:
    """Some value, where all of them fare alike."""
    match kind:
        case YesNo():
            return just("yes")
        case Choice(options=options):
            return just(options[0])
        case Choices():
            return Members(frozenset())
        case Number(low=low):
            return exactly(rounded(low))
    return exactly(0)
