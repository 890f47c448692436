"""Where each line of a condition stands in the files that it was written in.

A condition tree has no places of its own: whoever has something to say of one line looks for it
here, in the files as they are read, by the line's number in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from poise.declaration import as_list
from poise.loading import read_whole
from poise.problems import At, Collector
from poise.reading.files import Files
from poise.rules import Rule
from poise.source import Block, at


class Spot(NamedTuple):
    """What a line tests, where it stands, and its test as written."""

    fact: str
    at: At
    test: Any


class Spots:
    """The lines of every rule, measure and `asked_when` of a pack's files."""

    def __init__(self, files: Files) -> None:
        every = (*files.rules, *files.areas, *files.products, *files.members)
        self._rules = {
            str(rule["id"]): (rule, place)
            for value, place in every
            for rule in as_list(value.get("rules") or [])
        }
        self._facts = files.sections["facts"]
        self._measures = files.sections["measures"]

    @property
    def rules(self) -> frozenset[str]:
        """The rules that stand in the files."""
        return frozenset(self._rules)

    def of_rule(self, rule: Rule) -> tuple[Spot, ...]:
        """All lines of a rule: those of its `when`, then those of what it requires."""
        required = (
            spot
            for number, verb in enumerate(rule.require)
            if verb.that is not None
            for spot in self.of_that(rule.id, number)
        )
        return (*self.of_when(rule.id), *required)

    def of_when(self, rule: str) -> tuple[Spot, ...]:
        """The lines under a rule's `when`."""
        return self._of(self._rules, rule, "when")

    def of_that(self, rule: str, number: int) -> tuple[Spot, ...]:
        """The lines that a rule's `require` number so-and-so needs."""
        if rule not in self._rules:
            return ()
        value, place = self._rules[rule]
        required = as_list(value["require"])[number]
        return tuple(_lines(required.get("that"), at(required, place)))

    def of_asked(self, fact: str) -> tuple[Spot, ...]:
        """The lines that decide whether a fact is asked."""
        return self._of(self._facts, fact, "asked_when")

    def of_part(self, measure: str, number: int) -> tuple[Spot, ...]:
        """The lines of one case, or of one line of a score."""
        if measure not in self._measures:
            return ()
        value, place = self._measures[measure]
        parts = [one for one in value.get("cases") or value["points"] if "when" in one]
        return tuple(_lines(parts[number]["when"], at(parts[number], place)))

    def _of(self, owners: Any, name: str, key: str) -> tuple[Spot, ...]:
        value, place = owners.get(name, ({}, At("")))
        return tuple(_lines(value.get(key), place))


def spots_of(path: str | Path | None) -> Spots | None:
    """Those of a pack, as `poise.load` finds it; None where it is not there any more."""
    found = read_whole(path, Collector())
    return None if found is None else Spots(found.files)


def _lines(value: Any, place: At) -> Iterator[Spot]:
    """In the order of the tree's lines, which is that in which a condition is read."""
    for key in sorted(value) if isinstance(value, Block) else ():
        match key:
            case "all_of" | "any_of" | "none_of":
                for item in value[key]:
                    yield from _lines(item, place)
            case "count":
                for item in value[key]["of"]:
                    yield from _lines(item, place)
            case "either_side" | "both_sides" | "other_side":
                yield from _lines(value[key], place)
            case _:
                yield Spot(str(key), at(value.key(key), place), value[key])
