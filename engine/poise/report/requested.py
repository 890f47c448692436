"""How what was asked for, and the options of an item, are called."""

from __future__ import annotations

from collections.abc import Iterable

from poise.plan import Item, Plan, RequestAnswer
from poise.wording import plain


def request_name(one: RequestAnswer, plan: Plan) -> str:
    """What was asked for, as its item or its option is called."""
    item = next((item for item in plan.items if _is_asked(one, item)), None)
    if item is None:
        return f"{plain(one.product)}, {plain(one.area)}"
    named = {option.product: option.label for option in item.candidates}
    _, comma, area = item.label.partition(", ")
    return item.label if one.product == item.product else f"{named[one.product]}{comma}{area}"


def _is_asked(one: RequestAnswer, item: Item) -> bool:
    options = {item.product, *(option.product for option in item.candidates)}
    return one.area == item.area and one.product in options


def option_names(options: Iterable[str], plan: Plan) -> str:
    """Member products by their labels."""
    labels = {one.product: one.label for item in plan.items for one in item.candidates}
    return ", ".join(labels.get(name, plain(name)) for name in options)
