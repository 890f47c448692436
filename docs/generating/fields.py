"""Fields of pydantic models as rows of a table: name, type, default, description."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from docs.generating.markup import code, either, sentence, table
from poise.declaration import ONE_OR_MORE, Reads

PLAIN: Mapping[Any, str] = {
    str: "text",
    float: "number",
    int: "whole number",
    datetime.date: "date",
    typing.Any: "see there",
}
READS: Mapping[tuple[str, str], str] = {
    ("condition", ""): "[condition](#conditions)",
    ("required", ""): "[condition](#conditions), where `known` may stand",
    ("selector", ""): "[ITEMS](#items)",
    ("duration", ""): "length of time, such as `2 weeks`",
    ("yes", ""): "`yes` or `no`",
    ("day", ""): "day, such as `2026-11-22`",
    ("sources", ""): "source id, or a list of them",
    ("figure", ""): "number",
    ("limit", ""): "number, or the name of a measure",
    ("conclusion", ""): "finding and value",
    ("candidates", "product"): "product, or a list",
    ("candidates", "area"): "area, or a list",
    ("name", "acts_on"): "a word of `acts_on_order`",
    ("name", "finding"): "finding",
    ("name", "goal"): "goal",
    ("name", "fact"): "fact",
    ("name", "date"): "date fact, or a `latest` measure",
}
"""What an author writes where a reader of the pack's names takes over."""


@dataclass(frozen=True, slots=True)
class Words:
    """How one page speaks of types, and what it says of fields that describe nothing themselves."""

    headings: Mapping[type, str]
    """The heading under which a model stands on the page."""
    booleans: str
    said: Mapping[str, str] = field(default_factory=dict)
    """`Model.field` to its description, where the model gives none."""
    types: Mapping[str, str] = field(default_factory=dict)
    """`Model.field` to its type, where the model says `Any`."""
    lists: Callable[[str], str] = "list of {}".format


def field_table(model: type[BaseModel], words: Words, *, defaults: bool, skip: int = 0) -> str:
    """The fields of a model, after the first `skip` that it inherits."""
    head = ("field", "type", "default", "what it is") if defaults else ("field", "type", "what")
    return table(head, list(_rows(model, words, defaults))[skip:])


def _rows(model: type[BaseModel], words: Words, defaults: bool) -> Iterable[tuple[str, ...]]:
    for name, info in model.model_fields.items():
        written = info.alias or name
        full = f"{model.__name__}.{written}"
        kind = words.types.get(full) or type_of(info.annotation, info.metadata, words)
        about = sentence(description(model, name, words))
        if defaults:
            yield code(written), kind, _default(info), about
        else:
            yield code(written), kind + (" or null" if _nullable(info.annotation) else ""), about


def description(model: type[BaseModel], name: str, words: Words) -> str:
    """What a field is: by the model's own words, else by the page's; KeyError where neither."""
    info = model.model_fields[name]
    if info.description:
        return info.description
    for owner in model.__mro__:
        found = words.said.get(f"{owner.__name__}.{info.alias or name}")
        if found is not None:
            return found
    raise KeyError(f"{model.__name__}.{info.alias or name} is described nowhere")


def type_of(annotation: Any, metadata: Iterable[Any], words: Words) -> str:
    """A type in words."""
    metadata = tuple(metadata)
    for mark in metadata:
        if isinstance(mark, Reads):
            return READS[mark.method, mark.space]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return type_of(arguments[0], [*metadata, *arguments[1:]], words)
    if origin is typing.Literal:
        return either([code(str(one)) for one in arguments])
    if origin in (typing.Union, types.UnionType):
        told = [type_of(one, (), words) for one in arguments if one is not types.NoneType]
        return either(list(dict.fromkeys(told)))
    if origin is tuple:
        inner = type_of(arguments[0], (), words)
        return f"{inner}, or a list" if ONE_OR_MORE in metadata else words.lists(inner)
    if origin is list:
        return words.lists(type_of(arguments[0], (), words))
    if origin is dict:
        return f"mapping from names to {type_of(arguments[1], (), words)}"
    return _plain(annotation, words)


def _plain(annotation: Any, words: Words) -> str:
    if annotation is bool:
        return words.booleans
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        from docs.generating.markup import link

        return link(words.headings[annotation], words.headings[annotation].strip("`"))
    return PLAIN[annotation]


def _nullable(annotation: Any) -> bool:
    return types.NoneType in typing.get_args(annotation)


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "required"
    value = info.default
    if value is PydanticUndefined or value in (None, "", (), [], {}):
        return ""
    if isinstance(value, bool):
        return code("yes" if value else "no")
    if isinstance(value, str):
        return code(value)
    return ""
