"""What a rule means: Kleene evaluation of the ground logic, with the trace of any condition.

This is the authority. It reads the condition tree itself and shares nothing with `poise.lower`,
so that the second engine, which runs what was lowered, is a second witness.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from poise.conditions import (
    AllOf,
    Among,
    AnyOf,
    AtLeast,
    Bounds,
    Condition,
    CountOf,
    Includes,
    Known,
    Line,
    NoneOf,
    Not,
    Test,
    Undetermined,
    Window,
)
from poise.durations import on_calendar
from poise.grounded import GroundedPack, GroundFinding
from poise.values import (
    NOT_APPLICABLE,
    UNKNOWN,
    Members,
    Possible,
    Span,
    State,
    Truth,
    just,
    negation,
)

States = Mapping[str, State]
Levels = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """What conditions are evaluated against: states by ground name, and the assessment's date."""

    states: dict[str, State]
    levels: Levels
    date: datetime.date

    def truth(self, condition: Condition) -> Truth:
        """Whether a ground condition surely holds, surely does not, or neither."""
        return _EVALUATE[type(condition)](condition, self)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every proposition's truth, and every state, findings included."""

    truths: Mapping[str, Truth]
    view: View

    @property
    def states(self) -> States:
        return self.view.states


def evaluate(pack: GroundedPack, states: States, date: datetime.date) -> Evaluation:
    """Evaluate all findings and propositions over the states of all inputs."""
    view = View(dict(states), pack.levels, date)
    truths: dict[str, Truth] = {}
    waiting = {one.id: one.condition for one in pack.propositions}
    for finding in pack.findings:
        for conclusion in finding.conclusions:
            if conclusion.proposition not in truths:
                condition = waiting[conclusion.proposition]
                truths[conclusion.proposition] = view.truth(condition)
        view.states[finding.id] = finding_state(finding, truths)
    for name, condition in waiting.items():
        if name not in truths:
            truths[name] = view.truth(condition)
    return Evaluation(truths, view)


def finding_state(finding: GroundFinding, truths: Mapping[str, Truth]) -> State:
    """A finding is closed over its rules: established, still possible, or absent."""
    by_value: dict[str, list[Truth]] = {}
    for conclusion in finding.conclusions:
        by_value.setdefault(conclusion.value, []).append(truths[conclusion.proposition])
    sure = frozenset(value for value, found in by_value.items() if True in found)
    possible = frozenset(value for value, found in by_value.items() if set(found) != {False})
    if finding.shape == "choices":
        return Members(sure, possible - sure)
    if finding.shape == "choice":
        if sure:
            return just("yes")
        return Possible(frozenset(("yes", "no"))) if possible else just("no")
    return Span(max(map(int, sure), default=0), max(map(int, possible), default=0))


# --- tests -----------------------------------------------------------------------------------


def passes(test: Test, state: State, levels: tuple[str, ...], date: datetime.date) -> Truth:
    """Whether a known state passes a test: surely, surely not, or neither."""
    match test:
        case Not(inner):
            return negation(passes(inner, state, levels, date))
        case Among(values):
            return _among(values, state, levels)
        case Bounds():
            assert isinstance(state, Span)
            return _bounded(test, state.low, state.high)
        case Includes(members):
            assert isinstance(state, Members)
            if state.sure & members:
                return True
            return None if state.perhaps & members else False
        case CountOf(bounds):
            assert isinstance(state, Members)
            return _bounded(bounds, len(state.sure), len(state.sure | state.perhaps))
        case Window():
            assert isinstance(state, Span)
            first, last = window_ends(test, date)
            return _bounded(Bounds(at_least=first, at_most=last), state.low, state.high)
        case Known():
            return True


def window_ends(window: Window, date: datetime.date) -> tuple[int, int]:
    """The first and last day of a window around a date, as ordinals.

    A window ends before its length is full: what was 90 days ago is not "in the last 90 days", so
    that a deferral of 90 days is over on the very day that it names. One that reaches beyond the
    calendar ends where that does.
    """
    first = datetime.date.min.toordinal()
    last = datetime.date.max.toordinal()
    if window.back is not None and (day := on_calendar(date, window.back, -1)):
        first = day.toordinal() + (window.back.count > 0)
    if window.ahead is not None and (day := on_calendar(date, window.ahead)):
        last = day.toordinal() - (window.ahead.count > 0)
    return first, last


def _among(values: frozenset[str], state: State, levels: tuple[str, ...]) -> Truth:
    if isinstance(state, Possible):
        possible = state.values
    else:
        assert isinstance(state, Span)
        possible = frozenset(levels[int(state.low) : int(state.high) + 1])
    if possible <= values:
        return True
    return None if possible & values else False


def _bounded(bounds: Bounds, low: float, high: float) -> Truth:
    at_least, at_most, above, below = bounds.at_least, bounds.at_most, bounds.above, bounds.below
    if (
        (at_least is not None and high < at_least)
        or (at_most is not None and low > at_most)
        or (above is not None and high <= above)
        or (below is not None and low >= below)
    ):
        return False
    if (
        (at_least is None or low >= at_least)
        and (at_most is None or high <= at_most)
        and (above is None or low > above)
        and (below is None or high < below)
    ):
        return True
    return None


# --- conditions ------------------------------------------------------------------------------


def _line(line: Line, view: View) -> Truth:
    state = view.states[line.fact]
    if state is NOT_APPLICABLE:
        return line.met_if_not_applicable or isinstance(line.test, Known)
    if state is UNKNOWN:
        return None
    return passes(line.test, state, view.levels.get(line.fact, ()), view.date)


def _all(condition: AllOf, view: View) -> Truth:
    result: Truth = True
    for item in condition.items:
        truth = _EVALUATE[type(item)](item, view)
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _any(condition: AnyOf | NoneOf, view: View) -> Truth:
    result: Truth = False
    for item in condition.items:
        truth = _EVALUATE[type(item)](item, view)
        if truth:
            return True
        if truth is None:
            result = None
    return result


def _none(condition: NoneOf, view: View) -> Truth:
    return negation(_any(condition, view))


def _at_least(condition: AtLeast, view: View) -> Truth:
    truths = [_EVALUATE[type(item)](item, view) for item in condition.items]
    sure = truths.count(True)
    if sure >= condition.count:
        return True
    return None if sure + truths.count(None) >= condition.count else False


def _undetermined(_condition: Undetermined, _view: View) -> Truth:
    return None


_EVALUATE: dict[type, Callable[[Any, View], Truth]] = {
    Line: _line,
    AllOf: _all,
    AnyOf: _any,
    NoneOf: _none,
    AtLeast: _at_least,
    Undetermined: _undetermined,
}


# --- what is open ----------------------------------------------------------------------------


def open_facts(condition: Condition, view: View) -> Iterable[str]:
    """The ground names whose being unknown leaves a condition unknown."""
    if view.truth(condition) is not None:
        return
    match condition:
        case Line(fact):
            yield fact
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            for item in items:
                yield from open_facts(item, view)
