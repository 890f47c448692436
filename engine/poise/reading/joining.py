"""Joins what a pack writes with what the pack that it extends writes, before any name is linked.

What is joined is text with its places, so that the whole is then read as any pack is, and a
problem stands in the file in which it was written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from poise.declaration import as_list
from poise.problems import At
from poise.reading.files import Files
from poise.source import Block, Listing, at

SECTIONS = {
    "fact": "facts",
    "measure": "measures",
    "finding": "findings",
    "goal": "goals",
    "scale": "scales",
    "group": "groups",
    "area_group": "area_groups",
    "product_group": "product_groups",
    "area_attribute": "area_attributes",
    "product_attribute": "product_attributes",
}
"""The sections of a vocabulary, by what one entry of them is."""
WHATS = ("rule", *SECTIONS, "source", "area", "product", "member", "view", "proof")
CARDS = ("area", "product", "member", "view")
"""What stands in a file of its own."""
INHERITED = ("intended_use", "population", "review_policy", "acts_on_order")
"""What a head says in its base's words where it is silent."""
JOINED = (*INHERITED, "limitations", "finding_groups")
"""What a head need not say where it extends another."""

Key = tuple[str, str]
"""What a thing is, and its id."""


class Declared(NamedTuple):
    """One thing that files declare."""

    title: str
    place: At


def inventory(files: Files) -> dict[Key, Declared]:
    """Everything that files declare by id; of what is declared twice, the first."""
    found: dict[Key, Declared] = {}
    for key, declared in _all(files):
        found.setdefault(key, declared)
    return found


def _all(files: Files) -> Iterator[tuple[Key, Declared]]:
    for what, section in SECTIONS.items():
        for name, (value, place) in files.sections[section].items():
            yield (what, name), Declared(_title(value, name), place)
    for name, (value, place) in files.evidence.items():
        yield ("source", name), Declared(_title(value, name), place)
    for what in CARDS:
        for value, place in getattr(files, f"{what}s"):
            name = str(value.get(what, ""))
            yield (what, name), Declared(_title(value, name), at(value.get(what), place))
            yield from _members(value, place)
    for value, place in (*files.rules, *files.areas, *files.products, *files.members):
        for rule in _listed(value, "rules"):
            name = str(rule.get("id", ""))
            yield ("rule", name), Declared(_title(rule, name), at(rule.get("id"), place))
    for value, place in files.proofs:
        for proof in _listed(value, "proofs"):
            name = str(proof.get("id", ""))
            yield ("proof", name), Declared(_title(proof, name), at(proof.get("id"), place))


def _members(card: Any, place: At) -> Iterator[tuple[Key, Declared]]:
    members = card.get("members") if isinstance(card, Block) else None
    for name, member in members.items() if isinstance(members, Block) else ():
        yield ("member", name), Declared(_title(member, name), at(name, place))
        yield from _members(member, place)


def _listed(value: Block, key: str) -> Iterator[Block]:
    written = value.get(key)
    for one in written if isinstance(written, list) else ():
        if isinstance(one, Block):
            yield one


def _title(value: Any, name: str) -> str:
    if not isinstance(value, Block):
        return " ".join(str(value).split()) or name
    return " ".join(str(value.get("title") or value.get("label") or name).split())


# --- joining ---------------------------------------------------------------------------------


def join(base: Files, own: Files, gone: Collection[Key], stays: Collection[Key] = ()) -> Files:
    """Both packs' files as those of one pack.

    `gone` is what is not taken from the base. Of what both declare the pack's own is taken, but for
    what `stays` as the base has it.
    """
    left = _undrawn(_without(base, {*gone, *inventory(own)} - set(stays)), own)
    mine = _without(own, stays)
    defaults = _defaults(base.head)
    told = _with_defaults(left, defaults), _with_defaults(mine, {**defaults, **_defaults(own.head)})
    return Files(
        head_at=own.head_at,
        head=_head(base.head, own.head),
        sections={name: {**left.sections[name], **mine.sections[name]} for name in left.sections},
        evidence={**left.evidence, **mine.evidence},
        areas=[one for files in told for one in files.areas],
        products=[one for files in told for one in files.products],
        members=[one for files in told for one in files.members],
        views=[one for files in told for one in files.views],
        sign_offs=own.sign_offs,
        proofs=[one for files in told for one in files.proofs],
        rules=[one for files in told for one in files.rules],
        names_missing=base.names_missing or own.names_missing,
        rules_missing=base.rules_missing or own.rules_missing,
    )


def _head(base: Block, own: Block) -> Block:
    """The pack's own head. Limitations and groups of findings are added to those of the base."""
    head = own.having()
    for name in INHERITED:
        if name in base:
            head.setdefault(name, base[name])
    if "limitations" in base:
        both = (*as_list(base["limitations"]), *as_list(own.get("limitations", [])))
        head["limitations"] = Listing.new(at(own.get("limitations"), own.at), both)
    groups, more = base.get("finding_groups"), own.get("finding_groups", Block.new(own.at))
    if isinstance(groups, Block) and isinstance(more, Block):
        head["finding_groups"] = groups.having(**more)
    head.pop("defaults", None)  # they stand on each file from here on
    return head


def _defaults(head: Any) -> dict[str, Any]:
    written = head.get("defaults")
    return dict(written) if isinstance(written, dict) else {}


def _with_defaults(files: Files, defaults: dict[str, Any]) -> Files:
    """The rules of one pack inherit from it, and not from a pack that extends it."""

    def told(value: Any) -> Any:
        own = value.get("defaults", Block.new(value.at))
        if "rules" not in value or not isinstance(own, Block) or not defaults:
            return value
        return value.having(defaults=own.having(**{**defaults, **own}))

    bare = Block.new(files.head_at).having(rules=Listing.new(files.head_at))
    return replace(
        files,
        areas=[(told(value), place) for value, place in files.areas],
        products=[(told(value), place) for value, place in files.products],
        members=[(told(value), place) for value, place in files.members],
        rules=[(told(value), place) for value, place in (*files.rules, (bare, files.head_at))],
    )


def _without(files: Files, gone: Collection[Key]) -> Files:
    """Files without some of what they declare. A card that goes leaves its rules behind."""
    ids = {name for what, name in gone if what == "rule"}
    unproved = {name for what, name in gone if what == "proof"}
    kept = replace(
        files,
        rules=[(_but(value, "rules", ids), place) for value, place in files.rules],
        proofs=[(_but(value, "proofs", unproved), place) for value, place in files.proofs],
    )
    kept.sections = {
        section: {name: one for name, one in entries.items() if (what, name) not in gone}
        for what, section in SECTIONS.items()
        for entries in [files.sections[section]]
    }
    kept.evidence = {
        name: one for name, one in files.evidence.items() if ("source", name) not in gone
    }
    for what in CARDS:
        cards = []
        for value, place in getattr(files, f"{what}s"):
            card = _but_members(_but(value, "rules", ids), gone)
            if (what, str(value.get(what, ""))) not in gone:
                cards.append((card, place))
            elif "rules" in card:
                kept.rules.append((card.only(("defaults", "rules")), place))
        setattr(kept, f"{what}s", cards)
    return kept


def _undrawn(files: Files, own: Files) -> Files:
    """Without the areas of the diagram that are gone."""
    left = {str(value.get("area")) for value, _ in (*files.areas, *own.areas)}
    views = []
    for value, place in files.views:
        drawn = value.get("areas")
        if isinstance(drawn, Block):
            value = value.having(areas=drawn.only([name for name in drawn if name in left]))
        views.append((value, place))
    return replace(files, views=views)


def _but(value: Any, key: str, gone: Collection[str]) -> Any:
    """A file without some of the rules, or of the proofs, that it lists."""
    written = value.get(key)
    if not gone or not isinstance(written, list):
        return value
    left = [one for one in written if not (isinstance(one, Block) and one.get("id") in gone)]
    return value.having(**{key: Listing.new(at(written, value.at), left)})


def _but_members(card: Any, gone: Collection[Key]) -> Any:
    members = card.get("members") if isinstance(card, Block) else None
    if not isinstance(members, Block):
        return card
    left = Block.new(members.at)
    for name, member in members.items():
        if ("member", name) not in gone:
            left[name] = _but_members(member, gone)
    return card.having(members=left)
