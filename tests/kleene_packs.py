"""Random grounded packs and states: every shape, test and condition, and awkward values."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from random import Random

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
from poise.grounded import Conclusion, GroundedPack, GroundFinding, Proposition, Shape
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State, rounded

WORDS = (
    *("yes", "no", "maybe", "Yes", "not yes", "ja, später", "日本", "🙂", 'a "quote"'),
    *("a 'quote'", "\\", "back\\slash", "{curly}", "[a, b]", "null", "true", "false"),
    *("1", "1.0", "", " ", "tab\there", "line\nbreak", "\0", "\x01", "\u2028", "\ud800"),
    *("x" * 200, "x" * 199 + "y", "y" * 199),
)
NUMBERS = (
    *(0.0, -0.0, 1e-6, -1e-6, 2e-6, 0.5, 1.0, 1.000001, 2.0, 17.123456, 18.0, 20.0, 99.9, 100.0),
    *(-3.25, 1e15, -1e15, 1e15 + 1, 123456789.123456, 4294967296.0, 9007199254740993.0),
)
LEVELS = ("none", "mild", "moderate", "sévère", "extreme", "sixth")
DATES = tuple(
    datetime.date.fromisoformat(day)
    for day in ("2024-02-29", "2025-03-31", "2025-12-31", "2000-01-01", "0001-01-31", "9999-12-31")
)
DURATIONS = tuple(
    Duration(count, unit)
    for unit in ("days", "weeks", "months", "years")
    for count in (0, 1, 2, 6, 13, 400, 9999)
)
SHAPES: tuple[Shape, ...] = ("choice", "grade", "number", "date", "choices")
FINDING_SHAPES = ("choice", "grade", "choices")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a generated pack is."""

    inputs: int = 8
    findings: int = 5
    propositions: int = 6
    depth: int = 2
    width: int = 4


SIZES = (Size(), Size(3, 2, 3, 1, 3), Size(12, 10, 15, 3, 4), Size(5, 3, 4, 2, 9))
WIDE = Size(150, 30, 250, 2, 5)


def packs(count: int, first: int = 0) -> Iterator[tuple[int, Maker, GroundedPack]]:
    """So many packs of mixed sizes, each with its seed and its maker."""
    for seed in range(first, first + count):
        maker = Maker(Random(seed), SIZES[seed % len(SIZES)])
        yield seed, maker, maker.pack()


@dataclass(slots=True)
class Maker:
    """Makes a pack and states for it."""

    random: Random
    size: Size = field(default_factory=Size)
    inputs: dict[str, Shape] = field(default_factory=dict)
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    findings: list[GroundFinding] = field(default_factory=list)
    propositions: list[Proposition] = field(default_factory=list)

    def pack(self) -> GroundedPack:
        for number in range(self.random.randint(1, self.size.inputs)):
            self._input(f'grüppe.{number}\'s "fact".left', self.random.choice(SHAPES))
        for number in range(self.random.randint(0, self.size.findings)):
            self._finding(f"finding.{number}")
        for _ in range(self.random.randint(1, self.size.propositions)):
            self._proposition()
        self.random.shuffle(self.propositions)
        return GroundedPack(
            self.inputs, self.levels, tuple(self.findings), tuple(self.propositions)
        )

    def states(self) -> dict[str, State]:
        """States of this maker's pack; some inputs are left out."""
        return {
            name: self.state(name, shape)
            for name, shape in self.inputs.items()
            if self.random.random() < 0.9
        }

    def date(self) -> datetime.date:
        return self.random.choice(DATES)

    # --- vocabulary ------------------------------------------------------------------------

    def _input(self, name: str, shape: Shape) -> None:
        self.inputs[name] = shape
        if shape == "grade":
            self.levels[name] = LEVELS[: self.random.randint(2, 6)]
        if shape in ("choice", "choices"):
            yes_no = shape == "choice" and self.random.random() < 0.5
            several = self.random.sample(WORDS, self.random.randint(2, 7))
            self.words[name] = ("yes", "no") if yes_no else tuple(several)

    def _finding(self, name: str) -> None:
        shape = self.random.choice(FINDING_SHAPES)
        levels = LEVELS[: self.random.randint(2, 6)] if shape == "grade" else ()
        values: list[str] = ["yes"]
        if shape == "grade":
            self.levels[name] = levels
            values = [str(step) for step in range(1, len(levels))]
        if shape == "choices":
            values = self.random.sample(WORDS, self.random.randint(1, 4))
            self.words[name] = tuple(values)
        conclusions = tuple(
            Conclusion(self.random.choice(values), self._proposition())
            for _ in range(self.random.randint(0, 5))
        )
        self.findings.append(GroundFinding(name, shape, levels, conclusions))  # type: ignore[arg-type]

    def _proposition(self) -> str:
        if self.propositions and self.random.random() < 0.1:
            return self.random.choice(self.propositions).id
        name = f"rule.{len(self.propositions)}"
        self.propositions.append(Proposition(name, self.condition(self.size.depth)))
        return name

    # --- conditions ------------------------------------------------------------------------

    def condition(self, depth: int) -> Condition:
        draw = self.random.random()
        if depth == 0 or draw < 0.3:
            return self.line() if draw < 0.97 else Undetermined()
        if self.propositions and draw < 0.35:
            return self.random.choice(self.propositions).condition
        width = self.random.randint(0, self.size.width)
        items = tuple(self.condition(depth - 1) for _ in range(width))
        if draw < 0.75:
            return self.random.choice((AllOf, AllOf, AnyOf, NoneOf))(items)
        return AtLeast(self.random.randint(0, width + 1), items * self.random.choice((1, 1, 2)))

    def line(self) -> Line:
        shapes: dict[str, str] = {**self.inputs, **{each.id: each.shape for each in self.findings}}
        name = self.random.choice(list(shapes))
        test = self._test(name, shapes[name], name in self.inputs)
        for _ in range(self.random.choice((0, 0, 0, 1, 1 if test == Known() else 2))):
            test = Not(test)
        return Line(name, test, self.random.random() < 0.15)

    def _test(self, name: str, shape: str, is_input: bool) -> Test:
        draw = self.random.random()
        if draw < 0.07:
            return Known()
        match shape:
            case "choice":
                words = self.words.get(name, ("yes", "no"))
                return Among(self._some((*words, "elsewhere")))
            case "grade" if draw < 0.5:
                return Among(self._some(self.levels[name]))
            case "grade":
                return self._bounds([0, 1, 2, 3, 4, 5])
            case "number":
                return self._bounds([rounded(number) for number in NUMBERS])
            case "date" if draw < 0.7:
                back, ahead = self.random.choices((None, *DURATIONS), k=2)
                return Window(back, ahead)
            case "date":
                return self._bounds([day.toordinal() + step for day in DATES for step in (-1, 0)])
            case "choices" if draw < 0.6:
                return Includes(self._some((*self.words.get(name, ()), "elsewhere")))
        return CountOf(self._bounds([0, 1, 2, 3, 1.5]))

    def _some(self, words: tuple[str, ...]) -> frozenset[str]:
        most = self.random.choice((1, 1, 1, 2, 3, len(words)))
        return frozenset(self.random.sample(words, min(len(words), self.random.randint(0, most))))

    def _bounds(self, values: list[float]) -> Bounds:
        names = ("at_least", "at_most", "above", "below")
        chosen = self.random.sample(names, self.random.choice((0, 1, 1, 1, 1, 2, 2, 3)))
        return Bounds(**{name: self.random.choice(values) for name in chosen})

    # --- states ----------------------------------------------------------------------------

    def state(self, name: str, shape: Shape) -> State:
        draw = self.random.random()
        if draw < 0.12:
            return UNKNOWN
        if draw < 0.22:
            return NOT_APPLICABLE
        partial = draw < 0.45
        match shape:
            case "choice":
                words = (*self.words[name], "another")
                several = self.random.randint(1, len(words)) if partial else 1
                return Possible(frozenset(self.random.sample(words, several)))
            case "choices":
                words = (*self.words[name], "another")
                listed = self.random.sample(words, self.random.randint(0, len(words)))
                cut = self.random.randint(0, len(listed)) if partial else len(listed)
                return Members(frozenset(listed[:cut]), frozenset(listed[cut:]))
            case "grade":
                return self._span([float(x) for x in range(len(self.levels[name]))], partial)
            case "number":
                ends = [-inf, inf] if draw < 0.3 else []
                return self._span([*(rounded(number) for number in NUMBERS), *ends], partial)
            case "date":
                steps = (-31, -1, 0, 0, 1, 7)
                last = datetime.date.max.toordinal()
                days = [day.toordinal() + self.random.choice(steps) for day in DATES]
                near = [min(max(1, day), last) for day in days]
                ends = [-inf, inf] if draw < 0.26 else []
                return self._span([*map(float, near), *ends], partial)

    def _span(self, values: list[float], partial: bool) -> Span:
        low = self.random.choice(values)
        high = self.random.choice(values) if partial else low
        if low in (inf, -inf) and low == high:
            low, high = 0.0, inf
        return Span(min(low, high), max(low, high))
