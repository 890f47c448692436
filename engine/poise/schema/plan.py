"""JSON Schema of a plan, for whoever reads plans; published, and kept stable."""

from __future__ import annotations

from poise.plan import SCHEMA, Plan
from poise.schema.words import DIALECT, Json


def plan_schema() -> Json:
    """JSON Schema of a plan as it is written, of this version of its form."""
    made = Plan.model_json_schema(by_alias=True, mode="serialization")
    made["properties"]["schema"] = {"const": SCHEMA, "description": "the version of this form"}
    definitions = made.pop("$defs")
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('.', ':').replace('/', ':')}",
        **made,
        "$defs": definitions,
    }
