"""A rule pack: read whole, checked, frozen, and the way in to everything that it can do."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poise.assessment import Assessment, read_assessment
from poise.canonical import digest
from poise.check.structure import check_contents, dropped_sequences
from poise.engines import second_engine
from poise.given import from_python
from poise.grounding import CyclicFindings, Ground, ground
from poise.planning.candidates import Suggestion, suggestions
from poise.planning.index import Effects
from poise.problems import At, Collector, Problem
from poise.reading.names import Taxonomy
from poise.reading.pack import Contents, read_contents
from poise.reading.written import PackHead
from poise.rete import Network, SecondEngineLimit
from poise.rules import Rule, Source
from poise.situation import Model, model, not_applicable
from poise.source import Block, Listing, Scalar, Value, read
from poise.vocabulary import Vocabulary
from poise.wording import Wording

if TYPE_CHECKING:
    from poise.explain.why_not import WhyNot
    from poise.plan import Plan
    from poise.planning.trials import Readers

DEFAULT_PACK = Path(__file__).resolve().parent / "default_pack"
REPOSITORY_PACK = Path(__file__).resolve().parents[2] / "rules"


class PackError(Exception):
    """A pack cannot be loaded; `problems` tells every reason at its place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class AssessmentError(Exception):
    """An assessment cannot be planned; `problems` tells every reason at its place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class RulePack:
    """Everything that one version of a pack says. Frozen; safe to share between threads."""

    contents: Contents
    ground: Ground
    model: Model
    network: Network | None
    """The second engine; None where it cannot run."""
    warnings: tuple[Problem, ...]

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
    def rules(self) -> tuple[Rule, ...]:
        return self.contents.rules

    @functools.cached_property
    def rules_by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 of everything that the pack says, in canonical form."""
        parts = self.contents
        return digest((parts.head, parts.vocabulary, parts.taxonomy, parts.sources, parts.rules))

    @functools.cached_property
    def _versions(self) -> dict[str, str]:
        return {}

    def rule_version(self, rule: Rule) -> str:
        """A short SHA-256 of a rule's canonical tree."""
        found = self._versions.get(rule.id)
        if found is None:
            found = self._versions[rule.id] = digest(rule)[:12]
        return found

    def cited(self, name: str) -> str:
        """What a cited id stands for: a source's title, or an article's statement."""
        if name in self.sources:
            return self.sources[name].title
        for source in self.sources.values():
            if name in source.statements:
                return f"{source.title}: {source.statements[name]}"
        return name

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

    @functools.cached_property
    def dropped_sequences(self) -> frozenset[str]:
        """Optional rules whose order would contradict the others."""
        return dropped_sequences(self.contents)

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
            for name in not_applicable(self.model, found):
                if name in found.places:
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
        """Why an item (`ha_filler/lips`) is not suggested, or a rule did not hold."""
        from poise.explain.why_not import why_not

        return why_not(self, self.read_assessment(assessment, clinic), item=item, rule=rule)

    def assessment_schema(self) -> dict[str, Any]:
        """JSON Schema of an assessment of this pack, for forms and clients."""
        from poise.schema.assessment import assessment_schema

        return assessment_schema(self)


def load(path: str | Path | None = None) -> RulePack:
    """Load a pack from a folder, or the built-in pack. Raises PackError with all problems."""
    pack, problems = load_or_problems(path)
    if pack is None:
        raise PackError(tuple(one for one in problems if one.severity == "error"))
    return pack


def load_or_problems(
    path: str | Path | None = None,
) -> tuple[RulePack | None, tuple[Problem, ...]]:
    """Load a pack; with an error, None. All problems come back, warnings among them."""
    folder = Path(path) if path is not None else default_folder()
    problems = Collector()
    shown = str(path) if path is not None else "rules"
    contents = read_contents(folder, shown, problems)
    grounded: Ground | None = None
    if contents is not None and not problems.errors:
        check_contents(contents, problems)
    if contents is not None and not problems.errors:
        grounded = _grounded(contents, problems)
    if contents is None or grounded is None or problems.errors:
        return None, problems.sorted()
    try:
        network = second_engine(grounded.logic)
    except SecondEngineLimit as error:
        problems.error(
            At(f"{shown}/pack.yaml"),
            "engine-limit",
            f"the pack is larger than the second engine can hold: {error}",
            "split the pack, or the rules or facts that are named",
        )
        return None, problems.sorted()
    made = model(contents.vocabulary, contents.taxonomy, grounded)
    return RulePack(contents, grounded, made, network, problems.sorted()), problems.sorted()


def default_folder() -> Path:
    """Where the built-in pack lies: inside an installed Poise, or in its repository."""
    return DEFAULT_PACK if DEFAULT_PACK.is_dir() else REPOSITORY_PACK


def _grounded(contents: Contents, problems: Collector) -> Ground | None:
    try:
        return ground(contents.vocabulary, contents.rules)
    except CyclicFindings as error:
        place = At("vocabulary")
        for rule in contents.rules:
            if any(name == error.path[0] for verb in rule.conclude for name, _ in verb.values):
                place = contents.places[rule.id]
        problems.error(
            place,
            "cycle",
            f"findings depend on each other in a circle: {' -> '.join(error.path)}",
            "let one of them be concluded from facts alone",
        )
        return None


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
