"""What a model allows beside its fields: short forms, and which fields go together."""

from __future__ import annotations

from collections.abc import Iterable

from poise.reading.joining import JOINED, WHATS
from poise.reading.written import FORMS, KINDS
from poise.rules import VERBS, OnItems
from poise.schema.filling import Filling
from poise.schema.words import Json
from poise.vocabulary import Each

SHORT = frozenset(verb.__name__ for verb in VERBS if issubclass(verb, OnItems))
"""Verbs that may be written as their selector alone."""


def shaped(name: str, fields: Json, filling: Filling, each: Each | None) -> Json:
    """A model with its fields filled, in every form in which it may be written."""
    if name in SHORT:
        return _either(filling.selector(), fields, about=fields)
    match name:
        case "Conclude":
            return _either(filling.conclusion(), about=fields)
        case "Consider":
            return _either(fields["properties"]["text"], about=fields)
        case "Range":
            return _either(filling.duration(), fields, about=fields)
        case "Rule":
            verbs = (verb.word for verb in VERBS)
            message = "a rule does nothing without a verb, such as 'suggest' or 'exclude'"
            return fields | {"anyOf": _required(verbs, message)}
        case "Suggest" if each != "area":
            return fields | {"required": ["product", "area", "acts_on"]}
        case "Require":
            return fields | _requirement()
        case "Lasts":
            return fields | {
                "anyOf": _required(("months", "towards")),
                "dependentSchemas": {"months": {"properties": {"towards": False}}},
            }
        case "KindWritten" | "FactWritten":
            return fields | {"oneOf": _required(KINDS)}
        case "FindingWritten":
            return fields | {"oneOf": _required(("answer", "grade", "choices"))}
        case "MeasureWritten":
            return fields | {"oneOf": _required(FORMS)}
        case "PackHead":
            return fields | _head(fields["required"])
        case "Departure":
            return fields | {"anyOf": _required(WHATS, "say what it speaks of: 'rule: ID'")}
    return fields


def _either(*forms: Json, about: Json) -> Json:
    """One of several forms, described once."""
    told = {key: about[key] for key in ("title", "description")}
    if len(forms) == 1:
        return forms[0] | told
    bare = [{key: said for key, said in one.items() if key not in told} for one in forms]
    return told | {"anyOf": bare}


def _required(names: Iterable[str], message: str = "") -> list[Json]:
    told = {"errorMessage": message} if message else {}
    return [{"required": [name], **told} for name in names]


def _head(required: Iterable[str]) -> Json:
    """What a pack does not say itself, the pack that it extends says."""
    alone = [name for name in required if name in JOINED]
    return {
        "required": [name for name in required if name not in alone],
        "if": {"required": ["extends"]},
        "else": {
            "required": alone,
            "properties": dict.fromkeys(("replaces", "retires"), False),
        },
    }


def _requirement() -> Json:
    """It says what must be in place, and what waits for it."""
    return {
        "allOf": [
            {"anyOf": _required(("that", "note"), "say what must be in place: 'that' or 'note'")},
            {"anyOf": _required(("items", "before"), "say 'items', or 'before: treatment'")},
            {"anyOf": _required(("that", "before"), "'items' need a condition in 'that'")},
        ]
    }
