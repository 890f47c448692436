"""Links what measures compute, once every name is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from poise import formula
from poise.conditions import Condition
from poise.formula import Formula, FormulaError
from poise.problems import At, Collector
from poise.reading.conditions import ConditionReader, Scope
from poise.reading.names import Names
from poise.reading.queries import UNREAD, QueryReader
from poise.reading.ranges import RangeFinder
from poise.reading.scalars import quoted, read_number
from poise.source import at
from poise.trees import disjoint
from poise.vocabulary import (
    Calculated,
    Cases,
    Computation,
    Each,
    Fact,
    Measure,
    Number,
    Points,
    Vocabulary,
)

Section = Mapping[str, tuple[Any, At]]
MOST_LINES = 100
"""How many lines a score, or cases, may have: each case is compared with every other."""


class MeasureReader:
    """Reads what measures compute."""

    def __init__(self, names: Names, section: Section, problems: Collector) -> None:
        self._names = names
        self._vocabulary = names.vocabulary
        self._section = section
        self._problems = problems
        self._conditions = ConditionReader(names, problems)
        self._queries = QueryReader(names, problems)

    def read(self) -> Vocabulary:
        """The vocabulary with its measures linked, in an order in which each reads earlier ones."""
        linked = {
            name: replace(measure, computation=self._computation(measure))
            for name, measure in self._vocabulary.measures.items()
        }
        finder = RangeFinder(self._vocabulary, self._section, self._problems)
        return replace(self._vocabulary, measures=finder.ranged(linked))

    def _computation(self, measure: Measure) -> Computation:
        value, place = self._section[measure.id]
        if "formula" in value:
            return Calculated(self._formula(value["formula"], place, measure.each))
        scope = Scope(
            measure.each, readable=(Fact, Measure), inside="a measure", whole="the measure"
        )
        if "points" in value:
            return self._points(value["points"], place, scope)
        if "cases" in value:
            return self._cases(value["cases"], place, scope)
        form = next(form for form in ("count", "sum", "latest") if form in value)
        return self._queries.read(form, value[form], at(value[form], place), measure.each)

    def _formula(self, value: Any, place: At, each: Each | None) -> Formula:
        place = at(value, place)
        try:
            read = formula.parse(value if isinstance(value, str) else "")
        except FormulaError as error:
            self._problems.error(
                place,
                "bad-formula",
                f"the formula {quoted(value)} cannot be read: {error}",
                "plain arithmetic over names: + - * / ( ) abs min max",
            )
            return UNREAD
        for name in formula.names(read):
            self._check_operand(name, place, each)
        return read

    def _check_operand(self, name: str, place: At, each: Each | None) -> None:
        declared = self._vocabulary.get(name)
        owner, where = self._vocabulary.split(name)
        if declared is not None and declared.each not in (None, each):
            way = f"give the measure 'each: {declared.each}'"
            self._problems.error(place, *self._names.bare(name, declared, way))
        if declared is None:
            declared = self._vocabulary.get(owner)
            if declared is None or where not in self._vocabulary.places(declared.each):
                if not {name, owner} & self._names.unread:
                    self._problems.error(
                        place, "unknown-name", f"'{name}' is not declared", self._names.hint(name)
                    )
                return
        if not isinstance(declared, Fact | Measure) or not isinstance(declared.kind, Number):
            self._problems.error(
                place,
                "wrong-operator",
                f"'{name}' is {declared.kind.noun}, and a formula computes with numbers"
                if isinstance(declared, Fact | Measure)
                else f"'{name}' is a finding, and a formula computes with numbers",
                "turn it into a number with 'cases' or 'points' first",
            )

    def _lines(self, form: str, value: Any, keys: Collection[str], place: At) -> list[Any]:
        """The lines of a score or of cases; each says its keys, or 'otherwise' alone."""
        place = at(value, place)
        if not value or len(value) > MOST_LINES:
            self._problems.error(
                place,
                "too-large" if value else "empty-file",
                f"'{form}' has more than {MOST_LINES} lines" if value else f"'{form}' has no line",
                "make several measures of it" if value else "begin each line below it with '- '",
            )
            return []
        good = []
        for entry in value:
            said = set(entry) if isinstance(entry, dict) else set()
            if said == set(keys) or (form == "cases" and said == {"otherwise"}):
                good.append(entry)
                continue
            alone = ", or 'otherwise' alone" if form == "cases" else ""
            self._problems.error(
                at(entry, place),
                "wrong-kind",
                f"a line of '{form}' says {' and '.join(f'{key!r}' for key in keys)}{alone}",
                f"such as {{when: {{...}}, {tuple(keys)[-1]}: 1}}",
            )
        return good

    def _points(self, value: Any, place: At, scope: Scope) -> Computation:
        lines: list[tuple[Condition, float]] = []
        for entry in self._lines("points", value, ("when", "points"), place):
            points = read_number(entry["points"], entry.at, self._problems)
            lines.append((self._conditions.read(entry["when"], entry.at, scope), points or 0.0))
        return Points(tuple(lines))

    def _cases(self, value: Any, place: At, scope: Scope) -> Computation:
        cases: list[tuple[Condition, Formula]] = []
        otherwise: Formula | None = None
        before = len(self._problems)
        for entry in self._lines("cases", value, ("when", "value"), place):
            if "otherwise" in entry:
                if otherwise is not None:
                    self._problems.error(
                        entry.at, "duplicate-key", "'otherwise' is written twice", "keep one"
                    )
                otherwise = self._formula(entry["otherwise"], entry.at, scope.each)
                continue
            when = self._conditions.read(entry["when"], entry.at, scope)
            if len(self._problems) == before and not self._names.unread:
                self._check_disjoint([case for case, _ in cases], when, entry.at)
            cases.append((when, self._formula(entry["value"], entry.at, scope.each)))
        return Cases(tuple(cases), otherwise)

    def _check_disjoint(self, earlier: list[Condition], case: Condition, place: At) -> None:
        if not all(disjoint(one, case, self._vocabulary) for one in earlier):
            self._problems.error(
                place,
                "ambiguous-cases",
                "this case and an earlier one can hold at once",
                "let every two cases test one fact for different values",
            )
