"""How everything in a rule file is declared: frozen, closed, and described.

A declaration is a pydantic model whose fields carry their description, so that validation, the
JSON Schema for editors and the language reference read the same text. A field that speaks of
other names (a condition, a selector) is read by the reader that pydantic carries as its context,
since only the reader knows every name of the pack; see `poise.reading`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import core_schema


class Declaration(BaseModel):
    """Something that a rule file declares."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # a kept pack is never validated again
    )


@dataclass(frozen=True, slots=True)
class Reads:
    """Marks a field that the reader's `method` reads; `space` is which names it may use.

    In a JSON Schema the field stands as `{"x-poise": method, "space": space}`, which
    `poise.schema` fills in from the vocabulary of a pack.
    """

    method: str
    space: str = ""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> Any:
        return core_schema.with_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _core: Any, _handler: Any) -> dict[str, Any]:
        return {"x-poise": self.method} | ({"space": self.space} if self.space else {})

    def _read(self, value: Any, info: ValidationInfo) -> Any:
        if info.context is None:
            return value
        read = getattr(info.context, self.method)
        return read(self.space, value) if self.space else read(value)


def as_list(value: Any) -> Any:
    """One, or a list: both are a list from here on."""
    return value if isinstance(value, list | tuple) else [value]


Words = Annotated[str, Field(min_length=1)]
"""A text that has to say something."""

ONE_OR_MORE = BeforeValidator(as_list)
"""Marks a tuple field that may be written as a single value."""
