"""JSON Schema of the files of one pack, from which an editor completes, explains and checks.

It knows the pack's names: each fact with the tests that its kind allows, products, areas, goals,
sources. A name that is new to the pack is known to the schema when that is made again. What only
the whole pack can tell (cycles, a selector that matches nothing, what a `because` cites) is told
by `poise check`.

Besides JSON Schema's own, it uses words of the yaml-language-server: `enumDescriptions`,
`defaultSnippets`, `errorMessage` and `doNotSuggest`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from poise.reading.files import SECTIONS
from poise.schema.definitions import Definitions
from poise.schema.models import Models
from poise.schema.words import DIALECT, Json, reference

if TYPE_CHECKING:
    from poise.pack import RulePack

RuleFile = Literal[
    "rules", "area", "product", "member", "vocabulary", "evidence", "view", "proofs", "pack"
]

FILES: dict[RuleFile, str] = {
    "area": "AreaFile",
    "product": "ProductFile",
    "member": "MemberFile",
    "evidence": "EvidenceFile",
    "pack": "PackHead",
    "proofs": "ProofsFile",
    "rules": "RulesFile",
    "view": "ViewFile",
    "vocabulary": "VocabularyFile",
}
_TOLD_BY: dict[RuleFile, tuple[str, ...]] = {
    "area": ("area",),
    "product": ("product",),
    "member": ("member", "of"),
    "evidence": ("sources",),
    "pack": ("intended_use", "acts_on_order", "publisher", "language", "extends"),
    "view": ("view",),
    "proofs": ("proofs",),
    "rules": ("rules",),
    "vocabulary": SECTIONS,
}
"""Fields that only one kind of file has; looked for in this order."""


def rules_schema(pack: RulePack, file: RuleFile | None = None) -> Json:
    """JSON Schema of one kind of file, or of any file, told apart by its fields."""
    definitions = Definitions()
    models = Models(pack, definitions)
    if file is None:
        for model in FILES.values():
            models.refer(model)
        body = _any(definitions.all())
    else:
        body = models.refer(FILES[file])
    made = {
        "$schema": DIALECT,
        "$id": f"urn:poise:{pack.head.id}:{file or 'rules'}{'-file' if file else ''}",
        "title": f"{pack.head.title}: {f'{file} file' if file else 'a file of the pack'}",
        **body,
        "$defs": definitions.all(),
    }
    return copy.deepcopy(made)


def _any(made: dict[str, Json]) -> Json:
    """The kind of file that a field tells; where none does yet, every field is offered."""
    offered: dict[str, Json] = {}
    for kind, names in _TOLD_BY.items():
        model = made[FILES[kind]]
        said = [model["properties"][name] if kind == "vocabulary" else model for name in names]
        about = [{"description": one["description"]} for one in said]
        offered |= dict(zip(names, about, strict=True))
    told = [name for names in _TOLD_BY.values() for name in names]
    chosen: Json = {"properties": offered, "anyOf": _one_of(told), "additionalProperties": False}
    for kind, names in reversed(_TOLD_BY.items()):
        chosen = {
            "if": {"anyOf": _one_of(names)},
            "then": reference("$defs", FILES[kind]),
            "else": chosen,
        }
    return {"type": "object", **chosen}


def _one_of(names: Iterable[str]) -> list[Json]:
    return [{"required": [name]} for name in names]
