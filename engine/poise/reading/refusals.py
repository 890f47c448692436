"""Why a field's value was refused, in the words of somebody who wrote a rule."""

from __future__ import annotations

from typing import Any

from poise.problems import did_you_mean
from poise.reading.scalars import quoted

SEE = "see the reference of the language"


def refusal(kind: str, context: Any, written: Any, key: str) -> tuple[str, str]:
    """A message and a hint for one of pydantic's kinds of error."""
    shown = quoted(written)
    if kind == "string_type":
        return f"'{key}' is text, not {shown}", "quote the text, or write it as a block with '>'"
    if kind == "literal_error":
        return _not_among(context, written, key)
    if kind.startswith("int_"):
        return f"'{key}' is a whole number, not {shown}", "write digits"
    if kind.startswith(("greater", "less")):
        bound = next(iter(context.values()), "")
        side = "at least" if kind.startswith("greater") else "at most"
        return f"'{key}' cannot be {shown}", f"it is {side} {bound}"
    if kind == "too_short":
        return f"'{key}' lists too little", f"it needs at least {context.get('min_length', 1)}"
    if kind in ("tuple_type", "list_type"):
        return f"'{key}' is a list, not {shown}", "begin each line below it with '- '"
    if kind in ("model_type", "dict_type"):
        return f"'{key}' is written as fields, not as {shown}", f"write '{key}: {{...}}'; {SEE}"
    if kind in ("value_error", "assertion_error"):
        raise context["error"]  # a mistake of ours: no reader refuses a value in this way
    return f"'{key}' cannot be {shown}", SEE


def _not_among(context: Any, written: Any, key: str) -> tuple[str, str]:
    offered = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    names = [name.strip() for name in offered.split(",")]
    hint = did_you_mean(written, names) if isinstance(written, str) else ""
    return f"'{key}' cannot be {quoted(written)}", hint or f"one of: {', '.join(names)}"
