"""In which order measures are computed, and the range of values that each can take."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from poise import formula
from poise.circles import circles, in_order
from poise.formula import Formula
from poise.problems import At, Collector
from poise.reads import declared, read_by_measure
from poise.source import at
from poise.values import Span
from poise.vocabulary import Calculated, Cases, Date, Measure, Number, Points, Vocabulary

Section = Mapping[str, tuple[Any, At]]


class RangeFinder:
    """Orders linked measures, so that each reads earlier ones, and bounds them."""

    def __init__(self, vocabulary: Vocabulary, section: Section, problems: Collector) -> None:
        self._vocabulary = vocabulary
        self._section = section
        self._problems = problems

    def ranged(self, linked: Mapping[str, Measure]) -> dict[str, Measure]:
        found: dict[str, Measure] = {}
        for name in self._ordered(linked):
            found[name] = self._ranged(linked[name], found)
        return found

    def _ordered(self, measures: Mapping[str, Measure]) -> tuple[str, ...]:
        graph = {name: self._read_by(measure) & set(measures) for name, measure in measures.items()}
        for path in circles(graph):
            self._problems.error(
                self._section[path[0]][1],
                "cycle",
                f"measures depend on each other in a circle: {' -> '.join(path)}",
                "let one of them read facts alone",
            )
            graph = {name: read - set(path) for name, read in graph.items()}
        return in_order(graph)

    def _read_by(self, measure: Measure) -> frozenset[str]:
        return declared(read_by_measure(measure), self._vocabulary)

    def _ranged(self, measure: Measure, earlier: Mapping[str, Measure]) -> Measure:
        """The measure with the range of values that it can take."""
        if isinstance(measure.kind, Date):
            return measure
        value, place = self._section[measure.id]
        match measure.computation:
            case Calculated(read):
                span = self._span(read, earlier, measure, at(value.get("formula"), place))
            case Points(lines):
                low = math.fsum(points for _, points in lines if points < 0)
                high = math.fsum(points for _, points in lines if points > 0)
                span = Span(low, high)
            case Cases(cases, otherwise):
                values = [value for _, value in cases] + ([otherwise] if otherwise else [])
                spot = at(value.get("cases"), place)
                spans = [self._span(one, earlier, measure, spot) for one in values]
                span = Span(
                    min((one.low for one in spans), default=0.0),
                    max((one.high for one in spans), default=0.0),
                )
            case _:
                span = Span(0.0, math.inf)
        return replace(measure, kind=Number(measure.kind.unit, span.low, span.high))

    def _span(
        self, read: Formula, earlier: Mapping[str, Measure], measure: Measure, place: At
    ) -> Span:
        whole = Span(-math.inf, math.inf)
        ranges: dict[str, Span] = {}
        for name in formula.names(read):
            owner = name if self._vocabulary.get(name) else self._vocabulary.split(name)[0]
            declared = earlier.get(owner) or self._vocabulary.facts.get(owner)
            if declared is None:
                return whole  # a name that could not be read: that is told already
            kind = declared.kind
            ranges[name] = Span(kind.low, kind.high) if isinstance(kind, Number) else whole
        try:
            return formula.span(read, ranges)
        except ZeroDivisionError:
            self._problems.error(
                place,
                "divides-by-zero",
                f"a divisor of '{measure.id}' can be zero within the declared ranges",
                "narrow the range of a fact that it divides by, so that zero lies outside",
            )
            return whole
