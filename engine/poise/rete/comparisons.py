"""A test on an input as comparisons that durable-rules executes on its values."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from poise.conditions import Among, Bounds, CountOf, Includes, Known, Not, Test, Window
from poise.grounded import Shape
from poise.lower import Atom
from poise.lower.lowering import stretches
from poise.rete.errors import SecondEngineLimit
from poise.rete.limits import NUMBER, WHOLE
from poise.rete.literals import literal
from poise.rete.views import (
    Alternatives,
    Answered,
    Comparison,
    Key,
    Listed,
    Offset,
    OneOf,
    Operator,
    Ordered,
    Place,
    Size,
    Value,
    View,
    Worded,
)


def sides(atom: Atom, shape: Shape, levels: tuple[str, ...]) -> tuple[Alternatives, Alternatives]:
    """When an atom is surely true, and when surely false."""
    try:
        return _sides(atom, shape, levels)
    except SecondEngineLimit as limit:
        raise limit.located(atom.fact) from None


def _sides(atom: Atom, shape: Shape, levels: tuple[str, ...]) -> tuple[Alternatives, Alternatives]:
    met = atom.met_if_not_applicable
    true = _Reading(atom.fact, shape, levels, met)
    false = _Reading(atom.fact, shape, levels, not met)
    match atom.test:
        case Known():
            return _Reading(atom.fact, shape, levels, True).answered(), ()
        case Not(Known()):
            return true.never(), false.answered()
        case Not(inner):
            return true.fails(inner), false.passes(inner)
        case test:
            return true.passes(test), false.fails(test)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Tests on one input, each true or not (`if_not_applicable`) where it does not apply."""

    fact: str
    shape: Shape
    levels: tuple[str, ...]
    if_not_applicable: bool

    def passes(self, test: Test) -> Alternatives:
        """Every possible value passes."""
        match test:
            case Among(words) if self.shape == "grade":
                return self._on_levels([level in words for level in self.levels])
            case Among(words):
                return self._word(words, True) if words else self.never()
            case Includes(members):
                return self._flag(Listed(members), True) if members else self.never()
            case Window():
                return self._within(test)
        low, high, bounds = self._span(test)
        return self._inside(low, high, bounds)

    def fails(self, test: Test) -> Alternatives:
        """No possible value passes."""
        match test:
            case Among(words) if self.shape == "grade":
                return self._on_levels([level not in words for level in self.levels])
            case Among(words):
                return self._word(words, False) if words else self.answered()
            case Includes(members):
                return self._flag(Listed(members), False) if members else self.answered()
            case Window():
                return self._beyond(test)
        low, high, bounds = self._span(test)
        return self.answered() if _empty(bounds) else self._outside(low, high, bounds)

    def answered(self) -> Alternatives:
        """Whatever the value, there is one."""
        return self._flag(Answered(), True)

    def never(self) -> Alternatives:
        """No value will do, so only the input's not being applicable is left."""
        return self._flag(Answered(), False) if self.if_not_applicable else ()

    def _flag(self, view: View, value: bool) -> Alternatives:
        elsewise = value is self.if_not_applicable
        return ((Comparison(Key(self.fact, view, elsewise), "$eq", value),),)

    def _word(self, words: frozenset[str], inside: bool) -> Alternatives:
        if len(words) > 1:
            return self._flag(OneOf(words), inside)
        (word,) = words
        another = "" if word else " "
        elsewise = word if inside is self.if_not_applicable else another
        key = Key(self.fact, Worded(word), elsewise)
        return ((_executable(key, "$eq" if inside else "$neq", word),),)

    # --- ordered values --------------------------------------------------------------------

    def _span(self, test: Test) -> tuple[Ordered, Ordered, Bounds]:
        match test:
            case Bounds() if self.shape == "number":
                return Place("low", False), Place("high", False), test
            case Bounds():
                return Place("low", True), Place("high", True), _whole(test)
            case CountOf(bounds):
                return Size("low"), Size("high"), _whole(bounds)
        raise TypeError(f"no comparison executes {test}")

    def _compare(self, view: Ordered, operator: Operator, value: float) -> Comparison:
        whole = not isinstance(view, Place) or view.whole
        upward = operator in ("$gt", "$gte")
        sign = 1 if upward is self.if_not_applicable else -1
        key = Key(self.fact, view, sign * (WHOLE if whole else NUMBER))
        return _executable(key, operator, int(value) if whole else float(value))

    def _inside(self, low: Ordered, high: Ordered, bounds: Bounds) -> Alternatives:
        wanted: list[tuple[Ordered, Operator, float | None]] = [
            (low, "$gte", bounds.at_least),
            (low, "$gt", bounds.above),
            (high, "$lte", bounds.at_most),
            (high, "$lt", bounds.below),
        ]
        every = tuple(self._compare(*each) for each in _given(wanted))
        return (every,) if every else self.answered()

    def _outside(self, low: Ordered, high: Ordered, bounds: Bounds) -> Alternatives:
        wanted: list[tuple[Ordered, Operator, float | None]] = [
            (high, "$lt", bounds.at_least),
            (high, "$lte", bounds.above),
            (low, "$gt", bounds.at_most),
            (low, "$gte", bounds.below),
        ]
        every = tuple((self._compare(*each),) for each in _given(wanted))
        return every or self.never()

    def _on_levels(self, chosen: list[bool]) -> Alternatives:
        """Every possible level is among the chosen: the span lies in one of their stretches."""
        low, high = Place("low", True), Place("high", True)
        last = len(chosen) - 1
        found = tuple(
            conjunction
            for first, final in stretches(chosen)
            for conjunction in self._inside(
                low, high, Bounds(first or None, None if final == last else final)
            )
        )
        return found or self.never()

    def _within(self, window: Window) -> Alternatives:
        every: list[Comparison] = []
        if window.back:
            every.append(self._compare(Offset("low", window.back, -1), "$gte", 0))
        if window.ahead:
            every.append(self._compare(Offset("high", window.ahead, 1), "$lte", 0))
        return (tuple(every),) if every else self.answered()

    def _beyond(self, window: Window) -> Alternatives:
        either: list[Comparison] = []
        if window.back:
            either.append(self._compare(Offset("high", window.back, -1), "$lt", 0))
        if window.ahead:
            either.append(self._compare(Offset("low", window.ahead, 1), "$gt", 0))
        return tuple((each,) for each in either) or self.never()


def _executable(key: Key, operator: Operator, value: Value) -> Comparison:
    literal(value)  # refuses what the engine would misread
    return Comparison(key, operator, value)


def _given(
    wanted: list[tuple[Ordered, Operator, float | None]],
) -> list[tuple[Ordered, Operator, float]]:
    return [(view, operator, value) for view, operator, value in wanted if value is not None]


def _whole(bounds: Bounds) -> Bounds:
    """The same bounds for whole numbers: both ends included."""
    for bound in (bounds.at_least, bounds.at_most, bounds.above, bounds.below):
        if bound is not None and not abs(bound) < WHOLE:
            raise SecondEngineLimit("size of a whole number", WHOLE, bound)
    lows = [ceil(bounds.at_least)] if bounds.at_least is not None else []
    lows += [floor(bounds.above) + 1] if bounds.above is not None else []
    highs = [floor(bounds.at_most)] if bounds.at_most is not None else []
    highs += [ceil(bounds.below) - 1] if bounds.below is not None else []
    return Bounds(max(lows, default=None), min(highs, default=None))


def _empty(bounds: Bounds) -> bool:
    """Whether no value at all passes."""
    floors = [(bounds.at_least, False), (bounds.above, True)]
    roofs = [(bounds.at_most, False), (bounds.below, True)]
    return any(
        low is not None and high is not None and (low > high or (low == high and (open_ or shut)))
        for low, open_ in floors
        for high, shut in roofs
    )
