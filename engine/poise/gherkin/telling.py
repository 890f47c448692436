"""How the plan is told back to the author of a step that it does not meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from poise.plan import Item, Plan, PlanArgument
from poise.wording import plain

SHORT = 8
NOT_OF_THE_PATIENT = frozenset(
    {
        "engine",
        "evidence",
        "intended_use",
        "limitations",
        "pack",
        "population",
        "rule",
        "schema",
        "source",
        "sources",
        "version",
    }
)
"""Parts of a plan that are the same for everybody, or names: not what it says of a patient."""


def status_words(status: str) -> str:
    """A status as a step writes it."""
    words = {"advised": "suggested", "cautioned": "suggested with caution"}
    return words.get(status, plain(status))


def told(item: Item, arguments: Iterable[PlanArgument] | None = None) -> tuple[str, ...]:
    """An item with its arguments: where it stands, and why."""
    shown = item.arguments if arguments is None else tuple(arguments)
    return (f"{item.label}: {status_words(item.status)}", *_arguments(shown))


def _arguments(shown: Iterable[PlanArgument]) -> Iterable[str]:
    for one in shown:
        perhaps = "perhaps: " if one.holds == "perhaps" else ""
        until = f", until {one.until}" if one.until else ""
        yield f"  {perhaps}{one.sentence}{until} ({one.rule}; {', '.join(one.evidence)})"
        if one.because:
            yield f"      {one.because}"


def said_of_area(plan: Plan, area: str = "") -> tuple[str, ...]:
    """What the plan holds, where what was looked for is not on it."""
    if not plan.items:
        return (f"nothing is on it; {plain(plan.candidacy.status)}: {plan.candidacy.because}",)
    items = [f"{item.label}: {status_words(item.status)}" for item in plan.items]
    where = f"nothing of it in '{area}'; it holds" if area else "it holds"
    return (f"{where}:", *short(f"  {one}" for one in items))


def short(lines: Iterable[str], most: int = SHORT) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    all_lines = tuple(lines)
    more = len(all_lines) - most
    return all_lines if more <= 0 else (*all_lines[:most], f"  and {more} more")


def blob(argument: PlanArgument) -> str:
    """Everything that an argument says, for a step that quotes a part of it."""
    parts = (argument.title, argument.sentence, argument.because, argument.until)
    return " ".join((*parts, argument.reopened_by, argument.rule))


def holds_text(written: str, *texts: str) -> bool:
    """Whether words stand in a text, capitals and line breaks apart."""
    wanted = " ".join(written.lower().split())
    return any(wanted in " ".join(text.lower().split()) for text in texts)


def sentences(plan: Plan) -> tuple[str, ...]:
    """Every text that the plan says of this patient."""
    return tuple(_texts(plan.as_dict()))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in NOT_OF_THE_PATIENT:
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
