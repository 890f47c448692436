"""Validates a value against a declaration, and tells each mistake once, where it stands."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from poise.problems import At, Collector, did_you_mean, nearest
from poise.reading.refusals import refusal
from poise.reading.scalars import quoted
from poise.source import Block, at

Declared = TypeVar("Declared", bound=BaseModel)
SELECTING = ("product", "area", "side", "for", "acts_on", "label_status")


def validate(
    model: type[Declared], value: Any, reader: Any, problems: Collector, place: At, noun: str
) -> Declared | None:
    """The declaration, or None with located problems. `noun` names it in messages."""
    if not isinstance(value, dict):
        problems.error(
            at(value, place),
            "wrong-kind",
            f"{noun} is written as fields, not as {quoted(value)}",
            f"such as '{next(iter(field_names(model)))}: ...'",
        )
        return None
    try:
        return model.model_validate(value, context=reader)
    except ValidationError as error:
        whole = _Spot(model, value, "", at(value, place), noun)
        for detail in _told_once(error.errors(include_url=False)):
            _report(detail, _spot(detail, whole), problems)
        return None


@functools.cache
def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields as they are written."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


class _Spot(NamedTuple):
    """Where a mistake is: the field, and the declaration that holds it."""

    model: type[BaseModel]
    holder: Any
    key: str
    place: At
    noun: str


def _told_once(details: Sequence[Any]) -> list[Any]:
    """Without what follows from another mistake.

    A misspelt field is not missing too; what stands beside `items` and belongs into it is not
    unknown; and of the ways in which a value may be written, only the one that was meant counts.
    """
    dropped: set[int] = set()
    for index, detail in enumerate(details):
        beside = [
            (n, one) for n, one in enumerate(details) if one["loc"][:-1] == detail["loc"][:-1]
        ]
        if detail["type"] == "missing":
            extra = {n: str(one["loc"][-1]) for n, one in beside if one["type"] == _EXTRA}
            key = str(detail["loc"][-1])
            if key == "items" and any(_selects(name) for name in extra.values()):
                dropped |= {n for n, name in extra.items() if _selects(name)}
            elif any(nearest(name, [key]) for name in extra.values()):
                dropped.add(index)
        elif detail["type"] == "model_type" and any(
            one["type"] in ("string_type", "literal_error") for _, one in beside
        ):
            dropped.add(index)
        elif detail["type"] in ("string_type", "literal_error") and isinstance(
            detail["input"], dict
        ):
            above = detail["loc"][:-1]
            if any(
                len(one["loc"]) > len(above) + 1 and one["loc"][: len(above)] == above
                for one in details
            ):
                dropped.add(index)
    return [detail for index, detail in enumerate(details) if index not in dropped]


_EXTRA = "extra_forbidden"


def _selects(name: str) -> bool:
    return name.split(".")[0] in SELECTING


def _spot(detail: Any, whole: _Spot) -> _Spot:
    """Follow pydantic's path through what was written.

    Steps that are no part of it (the tag of a union, the index of a value that stood alone) lead
    nowhere and are passed over.
    """
    model, holder, key, place, noun = whole
    value = holder
    for index, step in enumerate(detail["loc"]):
        last = index == len(detail["loc"]) - 1
        if isinstance(value, dict) and step in value:
            holder, key, value = value, str(step), value[step]
            place = at(value, place)
            inner = _model_of(model, key)
            if inner is not None and not last:
                model, noun = inner, f"'{key}'"
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            place = at(value, place)
            holder = value
        elif last and detail["type"] == "missing":
            key = str(step)
    return _Spot(model, holder, key, place, noun)


def _report(detail: Any, spot: _Spot, problems: Collector) -> None:
    if detail["type"] in ("missing", "string_too_short"):
        hint = f"add '{spot.key}: ...'" + _about(spot.model, spot.key)
        if spot.key == "items":
            hint = "put what it selects under it, such as 'items: {product: ..., area: ...}'"
        problems.error(
            spot.place, "missing-field", f"{spot.noun} does not say its '{spot.key}'", hint
        )
    elif detail["type"] == _EXTRA:
        key = spot.holder.key(spot.key) if isinstance(spot.holder, Block) else spot.key
        names = field_names(spot.model)
        problems.error(
            at(key, spot.place),
            "unknown-field",
            f"{spot.noun} has no field '{spot.key}'",
            did_you_mean(spot.key, names) or f"it has {', '.join(names)}",
        )
    else:
        written = detail["input"]
        message, hint = refusal(detail["type"], detail.get("ctx") or {}, written, spot.key)
        problems.error(at(written, spot.place), "wrong-kind", message, hint)


def _about(owner: type[BaseModel], key: str) -> str:
    for name, field in owner.model_fields.items():
        if (field.alias or name) == key and field.description:
            return f": {field.description}"
    return ""


def _model_of(model: type[BaseModel], step: str) -> type[BaseModel] | None:
    for name, field in model.model_fields.items():
        if (field.alias or name) == step:
            return _first_model(field.annotation)
    return None


def _first_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    origin = typing.get_origin(annotation)
    if origin is None and not isinstance(annotation, types.UnionType):
        return None
    candidates: Iterable[Any] = typing.get_args(annotation)
    return next((found for one in candidates if (found := _first_model(one))), None)
