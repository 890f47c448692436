"""Arguments as a long report tells them: each in full once, and by its title wherever it recurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poise.plan import PlanArgument
from poise.report.marked import Entry

SPEAKS_FOR = ("suggest", "prefer")


@dataclass(frozen=True, slots=True)
class Told:
    """An argument, and the anchor where it is told in full."""

    argument: PlanArgument
    anchor: str


@dataclass(frozen=True, slots=True)
class Case:
    """What speaks for an item and what against it; `again` was told in full at other items."""

    entry: Entry
    in_favour: tuple[Told, ...]
    against: tuple[Told, ...]
    again: tuple[Told, ...]


def cases(entries: Sequence[Entry]) -> tuple[Case, ...]:
    """Every item with its arguments, in the order in which they are told."""
    told: dict[str, Told] = {}
    found = []
    for entry in entries:
        new: list[Told] = []
        again: list[Told] = []
        for argument in entry.item.arguments:
            key = argument.model_dump_json(exclude={"options"})
            if key not in told:
                told[key] = Told(argument, f"argument-{len(told) + 1}")
                new.append(told[key])
            elif told[key] not in new:
                again.append(told[key])
        found.append(
            Case(
                entry,
                in_favour=tuple(one for one in new if one.argument.verb in SPEAKS_FOR),
                against=tuple(one for one in new if one.argument.verb not in SPEAKS_FOR),
                again=tuple(again),
            )
        )
    return tuple(found)
