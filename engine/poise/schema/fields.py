"""Fields that are kept as written until all names are known, and what may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from poise.reading.conditions import Scope
from poise.reading.joining import WHATS
from poise.rules import VERBS
from poise.schema.below import departing
from poise.schema.operators import test
from poise.schema.words import (
    Json,
    figure,
    mapping,
    one_of,
    one_or_more,
    reference,
    text,
    words,
)
from poise.vocabulary import SIDES, Choice, Each, Fact, Grade, Kind, Measure, Number, Records

if TYPE_CHECKING:
    from poise.schema.models import Models

Field = Callable[["Models", Each | None], Json]


def _named(model: str) -> Field:
    return lambda models, _: mapping(models.refer(model))


def _verb(model: str) -> Field:
    """One, or a list."""
    return lambda models, each: models.said_of(model) | one_or_more(models.refer(model, each))


def _rules(models: Models, _: Each | None) -> Json:
    return {"type": "array", "items": models.refer("Rule")}


def _several(names: Iterable[str]) -> Json:
    return one_or_more(one_of(names))


def _condition(models: Models, each: Each | None, readable: tuple[type, ...]) -> Json:
    return models.filling(each).conditions.condition(Scope(each=each, readable=readable))


# --- facts and kinds -------------------------------------------------------------------------


def _asked_when(models: Models, each: Each | None) -> Json:
    return _condition(models, each, (Fact,))


def _normal(_models: Models, _each: Each | None) -> Json:
    return {"anyOf": [text(), {"type": "array", "items": text()}]}


def _choices(models: Models, _: Each | None) -> Json:
    """A list of words, or a tree of them."""
    tree = reference("$defs", "tree")
    listed = {"type": "array", "items": {"anyOf": [text(), tree]}}
    inner = {"anyOf": [text(), listed, tree, {"not": {"type": ["object", "array", "boolean"]}}]}
    models.definitions.refer("tree", lambda: mapping(inner) | {"minProperties": 1})
    return {"anyOf": [listed | {"minItems": 1}, tree]}


def _attributes(kinds: Mapping[str, Kind]) -> Json:
    said = {
        name: figure(kind.low, kind.high) if isinstance(kind, Number) else _value(kind)
        for name, kind in kinds.items()
    }
    return {"type": "object", "properties": said, "additionalProperties": False}


def _value(kind: Kind) -> Json:
    """One word of a kind."""
    if isinstance(kind, Grade):
        return one_of(kind.scale.levels)
    return one_of(kind.options) if isinstance(kind, Choice) else words(("yes", "no"))


# --- products --------------------------------------------------------------------------------


def _labels(models: Models, _: Each | None) -> Json:
    """By country: `not_approved`, or what the label says."""
    listed = {"type": "array", "items": models.refer("IndicationWritten")}
    return mapping({"anyOf": [listed, {"const": "not_approved"}]})


# --- drawings --------------------------------------------------------------------------------


def _drawn(models: Models, _: Each | None) -> Json:
    """Each area as one path, and a paired one by its sides."""
    sides = {
        "type": "object",
        "properties": {side: text() for side in SIDES},
        "additionalProperties": False,
    }
    areas = models.pack.taxonomy.areas.values()
    said = {one.id: {"anyOf": [text(), sides]} if one.paired else text() for one in areas}
    return {"type": "object", "properties": said, "additionalProperties": False}


# --- measures --------------------------------------------------------------------------------


def _points(models: Models, each: Each | None) -> Json:
    return _entries({"when": _read(models, each), "points": figure()})


def _cases(models: Models, each: Each | None) -> Json:
    case = _entry({"when": _read(models, each), "value": text()})
    return {"type": "array", "items": {"anyOf": [case, _entry({"otherwise": text()})]}}


def _read(models: Models, each: Each | None) -> Json:
    return _condition(models, each, (Fact, Measure))


def _entries(said: dict[str, Json]) -> Json:
    return {"type": "array", "items": _entry(said)}


def _entry(said: dict[str, Json]) -> Json:
    return {
        "type": "object",
        "properties": said,
        "required": list(said),
        "additionalProperties": False,
    }


def _record_facts(models: Models) -> dict[str, Records]:
    facts = models.pack.vocabulary.facts.values()
    return {fact.id: fact.kind for fact in facts if isinstance(fact.kind, Records)}


def _number_field(models: Models, _: Each | None) -> Json:
    found = [
        name
        for records in _record_facts(models).values()
        for name, kind in records.fields.items()
        if isinstance(kind, Number)
    ]
    return one_of(found)


def _where(models: Models, each: Each | None) -> Json:
    """Tests on the fields of the records; of all of them, where several facts hold records."""
    said: dict[str, list[Json]] = {}
    for fact, records in _record_facts(models).items():
        for name, kind in records.fields.items():
            definition = f"where:{fact}:{name}"
            tests = test(kind, reference("$defs", definition))
            if tests is not None:
                said.setdefault(name, []).append(models.definitions.keep(definition, tests))
    if each in said:
        said[each].append({"const": "here", "description": f"this {each}"})
    properties = {name: _any_of(alternatives) for name, alternatives in said.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _any_of(alternatives: list[Json]) -> Json:
    return alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives}


# --- by model and field ------------------------------------------------------------------------

_RULES: dict[str, Field] = {"rules": _rules}
_CARD: dict[str, Field] = {
    "attributes": lambda models, _: _attributes(models.pack.taxonomy.product_attributes),
    "labels": _labels,
    "members": lambda models, _: mapping(models.refer("MemberWritten")),
}
_KIND: dict[str, Field] = {
    "grade": lambda models, _: one_of(models.pack.vocabulary.scales),
    "choice": lambda _models, _each: {"type": "array", "items": text(), "minItems": 1},
    "choices": _choices,
    "records": lambda models, _: mapping(models.refer("KindWritten")),
}
FIELDS: dict[str, dict[str, Field]] = {
    "Rule": {verb.word: _verb(verb.__name__) for verb in VERBS},
    "RulesFile": _RULES,
    "AreaFile": _RULES
    | {
        "groups": lambda models, _: _several(models.pack.taxonomy.area_groups),
        "attributes": lambda models, _: _attributes(models.pack.taxonomy.area_attributes),
    },
    "MemberWritten": _CARD,
    "MemberFile": _RULES | _CARD | {"of": lambda models, _: one_of(models.pack.taxonomy.products)},
    "ProductFile": _RULES
    | _CARD
    | {
        "groups": lambda models, _: _several(models.pack.taxonomy.product_groups),
        "acts_on": lambda models, _: models.filling(None).name("acts_on"),
    },
    "IndicationWritten": {
        "area": lambda models, _: one_of(models.pack.taxonomy.areas),
        "when": lambda models, _: _condition(models, None, (Fact,)),
    },
    "KindWritten": _KIND,
    "FactWritten": _KIND
    | {
        "answer": lambda _models, _each: one_of(("yes_no", "text")),
        "normal": _normal,
        "asked_when": _asked_when,
    },
    "FindingWritten": {
        "group": lambda models, _: one_of(
            models.pack.head.finding_groups, models.pack.head.finding_groups
        ),
        "grade": _KIND["grade"],
        "choices": _choices,
    },
    "MeasureWritten": {"points": _points, "cases": _cases},
    "QueryWritten": {
        "records": lambda models, _: one_of(_record_facts(models)),
        "where": _where,
        "in_last": lambda models, _: models.filling(None).duration(),
        "field": _number_field,
    },
    "GoalWritten": {"conflicts_with": lambda models, _: _several(models.pack.vocabulary.goals)},
    "ViewFile": {"areas": _drawn},
    "Departure": {what: departing(what) for what in WHATS},
    "ProofsFile": {"proofs": lambda models, _: {"type": "array", "items": models.refer("Proof")}},
    "EvidenceFile": {"sources": lambda models, _: mapping(models.refer("Source"))},
    "VocabularyFile": {
        "groups": _named("GroupWritten"),
        "scales": _named("ScaleWritten"),
        "facts": _named("FactWritten"),
        "measures": _named("MeasureWritten"),
        "findings": _named("FindingWritten"),
        "goals": _named("GoalWritten"),
        "area_attributes": _named("KindWritten"),
        "product_attributes": _named("KindWritten"),
    },
}
"""What may stand in a field, by its model."""
