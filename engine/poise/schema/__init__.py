"""JSON Schemas, generated from the models and a pack's vocabulary.

assessment_schema(pack)     what an assessment of the pack can say, for forms and clients
rules_schema(pack, file)    what a rule file of the pack can say, for editors
plan_schema()               what a plan holds, for whoever reads plans
schema_text(schema)         the text of a schema's file
"""

from __future__ import annotations

import json
from typing import Any

from poise.schema.assessment import assessment_schema
from poise.schema.plan import plan_schema
from poise.schema.rules import RuleFile, rules_schema

__all__ = ["RuleFile", "assessment_schema", "plan_schema", "rules_schema", "schema_text"]


def schema_text(schema: dict[str, Any]) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
