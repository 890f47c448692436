"""Validates a value against a declaration, and says what pydantic found in a clinician's words."""

from __future__ import annotations

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from poise.problems import At, Collector, did_you_mean
from poise.reading.scalars import quoted
from poise.source import at

Declared = TypeVar("Declared", bound=BaseModel)


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
        for detail in error.errors(include_url=False):
            _report(model, value, detail, problems, at(value, place), noun)
        return None


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields as they are written."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _report(
    model: type[BaseModel], root: Any, detail: Any, problems: Collector, place: At, noun: str
) -> None:
    owner, holder, key, place, noun = _walk(model, root, detail["loc"], place, noun)
    kind, written = detail["type"], detail["input"]
    if kind == "missing":
        problems.error(
            place,
            "missing-field",
            f"{noun} does not say its '{key}'",
            f"add '{key}: ...'" + _about(owner, key),
        )
    elif kind == "extra_forbidden":
        spot = at(holder.key(key), place) if hasattr(holder, "key") else place
        problems.error(
            spot,
            "unknown-field",
            f"{noun} has no field '{key}'",
            did_you_mean(key, field_names(owner)) or f"it has {', '.join(field_names(owner))}",
        )
    else:
        message, hint = _worded(kind, detail.get("ctx") or {}, written, key)
        problems.error(at(written, place), "wrong-kind", message, hint)


def _worded(kind: str, context: Any, written: Any, key: str) -> tuple[str, str]:
    shown = quoted(written)
    if kind in ("string_type", "string_sub_type"):
        return f"'{key}' is text, not {shown}", "quote it, or write it as a block with '>'"
    if kind == "literal_error":
        offered = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        names = [name.strip() for name in offered.split(",")]
        return (
            f"'{key}' cannot be {shown}",
            did_you_mean(str(written), names) or f"one of: {', '.join(names)}",
        )
    if kind in ("int_parsing", "int_type", "float_parsing", "float_type", "int_from_float"):
        return f"'{key}' is a number, not {shown}", "write digits"
    if kind.startswith(("greater", "less")):
        bound = next(iter(context.values()), "")
        side = "at least" if kind.startswith("greater") else "at most"
        return f"'{key}' cannot be {shown}", f"{side} {bound}"
    if kind == "too_short":
        least = context.get("min_length", 1)
        return f"'{key}' lists too little", f"at least {least}"
    if kind in ("tuple_type", "list_type"):
        return f"'{key}' is a list, not {shown}", "begin each line below it with '- '"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"'{key}' is written as fields, not as {shown}", "see the language reference"
    if kind in ("value_error", "assertion_error"):
        return str(context.get("error", f"'{key}' cannot be {shown}")), ""
    return f"'{key}' cannot be {shown}", "see the language reference"


def _about(owner: type[BaseModel], key: str) -> str:
    for name, field in owner.model_fields.items():
        if (field.alias or name) == key and field.description:
            return f": {field.description}"
    return ""


def _walk(
    model: type[BaseModel], value: Any, loc: tuple[Any, ...], place: At, noun: str
) -> tuple[type[BaseModel], Any, str, At, str]:
    """Follow pydantic's path: the model and value that hold the last step, and where it stands.

    Steps that are no part of what was written (the tag of a union, the index of a value that
    stood alone) lead nowhere and are passed over.
    """
    key = str(loc[-1]) if loc else noun
    for step in loc[:-1]:
        if isinstance(step, str) and isinstance(value, dict) and step in value:
            place = at(value[step], place)
            inner = _model_of(model, step)
            if inner is not None:
                model, noun = inner, f"'{step}'"
            value = value[step]
        elif isinstance(step, int) and isinstance(value, list) and step < len(value):
            value = value[step]
            place = at(value, place)
    if isinstance(value, dict) and key in value:
        place = at(value[key], place)
    elif isinstance(loc[-1] if loc else None, int):
        key = str(loc[-2]) if len(loc) > 1 else key
    return model, value, key, place, noun


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
    for argument in typing.get_args(annotation):
        found = _first_model(argument)
        if found is not None:
            return found
    return None
