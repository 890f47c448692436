"""What an assessment says of requests; the reader's twin is `poise.requests`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poise.requests import MOST
from poise.schema import answers
from poise.schema.words import DIGITS, Json, escaped, one_of, whole
from poise.taxonomy import Taxonomy
from poise.vocabulary import BOTH, SIDES

if TYPE_CHECKING:
    from poise.pack import RulePack


def requests(pack: RulePack) -> Json:
    """A list of requests; each names its own field."""
    taxonomy = pack.taxonomy
    products = {name: product.label for name, product in taxonomy.products.items()}
    areas = {name: area.label for name, area in taxonomy.areas.items()}
    goals = {name: goal.label for name, goal in pack.vocabulary.goals.items()}
    units = _units(taxonomy)
    fields = {
        "product": ("Product", one_of(units, {**taxonomy.product_groups, **products})),
        "area": ("Area", one_of(areas, areas)),
        "side": ("Side", one_of((*SIDES, BOTH))),
        "for": ("For", one_of(goals, goals)),
        "amount": ("Amount", {"description": "With the unit of the product."}),
    }
    unpaired = [area.id for area in taxonomy.areas.values() if not area.paired]
    request = {
        "type": "object",
        "properties": {name: {"title": title, **said} for name, (title, said) in fields.items()},
        "required": ["product", "area"],
        "additionalProperties": False,
        "allOf": [
            _where("area", unpaired, {"side": {"const": BOTH}}),
            *(
                _where(
                    "product",
                    [name for name in units if units[name] == said],
                    {"amount": _amount(said)},
                )
                for said in sorted(set(units.values()))
            ),
        ],
    }
    none = {"enum": ["none", answers.UNKNOWN]}
    return {
        "title": "Requests",
        "description": "What the patient asks for by name; each is answered by itself.",
        "anyOf": [{"type": "array", "items": request}, none, answers.UNANSWERED],
    }


def _units(taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    """Every product that can be asked for, with the units of its amounts."""
    found: dict[str, tuple[str, ...]] = {}
    for name in taxonomy.product_names():
        leaves = [taxonomy.products[leaf] for leaf in taxonomy.leaves(name)]
        if any(not leaf.recorded_only for leaf in leaves):
            found[name] = tuple(sorted({leaf.unit for leaf in leaves} - {""}))
    return found


def _where(field: str, names: list[str], said: dict[str, Json]) -> Json:
    """What holds of a request where a field is one of these."""
    when = {"properties": {field: {"enum": names}}, "required": [field]}
    return {"if": when, "then": {"properties": said}}


def _amount(units: tuple[str, ...]) -> Json:
    """An amount in one of these units; without a unit only where the product has none."""
    unit = f" +({'|'.join(map(escaped, units))})" if units else r"( [\s\S]*)?"
    text = {"type": "string", "pattern": whole(rf"\+?{DIGITS}{unit}")}
    number = {"type": "number", "exclusiveMinimum": 0, "maximum": MOST}
    return {"anyOf": [*([] if units else [number]), text, {"enum": [answers.UNKNOWN]}, _NULL]}


_NULL: Json = {"$ref": "#/$defs/null"}
