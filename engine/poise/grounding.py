"""From rules as read to the ground: each rule once for each side or area that it speaks of.

After this step nothing says "this one" or "either side". `Ground` holds what engines run
(`logic`), how measures are computed, when facts are asked, and what each rule does where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from poise import formula
from poise.circles import first_circle, in_order
from poise.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Bounds,
    Condition,
    Duration,
    Line,
    NoneOf,
    Sided,
    Undetermined,
)
from poise.grounded import Conclusion, GroundedPack, GroundFinding, Proposition, Shape
from poise.rules import Ceiling, Conclude, Require, Rule, Selector, Sequence, Verb
from poise.trees import facts_read
from poise.vocabulary import (
    SIDES,
    Calculated,
    Cases,
    Choice,
    Choices,
    Computation,
    CountRecords,
    Date,
    Each,
    Fact,
    Finding,
    Grade,
    LatestRecord,
    Measure,
    Number,
    Points,
    Records,
    SumRecords,
    Text,
    Vocabulary,
    YesNo,
    ground_name,
)


@dataclass(frozen=True, slots=True)
class GroundMeasure:
    """A measure at one place, over ground names."""

    id: str
    computation: Computation
    each: Each | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Excess:
    """By how much a ceiling would be passed: what is recorded, and this treatment, less the most
    that it allows."""

    id: str
    selector: Selector
    unit: str
    within: Duration | None
    at_most: float | str


SURPASSED = Bounds(above=0.0)
"""The test of an excess that a ceiling is passed."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does at one place, while its proposition holds.

    `lines` are the propositions of a requirement, one a line; `excess` names the input of a
    ceiling; `steps` are those of a sequence.
    """

    rule: Rule
    place: str | None
    verb: Verb
    proposition: str
    selector: Selector | None = None
    lines: tuple[str, ...] = ()
    excess: str = ""
    steps: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    logic: GroundedPack
    conditions: Mapping[str, Condition]
    """By proposition."""
    asked_when: Mapping[str, Condition]
    """By ground fact, where it is not always asked; parents stand before those they decide."""
    measures: tuple[GroundMeasure, ...]
    excesses: tuple[Excess, ...]
    effects: tuple[Effect, ...]
    treatments: tuple[str, ...]
    """The facts whose records are treatments: what ceilings count and sequences take as done."""
    records: Mapping[str, Records]
    """Every fact that holds records, with the kinds of its fields."""


def field_name(records: str, field: str) -> str:
    """The name of a field of records, among the levels of all grades."""
    return f"{records}: {field}"


class CyclicFindings(Exception):  # noqa: N818 - it says what the findings are
    """Findings depend on each other in a circle; `path` names them."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(" -> ".join(path))
        self.path = path


def ground(vocabulary: Vocabulary, rules: Iterable[Rule]) -> Ground:
    """Ground all active rules; raises `CyclicFindings`."""
    return _Grounder(vocabulary).run([rule for rule in rules if rule.stage == "active"])


def at_place(
    condition: Condition, vocabulary: Vocabulary, each: Each | None, place: str | None
) -> Condition:
    """The condition with every bare name bound to a place."""
    match condition:
        case Line(fact, test, met):
            declared = vocabulary.get(fact)
            bound = declared is not None and declared.each is not None and declared.each == each
            return Line(ground_name(fact, place), test, met) if bound else condition
        case AllOf(items):
            return AllOf(tuple(at_place(item, vocabulary, each, place) for item in items))
        case AnyOf(items):
            return AnyOf(tuple(at_place(item, vocabulary, each, place) for item in items))
        case NoneOf(items):
            return NoneOf(tuple(at_place(item, vocabulary, each, place) for item in items))
        case AtLeast(count, items):
            return AtLeast(count, tuple(at_place(item, vocabulary, each, place) for item in items))
        case Sided(mode, inner):
            return _both_sides(mode, inner, vocabulary, each, place)
        case Undetermined():
            return condition


def _both_sides(
    mode: str, inner: Condition, vocabulary: Vocabulary, each: Each | None, place: str | None
) -> Condition:
    def on(side: str) -> Condition:
        bound = at_place(inner, vocabulary, "side", side)
        return at_place(bound, vocabulary, each, place) if each == "area" else bound

    if mode == "other_side":
        return on(SIDES[1] if place == SIDES[0] else SIDES[0])
    sides = tuple(on(side) for side in SIDES)
    return AnyOf(sides) if mode == "either_side" else AllOf(sides)


def here(selector: Selector, each: Each | None, place: str | None) -> Selector:
    """In a rule per side or area a selector means here, unless it says where."""
    if place is None:
        return selector
    if each == "area" and not selector.area_said:
        areas = frozenset((place,))
        chosen = areas if selector.areas is None else selector.areas & areas
        return replace(selector, areas=chosen)
    if each == "side" and not selector.side_said:
        return replace(selector, sides=frozenset((place, "")))
    return selector


def counted_apart(
    selector: Selector, per: Iterable[str], every_area: Iterable[str]
) -> Iterator[tuple[tuple[str, ...], Selector]]:
    """What is counted for each area or side by itself: where, and the selector there."""
    areas = frozenset(every_area) if selector.areas is None else selector.areas
    per_area = [frozenset((area,)) for area in sorted(areas)] if "area" in per else [None]
    per_side = [frozenset((side, "")) for side in SIDES] if "side" in per else [None]
    for area in per_area:
        for side in per_side:
            where = (*sorted(area or ()), *sorted(one for one in side or () if one))
            yield (
                where,
                replace(
                    selector,
                    areas=selector.areas if area is None else area,
                    sides=selector.sides if side is None else side,
                ),
            )


class _Grounder:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._propositions: list[Proposition] = []
        self._effects: list[Effect] = []
        self._excesses: list[Excess] = []
        self._conclusions: dict[str, list[Conclusion]] = {}

    def run(self, rules: list[Rule]) -> Ground:
        for rule in rules:
            for place in self._vocabulary.places(rule.each) or (None,):
                self._rule(rule, place)
        inputs, levels = self._inputs()
        records = {
            fact.id: fact.kind
            for fact in self._vocabulary.facts.values()
            if isinstance(fact.kind, Records)
        }
        return Ground(
            logic=GroundedPack(inputs, levels, self._findings(), tuple(self._propositions)),
            conditions={one.id: one.condition for one in self._propositions},
            asked_when=self._asked_when(),
            measures=tuple(self._measures()),
            excesses=tuple(self._excesses),
            effects=tuple(self._effects),
            treatments=tuple(
                name for name, kind in records.items() if {"product", "area"} <= set(kind.fields)
            ),
            records=records,
        )

    def _rule(self, rule: Rule, place: str | None) -> None:
        name = rule.id if place is None else f"{rule.id}@{place}"
        self._propose(name, rule.when, rule, place)
        for index, verb in enumerate(rule.verbs()):
            items: Selector | None = getattr(verb, "items", None)
            selector = None if items is None else here(items, rule.each, place)
            effect = Effect(rule, place, verb, name, selector)
            match verb:
                case Conclude(values=values):
                    self._conclude(values, place, name)
                case Require(that=that) if that is not None:
                    lines = that.items if isinstance(that, AllOf) else (that,)
                    ids = tuple(f"{name}#{index}.{number}" for number in range(len(lines)))
                    for line_id, line in zip(ids, lines, strict=True):
                        self._propose(line_id, line, rule, place)
                    effect = replace(effect, lines=ids)
                case Sequence(order=order):
                    steps = tuple(here(step, rule.each, place) for step in order)
                    effect = replace(effect, steps=steps)
                case Ceiling():
                    self._ceiling(effect, verb, f"{name}#{index}")
                    continue
            self._effects.append(effect)

    def _propose(self, name: str, condition: Condition, rule: Rule, place: str | None) -> None:
        bound = at_place(condition, self._vocabulary, rule.each, place)
        self._propositions.append(Proposition(name, bound))

    def _conclude(
        self,
        values: tuple[tuple[str, tuple[str, ...]], ...],
        place: str | None,
        proposition: str,
    ) -> None:
        for finding, members in values:
            declared = self._vocabulary.get(finding)
            bound = declared is not None and declared.each is not None
            name = ground_name(finding, place if bound else None)
            kind = self._vocabulary.kind(name)
            for member in members:
                value = str(kind.scale.levels.index(member)) if isinstance(kind, Grade) else member
                self._conclusions.setdefault(name, []).append(Conclusion(value, proposition))

    def _ceiling(self, effect: Effect, verb: Ceiling, name: str) -> None:
        """A ceiling stands once for each area or side that it counts by itself."""
        selector = effect.selector or verb.items
        for where, narrowed in counted_apart(selector, verb.per, self._vocabulary.areas):
            excess = ".".join([f"{name}.excess", *where])
            self._excesses.append(Excess(excess, narrowed, verb.unit, verb.within, verb.at_most))
            over = ".".join([f"{name}.over", *where])
            rule_holds = next(p for p in self._propositions if p.id == effect.proposition)
            condition = AllOf((rule_holds.condition, Line(excess, SURPASSED)))
            self._propositions.append(Proposition(over, condition))
            self._effects.append(
                replace(effect, proposition=over, selector=narrowed, excess=excess)
            )

    def _inputs(self) -> tuple[dict[str, Shape], dict[str, tuple[str, ...]]]:
        inputs: dict[str, Shape] = {}
        levels: dict[str, tuple[str, ...]] = {}
        declared: list[Fact | Measure] = [
            *self._vocabulary.facts.values(),
            *self._vocabulary.measures.values(),
        ]
        for one in declared:
            if isinstance(one.kind, Text):
                continue
            for place in self._vocabulary.places(one.each) or (None,):
                name = ground_name(one.id, place)
                inputs[name] = _SHAPES[type(one.kind)]
                if isinstance(one.kind, Grade):
                    levels[name] = one.kind.scale.levels
            if isinstance(one.kind, Records):
                for field, kind in one.kind.fields.items():
                    if isinstance(kind, Grade):
                        levels[field_name(one.id, field)] = kind.scale.levels
        for excess in self._excesses:
            inputs[excess.id] = "number"
        for finding in self._vocabulary.findings.values():
            if isinstance(finding.kind, Grade):
                for place in self._vocabulary.places(finding.each) or (None,):
                    levels[ground_name(finding.id, place)] = finding.kind.scale.levels
        return inputs, levels

    def _findings(self) -> tuple[GroundFinding, ...]:
        found: dict[str, GroundFinding] = {}
        for finding in self._vocabulary.findings.values():
            for place in self._vocabulary.places(finding.each) or (None,):
                name = ground_name(finding.id, place)
                conclusions = tuple(
                    sorted(self._conclusions.get(name, ()), key=lambda c: (c.value, c.proposition))
                )
                found[name] = self._finding(finding, name, conclusions)
        conditions = {one.id: one.condition for one in self._propositions}
        graph = {
            name: {
                read
                for conclusion in finding.conclusions
                for read in facts_read(conditions[conclusion.proposition])
                if read in found
            }
            for name, finding in sorted(found.items())
        }
        path = first_circle(graph)
        if path is not None:
            raise CyclicFindings(path)
        return tuple(found[name] for name in in_order(graph))

    def _finding(
        self, finding: Finding, name: str, conclusions: tuple[Conclusion, ...]
    ) -> GroundFinding:
        match finding.kind:
            case Grade(scale):
                return GroundFinding(name, "grade", scale.levels, conclusions)
            case Choices():
                return GroundFinding(name, "choices", (), conclusions)
            case YesNo():
                return GroundFinding(name, "choice", (), conclusions)

    def _asked_when(self) -> dict[str, Condition]:
        conditions = {
            ground_name(fact.id, place): at_place(
                fact.asked_when, self._vocabulary, fact.each, place
            )
            for fact in self._vocabulary.facts.values()
            if fact.asked_when is not None
            for place in self._vocabulary.places(fact.each) or (None,)
        }
        graph = {
            name: {read for read in facts_read(condition) if read in conditions}
            for name, condition in sorted(conditions.items())
        }
        return {name: conditions[name] for name in in_order(graph)}

    def _measures(self) -> Iterable[GroundMeasure]:
        for measure in self._vocabulary.measures.values():
            for place in self._vocabulary.places(measure.each) or (None,):
                name = ground_name(measure.id, place)
                computation = self._computation(measure, place)
                yield GroundMeasure(name, computation, measure.each, place)

    def _computation(self, measure: Measure, place: str | None) -> Computation:
        def bound(condition: Condition) -> Condition:
            return at_place(condition, self._vocabulary, measure.each, place)

        def renamed(read: formula.Formula) -> formula.Formula:
            names = {}
            for name in formula.names(read):
                declared = self._vocabulary.get(name)
                if declared is not None and declared.each is not None:
                    names[name] = ground_name(name, place)
            return formula.renamed(read, names)

        match measure.computation:
            case Calculated(read):
                return Calculated(renamed(read))
            case Points(lines):
                return Points(tuple((bound(when), points) for when, points in lines))
            case Cases(cases, otherwise):
                return Cases(
                    tuple((bound(when), renamed(value)) for when, value in cases),
                    None if otherwise is None else renamed(otherwise),
                )
            case CountRecords() | SumRecords() | LatestRecord():
                return measure.computation


_SHAPES: dict[type, Shape] = {
    YesNo: "choice",
    Choice: "choice",
    Grade: "grade",
    Number: "number",
    Date: "date",
    Choices: "choices",
    Records: "choice",  # only whether the list was given: rules read records through measures
}
