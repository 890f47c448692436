"""The words that a form or an editor shows beside a name: its question, unit, scale and source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poise.vocabulary import (
    Choice,
    Choices,
    Date,
    Each,
    Fact,
    Finding,
    Grade,
    Kind,
    Measure,
    Number,
    Records,
)

if TYPE_CHECKING:
    from poise.pack import RulePack

_DAYS = {"past": " in the past", "future": " in the future", "any": ""}


def described(declared: Fact | Measure | Finding, pack: RulePack) -> str:
    """All that is to be said of a name, a line each."""
    match declared:
        case Fact():
            lines = [declared.ask.strip(), _kind(declared.kind), _each(declared.each)]
            lines += [f"Measured: {declared.method.strip()}"] if declared.method else []
            lines += [f"Usual: {declared.reference.strip()}"] if declared.reference else []
            lines += [f"Context: {declared.context.strip()}"] if declared.context else []
            lines += _whole(declared.kind)
            lines += _normal(declared)
            source = declared.source
        case Measure():
            lines = ["Worked out by the pack.", _kind(declared.kind), _each(declared.each)]
            source = declared.source
        case Finding():
            group = pack.head.finding_groups.get(declared.group, declared.group)
            lines = [f"A finding: {group}.", _kind(declared.kind), _each(declared.each)]
            source = ()
    if isinstance(declared.kind, Grade):
        source = (*source, *declared.kind.scale.source)
    return "\n".join(line for line in [*lines, *cited(source, pack)] if line)


def cited(sources: Iterable[str], pack: RulePack) -> list[str]:
    """Each source once, by its id and title."""
    return [f"Source {one}: {pack.cited(one)}" for one in dict.fromkeys(sources)]


def _kind(kind: Kind) -> str:
    match kind:
        case Number(unit, low, high):
            shown = f"{f'In {unit}, ' if unit else ''}from {low:g} to {high:g}."
            return shown[0].upper() + shown[1:]
        case Grade(scale):
            levels = ", ".join(scale.levels)
            return f"Scale {scale.id}: {levels} ({scale.levels[-1]} is the {_end(kind)})."
        case Choice():
            return "One of these."
        case Choices():
            return "Several may hold."
        case Date(direction):
            return f"A day, a month or a year{_DAYS[direction]}."
        case Records():
            return "Records."
    return ""


def _end(kind: Grade) -> str:
    """What the last level of a scale is."""
    return "worst" if kind.scale.higher_is == "worse" else "best"


def _each(each: Each | None) -> str:
    return f"Once for each {each}." if each else ""


def _whole(kind: Kind) -> list[str]:
    if isinstance(kind, Choices | Records):
        return ["The list is complete: what is not on it is not there, and 'none' is an answer."]
    return []


def _normal(fact: Fact) -> list[str]:
    if fact.normal is None:
        return []
    shown = fact.normal if isinstance(fact.normal, str) else ", ".join(fact.normal) or "none"
    return [f"Where there is nothing to report: {shown}."]
