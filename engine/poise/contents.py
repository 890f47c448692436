"""Everything that a pack's folder says, once it is read and linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from poise.canonical import digest
from poise.declaration import ONE_OR_MORE, Declaration, Words
from poise.diagram import View
from poise.problems import At
from poise.proofs import Proof
from poise.rules import Certainty, Day, Rule, Source, Sources, Strength, YesOrNo
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
    """Who signed what off: somebody who answers for it, never invented."""

    by: str = Field(description="who")
    role: str = Field(description="in which role")
    date: Day = Field(description="when")
    whole: YesOrNo = Field(description="the whole pack, or only the rules that are listed")
    digest: str = Field(description="the digest of the pack at that time")
    rules: dict[str, str] = Field(
        description="each rule that was signed, with a mark of what it said and rested on"
    )


class SignOffFile(Declaration):
    """`sign-off.yaml`: written by `poise sign-off`, and no part of the pack's digest."""

    sign_offs: list[SignOff] = Field(description="one after the other")


class Departure(Declaration):
    """What of the pack that it extends a pack retires, or has its own of, and why."""

    rule: Texts = Field((), description="rules, by id")
    fact: Texts = Field((), description="facts")
    measure: Texts = Field((), description="measures")
    finding: Texts = Field((), description="findings")
    goal: Texts = Field((), description="goals")
    scale: Texts = Field((), description="scales")
    group: Texts = Field((), description="groups of facts")
    area: Texts = Field((), description="areas, each with its whole card")
    product: Texts = Field((), description="products, each with its whole card and its members")
    member: Texts = Field((), description="members of products")
    view: Texts = Field((), description="views of the diagram")
    proof: Texts = Field((), description="proofs, which then need not hold")
    source: Texts = Field((), description="sources")
    area_group: Texts = Field((), description="groups of areas")
    product_group: Texts = Field((), description="groups of products")
    area_attribute: Texts = Field((), description="what an area's card may say")
    product_attribute: Texts = Field((), description="what a product's card may say")
    reason: str = Field(description="why, in words that stand on every plan")


class PackHead(Declaration):
    """`pack.yaml`: what the pack is, for whom, and who answers for it.

    A pack that extends another need not say its `intended_use`, `population`, `review_policy` and
    `acts_on_order`: they are then those of the other. Its `limitations` and `finding_groups` are
    added to the other's.
    """

    id: str = Field(description="its name")
    title: Words = Field(description="what it is called")
    version: str = Field(description="its version")
    language: str = Field(description="the version of the rule language that it is written for")
    extends: str = Field(
        "", description="the pack that it builds on: `default`, or the path of its folder from here"
    )
    replaces: tuple[Departure, ...] = Field((), description="what it has its own of, and why")
    retires: tuple[Departure, ...] = Field((), description="what it does without, and why")
    publisher: str = Field(description="who publishes it")
    funding: str = Field("", description="who paid for it")
    released: Day = Field(description="when this version was released")
    revised: Day | None = Field(None, description="when it was last revised")
    intended_use: str = Field(description="what it is for, and for whom")
    population: str = Field(description="which patients it speaks of")
    limitations: Texts = Field(description="what it does not do")
    review_policy: str = Field("", description="how and when it is reviewed")
    defaults: RuleDefaults = Field(
        default_factory=RuleDefaults, description="what every rule inherits"
    )
    acts_on_order: Texts = Field(description="what treatments act on, first things first")
    finding_groups: dict[str, str] = Field(description="groups of findings with their titles")
    features: str = Field("", description="where the pack's features stand")
    allow: dict[str, Words] = Field(
        {}, description="lints that the pack may break, each with the reason"
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a pack says otherwise than the pack that it extends."""

    how: Literal["added", "replaced", "retired"]
    what: str
    """What it is, in a word of the language: rule, fact, member."""
    id: str
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BasePack:
    """The pack that another extends, as it was when it was read."""

    id: str
    title: str
    version: str
    digest: str
    changes: tuple[Change, ...] = ()
    """Where it extends a pack itself, what it changes of that."""
    base: BasePack | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a folder says, linked, with what it extends."""

    head: PackHead
    vocabulary: Vocabulary
    taxonomy: Taxonomy
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    places: Mapping[str, At]
    """Where each rule stands."""
    head_at: At
    declared: Mapping[str, At]
    """Where each fact, measure, finding and source is declared."""
    views: tuple[View, ...] = ()
    """The pack's drawings; none where it has no diagram."""
    proofs: tuple[Proof, ...] = ()
    """What must hold of the pack for every assessment."""
    proof_places: Mapping[str, At] = field(default_factory=dict)
    """Where each proof stands."""
    base: BasePack | None = None
    changes: tuple[Change, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    signed_below: tuple[SignOff, ...] = ()
    """The sign-offs of the packs that it extends."""

    @property
    def digest(self) -> str:
        """SHA-256 of everything that is said here, wherever the folder lies.

        A sign-off names the digest of what was signed, so sign-offs stand outside of it.
        """
        apart = {"extends": "", "replaces": (), "retires": ()}
        head = self.head.model_copy(update=apart)
        said = (self.vocabulary, self.taxonomy, self.sources, self.views, self.proofs)
        parts = (head, *said, self.rules)
        return digest(parts if self.base is None else (*parts, self.base, self.changes))

    def as_base(self) -> BasePack:
        """What a pack that extends this one remembers of it."""
        head = self.head
        return BasePack(head.id, head.title, head.version, self.digest, self.changes, self.base)
