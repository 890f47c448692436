"""What a pack says: rules with their verbs, selectors, areas, products and sources.

Each verb is a model of its own, and its docstring and field descriptions are its reference page.
`RESTRICTIVE` says which verbs can only make a candidate stand worse.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from poise.conditions import ALWAYS, Condition, Duration
from poise.declaration import ONE_OR_MORE, Declaration, Reads, Words
from poise.placed import Block

Strength = Literal["strong", "conditional", "option"]
Certainty = Literal["high", "moderate", "low", "very_low", "expert_consensus"]
LabelStatus = Literal["labelled", "off_label", "not_approved", "unknown"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Which candidates a verb acts on; settled when the pack is read.

    Each part is the set of names that pass, or None where any does. A goal or a purpose that a
    candidate does not have stands as `""`. `written` is what the author wrote, for sentences.
    """

    products: frozenset[str] | None = None
    areas: frozenset[str] | None = None
    sides: frozenset[str] | None = None
    goals: frozenset[str] | None = None
    acts_on: frozenset[str] | None = None
    label: frozenset[str] | None = None
    written: tuple[tuple[str, tuple[str, ...]], ...] = ()
    area_said: bool = False
    side_said: bool = False

    @property
    def everything(self) -> bool:
        """Whether it selects all candidates there can be."""
        parts = (self.products, self.areas, self.sides, self.goals, self.acts_on, self.label)
        return all(part is None for part in parts)


EVERYTHING = Selector()

When = Annotated[Condition, Reads("condition")]
That = Annotated[Condition, Reads("required")]
Items = Annotated[Selector, Reads("selector")]
Length = Annotated[Duration, Reads("duration")]
YesOrNo = Annotated[bool, Reads("yes")]
Day = Annotated[datetime.date, Reads("day")]
Sources = Annotated[tuple[str, ...], Reads("sources")]
Figure = Annotated[float, Reads("figure")]


class Range(Declaration):
    """A range of time, such as `{from: 2 weeks, to: 4 weeks}`; a single length is both ends."""

    from_: Length = Field(alias="from", description="the shortest")
    to: Length = Field(description="the longest")

    @model_validator(mode="before")
    @classmethod
    def _single(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else {"from": value, "to": value}


class Months(Declaration):
    """A published range in months."""

    from_: Figure = Field(alias="from", description="the shortest")
    to: Figure = Field(description="the longest")


class Verb(Declaration):
    """What a rule does when it holds."""

    word: ClassVar[str]


class OnItems(Verb):
    """A verb that may be written short: `exclude: {product: filler}` selects at once."""

    items: Items = Field(description="the candidates it acts on")

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        own = {field.alias or name for name, field in cls.model_fields.items()}
        if isinstance(value, dict) and own & set(value):
            return value
        return {"items": value}


class Conclude(Verb):
    """Establishes a finding: `conclude: {lower_face.muscular_heaviness: moderate}`."""

    word = "conclude"
    values: Annotated[tuple[tuple[str, tuple[str, ...]], ...], Reads("conclusion")] = Field(
        description="finding and value; several values where several may hold"
    )

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"values": value}


class Suggest(Verb):
    """Puts candidates forward: an argument for them."""

    word = "suggest"
    product: Annotated[frozenset[str], Reads("candidates", "product")] = Field(
        description="a product, a class or a group of them; or a list"
    )
    area: Annotated[frozenset[str], Reads("candidates", "area")] | None = Field(
        None, description="an area or a group of areas; or a list. In `each: area`: here"
    )
    side: Literal["left", "right", "both"] | None = Field(
        None, description="in `each: side`: here; otherwise both"
    )
    acts_on: Annotated[str, Reads("name", "acts_on")] = Field(
        description="what it acts on, in the pack's `acts_on_order`"
    )
    treats: Annotated[str, Reads("name", "finding")] | None = Field(
        None, description="the finding that it treats"
    )
    for_: Annotated[tuple[Annotated[str, Reads("name", "goal")], ...], ONE_OR_MORE] = Field(
        (), alias="for", description="the goals that it serves"
    )


class Prefer(OnItems):
    """An argument for: orders candidates of equal status."""

    word = "prefer"


class Avoid(OnItems):
    """An argument against: not suggested by default."""

    word = "avoid"


class Caution(OnItems):
    """A warning to acknowledge."""

    word = "caution"
    say: str = Field("", description="the warning in words; the rule's title where silent")


class Require(Verb):
    """What must be in place, each line shown as met, unmet or unknown.

    With `items`, unmet or unknown holds the candidates. With `before: treatment` it is a checklist
    line (of those items, where it names some): it changes no status, but the plan is not `ready`
    until it is met.
    """

    word = "require"
    items: Items | None = Field(None, description="the candidates that it holds")
    that: That | None = Field(None, description="the condition that must be met")
    note: str = Field("", description="a line to tick by hand, where no fact records it")
    before: Literal["treatment"] | None = Field(None, description="a checklist line")


class After(Declaration):
    """The end of a deferral, counted from a date."""

    after: Annotated[str, Reads("name", "date")] = Field(description="a date that is recorded")
    gap: Length = Field(description="how long after it")


class Defer(OnItems):
    """Not now."""

    word = "defer"
    until: After | str = Field("", description="an event in words, or `{after: DATE, gap: ..}`")


class Exclude(OnItems):
    """Never suggested for this scope."""

    word = "exclude"
    reopened_by: str = Field("", description="who could reopen it, in words")


class Refer(Verb):
    """A referral."""

    word = "refer"
    to: str = Field(description="to whom, in words")
    urgency: Literal["routine", "soon", "urgent"] = Field("routine", description="how soon")


class Consider(Verb):
    """A planning consideration in force, in words."""

    word = "consider"
    text: Words = Field(description="the consideration")

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"text": value}


class Expect(OnItems):
    """What the patient can expect, in words."""

    word = "expect"
    say: Words = Field(description="the expectation")


class Ceiling(Verb):
    """What the records hold in the window, plus this treatment, against a maximum."""

    word = "ceiling"
    items: Items = Field(description="the treatments that are counted, and that it limits")
    at_most: Annotated[float | str, Reads("limit")] = Field(description="a number or a measure")
    unit: str = Field(description="`sessions`, or the unit of an amount")
    per: Annotated[tuple[Literal["side", "area"], ...], ONE_OR_MORE] = Field(
        (), description="counted for each side or area by itself"
    )
    within: Length | None = Field(None, description="the window; all time where silent")
    over: Literal["defer", "caution", "exclude"] = Field(description="what reaching it does")


class PerSession(Verb):
    """At most so many in one session; the rest moves to later ones."""

    word = "per_session"
    items: Items = Field(description="what is counted")
    at_most: Annotated[int, Field(ge=1)] = Field(description="how many")
    unit: Literal["areas", "items"] = Field("items", description="what is counted")
    gap: Length | None = Field(None, description="the least time until the rest can follow")


class Sequence(Verb):
    """An order within or across sessions; a candidate takes the last step that it matches."""

    word = "sequence"
    order: Annotated[tuple[Items, ...], Field(min_length=2)] = Field(description="the steps")
    gap: Length | None = Field(None, description="the time between steps: then not one session")


class Lasts(Verb):
    """How long a result lasts: a published range, or towards which end of it and why."""

    word = "lasts"
    items: Items = Field(description="what it is said of")
    months: Months | None = Field(None, description="the published range")
    towards: Literal["shorter", "longer"] | None = Field(None, description="an end of the range")


class Review(Verb):
    """A follow-up."""

    word = "review"
    items: Items = Field(description="what it follows")
    after: Range = Field(description="when, counted from the treatment")
    purpose: str = Field(description="what for")


VERBS: tuple[type[Verb], ...] = (
    Conclude,
    Suggest,
    Prefer,
    Avoid,
    Caution,
    Require,
    Defer,
    Exclude,
    Refer,
    Consider,
    Expect,
    Ceiling,
    PerSession,
    Sequence,
    Lasts,
    Review,
)
RESTRICTIVE = frozenset({"avoid", "caution", "require", "ceiling", "defer", "exclude"})


class Rule(Declaration):
    """A rule: when it holds, and what it then does."""

    id: str = Field(description="its name, unique in the pack")
    title: Words = Field(description="what it says, in one line")
    each: Literal["side", "area"] | None = Field(
        None, description="the rule stands once for each side, or for each area"
    )
    when: When = Field(ALWAYS, description="the condition; always, where silent")
    conclude: tuple[Conclude, ...] = ()
    suggest: tuple[Suggest, ...] = ()
    prefer: tuple[Prefer, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    caution: tuple[Caution, ...] = ()
    require: tuple[Require, ...] = ()
    defer: tuple[Defer, ...] = ()
    exclude: tuple[Exclude, ...] = ()
    refer: tuple[Refer, ...] = ()
    consider: tuple[Consider, ...] = ()
    expect: tuple[Expect, ...] = ()
    ceiling: tuple[Ceiling, ...] = ()
    per_session: tuple[PerSession, ...] = ()
    sequence: tuple[Sequence, ...] = ()
    lasts: tuple[Lasts, ...] = ()
    review: tuple[Review, ...] = ()
    because: str = Field("", description="reasoning beyond the tests; a template")
    evidence: Sources = Field((), description="the sources that it rests on")
    strength: Strength = Field("conditional", description="how strongly it is meant")
    certainty: Certainty = Field("very_low", description="how certain the evidence is")
    stage: Literal["draft", "active", "retired"] = Field("active", description="only active runs")
    reviewed: Day | None = Field(None, description="when it was last reviewed")
    review_by: Day | None = Field(None, description="when it must be reviewed again")
    supersedes: str = Field("", description="the rule that it replaced")
    catalogue: Annotated[tuple[str, ...], ONE_OR_MORE] = Field(
        (), description="its ids in an outside catalogue"
    )
    reason: str = Field("", description="why it is strong on evidence of low certainty")
    allow: dict[str, Words] = Field({}, description="lints that it may break, each with the reason")

    @model_validator(mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        words = {verb.word for verb in VERBS}
        wrapped = Block(value)
        wrapped.at = getattr(value, "at", None)  # type: ignore[assignment]
        for key in words & set(wrapped):
            written = wrapped[key]
            if not isinstance(written, list):
                wrapped[key] = [written]  # type: ignore[assignment]
        return wrapped

    def verbs(self) -> tuple[Verb, ...]:
        """All that it does, in the order of `VERBS`."""
        return tuple(verb for kind in VERBS for verb in getattr(self, kind.word))


# --- cards and sources -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Area:
    """A place that can be treated."""

    id: str
    label: str
    paired: bool
    groups: tuple[str, ...] = ()
    attributes: Mapping[str, str] = ()  # type: ignore[assignment]
    sources: tuple[str, ...] = ()
    notes: str = ""

    @property
    def sides(self) -> tuple[str | None, ...]:
        return ("left", "right") if self.paired else (None,)


@dataclass(frozen=True, slots=True)
class Indication:
    """What a label says: this product, in this area, for such a patient."""

    area: str
    when: Condition
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """A name in the taxonomy of products: a class, or a member below it."""

    id: str
    label: str
    item: str
    """The class whose item on a plan shows it."""
    above: frozenset[str]
    """Itself and every name above it."""
    leaves: frozenset[str]
    """The members that it stands for: itself where there are none below."""
    attributes: Mapping[str, str]
    labels: Mapping[str, tuple[Indication, ...] | None]
    """By country: its indications, or None where it is not approved."""
    acts_on: str
    unit: str
    units_interchangeable: bool
    recorded_only: bool = False
    sources: tuple[str, ...] = ()
    notes: str = ""


class Source(Declaration):
    """A source that rules cite."""

    title: Words = Field(description="what it is called")
    kind: Literal[
        "label",
        "regulator",
        "consensus",
        "trial",
        "review",
        "series",
        "article",
        "recalled",
        "authored",
    ] = Field(description="what kind of source it is")
    year: Annotated[int, Field(ge=1800, le=2200)] | None = Field(None, description="of publication")
    address: str = Field("", description="where it can be read")
    seen: str = Field("", description="how much of it was seen")
    check_by: Day | None = Field(None, description="when it must be checked again")
    statements: dict[str, str] = Field({}, description="statements that are cited by themselves")
