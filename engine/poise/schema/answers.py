"""The answers that an assessment may give, by the kind of their fact.

The first alternative of an answer is the one to offer in a form; what follows is what else is
understood, such as `true` for `yes`, or an empty value for `unknown`.
"""

from __future__ import annotations

from collections.abc import Iterable

from poise.schema.words import (
    NUMBER,
    Json,
    bounds,
    date,
    escaped,
    one_of,
    reference,
    whole,
)
from poise.vocabulary import (
    Choice,
    Choices,
    Date,
    Grade,
    Kind,
    Number,
    Records,
    Text,
    YesNo,
)

UNKNOWN = "unknown"
TEXT: Json = {"anyOf": [{"type": "string"}, {"not": {"type": ["object", "array"]}}]}
_NO_OTHER: Json = {"not": {"type": ["boolean", "number", "object", "array"]}}

DEFINITIONS: dict[str, Json] = {
    "unanswered": {
        "description": "Empty, null or ~: not answered.",
        "pattern": "^(null|~)?$",
        **_NO_OTHER,
    },
    "open": {
        "description": "Nothing is answered here.",
        "pattern": "^(unknown|null|~)?$",
        **_NO_OTHER,
    },
    "null": {"not": {"type": ["string", "boolean", "number", "object", "array"]}},
    "true_or_false": {
        "description": "Understood as yes or no.",
        "pattern": "^(true|false)$",
        "not": {"type": ["number", "object", "array", "null"]},
    },
}
"""What is understood beside what is offered; told by what it is not: so no editor offers it."""

UNANSWERED = reference("$defs", "unanswered")
OPEN = reference("$defs", "open")


def answer(kind: Kind) -> Json:
    """One answer to a fact of this kind."""
    match kind:
        case YesNo():
            offered = {"enum": ["yes", "no", UNKNOWN]}
            return _any_of(offered, reference("$defs", "true_or_false"), UNANSWERED)
        case Grade(scale):
            return _any_of(_words(scale.levels), UNANSWERED)
        case Choice(options=options, below=below):
            return _any_of(_words((*options, *below)), UNANSWERED)
        case Choices(options=options):
            return _any_of(_several(options), _words((*options, "none")), UNANSWERED)
        case Number():
            return _any_of(*_number(kind), UNANSWERED)
        case Date():
            return _any_of(date(), {"enum": [UNKNOWN]}, UNANSWERED)
        case Records():
            return _any_of(_records(kind), {"enum": ["none", UNKNOWN]}, UNANSWERED)
        case Text():
            return TEXT


def _any_of(*alternatives: Json) -> Json:
    return {"anyOf": list(alternatives)}


def _words(options: Iterable[str]) -> Json:
    """These words and `unknown`; `true` and `false` stand for `yes` and `no` in a program."""
    offered = one_of([*options, UNKNOWN])
    values = offered["enum"]
    for word, value in (("yes", True), ("no", False)):
        if word in values and not any(one is value for one in values):
            values.append(value)
    return offered


def _several(options: Iterable[str]) -> Json:
    items = _any_of(_words(options), reference("$defs", "null"))
    return {"type": "array", "items": items}


def _number(kind: Number) -> tuple[Json, ...]:
    unit = rf"(\s*{escaped(kind.unit)})?" if kind.unit else ""
    return (
        {"type": "number", **bounds(kind.low, kind.high)},
        {"enum": [UNKNOWN]},
        {"type": "string", "pattern": whole(f"{NUMBER}{unit}")},
    )


def _records(kind: Records) -> Json:
    return {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                name: {"title": name.replace("_", " ").capitalize(), **answer(field)}
                for name, field in kind.fields.items()
            },
            "additionalProperties": False,
        },
    }
