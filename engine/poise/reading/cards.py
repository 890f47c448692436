"""What cards say of an area or a product: the groups that it belongs to, and its attributes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal

from poise.declaration import as_list
from poise.problems import At, Collector, did_you_mean
from poise.reading.kinds import suits, words
from poise.reading.scalars import quoted
from poise.source import at
from poise.vocabulary import Kind


class CardChecker:
    """Checks the cards of areas, or of products, against what is declared of them."""

    def __init__(
        self,
        what: Literal["area", "product"],
        groups: Collection[str],
        attributes: Mapping[str, Kind],
        written: Collection[str],
        problems: Collector,
    ) -> None:
        """`written` are all attributes that are declared, read or not, as `area.name`."""
        self._what = what
        self._groups = groups
        self._attributes = attributes
        self._written = written
        self._problems = problems

    def groups(self, value: Any, place: At) -> bool:
        """Whether all groups of a card are declared; a problem for each that is not."""
        unknown = [one for one in as_list(value.get("groups", [])) if one not in self._groups]
        for group in unknown:
            self._problems.error(
                at(group, place),
                "unknown-name",
                f"'{group}' is not a group of {self._what}s",
                did_you_mean(group, self._groups) or f"declare it under '{self._what}_groups:'",
            )
        return not unknown

    def attributes(self, value: Any, noun: str, place: At) -> None:
        for name, said in (value.get("attributes") or {}).items():
            kind = self._attributes.get(name)
            if kind is None and f"{self._what}.{name}" in self._written:
                continue
            if kind is None:
                self._problems.error(
                    at(name, place),
                    "unknown-name",
                    f"{noun} has no attribute '{name}'",
                    did_you_mean(name, self._attributes),
                )
            elif not suits(kind, said):
                self._problems.error(
                    at(said, place),
                    "unknown-name",
                    f"{quoted(said)} is nothing that '{name}' can be",
                    did_you_mean(str(said), words(kind)) or f"it is {kind.noun}",
                )
