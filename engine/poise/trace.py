"""The trace of a condition: every test with what it read, its threshold and its result."""

from __future__ import annotations

from collections.abc import Iterator

from poise.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Includes,
    Line,
    NoneOf,
    Sided,
    Undetermined,
)
from poise.evaluate import View
from poise.plan import Combined, Result, TestTrace
from poise.values import NOT_APPLICABLE, Members, State, Truth
from poise.vocabulary import Fact, Measure, Vocabulary
from poise.wording import Wording


class Tracer:
    """Traces conditions against one view."""

    def __init__(self, vocabulary: Vocabulary, wording: Wording, view: View) -> None:
        self._vocabulary = vocabulary
        self._wording = wording
        self._view = view

    def trace(self, condition: Condition) -> TestTrace:
        """The tree of tests with their results."""
        result = said(self._view.truth(condition))
        match condition:
            case Line():
                return self._line(condition, result)
            case AllOf(items):
                return self._combined("all_of", items, result)
            case AnyOf(items):
                return self._combined("any_of", items, result)
            case NoneOf(items):
                return self._combined("none_of", items, result)
            case AtLeast(count, items):
                return self._combined("at_least", items, result, count)
            case Undetermined() | Sided():
                return TestTrace(kind="undetermined", result=result)

    def _combined(
        self, kind: Combined, items: tuple[Condition, ...], result: Result, count: int | None = None
    ) -> TestTrace:
        tests = tuple(self.trace(item) for item in items)
        return TestTrace(kind=kind, result=result, count=count, tests=tests)

    def _line(self, line: Line, result: Result) -> TestTrace:
        state = self._view.states[line.fact]
        source: tuple[str, ...] = ()
        if "#" not in line.fact:
            declared = self._vocabulary.declaration(line.fact)
            if isinstance(declared, Fact | Measure):
                source = declared.source
        return TestTrace(
            kind="test",
            result="not_applicable" if state is NOT_APPLICABLE else result,
            fact=line.fact,
            label=self._wording.label(line.fact),
            value=self._wording.value(line.fact, state),
            unit=self._wording.unit(line.fact),
            test=self._wording.test(line.fact, line.test, self._view.date),
            source=source,
        )

    def reasons(self, condition: Condition) -> tuple[str, ...]:
        """The lines that make a condition hold, or that leave it open, in words."""
        truth = self._view.truth(condition)
        if truth is False:
            return ()
        return tuple(dict.fromkeys(self._reasons(condition, truth)))

    def _reasons(self, condition: Condition, truth: Truth) -> Iterator[str]:
        match condition:
            case Line(fact):
                state = _passing(condition, self._view.states[fact])
                yield f"{self._wording.label(fact)}: {self._wording.value(fact, state)}"
            case AllOf(items):
                for item in items:
                    if self._view.truth(item) is truth:
                        yield from self._reasons(item, truth)
            case AnyOf(items) | AtLeast(_, items):
                for item in items:
                    if self._view.truth(item) is truth:
                        yield from self._reasons(item, truth)
            case NoneOf(items):
                wanted: Truth = None if truth is None else False
                for item in items:
                    if truth is None and self._view.truth(item) is wanted:
                        yield from self._reasons(item, wanted)


def _passing(line: Line, state: State) -> State:
    """Of a list, only the members that make the line hold: the others are no reason."""
    if isinstance(line.test, Includes) and isinstance(state, Members):
        wanted = state.sure & line.test.members
        return Members(wanted) if wanted else state
    return state


def said(truth: Truth) -> Result:
    return "unknown" if truth is None else "true" if truth else "false"
