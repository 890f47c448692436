"""What must hold of a pack for every assessment there can be: the statements of `proofs.yaml`.

They are written in the rule language, and say of rules what rules say of patients. `poise check`
proves each, or refutes it with the smallest assessment that shows it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from poise.conditions import ALWAYS
from poise.declaration import ONE_OR_MORE, Declaration, Reads
from poise.rules import Items, Length, When, YesOrNo


class Beyond(Declaration):
    """More than a most, counted as a [ceiling](#ceiling) counts: what the records hold in the
    window, and this treatment."""

    at_most: Annotated[float | str, Reads("limit")] = Field(description="a number or a measure")
    unit: str = Field(description="`sessions`, or the unit of an amount")
    per: Annotated[tuple[Literal["side", "area"], ...], ONE_OR_MORE] = Field(
        (), description="counted for each side or area by itself"
    )
    within: Length | None = Field(None, description="the window; all time where silent")


class Proof(Declaration):
    """One statement: that items never stand better than a status, that a line to tick stands beside
    them, that a plan is never ready, that no suggestion depends on a fact, or that no text of the
    pack matches a pattern."""

    id: str = Field(description="its name, unique in the pack")
    title: str = Field(description="what it says, in one line")
    each: Literal["side", "area"] | None = Field(
        None, description="it holds for each side, or for each area; `items` then means here"
    )
    when: When = Field(ALWAYS, description="in every assessment in which this surely holds")
    unanswered: Annotated[str, Reads("name", "fact")] | None = Field(
        None, description="and in which this fact applies, or may, and was not answered"
    )
    items: Items | None = Field(None, description="the candidates that it speaks of")
    beyond: Beyond | None = Field(
        None, description="and in which more of these than this is given, counting this treatment"
    )
    never_better_than: (
        Literal["cautioned", "discouraged", "on_hold", "deferred", "excluded"] | None
    ) = Field(None, description="the best status that any of them may have")
    always_noted: str = Field(
        "",
        description="a pattern (a regular expression): while one of them might be treated, a line "
        "to tick by hand matches it",
    )
    never_ready: YesOrNo = Field(
        False, description="`yes`: no such plan says that it is ready for treatment"
    )
    no_suggestion_depends_on: Annotated[
        tuple[Annotated[str, Reads("name", "fact")], ...], ONE_OR_MORE
    ] = Field((), description="facts that no rule with `suggest` may rest on, at any remove")
    no_text_matches: Annotated[tuple[str, ...], ONE_OR_MORE] = Field(
        (), description="patterns (regular expressions) that no text of the pack may match"
    )
    catalogue: Annotated[tuple[str, ...], ONE_OR_MORE] = Field(
        (), description="its ids in an outside catalogue"
    )
