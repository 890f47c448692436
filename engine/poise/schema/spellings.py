"""A fact may be spelled nested or dotted, and given once: what a schema says of two spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from poise.schema.words import Json
from poise.vocabulary import Text, Vocabulary

Parts = tuple[str, ...]
"""The parts of a dotted name, or the keys that lead to a value."""


def conflicts(names: Iterable[Parts], prefix: Parts, vocabulary: Vocabulary) -> Json:
    """A fact that is given in two spellings, said where the two spellings part."""
    dependent: dict[str, Json] = {}
    both: list[Json] = []
    for parts in names:
        rest = parts[len(prefix) :]
        fact = vocabulary.facts[".".join(parts)]
        plain = fact.each is None and not isinstance(fact.kind, Text)
        if parts[: len(prefix)] != prefix or len(rest) < 2 or not plain:
            continue
        for one, other in combinations(_spellings(rest), 2):
            if one[0] == other[0]:
                continue
            if len(one) == 1:
                _merge(dependent.setdefault(one[0], {}), _lacks(other))
            else:
                both.append({"if": _has(one), "then": _lacks(other)})
    said: Json = {"dependentSchemas": dependent} if dependent else {}
    return said | ({"allOf": both} if both else {})


def _spellings(parts: Parts) -> Iterator[Parts]:
    """All ways to write a dotted name as nested keys; the fully dotted one first."""
    yield (".".join(parts),)
    for size in range(1, len(parts)):
        for rest in _spellings(parts[size:]):
            yield (".".join(parts[:size]), *rest)


def _has(path: Parts) -> Json:
    inner = {"properties": {path[0]: _has(path[1:])}} if len(path) > 1 else {}
    return {"type": "object", "required": [path[0]], **inner}


def _lacks(path: Parts) -> Json:
    return {"properties": {path[0]: _lacks(path[1:]) if len(path) > 1 else False}}


def _merge(into: Json, more: Json) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value
