"""A rule pack: read whole, checked, frozen, and the way in to everything that it can do."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poise.assessment import Assessment, read_assessment
from poise.canonical import digest
from poise.contents import Contents, PackHead
from poise.diagram import View
from poise.given import from_python
from poise.grounding import Ground
from poise.planning.candidates import Suggestion, suggestions
from poise.planning.index import Effects
from poise.problems import At, Collector, Problem
from poise.rete import Network, Written
from poise.rules import Rule, Source
from poise.signing import NOBODY, Signatures, mark, signatures
from poise.situation import Model, not_applicable
from poise.source import Block, Listing, Scalar, Value, read
from poise.taxonomy import Taxonomy
from poise.vocabulary import Vocabulary
from poise.wording import Wording

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


@dataclass(frozen=True, slots=True)
class Linked:
    """A pack that was read without an error: plain values, all that it takes to have it again."""

    contents: Contents
    ground: Ground
    digest: str
    dropped_sequences: frozenset[str]
    warnings: tuple[Problem, ...]
    written: Written | None
    """For the second engine; None where it cannot run."""


@dataclass(frozen=True)
class RulePack:
    """Everything that one version of a pack says. Frozen; safe to share between threads."""

    linked: Linked
    model: Model
    network: Network | None
    """The second engine; None where it cannot run."""

    @property
    def contents(self) -> Contents:
        return self.linked.contents

    @property
    def ground(self) -> Ground:
        return self.linked.ground

    @property
    def digest(self) -> str:
        """SHA-256 of everything that the pack says, in canonical form."""
        return self.linked.digest

    @property
    def dropped_sequences(self) -> frozenset[str]:
        """Optional rules whose order would contradict the others."""
        return self.linked.dropped_sequences

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return self.linked.warnings

    @property
    def head(self) -> PackHead:
        return self.contents.head

    @property
    def vocabulary(self) -> Vocabulary:
        return self.contents.vocabulary

    @property
    def taxonomy(self) -> Taxonomy:
        return self.contents.taxonomy

    @property
    def sources(self) -> Mapping[str, Source]:
        return self.contents.sources

    @property
    def views(self) -> tuple[View, ...]:
        """Its drawings, on which its areas lie; none where it has no diagram."""
        return self.contents.views

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.contents.rules

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules that the pack itself writes: all, or those it adds to what it extends, and
        those it replaces there."""
        if self.contents.base is None:
            return self.rules
        own = {one.id for one in self.contents.changes if one.what == "rule"}
        return tuple(rule for rule in self.rules if rule.id in own)

    @functools.cached_property
    def rules_by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @functools.cached_property
    def _versions(self) -> dict[str, str]:
        return {}

    def rule_version(self, rule: Rule) -> str:
        """A short SHA-256 of a rule's canonical tree."""
        found = self._versions.get(rule.id)
        if found is None:
            found = self._versions[rule.id] = digest(rule)[:12]
        return found

    @functools.cached_property
    def signatures(self) -> Signatures:
        """Who answers for the pack and for each of its rules, as they stand."""
        said, below = self.contents.sign_offs, self.contents.signed_below
        if not said and not below:
            return NOBODY
        return signatures(said, below, self.digest, self.marks())

    def marks(self) -> dict[str, str]:
        """What a sign-off remembers of each active rule."""
        return {
            rule.id: mark(rule, self.rule_version(rule), self.vocabulary)
            for rule in self.rules
            if rule.stage == "active"
        }

    def cited(self, name: str) -> str:
        """What a cited id stands for: a source's title, or an article's statement."""
        source = self.source_of(name)
        said = source.statements.get(name)
        return source.title if said is None else f"{source.title}: {said}"

    def source_of(self, name: str) -> Source:
        """The source of a cited id, which may be one of its statements."""
        return self._owners[name]

    @functools.cached_property
    def _owners(self) -> Mapping[str, Source]:
        return {
            name: source
            for own, source in self.sources.items()
            for name in (*source.statements, own)
        }

    @functools.cached_property
    def wording(self) -> Wording:
        return Wording(self.vocabulary, self.taxonomy)

    @functools.cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Every suggestion with its candidates, which do not depend on answers."""
        return suggestions(self.ground, self.taxonomy)

    @functools.cached_property
    def effects(self) -> Effects:
        """Every effect, found by verb and by candidate."""
        return Effects(self.ground.effects)

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
        value = _value(assessment, "assessment", problems)
        joined = None if clinic is None else _value(clinic, "clinic", problems)
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


def _value(given: Any, name: str, problems: Collector) -> Value | None:
    """A mapping as it is, or a file read."""
    if isinstance(given, Block | Listing | Scalar):
        return given
    if isinstance(given, str | Path):
        return read(Path(given), str(given), problems)
    if isinstance(given, Mapping):
        return from_python(given, name, problems)
    problems.error(
        At(name), "wrong-kind", f"the {name} is neither a mapping nor a path", "pass one of them"
    )
    return None
