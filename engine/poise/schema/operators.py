"""The tests that a rule may write of a fact, by its kind; the reader's twin is
`poise.reading.operators`.
"""

from __future__ import annotations

from collections.abc import Iterable

from poise.schema.words import (
    Json,
    count,
    figure,
    in_form,
    length,
    one_of,
    one_or_more,
    unoffered,
    words,
)
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, Records, Text, YesNo

KNOWN = "known"
_WINDOW_WORDS = {
    "in_last": "so long before the assessment, or less",
    "in_next": "so long after the assessment, or less",
    "within": "so long before or after the assessment, or less",
}
_BOUND_WORDS = {
    "at_least": "this or more",
    "at_most": "this or less",
    "above": "more than this",
    "below": "less than this",
}


def test(kind: Kind, again: Json) -> Json | None:
    """The tests of a kind, or None where it has none; `again` refers to the same, for `not`."""
    match kind:
        case YesNo():
            return _chosen(words(("yes", "no")), _operators({}, again))
        case Choice(options=options, below=below):
            return _chosen(one_of((*options, *below)), _operators({}, again))
        case Grade(scale):
            level = one_of(scale.levels)
            return _chosen(level, _bounded(level, again))
        case Number(_, low, high):
            return _bounded(figure(low, high), again)
        case Choices(options=options, below=below):
            return _listed((*options, *below), len(options), again)
        case Date():
            said = {name: _said(length(), about) for name, about in _WINDOW_WORDS.items()}
            return _operators(said, again) | _ALONE
        case Records() | Text():
            return None


def why_not(kind: Kind) -> str:
    """Why a kind has no test."""
    if isinstance(kind, Records):
        return "rules read records through measures: count, sum or latest"
    return "text is shown, and never tested"


def _chosen(word: Json, operators: Json) -> Json:
    """A word, a list of them, or operators."""
    listed = {"type": "array", "items": word, "minItems": 1}
    return in_form(word, {"array": listed, "object": operators})


def _said(schema: Json, description: str) -> Json:
    return {"description": description, **schema}


def _bounded(end: Json, again: Json) -> Json:
    said = {name: _said(end, about) for name, about in _BOUND_WORDS.items()}
    return _operators(said, again) | {"dependentSchemas": {"not": {"maxProperties": 1}}}


def _listed(names: Iterable[str], most: int, again: Json) -> Json:
    known = one_of(names)
    includes = one_or_more(known, 1)
    includes["anyOf"].append({"const": "any", "description": "whichever it is"})
    size = _operators({name: _said(count(0, most), about) for name, about in _BOUND_WORDS.items()})
    said = {
        "includes": _said(includes, "any of these is on the list"),
        "count": _said(size, "how many are on the list"),
    }
    return _operators(said, again) | _ALONE


_ALONE = unoffered({"maxProperties": 1})
"""One operator at a time; said openly, an editor would offer none where one is being typed."""


def _operators(said: dict[str, Json], again: Json | None = None) -> Json:
    negated = {} if again is None else {"not": {"description": "any other value", **again}}
    return {
        "type": "object",
        "properties": said | negated,
        "minProperties": 1,
        "additionalProperties": False,
    }
