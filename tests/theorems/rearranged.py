"""The same pack and the same assessment written otherwise: nothing about them may change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

import poise
from theorems.packs import EVIDENCE, HEAD, Draft

ORDERED = {
    *("acts_on_order", "limitations", "levels", "choice", "choices", "groups", "evidence"),
    *("all_of", "any_of", "none_of", "of", "order", "points", "cases", "for", "conclude", "per"),
}
"""Fields whose lists mean something by their order, or are kept as their author ordered them."""


def shuffled(random: Random, value: Any, key: str = "") -> Any:
    """The same with its keys, and the members of its sets, in another order."""
    if isinstance(value, Mapping):
        keys = list(value)
        if key != "finding_groups":
            random.shuffle(keys)
        kept = key in ("conclude", "choices")
        return {one: shuffled(random, value[one], key if kept else one) for one in keys}
    if isinstance(value, list):
        inner = [shuffled(random, one, key) for one in value]
        if key not in ORDERED and all(isinstance(one, str) for one in inner):
            random.shuffle(inner)
        return inner
    return value


def files(random: Random, draft: Draft) -> dict[str, Any]:
    """The same pack in other files, in another order."""
    rules = list(draft.rules)
    random.shuffle(rules)
    found: dict[str, Any] = {"pack.yaml": HEAD}
    for number, part in enumerate(_parts(random, EVIDENCE)):
        found[f"evidence/part{number}.yaml"] = {"sources": part}
    for section, entries in draft.sections.items():
        for number, part in enumerate(_parts(random, entries)):
            found[f"vocabulary/{random.randint(0, 99)}{section}{number}.yaml"] = {section: part}
    cards = [(f"areas/{n}.yaml", card) for n, card in enumerate(draft.areas)]
    cards += [(f"products/{n}.yaml", card) for n, card in enumerate(draft.products)]
    for name, card in cards:
        own = [rules.pop() for _ in range(min(len(rules), random.randint(0, 1)))]
        found[name] = card | ({"rules": own} if own else {})
    for folder in ("safety", "findings", "considerations"):
        own = [rules.pop() for _ in range(min(len(rules), random.randint(0, 4)))]
        found[f"{folder}/{random.randint(0, 99)}.yaml"] = {"rules": own}
    found["more.yaml"] = {"rules": rules}
    return {name: shuffled(random, value) for name, value in _in_disorder(random, found)}


def write(rearranged: Mapping[str, Any], folder: Path) -> None:
    """Write files in block style, as a person does."""
    for name, value in rearranged.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8")


def _parts(random: Random, entries: Mapping[str, Any]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = [{} for _ in range(random.randint(1, 3))]
    for name, entry in entries.items():
        random.choice(parts)[name] = entry
    return [part for part in parts if part]


def _in_disorder(random: Random, mapping: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    keys = list(mapping)
    random.shuffle(keys)
    for key in keys:
        yield key, mapping[key]


def assessment(random: Random, pack: poise.RulePack, written: Mapping[str, Any]) -> dict[str, Any]:
    """An assessment by ground name, written otherwise: nested or dotted, in another order."""
    found = {name: value for name, value in written.items() if value == "nothing_to_report"}
    for name, value in _in_disorder(random, written):
        if isinstance(value, list) and name not in ("goals", "requests"):
            value = random.sample(value, len(value))
        if name not in found:
            _put(random, pack, found, name, value)
    return dict(_in_disorder(random, found))


def _put(
    random: Random, pack: poise.RulePack, found: dict[str, Any], name: str, value: Any
) -> None:
    owner, place = pack.vocabulary.split(name) if "." in name else (name, None)
    group, _, rest = owner.partition(".")
    answer = value if place is None else {place: value}
    nested = found.get(group) if rest else None
    if rest and (isinstance(nested, dict) or (group not in found and random.random() < 0.5)):
        below = found.setdefault(group, {})
    else:
        below, rest = found, owner
    if place is not None and isinstance(below.get(rest), dict):
        below[rest][place] = value
    else:
        below[rest] = answer
