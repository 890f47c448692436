"""Conditions and verbs in words, with the names that they hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from poise.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Duration,
    Line,
    NoneOf,
    Sided,
    Undetermined,
)
from poise.living.relations import Ref, chosen, named
from poise.pack import RulePack
from poise.rules import After, Conclude, Months, Range, Rule, Selector, Suggest, Verb
from poise.wording import figure, length, plain

SIDED = {
    "either_side": "on either side",
    "both_sides": "on both sides",
    "other_side": "on the other side",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A test, or several under a heading."""

    text: str
    ref: Ref | None = None
    label: str = ""
    items: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a verb says: a field of it."""

    name: str
    text: str = ""
    refs: tuple[Ref, ...] = ()
    condition: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a rule: what the rule does when it holds."""

    verb: str
    about: str
    parts: tuple[Part, ...]


def said(pack: RulePack, condition: Condition) -> tuple[Said, ...]:
    """A condition in words; lines side by side all hold."""
    if isinstance(condition, AllOf):
        return tuple(_said(pack, item) for item in condition.items)
    return (_said(pack, condition),)


def _said(pack: RulePack, condition: Condition) -> Said:
    match condition:
        case Line(fact, test):
            wording = pack.wording
            return Said(wording.test(fact, test), named(pack, fact), wording.label(fact))
        case AllOf(items):
            return Said("all of these", items=_all(pack, items))
        case AnyOf(items):
            return Said("any of these", items=_all(pack, items))
        case NoneOf(items):
            return Said("none of these", items=_all(pack, items))
        case AtLeast(count, items):
            return Said(f"at least {count} of these", items=_all(pack, items))
        case Sided(mode, inner):
            return Said(SIDED[mode], items=said(pack, inner))
        case Undetermined():
            return Said("what the pack does not say")


def _all(pack: RulePack, items: tuple[Condition, ...]) -> tuple[Said, ...]:
    return tuple(_said(pack, item) for item in items)


def deeds(pack: RulePack, rule: Rule) -> tuple[Deed, ...]:
    """All that a rule does."""
    return tuple(
        Deed(plain(verb.word), _about(verb), tuple(_parts(pack, verb))) for verb in rule.verbs()
    )


def _about(verb: Verb) -> str:
    return (type(verb).__doc__ or "").partition("\n")[0].partition(": `")[0].rstrip(".")


def _parts(pack: RulePack, verb: Verb) -> Iterator[Part]:
    if isinstance(verb, Conclude):
        for name, values in verb.values:
            ref = Ref("finding", name)
            yield Part("finding", " or ".join(map(plain, values)), (ref,))
        return
    for field, info in type(verb).model_fields.items():
        value = getattr(verb, field)
        if value not in (None, "", (), frozenset()):
            yield from _part(pack, verb, plain(info.alias or field), value)


def _part(pack: RulePack, verb: Verb, name: str, value: Any) -> Iterator[Part]:
    wording = pack.wording
    match value:
        case Selector():
            refs = tuple(chosen(pack, value))
            yield Part("what" if name == "items" else name, wording.selector(value), refs)
        case tuple() if value and isinstance(value[0], Selector):
            for number, one in enumerate(value, start=1):
                refs = tuple(chosen(pack, one))
                yield Part(f"step {number}", wording.selector(one), refs)
        case frozenset():
            yield _named(pack, name, value)
        case Line() | AllOf() | AnyOf() | NoneOf() | AtLeast() | Sided():
            yield Part(name, condition=said(pack, value))
        case Range():
            yield Part(name, _span(length(value.from_), length(value.to)))
        case Months():
            yield Part(name, _span(figure(value.from_), f"{figure(value.to)} months"))
        case After():
            text = f"{length(value.gap)} after this date"
            yield Part(name, text, (named(pack, value.after),))
        case Duration():
            yield Part(name, length(value))
        case float() | int():
            yield Part(name, figure(value))
        case datetime.date():
            yield Part(name, value.isoformat())
        case _:
            yield _texts(pack, verb, name, value)


def _texts(pack: RulePack, verb: Verb, name: str, value: Any) -> Part:
    """Words; where they are names of the pack, with what they name."""
    if isinstance(verb, Suggest) and name == "treats":
        return Part(name, refs=(Ref("finding", value),))
    if isinstance(verb, Suggest) and name == "for":
        return Part(name, refs=tuple(Ref("goal", one) for one in value))
    if name == "at most":
        return Part(name, refs=(named(pack, value),))
    if isinstance(value, tuple):
        return Part(name, ", ".join(map(plain, value)))
    return Part(name, plain(value) if name in ("acts on", "over", "towards") else value)


def _named(pack: RulePack, name: str, members: frozenset[str]) -> Part:
    """Products or areas: a class is named where all below it are meant."""
    if name == "area":
        return Part(name, refs=tuple(Ref("area", one) for one in sorted(members)))
    products = pack.taxonomy.products.values()
    whole = [one for one in products if one.leaves <= members]
    above = {one.id for one in whole}
    top = [one for one in whole if not (one.above - {one.id}) & above]
    return Part(name, refs=tuple(Ref("product", one.id) for one in top))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
