"""A rule pack: everything that it says, and the way in to everything that it can do."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poise.assessment import Assessment, read_assessment
from poise.given import as_value
from poise.linked import LinkedPack
from poise.problems import Collector, Problem
from poise.situation import not_applicable

if TYPE_CHECKING:
    from poise.explain.asking import Questions
    from poise.explain.changing import WhatIf
    from poise.explain.forcing import Forced
    from poise.explain.why_not import WhyNot
    from poise.plan import Plan
    from poise.planning.trials import Readers


class AssessmentError(Exception):
    """An assessment cannot be planned; `problems` tells every reason at its place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class RulePack(LinkedPack):
    """One version of a pack, and what can be asked of it."""

    @functools.cached_property
    def readers(self) -> Readers:
        """Which tests read each fact: where its thresholds lie."""
        from poise.planning.trials import Readers

        return Readers(self)

    def read_assessment(
        self, assessment: Mapping[str, Any] | str | Path | Assessment, clinic: Any = None
    ) -> Assessment:
        """Read an assessment from a mapping, or from a YAML or JSON file; `clinic` likewise.

        Raises AssessmentError with every problem.
        """
        if isinstance(assessment, Assessment):
            return assessment
        problems = Collector()
        value = as_value(assessment, "assessment", problems)
        joined = None if clinic is None else as_value(clinic, "clinic", problems)
        found = None
        if value is not None and not problems.errors:
            found = read_assessment(value, self.vocabulary, self.taxonomy, problems, joined)
        if found is not None and not problems.errors:
            idle = not_applicable(self.model, found)
            # A clinic keeps its facts for every patient, so of one they may have nothing to say.
            found = found.without(found.from_clinic.intersection(idle))
            for name in idle:
                if name in found.places and name not in found.from_clinic:
                    problems.error(
                        found.places[name],
                        "not-applicable",
                        f"'{name}' is answered, and by the other answers it does not apply",
                        "leave it out, or look at the answers that it depends on",
                    )
        if found is None or problems.errors:
            raise AssessmentError(problems.sorted())
        return found

    def plan(
        self, assessment: Mapping[str, Any] | str | Path | Assessment, clinic: Any = None
    ) -> Plan:
        """Draw up a plan; both engines run. Raises AssessmentError, or EngineDisagreement."""
        from poise.planning.planner import draw_up

        return draw_up(self, self.read_assessment(assessment, clinic))

    def plan_by_evaluator(
        self, assessment: Mapping[str, Any] | str | Path | Assessment, clinic: Any = None
    ) -> Plan:
        """Draw up a plan with the evaluator alone, for bulk work; the plan says so."""
        from poise.planning.planner import draw_up_alone

        return draw_up_alone(self, self.read_assessment(assessment, clinic))

    def why_not(
        self,
        assessment: Mapping[str, Any] | str | Path | Assessment,
        *,
        item: str | None = None,
        rule: str | None = None,
        clinic: Any = None,
    ) -> WhyNot:
        """Why an item (`product/area`) is not suggested, or a rule did not hold."""
        from poise.explain.why_not import why_not

        return why_not(self, self.read_assessment(assessment, clinic), item=item, rule=rule)

    def forced(
        self,
        assessment: Mapping[str, Any] | str | Path | Assessment,
        *,
        item: str,
        clinic: Any = None,
    ) -> Forced:
        """A smallest set of the answers that alone give an item its status."""
        from poise.explain.forcing import forced

        return forced(self, self.read_assessment(assessment, clinic), item)

    def what_if(
        self,
        assessment: Mapping[str, Any] | str | Path | Assessment,
        *,
        item: str,
        clinic: Any = None,
    ) -> WhatIf:
        """The smallest change of recorded values by which an item would be suggested, or would
        no longer be. Needs `poise[solver]`."""
        from poise.explain.changing import what_if

        return what_if(self, self.read_assessment(assessment, clinic), item)

    def questions(
        self, assessment: Mapping[str, Any] | str | Path | Assessment, clinic: Any = None
    ) -> Questions:
        """What is undecided, most decisive first, and what each answer would do."""
        from poise.explain.asking import undecided

        return undecided(self, self.read_assessment(assessment, clinic))

    def page(
        self, assessment: Mapping[str, Any] | str | Path | Assessment, clinic: Any = None
    ) -> str:
        """The plan as one self-contained HTML page; both engines run, as for `plan`."""
        from poise.report.html import html

        read = self.read_assessment(assessment, clinic)
        return html(self.plan(read), self, read)

    def assessment_schema(self) -> dict[str, Any]:
        """JSON Schema of an assessment of this pack, for forms and clients."""
        from poise.schema.assessment import assessment_schema

        return assessment_schema(self)
