"""The language's meaning once more, slow and plain: what two engines are tested against.

A test is tried on every value that its fact may still have (on enough of them, where there are
endlessly many); conditions follow Kleene's tables; a program is run by adding symbols until no
clause adds another. Nothing here is shared with an engine.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, combinations, pairwise
from math import inf, isinf

from poise.conditions import (
    AllOf,
    Among,
    AnyOf,
    AtLeast,
    Bounds,
    Condition,
    CountOf,
    Duration,
    Includes,
    Known,
    Line,
    NoneOf,
    Not,
    Test,
    Undetermined,
    Window,
)
from poise.grounded import GroundedPack, GroundFinding
from poise.lower import Program, Symbol
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State, Truth

Value = str | float | frozenset[str]
States = Mapping[str, State]


class Reference:
    """A pack interpreted over the states of its inputs."""

    def __init__(self, pack: GroundedPack, states: States, date: datetime.date) -> None:
        self._states = {name: states.get(name, UNKNOWN) for name in pack.inputs}
        self._numbers = {name for name, shape in pack.inputs.items() if shape == "number"}
        self._levels = pack.levels
        self._date = date
        self._conditions = {each.id: each.condition for each in pack.propositions}
        self.findings: dict[str, dict[str, Truth]] = {}
        for finding in pack.findings:
            self._establish(finding)
        self.propositions = {
            name: self.condition(condition) for name, condition in self._conditions.items()
        }

    def condition(self, condition: Condition) -> Truth:
        match condition:
            case Line():
                return self.line(condition)
            case AllOf(items):
                return _all([self.condition(item) for item in items])
            case AnyOf(items):
                return _any([self.condition(item) for item in items])
            case NoneOf(items):
                return _not(_any([self.condition(item) for item in items]))
            case AtLeast(count, items):
                truths = [self.condition(item) for item in items]
                if truths.count(True) >= count:
                    return True
                return None if len(truths) - truths.count(False) >= count else False
            case Undetermined():
                return None
        raise AssertionError(condition)

    def line(self, line: Line) -> Truth:
        state = self._states[line.fact]
        if state is NOT_APPLICABLE:
            return line.met_if_not_applicable or line.test == Known()
        if state is UNKNOWN:
            return None
        negated, test = False, line.test
        while isinstance(test, Not):
            negated, test = not negated, test.test
        if isinstance(test, Known):
            settled = line.fact not in self.findings or len(list(self._values(state, test))) == 1
            return not negated if settled else None
        possible = self._possible(line.fact, state, test)
        passing = {self._passes(line.fact, test, value) for value in possible}
        truth = passing.pop() if len(passing) == 1 else None
        return _not(truth) if negated else truth

    # --- values ----------------------------------------------------------------------------

    def _possible(self, fact: str, state: State, test: Test) -> Iterator[Value]:
        if isinstance(state, Span) and fact in self._numbers:
            return _reals(state, test)
        return self._values(state, test)

    def _values(self, state: State, test: Test) -> Iterator[Value]:
        match state:
            case Possible(values):
                yield from values
            case Members(sure, perhaps):
                open_ = sorted(perhaps - sure)
                for more in chain(*(combinations(open_, n) for n in range(len(open_) + 1))):
                    yield sure | set(more)
            case Span(low, high):
                turns = self._window(test) if isinstance(test, Window) else _edges(test)
                whole = [int(turn) for turn in turns if not isinf(turn)]
                near = {turn + step for turn in whole for step in (-1, 0, 1)}
                ends = {int(end) for end in (low, high) if not isinf(end)}
                far = {max(near | ends, default=0) + 1, min(near | ends, default=0) - 1}
                if not isinf(high - low) and high - low < 20:
                    near |= set(range(int(low), int(high) + 1))
                yield from sorted(v for v in near | ends | far if low <= v <= high)

    def _passes(self, fact: str, test: Test, value: Value) -> bool:
        match test:
            case Among(words) if isinstance(value, str):
                return value in words
            case Among(words):
                return self._levels[fact][int(value)] in words  # type: ignore[arg-type]
            case Bounds() if isinstance(value, int | float):
                return _inside(test, value)
            case CountOf(bounds) if isinstance(value, frozenset):
                return _inside(bounds, len(value))
            case Includes(members) if isinstance(value, frozenset):
                return any(member in value for member in members)
            case Window() if isinstance(value, int | float):
                first, last = self._window(test)
                return first <= value <= last
        raise AssertionError((fact, test, value))

    def _window(self, window: Window) -> list[float]:
        first = _day(self._date, window.back, -1) if window.back else -inf
        last = _day(self._date, window.ahead, 1) if window.ahead else inf
        first += 1 if window.back and window.back.count else 0
        last -= 1 if window.ahead and window.ahead.count else 0
        return [first, last]

    # --- findings --------------------------------------------------------------------------

    def _establish(self, finding: GroundFinding) -> None:
        found: dict[str, list[Truth]] = {}
        for conclusion in finding.conclusions:
            truth = self.condition(self._conditions[conclusion.proposition])
            found.setdefault(conclusion.value, []).append(truth)
        truths = {value: _any(each) for value, each in found.items()}
        match finding.shape:
            case "choice":
                yes = truths.get("yes", False)
                self.findings[finding.id] = {"yes": yes}
                words = {True: {"yes"}, False: {"no"}, None: {"yes", "no"}}[yes]
                self._states[finding.id] = Possible(frozenset(words))
            case "choices":
                self.findings[finding.id] = truths
                sure = frozenset(value for value, truth in truths.items() if truth)
                perhaps = frozenset(value for value, truth in truths.items() if truth is None)
                self._states[finding.id] = Members(sure, perhaps)
            case "grade":
                steps = range(1, len(finding.levels))
                self.findings[finding.id] = {
                    str(step): _any([t for value, t in truths.items() if int(value) >= step])
                    for step in steps
                }
                rungs = self.findings[finding.id]
                low = max((step for step in steps if rungs[str(step)]), default=0)
                high = max((step for step in steps if rungs[str(step)] is not False), default=0)
                self._states[finding.id] = Span(low, high)


def chained(program: Program, states: States, date: datetime.date) -> set[Symbol]:
    """Every symbol that follows, by adding until nothing is added."""
    reference = Reference(GroundedPack(program.inputs, program.levels, (), ()), states, date)
    derived: set[Symbol] = set()
    for atom in program.atoms:
        truth = reference.line(Line(atom.fact, atom.test, atom.met_if_not_applicable))
        if truth is not None:
            derived.add(atom.pair.true if truth else atom.pair.false)
    growing = True
    while growing:
        heads = {each.head for each in program.clauses if derived.issuperset(each.body)}
        growing = not heads <= derived
        derived |= heads
    return derived


def _all(truths: list[Truth]) -> Truth:
    if False in truths:
        return False
    return None if None in truths else True


def _any(truths: list[Truth]) -> Truth:
    if True in truths:
        return True
    return None if None in truths else False


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _inside(bounds: Bounds, value: float) -> bool:
    if bounds.at_least is not None and value < bounds.at_least:
        return False
    if bounds.at_most is not None and value > bounds.at_most:
        return False
    if bounds.above is not None and value <= bounds.above:
        return False
    return bounds.below is None or value < bounds.below


def _edges(test: Test) -> list[float]:
    if isinstance(test, CountOf):
        return _edges(test.bounds)
    if not isinstance(test, Bounds):
        return []
    every = (test.at_least, test.at_most, test.above, test.below)
    return [edge for edge in every if edge is not None]


def _reals(span: Span, test: Test) -> Iterator[Value]:
    """The ends of the span, every threshold within, and a number between each two of these."""
    edges = sorted({*_edges(test), 0.0, *(e for e in (span.low, span.high) if not isinf(e))})
    points = [edges[0] * 2 - 1e16, *edges, edges[-1] * 2 + 1e16]
    between = [(one + other) / 2 for one, other in pairwise(points)]
    yield from sorted(point for point in (*points, *between) if span.low <= point <= span.high)


@cache
def _day(date: datetime.date, length: Duration, sign: int) -> int:
    """Counted out, month by month; beyond the calendar, a day that no date reaches."""
    if length.unit in ("days", "weeks"):
        days = length.count * {"days": 1, "weeks": 7}[length.unit]
        return date.toordinal() + sign * days
    year, month = date.year, date.month
    for _ in range(length.count * {"months": 1, "years": 12}[length.unit]):
        month += sign
        if month in (0, 13):
            year, month = year + sign, 12 if month == 0 else 1
    if not 1 <= year <= 9999:
        return sign * 10**9
    day = date.day
    while True:
        try:
            return datetime.date(year, month, day).toordinal()
        except ValueError:
            day -= 1
