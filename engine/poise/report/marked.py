"""The diagram of one plan: every area that the plan speaks of, marked by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from poise.diagram import Shape, View
from poise.plan import Item, Plan, StatusWord
from poise.report.words import STATUS_TITLES

ORDER: tuple[StatusWord, ...] = tuple(STATUS_TITLES)  # type: ignore[arg-type]
"""Statuses from best to worst."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in the table beside the diagram; items of one area share its number."""

    number: int
    anchor: str
    item: Item
    where: str
    """The sides that it speaks of, where that is not both."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape with the status of its area and side."""

    shape: Shape
    number: int
    anchor: str
    status: StatusWord
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A view with its marks; the areas of no item are drawn without one."""

    view: View
    marks: tuple[Mark, ...]
    plain: tuple[Shape, ...]


def entries(plan: Plan) -> tuple[Entry, ...]:
    """Every item in the order of the plan, with the number of its area."""
    numbers: dict[str, int] = {}
    found = []
    for index, item in enumerate(plan.items, start=1):
        number = numbers.setdefault(item.area, len(numbers) + 1)
        sides = [side for side in ("left", "right") if _status(item, side) is not None]
        one_sided = len(sides) == 1 and any(one.side for one in item.candidates)
        found.append(Entry(number, f"item-{index}", item, sides[0] if one_sided else ""))
    return tuple(found)


def marked(views: Iterable[View], told: Sequence[Entry]) -> tuple[Marked, ...]:
    """Each view on which an item lies."""
    drawn = []
    for view in views:
        marks = {shape: mark for shape in view.shapes if (mark := _mark(shape, told))}
        plain = tuple(shape for shape in view.shapes if shape not in marks)
        drawn.append(Marked(view, tuple(marks.values()), plain))
    return tuple(drawn)


def off_the_diagram(views: Sequence[View], told: Iterable[Entry]) -> tuple[Entry, ...]:
    """Items whose area is drawn on no view."""
    drawn = {area for view in views for area in view.areas}
    return tuple(entry for entry in told if entry.item.area not in drawn)


def _mark(shape: Shape, told: Iterable[Entry]) -> Mark | None:
    """What the plan says of a shape: the best of its items, and all of them in words."""
    here = [
        (entry, status)
        for entry in told
        if entry.item.area == shape.area and (status := _status(entry.item, shape.side)) is not None
    ]
    if not here:
        return None
    entry, status = min(here, key=lambda one: ORDER.index(one[1]))
    words = "; ".join(f"{one.item.label}: {STATUS_TITLES[stands]}" for one, stands in here)
    side = f" ({shape.side})" if shape.side else ""
    return Mark(shape, entry.number, entry.anchor, status, f"{entry.number}. {words}{side}")


def _status(item: Item, side: str) -> StatusWord | None:
    """Where an item stands on one side; never better than the item itself."""
    here: list[StatusWord] = [
        one.status for one in item.candidates if not side or one.side in ("", side)
    ]
    if not here:
        return None
    best = min(here, key=ORDER.index)
    return max(best, item.status, key=ORDER.index)
