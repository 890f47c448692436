"""What files other than rules hold, as written: the pack's head, vocabulary, areas, products.

These models carry the descriptions that the language reference prints. What refers to other names
is kept as written (`Any`) until all names are known, and linked then.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from poise.contents import RuleDefaults, Texts
from poise.declaration import ONE_OR_MORE, Declaration, Reads, Words
from poise.diagram import Weight
from poise.rules import Sources, YesOrNo
from poise.vocabulary import Disclosed

Number = Annotated[float, Reads("figure")]


class ScaleWritten(Declaration):
    """An ordered scale."""

    levels: Annotated[tuple[str, ...], Field(min_length=2)] = Field(
        description="its levels, lowest first"
    )
    higher_is: Literal["worse", "better"] = Field(description="which way it points")
    source: Sources = Field((), description="where the scale comes from")


class GroupWritten(Declaration):
    """A group of facts."""

    label: Words = Field(description="its title")
    nothing_to_report: YesOrNo = Field(False, description="may be answered in one word")


class RangeWritten(Declaration):
    """A number with its unit and the range that is plausible."""

    unit: str = Field("", description="its unit")
    from_: Number = Field(alias="from", description="the least that is plausible")
    to: Number = Field(description="the most that is plausible")


class KindWritten(Declaration):
    """The kind of an answer: exactly one of these."""

    answer: Literal["yes_no", "text", "product", "area", "side"] | None = Field(
        None, description="yes or no, free text, or a product, area or side of the pack"
    )
    grade: str | None = Field(None, description="a level of this scale")
    number: RangeWritten | None = Field(None, description="a number")
    choice: Any = Field(None, description="one of these")
    choices: Any = Field(None, description="any of these; several may hold")
    date: Literal["past", "future", "any"] | None = Field(None, description="a date")
    records: dict[str, Any] | None = Field(None, description="records with fields of these kinds")


KINDS = tuple(KindWritten.model_fields)


class FactWritten(KindWritten):
    """Something that a clinician records."""

    label: Words = Field(description="what it is called")
    ask: Words = Field(description="the question in words")
    each: Literal["side", "area"] | None = Field(None, description="recorded for each of these")
    source: Sources = Field((), description="where its scale or range comes from")
    method: str = Field("", description="how it is measured, where that matters")
    reference: str = Field(
        "", description="what is usual, in words; shown for comparison and never tested"
    )
    context: str = Field("", description="why it is recorded although no rule reads it")
    normal: Any = Field(None, description="what `nothing_to_report` answers")
    safety: YesOrNo = Field(False, description="its absence must never pass silently")
    changeable: YesOrNo = Field(False, description="could be recorded otherwise another day")
    disclosed_as: Annotated[tuple[Disclosed, ...], ONE_OR_MORE] = Field(
        (), description="the kinds of personal data that it is; reports disclose what reads it"
    )
    asked_when: Any = Field(None, description="when the question arises")


class QueryWritten(Declaration):
    """Which records are read."""

    records: str = Field(description="the fact that holds the records")
    where: dict[str, Any] = Field({}, description="tests on the records' fields")
    in_last: Any = Field(None, description="only records of so long before the assessment")
    field: str | None = Field(None, description="the number that is added up")
    unit: str | None = Field(None, description="only amounts in this unit")


class MeasureWritten(Declaration):
    """Something computed: exactly one of the six forms."""

    label: Words = Field(description="what it is called")
    unit: str = Field("", description="its unit")
    each: Literal["side", "area"] | None = Field(None, description="computed for each of these")
    source: Sources = Field((), description="where the formula or score comes from")
    formula: str | None = Field(None, description="plain arithmetic over names")
    points: list[Any] | None = Field(None, description="a score: conditions with points")
    cases: list[Any] | None = Field(None, description="a value by case")
    count: QueryWritten | None = Field(None, description="how many records")
    sum: QueryWritten | None = Field(None, description="the sum of a field of records")
    latest: QueryWritten | None = Field(None, description="the date of the latest record")


FORMS = ("formula", "points", "cases", "count", "sum", "latest")


class FindingWritten(Declaration):
    """Something that rules conclude."""

    label: Words = Field(description="what it is called")
    group: str = Field(description="one of the pack's `finding_groups`")
    answer: Literal["yes_no"] | None = Field(None, description="there or not")
    grade: str | None = Field(None, description="a level of this scale; the lowest is absence")
    choices: Any = Field(None, description="any of these; several may hold")
    each: Literal["side", "area"] | None = Field(None, description="concluded for each of these")


class GoalWritten(Declaration):
    """A wish of the patient."""

    label: Words = Field(description="what it is called")
    conflicts_with: Texts = Field((), description="goals that pull the other way")


class VocabularyFile(Declaration):
    """A file under `vocabulary/`: any of these."""

    groups: dict[str, Any] = Field({}, description="groups of facts")
    scales: dict[str, Any] = Field({}, description="scales")
    facts: dict[str, Any] = Field({}, description="what a clinician records")
    measures: dict[str, Any] = Field({}, description="what is computed")
    findings: dict[str, Any] = Field({}, description="what rules conclude")
    goals: dict[str, Any] = Field({}, description="what patients wish for")
    area_groups: dict[str, str] = Field({}, description="groups of areas with their titles")
    product_groups: dict[str, str] = Field({}, description="groups of products with their titles")
    area_attributes: dict[str, Any] = Field({}, description="what an area's card may say")
    product_attributes: dict[str, Any] = Field({}, description="what a product's card may say")


class EvidenceFile(Declaration):
    """`evidence.yaml`, or files under `evidence/`: the source registry."""

    sources: dict[str, Any] = Field(description="id and source")


class RulesFile(Declaration):
    """A file of rules."""

    defaults: RuleDefaults = Field(
        default_factory=RuleDefaults, description="what its rules inherit"
    )
    rules: list[Any] = Field(description="the rules")


class AreaFile(Declaration):
    """A file under `areas/`: one area's card, and its own rules."""

    area: str = Field(description="its id")
    label: Words = Field(description="what it is called")
    paired: YesOrNo = Field(description="whether it has a left and a right")
    groups: Texts = Field((), description="the groups of areas that it belongs to")
    attributes: dict[str, str] = Field({}, description="what its card says")
    sources: Sources = Field((), description="the sources of its card")
    notes: str = Field("", description="for readers")
    defaults: RuleDefaults = Field(
        default_factory=RuleDefaults, description="what its rules inherit"
    )
    rules: list[Any] = Field([], description="its own rules")


class StrokeWritten(Declaration):
    """A line of a drawing, which no status colours."""

    path: str = Field(description="SVG path data: `M L H V C S Q T Z`, absolute or relative")
    weight: Weight = Field("plain", description="how strongly it is drawn")
    mirrored: YesOrNo = Field(False, description="drawn on the other side of the middle too")


class ViewFile(Declaration):
    """A file under `diagram/`: one drawing, and where the areas lie on it."""

    view: str = Field(description="its id; views stand in the order of their ids")
    label: str = Field(description="what it is called")
    about: str = Field(description="what it shows, for those who do not see it")
    width: Number = Field(description="its width, in units of its own")
    height: Number = Field(description="its height, in the same units")
    lines: list[StrokeWritten] = Field(description="the drawing itself")
    areas: dict[str, Any] = Field(description="where the areas lie")


class MemberWritten(Declaration):
    """A member of a product class; it inherits what it does not say."""

    label: Words = Field(description="what it is called")
    attributes: dict[str, str] = Field({}, description="what its card says")
    labels: dict[str, Any] = Field({}, description="by country: indications, or `not_approved`")
    sources: Sources = Field((), description="the sources of its card")
    notes: str = Field("", description="for readers")
    members: dict[str, Any] = Field({}, description="members below it")


class MemberFile(MemberWritten):
    """A file under `products/` for one member of a product that stands elsewhere."""

    member: str = Field(description="its id")
    of: str = Field(description="the product, or the member, below which it stands")
    defaults: RuleDefaults = Field(
        default_factory=RuleDefaults, description="what its rules inherit"
    )
    rules: list[Any] = Field([], description="its own rules")


class ProductFile(MemberWritten):
    """A file under `products/`: one class of products, its members and its own rules."""

    product: str = Field(description="its id")
    groups: Texts = Field((), description="the names above it in the taxonomy")
    unit: str = Field("", description="the unit of its amounts")
    units_interchangeable: YesOrNo = Field(
        True, description="whether amounts of different members may be added"
    )
    acts_on: str = Field("", description="what a request for it acts on")
    recorded_only: YesOrNo = Field(False, description="records may name it; it is never planned")
    defaults: RuleDefaults = Field(
        default_factory=RuleDefaults, description="what its rules inherit"
    )
    rules: list[Any] = Field([], description="its own rules")


class IndicationWritten(Declaration):
    """What a label says."""

    area: str = Field(description="the area")
    when: Any = Field(None, description="for such a patient")
    source: Sources = Field((), description="the label that says so")


class ProofsFile(Declaration):
    """`proofs.yaml`, or a file under `proofs/`: what must hold of the pack for every assessment."""

    proofs: list[Any] = Field(description="the statements")
