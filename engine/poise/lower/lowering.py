"""Conditions to pairs: the logic of tests, combinations and findings, told without negation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain

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
    Sided,
    Test,
    Undetermined,
    Window,
)
from poise.grounded import GroundedPack, GroundFinding, Shape
from poise.lower.program import FAILS, HOLDS, NEVER, OPEN, Atom, Pair, Program, Symbol
from poise.lower.symbols import Symbols

_TESTS: Mapping[Shape, tuple[type[Test], ...]] = {
    "choice": (Among, Known),
    "grade": (Among, Bounds, Known),
    "number": (Bounds, Known),
    "date": (Bounds, Window, Known),
    "choices": (Includes, CountOf, Known),
}


class Lowering:
    """Lowers a pack piece by piece; equal trees share one pair, equal tests one atom."""

    def __init__(self, pack: GroundedPack) -> None:
        self._pack = pack
        self._symbols = Symbols()
        self._conditions = {each.id: each.condition for each in pack.propositions}
        self._findings: dict[str, GroundFinding] = {}
        self._values: dict[str, dict[str, Pair]] = {}
        self._lowered: dict[Condition, Pair] = {}
        self._atoms: dict[tuple[str, Test, bool], Atom] = {}

    def program(self) -> Program:
        """Everything lowered so far, without what no output rests on."""
        propositions = {name: self._proposition(name) for name in self._conditions}
        outputs = (*propositions.values(), *chain(*(v.values() for v in self._values.values())))
        wanted = {symbol for pair in outputs for symbol in (pair.true, pair.false)}
        clauses = self._symbols.clauses_for(wanted)
        read = wanted.union(*(clause.body for clause in clauses))
        return Program(
            inputs=dict(self._pack.inputs),
            levels=dict(self._pack.levels),
            atoms=tuple(
                atom for atom in self._atoms.values() if {atom.pair.true, atom.pair.false} & read
            ),
            clauses=clauses,
            propositions=propositions,
            findings={name: dict(values) for name, values in self._values.items()},
        )

    def add_finding(self, finding: GroundFinding) -> None:
        """Lower what may establish a finding, so that later conditions may read it.

        INVARIANT: a finding is closed over its conclusions: refuted once each of them is.
        """
        concluded = [
            (each.value, self._proposition(each.proposition)) for each in finding.conclusions
        ]
        any_pair = self._symbols.any_pair
        match finding.shape:
            case "grade":
                values = {
                    str(level): any_pair(pair for value, pair in concluded if int(value) >= level)
                    for level in range(1, len(finding.levels))
                }
            case "choice":
                values = {"yes": any_pair(pair for value, pair in concluded if value == "yes")}
            case "choices":
                values = {
                    member: any_pair(pair for value, pair in concluded if value == member)
                    for member in sorted({value for value, _ in concluded})
                }
        self._findings[finding.id] = finding
        self._values[finding.id] = values

    def _proposition(self, name: str) -> Pair:
        return self._condition(self._conditions[name])

    def _condition(self, condition: Condition) -> Pair:
        if condition not in self._lowered:
            self._lowered[condition] = self._combined(condition)
        return self._lowered[condition]

    def _combined(self, condition: Condition) -> Pair:
        match condition:
            case Line():
                return self._line(condition)
            case AllOf(items):
                return self._symbols.all_pair(map(self._condition, items))
            case AnyOf(items):
                return self._symbols.any_pair(map(self._condition, items))
            case NoneOf(items):
                return self._symbols.any_pair(map(self._condition, items)).swapped()
            case AtLeast(count, items):
                return self._symbols.at_least_pair(tuple(map(self._condition, items)), count)
            case Undetermined():
                return OPEN
            case Sided():
                raise ValueError("a condition on a side is lowered after grounding only")

    def _line(self, line: Line) -> Pair:
        if finding := self._findings.get(line.fact):
            return self._on_finding(finding, line.test)
        shape = self._pack.inputs.get(line.fact)
        test = _once_negated(line.test)
        base = test.test if isinstance(test, Not) else test
        if shape is None:
            raise ValueError(f"'{line.fact}' is no input, nor a finding that stands earlier")
        if not isinstance(base, _TESTS[shape]):
            raise ValueError(f"'{line.fact}' is a {shape}, which {base} cannot test")
        key = (line.fact, test, line.met_if_not_applicable)
        if key not in self._atoms:
            self._atoms[key] = Atom(*key, Pair(self._symbols.new(), self._symbols.new()))
        return self._atoms[key].pair

    # --- tests on findings -----------------------------------------------------------------

    def _on_finding(self, finding: GroundFinding, test: Test) -> Pair:
        values = self._values[finding.id]
        match finding.shape, test:
            case _, Not(inner):
                return self._on_finding(finding, inner).swapped()
            case _, Known():
                return Pair(self._settled(finding), NEVER)
            case "choice", Among(words):
                rung = (HOLDS, values["yes"], FAILS).__getitem__
                return self._on_ladder(rung, _named(("no", "yes"), words))
            case "grade", Among(words):
                return self._on_ladder(self._level(finding), _named(finding.levels, words))
            case "grade", Bounds():
                return self._on_ladder(self._level(finding), _within(test, len(finding.levels)))
            case "choices", Includes(members):
                return self._symbols.any_pair(values.get(name, FAILS) for name in sorted(members))
            case "choices", CountOf(bounds):
                held = partial(self._symbols.at_least_pair, tuple(values.values()))
                return self._on_ladder(held, _within(bounds, len(values) + 1))
        raise ValueError(f"'{finding.id}' is a {finding.shape} finding, which {test} cannot test")

    def _level(self, finding: GroundFinding) -> Callable[[int], Pair]:
        values = self._values[finding.id]
        return lambda level: HOLDS if level == 0 else values.get(str(level), FAILS)

    def _on_ladder(self, rung: Callable[[int], Pair], passing: list[bool]) -> Pair:
        """A test on a step that is known by its rungs: `rung(i)` says "at least i".

        The step surely lies from `first` to `last` when the first rung holds and the one above the
        last fails; a set of steps holds it when one of the set's stretches does.
        """

        def surely(wanted: bool) -> Symbol:
            return self._symbols.any_of(
                self._symbols.all_of((rung(first).true, rung(last + 1).false))
                for first, last in stretches([each is wanted for each in passing])
            )

        return Pair(surely(True), surely(False))

    def _settled(self, finding: GroundFinding) -> Symbol:
        """Whether nothing about the finding is open any more."""
        every = self._values[finding.id].values()
        any_of, all_of = self._symbols.any_of, self._symbols.all_of
        if finding.shape != "grade":
            return all_of(any_of((pair.true, pair.false)) for pair in every)
        rung = self._level(finding)
        steps = range(len(finding.levels))
        return any_of(all_of((rung(step).true, rung(step + 1).false)) for step in steps)


def _once_negated(test: Test) -> Test:
    negated = False
    while isinstance(test, Not):
        test, negated = test.test, not negated
    return Not(test) if negated else test


def _named(steps: tuple[str, ...], words: frozenset[str]) -> list[bool]:
    return [step in words for step in steps]


def _within(bounds: Bounds, steps: int) -> list[bool]:
    """Which whole numbers below `steps` pass."""
    return [
        (bounds.at_least is None or step >= bounds.at_least)
        and (bounds.at_most is None or step <= bounds.at_most)
        and (bounds.above is None or step > bounds.above)
        and (bounds.below is None or step < bounds.below)
        for step in range(steps)
    ]


def stretches(chosen: list[bool]) -> list[tuple[int, int]]:
    """The chosen places as stretches without a gap, each by its first and last."""
    framed = [False, *chosen, False]
    edges = [place for place in range(len(framed) - 1) if framed[place] != framed[place + 1]]
    return [(first, after - 1) for first, after in zip(edges[::2], edges[1::2], strict=True)]
