"""A model and all its parts, each with a table of its fields."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from docs.generating.fields import Words, field_table
from docs.generating.markup import prose
from poise.plan import Part


def parts_told(
    root: type[Part], said: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    """Heading, sentence and table of each part, where it is first met.

    `said` tells the fields that describe nothing themselves, `titles` the parts without docstring.
    """
    parts = tuple(_parts(root))
    words = Words({one: one.__name__ for one in parts}, "true or false", said)
    for one in parts:
        yield f"## {one.__name__}"
        yield prose(one.__dict__.get("__doc__") or titles[one.__name__])
        yield field_table(one, words, defaults=False)


def _parts(root: type[Part]) -> Iterator[type[Part]]:
    waiting, seen = [root], {root}
    while waiting:
        part = waiting.pop(0)
        yield part
        for info in part.model_fields.values():
            for inner in _models(info.annotation):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)


def _models(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, Part):
            yield annotation
        return
    for argument in typing.get_args(annotation):
        yield from _models(argument)
