"""What of a plan is worth a reader's attention, and what is only possible."""

from __future__ import annotations

from collections.abc import Iterable

from poise.plan import Item, Plan, PlanArgument, Requirement

FEW = 3
"""As many items that are only possible are told one by one."""


def only_possible(item: Item, plan: Plan) -> bool:
    """Whether nothing surely speaks for it and nobody asked for it; an answer may call it up."""
    if any(one.verb == "suggest" and one.holds == "surely" for one in item.arguments):
        return False
    options = {item.product, *(one.product for one in item.candidates)}
    return not any(one.area == item.area and one.product in options for one in plan.requests)


def worth_telling(plan: Plan) -> list[Item]:
    """The items that a reader should see: what was never suggested nor asked for is not told to be
    excluded, and many that are only possible are told together (`possible`)."""
    folded = {one.id for one in possible(plan)}
    held = ("advised", "cautioned", "on_hold")
    return [
        one
        for one in plan.items
        if one.id not in folded and (one.status in held or not only_possible(one, plan))
    ]


def possible(plan: Plan) -> list[Item]:
    """The held items that are only possible, where they are too many to be told one by one."""
    found = [one for one in plan.items if one.status == "on_hold" and only_possible(one, plan)]
    return found if len(found) > FEW else []


def by_product(items: Iterable[Item]) -> dict[str, list[str]]:
    """Areas by product, both in words."""
    found: dict[str, list[str]] = {}
    for item in items:
        product, _, area = item.label.partition(", ")
        found.setdefault(product, []).append(area)
    return found


def anything_suggested(plan: Plan) -> bool:
    return any(one.suggested for one in plan.items)


def pressing(open_ones: Iterable[tuple[Requirement, list[str]]], plan: Plan) -> list[bool]:
    """Which open requirements to tell now: all of them once something is suggested, before that
    those that an answer already fails."""
    suggested = anything_suggested(plan)
    return [
        suggested or any(line.status == "unmet" for line in requirement.lines)
        for requirement, _ in open_ones
    ]


def shared_cautions(plan: Plan) -> list[PlanArgument]:
    """The cautions that hold surely for everything that is suggested, where that is more than one
    item: they are told once."""
    suggested = [one for one in plan.items if one.suggested]
    if len(suggested) < 2:
        return []
    rules = [{(one.rule, one.sentence) for one in _cautions(item)} for item in suggested]
    everywhere = set.intersection(*rules)
    return [one for one in _cautions(suggested[0]) if (one.rule, one.sentence) in everywhere]


def _cautions(item: Item) -> list[PlanArgument]:
    return [
        one
        for one in item.arguments
        if one.verb == "caution" and one.holds == "surely" and not one.options
    ]
