"""Random edits of generated packs: some change what is decided, some only how it is written."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import Any

from theorems.packs import Draft, draft, restriction

Rule = dict[str, Any]
RESTRICTING = ("avoid", "caution", "defer", "exclude")


def edited(seed: int, *numbers: int) -> tuple[str, Draft]:
    """What was done, and the pack of a seed with it; it may be one that does not load."""
    names, drafted = [], draft(seed)
    for number in numbers:
        name, drafted = _edited(seed, number, drafted)
        names.append(name)
    return ", ".join(names), drafted


def _edited(seed: int, number: int, drafted: Draft) -> tuple[str, Draft]:
    random = Random(f"edit {seed} {number}")
    name = random.choice(sorted(EDITS))
    if name == "added":
        return name, drafted.with_rule(restriction(seed, number))
    rules = [json.loads(json.dumps(rule)) for rule in drafted.rules]
    random.shuffle(rules)
    for index, rule in enumerate(rules):
        made = EDITS[name](random, rule)
        if made is not None:
            rules[index : index + 1] = made
            break
    return name, replace(drafted, rules=tuple(rules))


def _gone(_random: Random, _rule: Rule) -> list[Rule]:
    return []


def _renamed(_random: Random, rule: Rule) -> list[Rule]:
    return [rule | {"id": f"{rule['id']}_now"}]


def _wrapped(random: Random, rule: Rule) -> list[Rule] | None:
    if "when" not in rule:
        return None
    when = rule["when"]
    forms = ({"any_of": [when]}, {"all_of": [when, when]}, {"none_of": [{"none_of": [when]}]})
    return [rule | {"when": random.choice(forms)}]


def _negated(_random: Random, rule: Rule) -> list[Rule] | None:
    return [rule | {"when": {"none_of": [rule["when"]]}}] if "when" in rule else None


def _always(_random: Random, rule: Rule) -> list[Rule] | None:
    return [{key: one for key, one in rule.items() if key != "when"}] if "when" in rule else None


def _other_verb(random: Random, rule: Rule) -> list[Rule] | None:
    verb = next((one for one in RESTRICTING if one in rule), None)
    if verb is None:
        return None
    written = rule[verb]
    items = written["items"] if isinstance(written, dict) and "items" in written else written
    other = random.choice([one for one in RESTRICTING if one != verb])
    kept = {key: one for key, one in rule.items() if key not in (verb, other)}
    return [kept | {other: items}]


def _reworded(_random: Random, rule: Rule) -> list[Rule]:
    return [rule | {"title": "Said otherwise"}]


def _twice(_random: Random, rule: Rule) -> list[Rule]:
    return [rule, rule | {"id": f"{rule['id']}_again"}]


def _added(_random: Random, _rule: Rule) -> None:
    return None


EDITS = {
    "gone": _gone,
    "renamed": _renamed,
    "wrapped": _wrapped,
    "negated": _negated,
    "always": _always,
    "other verb": _other_verb,
    "reworded": _reworded,
    "twice": _twice,
    "added": _added,
}
