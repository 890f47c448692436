"""Assessments on one line, as they can be pasted into a file."""

from __future__ import annotations

import json
from typing import Any


def flow(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, float):
        return f"{value:g}"
    text = str(value)
    return (
        text
        if text.replace("_", "").replace("-", "").replace(" ", "").isalnum()
        else json.dumps(text)
    )
