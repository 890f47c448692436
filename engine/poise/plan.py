"""The plan: a frozen value that reports, records and services read; nothing reads back.

Its JSON Schema is published (`poise schema plan`) and kept stable: `SCHEMA` names its version.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from poise.canonical import encoded

SCHEMA = "poise.plan/1"

StatusWord = Literal["advised", "cautioned", "discouraged", "on_hold", "deferred", "excluded"]
Holds = Literal["surely", "perhaps"]
Combined = Literal["all_of", "any_of", "none_of", "at_least"]
Result = Literal["true", "false", "unknown", "not_applicable"]


class Part(BaseModel):
    """A part of a plan."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class TestTrace(Part):
    """One test, or a combination of tests, with what it read and what came of it."""

    __test__ = False

    kind: Literal["test", "all_of", "any_of", "none_of", "at_least", "undetermined"]
    result: Result
    fact: str = Field("", description="the name that was tested")
    label: str = Field("", description="what it is called")
    value: str = Field("", description="what was recorded or worked out, in words")
    unit: str = Field("", description="the unit of its value")
    test: str = Field("", description="the test with its threshold, in words")
    source: tuple[str, ...] = Field((), description="where the scale or range comes from")
    count: int | None = Field(None, description="how many of `tests` must hold, for `at_least`")
    tests: tuple[TestTrace, ...] = Field((), description="what is combined")


class PlanArgument(Part):
    """An argument for or against, with everything that it rests on."""

    verb: str = Field(description="what the rule does")
    rule: str = Field(description="the rule's id")
    version: str = Field(description="the rule's version: a short digest of its tree")
    title: str
    sentence: str = Field(description="the argument in words, by strength and verb")
    because: str = Field(description="the reasoning")
    holds: Holds = Field(description="whether it surely holds, or may")
    where: tuple[str, ...] = Field((), description="the sides or areas it speaks of")
    options: tuple[str, ...] = Field(
        (), description="the member products it speaks of, where not all of the item's"
    )
    tests: tuple[TestTrace, ...] = Field(description="the tests, one tree a place")
    evidence: tuple[str, ...]
    strength: str
    certainty: str
    until: str = Field("", description="when a deferral ends")
    reopened_by: str = Field("", description="who could reopen an exclusion")
    catalogue: tuple[str, ...] = ()
    signed_off: str = Field(
        "", description="who signed the rule off as it stands, in which role, and when; or nobody"
    )


class FindingOnPlan(Part):
    """A finding that is established, or may be."""

    id: str
    group: str
    label: str
    value: str
    holds: Holds
    arguments: tuple[PlanArgument, ...]


class Consideration(Part):
    """A planning consideration in force."""

    general: bool = Field(description="whether it holds for every plan")
    rule: str
    title: str
    text: str
    evidence: tuple[str, ...]
    strength: str


class Conflict(Part):
    """Two goals that pull against each other."""

    goals: tuple[str, str]
    text: str


class RequestAnswer(Part):
    """What the patient asked for, and the answer to it."""

    product: str
    area: str
    side: str
    for_: str = Field(alias="for")
    amount: str
    status: StatusWord
    because: str


class CandidateOnPlan(Part):
    """One option of an item."""

    product: str
    label: str
    side: str
    for_: str = Field(alias="for")
    acts_on: str
    status: StatusWord
    at_best: StatusWord
    at_worst: StatusWord
    label_status: str


class Lasting(Part):
    """How long a result is expected to last."""

    from_: float = Field(alias="from")
    to: float
    towards: Literal["shorter", "longer", "both"] | None
    because: tuple[str, ...]
    evidence: tuple[str, ...]


class ReviewOnPlan(Part):
    """A follow-up of an item."""

    from_: str = Field(alias="from", description="the soonest after treatment")
    to: str = Field(description="the latest after treatment")
    purpose: str
    rule: str
    evidence: tuple[str, ...]


class Item(Part):
    """A class of products in an area: its options, where it stands, and why."""

    product: str
    area: str
    label: str
    status: StatusWord
    at_best: StatusWord
    at_worst: StatusWord
    held_by: Literal["answer", "requirement", "both"] | None
    acts_on: str
    for_: tuple[str, ...] = Field(alias="for")
    asked_for: bool
    label_status: str
    session: int | None
    lasts_months: Lasting | None
    reviews: tuple[ReviewOnPlan, ...]
    candidates: tuple[CandidateOnPlan, ...]
    arguments: tuple[PlanArgument, ...]
    expectations: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.product}/{self.area}"

    @property
    def suggested(self) -> bool:
        return self.status in ("advised", "cautioned")


class Referral(Part):
    to: str
    urgency: Literal["routine", "soon", "urgent"]
    rule: str
    title: str
    because: str
    evidence: tuple[str, ...]


class RequirementLine(Part):
    text: str
    status: Literal["met", "unmet", "unknown", "by_hand"]
    asks: tuple[str, ...] = Field((), description="what has to be answered")


class Requirement(Part):
    """What must be in place; before treatment, or before the items that it holds."""

    rule: str
    title: str
    status: Literal["met", "unmet", "unknown"]
    before: str = Field(description="`treatment`, or the treatments that it holds")
    lines: tuple[RequirementLine, ...]
    evidence: tuple[str, ...]


class Screen(Part):
    """A group of facts that are settled together: by one answer, nothing to report, or once for
    every patient in the clinic file."""

    group: str
    label: str
    by: Literal["nothing_to_report", "clinic_file"]


class Question(Part):
    """What would be worth knowing."""

    about: str = Field(description="the fact, with its side or area")
    label: str
    ask: str
    decisive: bool = Field(description="whether two of its answers give different plans")
    safety: bool
    touches: tuple[str, ...] = Field(description="the items and referrals that wait on it")
    screen: Screen | None = Field(
        description="the group with which it can be settled; null where it is asked alone"
    )


class Safety(Part):
    """A safety fact that applies and was not answered."""

    about: str
    ask: str


class Session(Part):
    session: int
    earliest: datetime.date | None = Field(description="None where an event comes first")
    after: str = Field(description="what it waits for, in words")
    items: tuple[str, ...]
    provisional: tuple[str, ...] = Field(description="those of its items that are held or deferred")


class DatedReview(Part):
    session: int
    from_: datetime.date = Field(alias="from")
    to: datetime.date
    purpose: str
    items: tuple[str, ...]


class Schedule(Part):
    """Sessions and follow-ups, counted from the assessment's own date."""

    sessions: tuple[Session, ...]
    reviews: tuple[DatedReview, ...]


class Expectation(Part):
    text: str
    items: tuple[str, ...]
    rule: str
    evidence: tuple[str, ...]


class Candidacy(Part):
    status: Literal["not_now", "answers_needed", "nothing_to_treat", "may_proceed"]
    because: str


class SignOffStamp(Part):
    by: str
    role: str
    date: datetime.date
    digest: str
    valid: bool = Field(description="whether the digest is this pack's: nothing was edited since")


class LocalChange(Part):
    """One thing that a pack says otherwise than the pack that it extends."""

    how: Literal["added", "replaced", "retired"]
    what: str = Field(description="rule, fact, area, product, member, and so on")
    id: str
    title: str
    reason: str = Field(description="why, in the pack's words; empty for what is added")


class BaseStamp(Part):
    """The pack that the pack extends."""

    id: str
    title: str
    version: str
    digest: str
    extends: BaseStamp | None
    changes: tuple[LocalChange, ...] = Field(description="what it changes of what it extends")


class PackStamp(Part):
    id: str
    title: str
    version: str
    digest: str
    extends: BaseStamp | None = Field(description="the pack that it extends; null for none")
    changes: tuple[LocalChange, ...] = Field(
        description="each local change to the pack that it extends"
    )
    sign_off: SignOffStamp | None
    rules: int = Field(description="how many active rules it has")
    rules_signed_off: int = Field(
        description="how many of them somebody signed off as they stand: alone or with the pack"
    )


class EngineStamp(Part):
    version: str
    engines: tuple[str, ...] = Field(description="the engines that ran")
    agreed: bool | None = Field(description="None where one ran alone")
    note: str = Field("", description="why one ran alone, where that was not asked for")


class AssessmentStamp(Part):
    digest: str
    date: datetime.date
    screened: tuple[str, ...] = Field(description="groups that were answered in one word")


class CitedSource(Part):
    """A source that the plan cites, or one statement of it."""

    id: str = Field(description="as arguments cite it")
    title: str = Field(description="what it is called; a statement is told with its article")
    kind: str = Field(description="what kind of source it is, such as a label or a trial")


class Plan(Part):
    """Suggestions with complete explanations: decision support, never an order."""

    schema_: str = Field(SCHEMA, alias="schema")
    plan_id: str
    pack: PackStamp
    engine: EngineStamp
    assessment: AssessmentStamp
    candidacy: Candidacy
    ready: bool
    findings: tuple[FindingOnPlan, ...]
    considerations: tuple[Consideration, ...]
    conflicts: tuple[Conflict, ...]
    requests: tuple[RequestAnswer, ...]
    items: tuple[Item, ...]
    referrals: tuple[Referral, ...]
    requirements: tuple[Requirement, ...]
    questions: tuple[Question, ...]
    unanswered_safety: tuple[Safety, ...]
    schedule: Schedule
    expectations: tuple[Expectation, ...]
    sources: tuple[CitedSource, ...] = Field(description="every source that the plan cites")
    notes: tuple[str, ...]
    intended_use: str
    population: str
    limitations: tuple[str, ...]

    def item(self, name: str) -> Item | None:
        """An item by `product/area`."""
        return next((item for item in self.items if item.id == name), None)

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON data."""
        return self.model_dump(mode="json", by_alias=True)

    def to_json(self) -> str:
        """JSON to read."""
        return json.dumps(self.as_dict(), indent=2, ensure_ascii=False)

    def canonical_bytes(self) -> bytes:
        """The same bytes on any machine. Which engines ran stands outside them."""
        data = self.as_dict()
        data["engine"] = {"version": data["engine"]["version"]}
        return encoded(data)
