"""What two packs say, field by field, in their authors' own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from poise.canonical import digest
from poise.contents import Contents
from poise.diff.models import LISTED, Declared, FieldChange
from poise.pack import RulePack
from poise.placed import on_one_line
from poise.reading.files import Files
from poise.reading.joining import CARDS, SECTIONS, WHATS, Key
from poise.rules import Rule
from poise.source import Block

GOVERNANCE = ("evidence", "strength", "certainty", "reviewed", "review_by", "catalogue")
"""What a rule may inherit: told as it holds, wherever it is written."""
LONG = 120
"""From how many letters on a list is told by what came and went, not whole."""
WITHOUT = frozenset({"rules", "defaults", "members", "member", "of"})
HEAD = ("pack", "")
SILENT = frozenset({"defaults", "extends", "replaces", "retires", "id", "language"})
"""Fields of a head that are told otherwise, or not at all."""

Said = Mapping[Key, tuple[str, dict[str, str]]]
"""Everything that a pack says: what and which, with its title, field by field."""


def differences(old: Said, new: Said) -> tuple[Declared, ...]:
    """What is added, gone or changed: rules first, then the rest, by id."""
    order = {what: number for number, what in enumerate(("pack", *WHATS))}
    found = []
    for key in sorted({*old, *new}, key=lambda key: (order[key[0]], key[1])):
        before, after = old.get(key), new.get(key)
        title = (after or before or ("", {}))[0]
        if before is None or after is None:
            how: Any = "added" if before is None else "gone"
            found.append(Declared(how=how, what=key[0], id=key[1], title=title))
        elif fields := tuple(_fields(before[1], after[1])):
            found.append(
                Declared(how="changed", what=key[0], id=key[1], title=title, fields=fields)
            )
    return tuple(found)


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            yield FieldChange(field=name, before=was, after=now)


def means_otherwise(old: RulePack, new: RulePack, told: tuple[Declared, ...]) -> tuple[str, ...]:
    """Rules whose words are the same and whose candidates or kinds are not."""
    known = {one.id for one in told if one.what == "rule"}
    return tuple(
        rule.id
        for rule in new.rules
        if rule.id not in known
        and rule.id in old.rules_by_id
        and digest(old.rules_by_id[rule.id]) != digest(rule)
    )


def said(files: Files, contents: Contents) -> Said:
    """Everything that a pack's files say, those of the packs below it among them."""
    found: dict[Key, tuple[str, dict[str, str]]] = {}
    head = {name: value for name, value in files.head.items() if name not in SILENT}
    found[HEAD] = (contents.head.title, _flat(head))
    for what, section in SECTIONS.items():
        for name, (value, _) in files.sections[section].items():
            found[what, name] = (_title(value, name), _flat(value))
    for name, (value, _) in files.evidence.items():
        found["source", name] = (_title(value, name), _flat(value))
    for what in CARDS:
        for value, _ in getattr(files, f"{what}s"):
            found |= _cards(what, str(value.get(what, "")), value)
    rules = {rule.id: rule for rule in contents.rules}
    for value, _ in (*files.rules, *files.areas, *files.products, *files.members):
        for written in value.get("rules") or ():
            rule = rules[written["id"]]
            found["rule", rule.id] = (rule.title, _rule(written, rule))
    for value, _ in files.proofs:
        for written in value["proofs"]:
            own = {key: one for key, one in written.items() if key != "id"}
            found["proof", str(written["id"])] = (_title(written, ""), _flat(own))
    return found


def _cards(what: str, name: str, card: Any) -> Said:
    """A card by itself, and each of its members by itself."""
    own = {key: value for key, value in card.items() if key not in WITHOUT and key != what}
    found: dict[Key, tuple[str, dict[str, str]]] = {(what, name): (_title(card, name), _flat(own))}
    for member, inner in (card.get("members") or {}).items():
        found |= _cards("member", str(member), inner)
    return found


def _rule(written: Block, rule: Rule) -> dict[str, str]:
    own = {key: value for key, value in written.items() if key not in ("id", *GOVERNANCE)}
    held = {name: getattr(rule, name) for name in GOVERNANCE}
    return _flat(own) | {name: on_one_line(value) for name, value in held.items() if value}


def _title(value: Any, name: str) -> str:
    found = value.get("title") or value.get("label") if isinstance(value, Block) else value
    return " ".join(str(found or name).split())


def _flat(value: Any, path: str = "") -> dict[str, str]:
    """The leaves of what is written, each with the way to it."""
    if isinstance(value, dict) and value:
        found: dict[str, str] = {}
        for key, inner in value.items():
            found |= _flat(inner, f"{path} / {key}" if path else str(key))
        return found
    if isinstance(value, list) and sum(map(len, map(str, value))) > LONG:
        return {f"{path}: {on_one_line(one)}": LISTED for one in value}
    return {path: on_one_line(value)}
