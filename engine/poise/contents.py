"""Everything that a pack's folder says, once it is read and linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from poise.declaration import ONE_OR_MORE, Declaration, Words
from poise.diagram import View
from poise.problems import At
from poise.rules import Certainty, Day, Rule, Source, Sources, Strength
from poise.taxonomy import Taxonomy
from poise.vocabulary import Vocabulary

Texts = Annotated[tuple[str, ...], ONE_OR_MORE]


class RuleDefaults(Declaration):
    """What rules inherit where they are silent."""

    evidence: Sources = Field((), description="the sources")
    strength: Strength | None = Field(None, description="how strongly they are meant")
    certainty: Certainty | None = Field(None, description="how certain the evidence is")
    reviewed: Day | None = Field(None, description="when they were last reviewed")
    review_by: Day | None = Field(None, description="when they must be reviewed again")
    catalogue: Texts = Field((), description="their ids in an outside catalogue")


class SignOff(Declaration):
    """Who signed the pack off: a clinician who answers for it, never invented."""

    by: str = Field(description="who")
    role: str = Field(description="in which role")
    date: Day = Field(description="when")
    digest: str = Field(description="which digest of the pack")


class PackHead(Declaration):
    """`pack.yaml`: what the pack is, for whom, and who answers for it."""

    id: str = Field(description="its name")
    title: Words = Field(description="what it is called")
    version: str = Field(description="its version")
    language: str = Field(description="the version of the rule language that it is written for")
    publisher: str = Field(description="who publishes it")
    released: Day = Field(description="when this version was released")
    intended_use: str = Field(description="what it is for, and for whom")
    population: str = Field(description="which patients it speaks of")
    limitations: Texts = Field(description="what it does not do")
    review_policy: str = Field("", description="how and when it is reviewed")
    sign_off: Literal["none"] | SignOff = Field("none", description="who signed it off")
    defaults: RuleDefaults = Field(
        default_factory=RuleDefaults, description="what every rule inherits"
    )
    acts_on_order: Texts = Field(description="what treatments act on, first things first")
    finding_groups: dict[str, str] = Field(description="groups of findings with their titles")
    features: str = Field("", description="where the pack's features stand")


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a folder says, linked."""

    head: PackHead
    vocabulary: Vocabulary
    taxonomy: Taxonomy
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    places: Mapping[str, At]
    """Where each rule stands."""
    views: tuple[View, ...] = ()
    """The pack's drawings; none where it has no diagram."""
