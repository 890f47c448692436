"""A difference between two packs, as values that a report or a program reads.

Its JSON carries the version of its schema. What a solver can tell beyond given assessments has its
place beside `plans`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from poise.plan import Part

SCHEMA = "poise.diff/1"

LISTED = "listed"
"""Stands before or after where an entry of a long list comes or goes."""

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
    because: str = Field("", description="the first reason for where it stands now")


class PlanDifference(Part):
    """What becomes of one assessment's plan."""

    file: str
    title: str
    refused: str = Field("", description="why one of the packs cannot read it")
    candidacy: Shift | None = None
    items: tuple[Shift, ...] = ()
    options: tuple[Shift, ...] = Field((), description="of items that stand as before")
    requests: tuple[Shift, ...] = ()
    referrals: tuple[Shift, ...] = ()
    checklist: tuple[Shift, ...] = ()
    asks_now: tuple[str, ...] = ()
    asks_no_more: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        said = self.model_dump(exclude={"file", "title"})
        return any(bool(value) for value in said.values())


class PackDiff(Part):
    """Everything that differs."""

    schema_: str = Field(SCHEMA, alias="schema")
    old: PackNamed
    new: PackNamed
    says: tuple[Declared, ...]
    means: tuple[str, ...] = Field(
        description="rules that read as before and speak of more, less or other candidates"
    )
    plans: tuple[PlanDifference, ...] = Field(description="of every assessment, changed or not")
