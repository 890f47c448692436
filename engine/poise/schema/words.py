"""What JSON Schema can say of words, numbers, dates and lengths of time, once for all schemas.

A file is read by Poise as text throughout, and by an editor as YAML 1.2: there `1` is a number,
`true` a boolean and an empty value null, while `yes` and `no` are words. Each schema here takes
everything that the one and the other reader make of what an author may write.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

Json = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

DIGITS = r"([0-9]{1,15}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][-+]?[0-9]{1,2})?"
NUMBER = rf"[-+]?{DIGITS}"
_YEAR = r"(19|20|21)[0-9]{2}"
_LEAP_YEAR = r"((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
_MONTHS = (
    r"(0?[13578]|1[02])-(0?[1-9]|[12][0-9]|3[01])",
    r"(0?[469]|11)-(0?[1-9]|[12][0-9]|30)",
    r"0?2-(0?[1-9]|1[0-9]|2[0-8])",
)
_DAY = rf"({_YEAR}-({'|'.join(_MONTHS)})|{_LEAP_YEAR}-0?2-29)([T ][0-9:.Z+-]*)?"
_COARSE = rf"{_YEAR}(-(0?[1-9]|1[0-2]))?"
_LENGTH = r"[0-9]{1,4} ?(day|week|month|year)s?"


def reference(*steps: str) -> Json:
    """A reference to another place in the same schema."""
    return {"$ref": pointer(*steps)}


def pointer(*steps: str) -> str:
    """The address of a place in the same schema, escaped as a JSON pointer in an address is."""
    escaped = (step.replace("~", "~0").replace("/", "~1") for step in steps)
    return "#/" + "/".join(quote(step, safe="~:+!$&'()*,;=@") for step in escaped)


def whole(pattern: str) -> str:
    """A pattern for a whole text; what stands around it as blank is dropped by every reader."""
    return rf"^\s*({pattern})\s*$"


def escaped(text: str) -> str:
    """A text as a pattern that means itself, in every dialect of patterns."""
    return re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", text)


# --- words -----------------------------------------------------------------------------------


def one_of(names: Iterable[str], labels: Mapping[str, str] | None = None) -> Json:
    """One of these words; editors show the label of each."""
    known = list(dict.fromkeys(names))
    values = [*known, *(read for one in known for read in _read_as(one))]
    if not labels:
        return {"enum": values}
    told = [labels.get(str(one), "") for one in values]
    return {"enum": values, "enumDescriptions": told} if any(told) else {"enum": values}


def _read_as(word: str) -> list[Any]:
    """What a YAML 1.2 reader makes of a plain word, where it is not the word itself."""
    if word.lower() in ("true", "false"):
        return [word.lower() == "true"]
    if word.lower() in ("null", "~"):
        return [None]
    if re.fullmatch(NUMBER, word) and math.isfinite(float(word)):
        return [int(word) if re.fullmatch(r"[-+]?[0-9]+", word) else float(word)]
    return []


def text() -> Json:
    """Words in a rule file; those that an editor reads as a number are text all the same."""
    return {"type": ["string", "number"]}


def one_or_more(schema: Json, least: int = 0) -> Json:
    """One value, or a list of them."""
    return in_form(schema, {"array": _listed(schema, least)})


def in_form(schema: Json, forms: Json) -> Json:
    """A value, or one of other forms by their JSON type.

    An editor offers what stands in the first of several alternatives, and tells what is wrong by
    the nearest; so each other form is open there, and said where it is used.
    """
    said = [{"if": {"type": form}, "then": one} for form, one in forms.items()]
    alternatives = [schema, *({"type": form} for form in forms)]
    return {"anyOf": alternatives, **(said[0] if len(said) == 1 else {"allOf": said})}


def _listed(schema: Json, least: int) -> Json:
    return {"type": "array", "items": schema, **({"minItems": least} if least else {})}


def words(known: Iterable[str]) -> Json:
    """Words that an editor would quote, such as `yes`, offered plain."""
    listed = list(known)
    offered = [{"label": word, "body": word} for word in listed]
    return {"defaultSnippets": offered, **unoffered({"enum": listed})}


def unoffered(schema: Json) -> Json:
    """The same, out of sight of an editor that looks for what to offer."""
    return {"if": True, "then": schema}


def mapping(values: Json) -> Json:
    """Names, and to each what it is."""
    return {"type": "object", "additionalProperties": values}


# --- numbers and times -----------------------------------------------------------------------


def bounds(low: float, high: float) -> Json:
    """The range of a number, where it has one."""
    ends = {"minimum": low, "maximum": high}
    return {end: neat(value) for end, value in ends.items() if math.isfinite(value)}


def neat(value: float) -> float:
    """A whole number without its fraction."""
    return int(value) if value == int(value) else value


def figure(low: float = -math.inf, high: float = math.inf) -> Json:
    """A number in a rule file, quoted or not."""
    return {"type": ["number", "string"], **bounds(low, high), "pattern": whole(NUMBER)}


def count(low: float, high: float) -> Json:
    """A whole number in a rule file, quoted or not."""
    return {"type": ["integer", "string"], **bounds(low, high), "pattern": whole("[0-9]+")}


def day() -> Json:
    """A single day."""
    return {"type": "string", "pattern": whole(_DAY)}


def date() -> Json:
    """A day, a month or a year; a bare year is a number to an editor."""
    return {
        "type": ["string", "integer"],
        "pattern": whole(f"{_DAY}|{_COARSE}"),
        "minimum": 1900,
        "maximum": 2199,
    }


def length() -> Json:
    """A length of time."""
    return {
        "type": "string",
        "pattern": whole(_LENGTH),
        "examples": ["90 days", "2 weeks", "6 months", "1 year"],
        "errorMessage": "a length of time is written as '90 days', '2 weeks' or '6 months'",
    }
