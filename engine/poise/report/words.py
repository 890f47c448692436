"""What a report says of a plan, chosen once for every form of report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from poise.plan import (
    BaseStamp,
    Item,
    Lasting,
    LocalChange,
    PackStamp,
    Plan,
    PlanArgument,
    Requirement,
    Session,
)
from poise.report.grouped import grouped_questions
from poise.vocabulary import SIDES
from poise.wording import plain

STATUS_TITLES: Mapping[str, str] = {
    "advised": "suggested",
    "cautioned": "suggested with caution",
    "discouraged": "not suggested",
    "on_hold": "on hold",
    "deferred": "not now",
    "excluded": "excluded",
}
CANDIDACY_TITLES: Mapping[str, str] = {
    "not_now": "Not now",
    "answers_needed": "Answers needed",
    "nothing_to_treat": "Nothing to treat",
    "may_proceed": "May proceed",
}
LABEL_TITLES: Mapping[str, str] = {
    "labelled": "labelled",
    "off_label": "off label",
    "not_approved": "not approved",
    "varies": "label status varies",
    "unknown": "label status not known",
}
AGAINST = ("exclude", "defer", "ceiling", "require", "avoid", "caution")


def main_reason(item: Item) -> PlanArgument | None:
    """The one argument that a reader should see first: what speaks for what is suggested, or
    the gravest of what stands against what is not."""
    against = [one for one in item.arguments if one.verb in AGAINST]
    speaking = [one for one in item.arguments if one.verb == "suggest"]
    if item.suggested or item.status == "on_hold":
        return next(iter(speaking or against), None)
    sure = [one for one in against if one.holds == "surely"]
    if item.status == "discouraged":
        sure = [one for one in sure if one.verb == "avoid"]
        return next(iter(sure), None)
    return next(iter(sure or against or speaking), None)


def arguments_against(
    item: Item, told: PlanArgument | None, elsewhere: Collection[str] = ()
) -> list[PlanArgument]:
    """The further arguments worth a line each, of what is suggested: cautions that hold, and what
    may yet hold some of the options back; without those whose rules are told `elsewhere`."""
    if not item.suggested:
        return []
    sure = [
        one
        for one in item.arguments
        if one.verb in AGAINST
        and one.holds == "surely"
        and one is not told
        and one.rule not in elsewhere
    ]
    open_ones = [
        one
        for one in item.arguments
        if one.verb in AGAINST and one.holds == "perhaps" and one is not told
    ]
    open_ones.sort(key=lambda one: (item.status == "cautioned") != (one.verb == "caution"))
    return sure[:3] + open_ones[:1]


HOUSE = ("recalled", "authored")
"""Kinds of sources that nobody published: an author's judgement, and what is only remembered."""
SOURCES_SHOWN = 4


def cited_ids(argument: PlanArgument, plan: Plan) -> list[str]:
    """The sources of an argument that a line has room for; what nobody published is among them."""
    house = {one.id for one in plan.sources if one.kind in HOUSE}
    first = [name for name in argument.evidence if name in house]
    first += [name for name in argument.evidence if name not in house]
    shown = set(first[:SOURCES_SHOWN])
    return [name for name in argument.evidence if name in shown]


def unpublished(plan: Plan) -> str:
    """How much of what is said of items rests on nothing that was published; or nothing."""
    house = {one.id for one in plan.sources if one.kind in HOUSE}
    said = {one.rule: one.evidence for item in plan.items for one in item.arguments}
    count = sum(house.issuperset(evidence) for evidence in said.values())
    if not count:
        return ""
    rules = "1 of the rules" if count == 1 else f"{count} of the {len(said)} rules"
    verb = "rests" if count == 1 else "rest"
    return f"{rules} behind these items {verb} on the authors' judgement or memory alone."


def months(lasting: Lasting) -> str:
    span = f"{lasting.from_:g} to {lasting.to:g} months"
    ends = {"shorter": ", towards the shorter", "longer": ", towards the longer"}
    return f"lasts {span}{ends.get(lasting.towards or '', '')}"


def waits_on(item: Item, plan: Plan) -> list[int]:
    """Which of the grouped questions hold an item, by their numbers from 1."""
    if item.status != "on_hold" or item.held_by == "requirement":
        return []
    asked = enumerate(grouped_questions(plan), start=1)
    return [number for number, one in asked if item.id in one.touches]


def until(item: Item, plan: Plan) -> str:
    """What a held or deferred item waits for."""
    if item.status == "deferred":
        ends = [one.until for one in item.arguments if one.until and one.holds == "surely"]
        return f"until {'; '.join(dict.fromkeys(ends))}" if ends else ""
    asks = [one for one in grouped_questions(plan) if item.id in one.touches]
    if item.held_by == "requirement" or not asks:
        return "until what it needs is in place"
    shown = asks[0].ask
    more = f" (and {len(asks) - 1} more)" if len(asks) > 1 else ""
    return f"until answered: {shown}{more}"


def headline(plan: Plan) -> str:
    """What was surely found, a finding of both sides told once."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in plan.findings:
        if one.holds == "surely":
            name, side = _sided(one.label)
            found.setdefault(name, {}).setdefault(one.value, []).append(side)
    told = [_told(name, values) for name, values in found.items()]
    more = f"; {len(told) - 6} more" if len(told) > 6 else ""
    return "; ".join(told[:6]) + more


def _sided(label: str) -> tuple[str, str]:
    """A label without its side, and the side; anything else in brackets belongs to the label."""
    for side in SIDES:
        if label.endswith(f" ({side})"):
            return label.removesuffix(f" ({side})"), side
    return label, ""


def _told(name: str, values: Mapping[str, list[str]]) -> str:
    """`Midface support lost: moderate (left), mild (right)`; a value on both sides has no side."""
    said = [
        f"{'' if value == 'yes' else value}{_where(sides)}".strip()
        for value, sides in values.items()
    ]
    separator = " " if "yes" in values else ": "
    return f"{name}{separator}{', '.join(said)}".rstrip()


def _where(sides: list[str]) -> str:
    return f" ({sides[0]})" if len(sides) == 1 and sides[0] else ""


def checklist_open(plan: Plan) -> list[tuple[Requirement, list[str]]]:
    """What is not yet in place, with the lines that are missing; what is only ticked by hand has
    no lines but its own words."""
    found = []
    for one in plan.requirements:
        if one.status != "met":
            lines = [line.text for line in one.lines if line.status in ("unmet", "unknown")]
            found.append((one, lines))
    return found


def when(session: Session) -> str:
    if session.earliest is not None:
        return f"from {session.earliest}"
    return f"after: {session.after}" if session.after else "after the one before"


def expected(plan: Plan) -> list[str]:
    """The expectations worth telling, once each: those of what is suggested."""
    suggested = {item.id for item in plan.items if item.suggested}
    told = [one.text for one in plan.expectations if suggested & set(one.items)]
    return list(dict.fromkeys(told))[:3]


def sign_off(pack: PackStamp) -> str:
    """Who answers for the pack, in words."""
    signed = pack.sign_off
    if signed is not None and signed.valid:
        return f"signed off by {signed.by}, {signed.role}, {signed.date}"
    told = "not signed off by a clinician"
    if signed is not None:
        told = (
            f"not signed off: edited since {signed.by}, {signed.role}, signed it on {signed.date}"
        )
    some = pack.rules_signed_off
    return f"{told} ({some} of its {pack.rules} rules are)" if some else told


def unsigned(pack: PackStamp, argument: PlanArgument) -> str:
    """Told of each argument that nobody signed, once somebody signed anything."""
    said = pack.sign_off is not None or pack.rules_signed_off
    return " (not signed off)" if said and not argument.signed_off else ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A pack that is extended, and what the pack above it changes of it."""

    base: BaseStamp
    changes: tuple[LocalChange, ...]

    @property
    def heading(self) -> str:
        return f"Local changes to {self.base.title} {self.base.version}"


def layers(pack: PackStamp) -> list[Layer]:
    """What a pack extends, nearest first."""
    found: list[Layer] = []
    above: PackStamp | BaseStamp = pack
    while above.extends is not None:
        found.append(Layer(above.extends, above.changes))
        above = above.extends
    return found


def changed(change: LocalChange) -> str:
    """A local change in words."""
    told = f"{change.how.capitalize()} {plain(change.what)} {change.id}: {change.title}"
    return f"{told}. Why: {change.reason}" if change.reason else told
