"""Links what measures compute, once every name is known, and finds the range each can take."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Any

from poise import formula
from poise.conditions import Among, Condition, Test
from poise.formula import Constant, Formula, FormulaError
from poise.problems import At, Collector, did_you_mean
from poise.reading.conditions import ConditionReader, Scope
from poise.reading.names import Names
from poise.reading.operators import TestReader
from poise.reading.scalars import quoted, read_duration, read_number
from poise.reading.structure import validate
from poise.reading.written import MeasureWritten, QueryWritten
from poise.source import at
from poise.trees import disjoint, facts_read
from poise.values import Span
from poise.vocabulary import (
    Calculated,
    Cases,
    Computation,
    CountRecords,
    Date,
    Each,
    Fact,
    LatestRecord,
    Measure,
    Number,
    Points,
    Query,
    Records,
    SumRecords,
    Vocabulary,
)

Section = Mapping[str, tuple[Any, At]]


class MeasureReader:
    """Reads what measures compute."""

    def __init__(self, names: Names, section: Section, problems: Collector, place: At) -> None:
        self._names = names
        self._vocabulary = names.vocabulary
        self._section = section
        self._problems = problems
        self._place = place
        self._conditions = ConditionReader(names.vocabulary, names.hint, problems)

    def read(self) -> Vocabulary:
        """The vocabulary with its measures linked, in an order in which each reads earlier ones."""
        linked = {
            name: replace(measure, computation=self._computation(measure))
            for name, measure in self._vocabulary.measures.items()
        }
        order = self._ordered(linked)
        ranged: dict[str, Measure] = {}
        for name in order:
            ranged[name] = self._ranged(linked[name], ranged)
        return replace(self._vocabulary, measures=ranged)

    def _computation(self, measure: Measure) -> Computation:
        value, place = self._section[measure.id]
        written = MeasureWritten.model_construct(**value)
        scope = Scope(measure.each, readable=(Fact, Measure), inside="a measure")
        if written.formula is not None:
            return Calculated(self._formula(value["formula"], place, measure.each))
        if written.points is not None:
            return self._points(value["points"], place, scope)
        if written.cases is not None:
            return self._cases(value["cases"], place, scope)
        form = next(form for form in ("count", "sum", "latest") if form in value)
        return self._query(form, value[form], at(value[form], place), measure.each)

    def _formula(self, value: Any, place: At, each: Each | None) -> Formula:
        place = at(value, place)
        try:
            read = formula.parse(str(value))
        except FormulaError as error:
            self._problems.error(
                place,
                "bad-formula",
                f"the formula {quoted(value)} cannot be read: {error}",
                "plain arithmetic over names: + - * / ( ) abs min max",
            )
            return Constant(0.0)
        for name in formula.names(read):
            self._check_operand(name, place, each)
        return read

    def _check_operand(self, name: str, place: At, each: Each | None) -> None:
        declared = self._vocabulary.get(name)
        if declared is not None and declared.each not in (None, each):
            self._problems.error(
                place,
                "bare-side",
                f"'{name}' is recorded per {declared.each}, and this does not say which",
                f"say '{name}.{self._vocabulary.places(declared.each)[0]}'",
            )
        if declared is None:
            owner, where = self._vocabulary.split(name)
            declared = self._vocabulary.get(owner)
            if declared is None or where not in self._vocabulary.places(declared.each):
                self._problems.error(
                    place, "unknown-name", f"'{name}' is not declared", self._names.hint(name)
                )
                return
        if not isinstance(declared, Fact | Measure) or not isinstance(declared.kind, Number):
            self._problems.error(
                place,
                "wrong-operator",
                f"'{name}' is {declared.kind.noun}, and a formula computes with numbers",
                "turn it into a number with 'cases' or 'points' first",
            )

    def _points(self, value: Any, place: At, scope: Scope) -> Computation:
        lines: list[tuple[Condition, float]] = []
        for entry in value if isinstance(value, list) else []:
            spot = at(entry, place)
            if not isinstance(entry, dict) or set(entry) != {"when", "points"}:
                self._problems.error(
                    spot, "wrong-kind", "a line of a score says 'when' and 'points'"
                )
                continue
            points = read_number(entry["points"], spot, self._problems)
            lines.append((self._conditions.read(entry["when"], spot, scope), points or 0.0))
        return Points(tuple(lines))

    def _cases(self, value: Any, place: At, scope: Scope) -> Computation:
        cases: list[tuple[Condition, Formula]] = []
        otherwise: Formula | None = None
        for entry in value if isinstance(value, list) else []:
            spot = at(entry, place)
            if isinstance(entry, dict) and set(entry) == {"otherwise"}:
                otherwise = self._formula(entry["otherwise"], spot, scope.each)
            elif isinstance(entry, dict) and set(entry) == {"when", "value"}:
                when = self._conditions.read(entry["when"], spot, scope)
                cases.append((when, self._formula(entry["value"], spot, scope.each)))
                self._check_disjoint([case for case, _ in cases], spot)
            else:
                self._problems.error(
                    spot, "wrong-kind", "a case says 'when' and 'value', or 'otherwise'"
                )
        return Cases(tuple(cases), otherwise)

    def _check_disjoint(self, cases: list[Condition], place: At) -> None:
        for other in cases[:-1]:
            if not disjoint(other, cases[-1], self._vocabulary):
                self._problems.error(
                    place,
                    "ambiguous-cases",
                    "this case and an earlier one can hold at once",
                    "let every two cases test one fact for different values",
                )
                return

    def _query(self, form: str, value: Any, place: At, each: Each | None) -> Computation:
        noun = f"'{form}'"
        written = validate(QueryWritten, value, None, self._problems, place, noun)
        records = self._vocabulary.facts.get(str(value.get("records")))
        if written is None or records is None or not isinstance(records.kind, Records):
            if written is not None:
                known = [f.id for f in self._vocabulary.facts.values() if isinstance(f.kind, Records)]
                self._problems.error(
                    at(value["records"], place),
                    "unknown-name",
                    f"'{written.records}' is not a fact that holds records",
                    did_you_mean(written.records, known),
                )
            return Calculated(Constant(0.0))
        query = self._read_query(value, records, place, each)
        if form == "count":
            return CountRecords(query)
        if form == "latest":
            return LatestRecord(query)
        return self._sum(value, written, query, records.kind, place)

    def _read_query(self, value: Any, records: Fact, place: At, each: Each | None) -> Query:
        assert isinstance(records.kind, Records)
        where: list[tuple[str, Test]] = []
        here: set[str] = set()
        for name, test in sorted((value.get("where") or {}).items()):
            kind = records.kind.fields.get(name)
            spot = at(name, place)
            if kind is None:
                self._problems.error(
                    spot,
                    "unknown-name",
                    f"the records of '{records.id}' have no field '{name}'",
                    did_you_mean(name, records.kind.fields),
                )
            elif test == "here":
                here.add(str(name))
                if each != name:
                    self._problems.error(
                        at(test, spot),
                        "forbidden-here",
                        f"'here' has no meaning for '{name}'",
                        f"it stands in a measure that says 'each: {name}'",
                    )
            else:
                read = TestReader(f"{records.id}: {name}", kind, self._problems).read(test, spot)
                if read is not None:
                    where.append((str(name), read))
        window = value.get("in_last")
        length = None if window is None else read_duration(window, place, self._problems)
        return Query(records.id, tuple(where), frozenset(here), length)

    def _sum(
        self, value: Any, written: QueryWritten, query: Query, kind: Records, place: At
    ) -> Computation:
        field = written.field or ""
        if not isinstance(kind.fields.get(field), Number):
            numbers = [name for name, one in kind.fields.items() if isinstance(one, Number)]
            self._problems.error(
                at(value.get("field"), place),
                "missing-field" if not field else "wrong-kind",
                "'sum' does not say which number it adds up"
                if not field
                else f"'{field}' is not a number of these records",
                f"field: {numbers[0]}" if numbers else "",
            )
        self._check_units(query, written.unit, kind, place)
        return SumRecords(query, field, written.unit)

    def _check_units(self, query: Query, unit: str | None, kind: Records, place: At) -> None:
        """Amounts in units that differ from member to member must be of one member."""
        taxonomy = self._names.taxonomy
        product = next((t for name, t in query.where if name == "product"), None)
        counted = [
            member
            for member in taxonomy.members
            if (product is None or (isinstance(product, Among) and member.id in product.values))
            and (unit is None or member.unit in ("", unit))
        ]
        apart = [member for member in counted if not member.units_interchangeable]
        units = {member.unit for member in counted}
        if "product" in kind.fields and (len(units) > 1 or (apart and len(counted) > 1)):
            names = ", ".join(sorted(member.id for member in counted)[:4])
            self._problems.error(
                place,
                "mixed-units",
                f"amounts of {names} are added, and their units are not the same",
                "say one product in 'where:', or say 'unit:'",
            )

    def _ordered(self, measures: Mapping[str, Measure]) -> list[str]:
        graph = {name: self._read_by(measure) & set(measures) for name, measure in measures.items()}
        try:
            return list(TopologicalSorter(graph).static_order())
        except CycleError as error:
            path = " -> ".join(error.args[1])
            first = min(error.args[1])
            self._problems.error(
                self._section[first][1],
                "cycle",
                f"measures depend on each other in a circle: {path}",
                "let one of them read facts alone",
            )
            return sorted(measures)

    def _read_by(self, measure: Measure) -> set[str]:
        found: set[str] = set()
        match measure.computation:
            case Calculated(read):
                found = set(formula.names(read))
            case Points(lines):
                found = {name for condition, _ in lines for name in facts_read(condition)}
            case Cases(cases, otherwise):
                found = {name for condition, _ in cases for name in facts_read(condition)}
                found |= {name for _, value in cases for name in formula.names(value)}
                found |= set(formula.names(otherwise)) if otherwise else set()
        return {
            name if name in self._vocabulary.measures else self._vocabulary.split(name)[0]
            for name in found
        }

    def _ranged(self, measure: Measure, earlier: Mapping[str, Measure]) -> Measure:
        """The measure with the range of values that it can take."""
        if isinstance(measure.kind, Date):
            return measure
        match measure.computation:
            case Calculated(read):
                span = self._span(read, earlier, measure)
            case Points(lines):
                low = math.fsum(points for _, points in lines if points < 0)
                high = math.fsum(points for _, points in lines if points > 0)
                span = Span(low, high)
            case Cases(cases, otherwise):
                values = [value for _, value in cases] + ([otherwise] if otherwise else [])
                spans = [self._span(value, earlier, measure) for value in values]
                span = Span(
                    min((one.low for one in spans), default=0.0),
                    max((one.high for one in spans), default=0.0),
                )
            case _:
                span = Span(0.0, math.inf)
        return replace(measure, kind=Number(measure.kind.unit, span.low, span.high))

    def _span(self, read: Formula, earlier: Mapping[str, Measure], measure: Measure) -> Span:
        ranges: dict[str, Span] = {}
        for name in formula.names(read):
            owner = name if self._vocabulary.get(name) else self._vocabulary.split(name)[0]
            declared = earlier.get(owner) or self._vocabulary.facts.get(owner)
            kind = declared.kind if declared else None
            whole = Span(-math.inf, math.inf)
            ranges[name] = Span(kind.low, kind.high) if isinstance(kind, Number) else whole
        try:
            return formula.span(read, ranges)
        except ZeroDivisionError:
            value, place = self._section[measure.id]
            self._problems.error(
                at(value.get("formula"), place),
                "divides-by-zero",
                f"a divisor of '{measure.id}' can be zero within the declared ranges",
                "narrow the range of a fact that it divides by, so that zero lies outside",
            )
            return Span(-math.inf, math.inf)

