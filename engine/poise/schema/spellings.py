"""An answer may be spelled nested or dotted, and stands once: what a schema says of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.schema.words import Json

Parts = tuple[str, ...]
"""The parts of a dotted name, or the keys that lead to a value."""


def conflicts(slots: Iterable[list[Parts]], prefix: Parts) -> Json:
    """No answer is given twice under a prefix; `slots` has all names of each answer.

    It is said where two spellings part: those that begin with the same key part further in.
    """
    dependent: dict[str, Json] = {}
    both: list[Json] = []
    for names in slots:
        rests = [name[len(prefix) :] for name in names if name[: len(prefix)] == prefix]
        paths = [path for rest in rests for path in _spellings(rest)]
        for index, path in enumerate(paths):
            lacks: Json = {}
            for other in paths[index + 1 :]:
                if other[0] != path[0]:
                    _merge(lacks, _lacks(other))
            if lacks and len(path) == 1:
                _merge(dependent.setdefault(path[0], {}), lacks)
            elif lacks:
                both.append({"if": _has(path), "then": lacks})
    said: Json = {"dependentSchemas": dependent} if dependent else {}
    return said | ({"allOf": both} if both else {})


def _spellings(parts: Parts) -> Iterator[Parts]:
    """All ways to write a dotted name as nested keys; the fully dotted one first."""
    if parts:
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
