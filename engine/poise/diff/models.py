"""A difference between two packs, as values that a report or a program reads.

Its JSON carries the version of its schema. What a solver can tell beyond given assessments has its
place beside `plans`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from poise.plan import Part

SCHEMA = "poise.diff/1"

LISTED = "listed"
"""Stands before or after where an entry of a long list comes or goes."""

CARDED = (
    "area",
    "product",
    "member",
    "area_group",
    "product_group",
    "area_attribute",
    "product_attribute",
)
"""What cards and groups declare: rules and measures name it as a class, or ask for it."""

How = Literal["added", "gone", "changed"]


class PackNamed(Part):
    """One of the two packs."""

    place: str = Field(description="the folder, as it was given")
    id: str
    title: str
    version: str
    digest: str


class FieldChange(Part):
    """One field that says something else; empty where it says nothing."""

    field: str
    before: str
    after: str


class Declared(Part):
    """A rule, a fact, a product: added, gone or changed."""

    how: How
    what: str = Field(description="rule, fact, product, member, source, and so on; or pack")
    id: str
    title: str
    fields: tuple[FieldChange, ...] = ()


class Shift(Part):
    """Something on a plan that stands otherwise; empty where it is not on the plan."""

    label: str
    before: str
    after: str
    was_because: str = Field("", description="the first reason for where it stood before")
    because: str = Field("", description="the first reason for where it stands now")


class PlanDifference(Part):
    """What becomes of one assessment's plan."""

    file: str
    title: str
    refused: str = Field("", description="why one of the packs cannot read it")
    candidacy: Shift | None = None
    ready: Shift | None = None
    items: tuple[Shift, ...] = ()
    options: tuple[Shift, ...] = Field((), description="of items that stand as before")
    labels: tuple[Shift, ...] = Field(
        (), description="of items that stand as before, what labels say of them"
    )
    requests: tuple[Shift, ...] = ()
    findings: tuple[Shift, ...] = ()
    referrals: tuple[Shift, ...] = ()
    checklist: tuple[Shift, ...] = ()
    until: tuple[Shift, ...] = Field((), description="when what is deferred can be had")
    sessions: tuple[Shift, ...] = Field((), description="when items on both plans are treated")
    told: tuple[Shift, ...] = Field(
        (), description="considerations, expectations, durations and follow-ups"
    )
    may_become: tuple[Shift, ...] = Field(
        (), description="of items that stand as before, what they can still come to"
    )
    asks_now: tuple[str, ...] = ()
    asks_no_more: tuple[str, ...] = ()
    reasons: tuple[Shift, ...] = Field(
        (), description="of items that stand as before, the rules that speak of them"
    )

    @property
    def changes(self) -> bool:
        """Whether anything is decided or asked otherwise; reasons alone decide nothing."""
        said = self.model_dump(exclude={"file", "title", "reasons"})
        return any(bool(value) for value in said.values())


Verdict = Literal["differs", "reasons", "same", "words", "not_decided"]
"""What a change comes to. `differs`: plans stand otherwise on some assessment. `reasons`: it is
proved that nothing stands otherwise on any, and reasons or questions differ on some. `same`: it is
proved that no assessment can tell them apart. `words`: only texts changed."""


class Answered(Part):
    """One answer of an assessment, in words."""

    fact: str
    label: str
    value: str
    read: bool = Field(True, description="whether what was changed rests on it")


class Shown(Part):
    """A smallest assessment on which the plans differ, and both plans' words."""

    assessment: dict[str, Any] = Field(description="as it can be written into a file")
    answers: tuple[Answered, ...]
    plan: PlanDifference
    alike: tuple[str, ...] = Field(
        (), description="further items that other such assessments move in the same way"
    )
    more: bool = Field(False, description="items may move in further ways that were not searched")
    together_with: tuple[str, ...] = Field(
        (), description="further changes that are felt on this assessment"
    )


class Change(Part):
    """A change of the rules, and what it comes to over every assessment there can be."""

    what: str = Field(description="rule, fact, measure, finding or scale; or card, all together")
    ids: tuple[str, ...]
    title: str
    verdict: Verdict
    why: str = Field("", description="where it is not decided: what could not be told")
    shown: tuple[Shown, ...] = ()
    done_by: tuple[str, ...] = Field(
        (), description="of a rule that came or went unfelt: rules that do all that it does"
    )


class Decisions(Part):
    """What a solver tells of the decisions of both packs."""

    changes: tuple[Change, ...]
    same: bool = Field(description="proved: no assessment can tell the two packs apart")
    apart: tuple[str, ...] = Field(
        (), description="what differs and is not searched: the order of items, what can be read"
    )


class Moved(Part):
    """How many of the given plans move an item from one status to another."""

    label: str
    before: str
    after: str
    plans: int


class PackDiff(Part):
    """Everything that differs."""

    schema_: str = Field(SCHEMA, alias="schema")
    old: PackNamed
    new: PackNamed
    says: tuple[Declared, ...]
    means: tuple[str, ...] = Field(
        description="rules that read as before and speak of more, less or other candidates"
    )
    decisions: Decisions | None = Field(
        None, description="over every assessment there can be; null where it was not searched"
    )
    plans: tuple[PlanDifference, ...] = Field(description="of every assessment, changed or not")
    moved: tuple[Moved, ...] = Field((), description="how many of these plans move which item")
