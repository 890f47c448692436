"""Values that a schema describes, and near misses of them: seeded, and the same every time."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from random import Random
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft202012Validator

ODDITIES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, 5, 5.5, 60, 90, 2015, -1, 10**6, [], {}, [[]], [None], {"a": 1}),
    *("", "null", "~", "unknown", "none", "known", "any", "here", "yes", "no", "true", "false"),
    *("60", " 60 ", "60 mm", "60mm", "60 cm", "5 pH", "1e1", ".5", "5.", "+5", "-3", "5,5", "six"),
    *("2026", "0000", "2026-11", "2026-13", "2026-2-9", "2026-02-29", "2024-02-29", "2026-06-15T"),
    *("2100-02-29", "2000-02-29", "2026-04-31", "2026-06-15 10:00", "15.6.2026", "2026-W07"),
    *("2 mL", "0.5 L", "0", "2mL", "-2 L", "nothing_to_report", "left", "both", "elsewhere"),
    *(["unknown"], ["none"], ["hen", "unknown"], ["hen", "hen"], {"left": "none"}, {"both": 5}),
)
"""What people write by mistake, and the rarer of what they may write."""


class Values:
    """Makes values of one schema."""

    def __init__(self, schema: dict[str, Any], random: Random) -> None:
        self._schema = schema
        self._random = random
        self._fitting: dict[int, list[Any]] = {}

    def value(self, node: Any = None) -> Any:
        """A value that a part of the schema describes; of all of it, where none is said."""
        node = self._schema if node is None else node
        if "$ref" in node:
            return self.value(self._referred(node["$ref"]))
        if "enum" in node or "const" in node:
            return self._random.choice(node.get("enum") or [node["const"]])
        if node.get("type") == "object":
            return self._mapping(node)
        if "anyOf" in node:
            return self.value(self._alternative(node["anyOf"]))
        if node.get("type") == "array":
            return [self.value(node["items"]) for _ in range(self._random.randint(0, 3))]
        if node.get("type") == "number":
            low, high = node.get("minimum", 0.001), node.get("maximum", 100)
            return self._random.choice((low, high, round(self._random.uniform(low, high), 3)))
        return copy.deepcopy(self._random.choice(self._oddities(node)))

    def _alternative(self, alternatives: list[Any]) -> Any:
        """Mostly the first, which is what a form would offer."""
        return alternatives[0] if self._random.random() < 0.6 else self._random.choice(alternatives)

    def _mapping(self, node: Any) -> dict[str, Any]:
        chance = min(1.0, 6 / (1 + len(node["properties"])))
        made = {
            name: self.value(inner)
            for name, inner in node["properties"].items()
            if name in node.get("required", ()) or self._random.random() < chance
        }
        for pattern, inner in node.get("patternProperties", {}).items():
            if self._random.random() < chance / 2:
                made[self._named(pattern)] = self.value(inner)
        return made

    def _named(self, pattern: str) -> str:
        """A name for a pattern of escaped words and one group of alternatives."""
        words = re.split(r"[()]", pattern.strip("^$"))
        chosen = "".join(self._random.choice(word.split("|")) for word in words)
        return chosen.replace("\\", "")

    def _oddities(self, node: Any) -> list[Any]:
        if id(node) not in self._fitting:
            validator = Draft202012Validator(node)
            self._fitting[id(node)] = [one for one in ODDITIES if validator.is_valid(one)]
        return self._fitting[id(node)]

    def _referred(self, pointer: str) -> Any:
        node: Any = self._schema
        for step in unquote(pointer).removeprefix("#/").split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            node = node[int(name)] if isinstance(node, list) else node[name]
        return node


def near_miss(value: Any, random: Random, names: tuple[str, ...]) -> Any:
    """The value with one thing changed."""
    changed = copy.deepcopy(value)
    places = list(_places(changed))
    if not places:
        return {random.choice(names): None}
    holder, key = random.choice(places)
    way = random.randrange(6)
    if isinstance(holder, dict) and way == 0:
        holder[_misspelt(key, random)] = holder.pop(key)
    elif isinstance(holder, dict) and way == 1:
        holder[random.choice(names)] = copy.deepcopy(random.choice(ODDITIES))
    elif way == 2:
        del holder[key]
    elif way == 3:
        holder[key] = [holder[key]]
    elif way == 4 and isinstance(holder[key], str) and holder[key]:
        holder[key] = _misspelt(holder[key], random)
    else:
        holder[key] = copy.deepcopy(random.choice(ODDITIES))
    return changed


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(items):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


def _misspelt(word: str, random: Random) -> str:
    place = random.randrange(max(1, len(word)))
    return random.choice((word[:place] + word[place + 1 :], word + "x", word.upper(), f" {word}"))
