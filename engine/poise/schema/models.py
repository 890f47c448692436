"""From the models of rule files to JSON Schema.

Pydantic says which fields a model has. Defaults and nulls are left out: an editor would offer
them, and nobody writes them. Fields that speak of other names are filled by `filling` and
`fields`; short forms are added by `shapes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from poise.contents import PackHead
from poise.declaration import as_list
from poise.proofs import Proof
from poise.reading import written
from poise.rules import Rule, Source
from poise.schema.definitions import Definitions
from poise.schema.fields import FIELDS
from poise.schema.filling import Filling
from poise.schema.shapes import shaped
from poise.schema.words import Json, count, one_or_more, text
from poise.vocabulary import Each

if TYPE_CHECKING:
    from poise.pack import RulePack

MODELS: tuple[type[BaseModel], ...] = (
    Rule,
    Source,
    written.RulesFile,
    written.AreaFile,
    written.ProductFile,
    written.VocabularyFile,
    written.EvidenceFile,
    PackHead,
    written.GroupWritten,
    written.ScaleWritten,
    written.KindWritten,
    written.FactWritten,
    written.MeasureWritten,
    written.FindingWritten,
    written.GoalWritten,
    written.MemberWritten,
    written.MemberFile,
    written.IndicationWritten,
    written.ViewFile,
    written.ProofsFile,
    Proof,
)
BY_EACH = frozenset({"Rule", "FactWritten", "MeasureWritten", "Proof"})
"""Models that say themselves for which sides or areas they stand."""
_WITHIN = frozenset({"Suggest", "Conclude", "Require", "Defer", "After", "QueryWritten"})
"""Models whose meaning depends on what the model around them says."""
_EACH: tuple[Each, ...] = ("side", "area")


class Models:
    """Makes the definition of each model, once for each side or area where that matters."""

    def __init__(self, pack: RulePack, definitions: Definitions) -> None:
        self.pack: RulePack = pack
        self.definitions: Definitions = definitions
        self._fillings = {each: Filling(pack, definitions, each) for each in (None, *_EACH)}
        self._raw = _raw()

    def filling(self, each: Each | None) -> Filling:
        return self._fillings[each]

    def said_of(self, model: str) -> Json:
        """What a model is for."""
        return {"description": self._raw[model]["description"]}

    def refer(self, model: str, each: Each | None = None) -> Json:
        """A reference to a model."""
        if model in BY_EACH:
            return self.definitions.refer(model, lambda: self._by_each(model))
        if each is None or model not in _WITHIN:
            return self.definitions.refer(model, lambda: self._model(model, None))
        return self.definitions.refer(f"{model}:each_{each}", lambda: self._model(model, each))

    def _by_each(self, model: str) -> Json:
        """The model as its own `each` says."""
        plain = self.definitions.refer(f"{model}:plain", lambda: self._model(model, None))
        chosen: Json = plain
        for each in reversed(_EACH):
            chosen = {
                "if": {"properties": {"each": {"const": each}}, "required": ["each"]},
                "then": self._one_each(model, each),
                "else": chosen,
            }
        return {"type": "object", "title": _titled(model), **chosen}

    def _one_each(self, model: str, each: Each) -> Json:
        return self.definitions.refer(f"{model}:each_{each}", lambda: self._model(model, each))

    def _model(self, model: str, each: Each | None) -> Json:
        raw = self._raw[model]
        special = FIELDS.get(model, {})
        properties = {}
        for name, schema in raw["properties"].items():
            if name in special:
                about = {"description": schema["description"]} if "description" in schema else {}
                properties[name] = about | special[name](self, each)
            else:
                properties[name] = self._filled(schema, each)
        return shaped(model, {**raw, "properties": properties}, self.filling(each), each)

    def _filled(self, node: Any, each: Each | None) -> Any:
        """A part of a schema, with its references and marked fields filled."""
        if isinstance(node, list):
            return [self._filled(one, each) for one in node]
        if not isinstance(node, dict):
            return node
        if "x-poise" in node:
            fill = getattr(self.filling(each), node["x-poise"])
            filled = fill(node["space"]) if "space" in node else fill()
            return {**filled, **_about(node)}
        if "$ref" in node:
            return {**self.refer(node["$ref"].removeprefix("#/$defs/"), each), **_about(node)}
        return {key: self._filled(value, each) for key, value in node.items()}


def _titled(model: str) -> str:
    """What an editor calls a model: a word of the language, not of the code."""
    plain = model.removesuffix("Written")
    return "".join(f" {one.lower()}" if one.isupper() else one for one in plain).strip()


def _about(node: Json) -> Json:
    return {key: value for key, value in node.items() if key == "description"}


class _Generator(GenerateJsonSchema):
    """Pydantic's own, without defaults, nulls and titles made up from names."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Json:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Json:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's)
        return False

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Json:
        inner = self.generate_inner(schema["schema"])
        if schema["function"]["function"] is as_list:
            return one_or_more(inner["items"])
        return inner

    def str_schema(self, schema: core_schema.StringSchema) -> Json:  # noqa: ARG002 (pydantic's)
        return text()

    def int_schema(self, schema: core_schema.IntSchema) -> Json:
        return count(schema.get("ge", 0), schema.get("le", 1_000_000))


def _raw() -> dict[str, Json]:
    """Each model and all that it holds, by name, as pydantic sees it."""
    _, whole = models_json_schema(
        [(model, "validation") for model in MODELS],
        by_alias=True,
        ref_template="#/$defs/{model}",
        schema_generator=_Generator,
    )
    found: dict[str, Json] = whole["$defs"]
    for name, model in found.items():
        model["title"] = _titled(name)
        paragraphs = model["description"].split("\n\n")
        model["description"] = "\n\n".join(" ".join(one.split()) for one in paragraphs)
    return found
