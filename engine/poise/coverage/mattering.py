"""Which lines of a condition matter: with another truth of the line alone, so had the condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf
from poise.evaluate import View
from poise.trees import lines
from poise.values import Truth, all_of, any_of, negation

Combined = AllOf | AnyOf | NoneOf | AtLeast
Whole = Callable[[Truth], Truth]
"""What the whole condition would be, by the truth of a part."""


def mattering(condition: Condition, view: View) -> Iterator[tuple[int, Line, Truth]]:
    """Every line that matters in a view, by its number among the lines, with its own truth.

    Unknown lies between false and true, and with a part the whole only rises or only falls: a line
    matters exactly where the whole is another with the line true than with it false.
    """
    return _mattering(condition, view, lambda truth: truth, 0)


def _mattering(
    condition: Condition, view: View, whole: Whole, first: int
) -> Iterator[tuple[int, Line, Truth]]:
    match condition:
        case Line():
            yield first, condition, view.truth(condition)
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            truths = [view.truth(item) for item in items]
            for index, item in enumerate(items):
                part = _with(condition, truths, index, whole)
                if part(True) is not part(False):
                    yield from _mattering(item, view, part, first)
                first += sum(1 for _ in lines(item))


def _with(condition: Combined, truths: list[Truth], index: int, whole: Whole) -> Whole:
    def part(truth: Truth) -> Truth:
        return whole(_joined(condition, [*truths[:index], truth, *truths[index + 1 :]]))

    return part


def _joined(condition: Combined, truths: list[Truth]) -> Truth:
    match condition:
        case AllOf():
            return all_of(truths)
        case AnyOf():
            return any_of(truths)
        case NoneOf():
            return negation(any_of(truths))
        case AtLeast(count, _):
            if truths.count(True) >= count:
                return True
            return None if len(truths) - truths.count(False) >= count else False
