"""A rule as it is written, and what in it can be changed: tests, lines, combinations, selectors.

What is changed is what the author wrote, so that a mutant is shown in the author's own words and
means whatever the pack's own reader makes of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from poise.placed import Block, at
from poise.problems import At
from poise.reading.layers import Checked
from poise.reading.spaces import Space, spaces
from poise.rules import VERBS, OnItems, Rule
from poise.taxonomy import Taxonomy
from poise.vocabulary import Kind, Vocabulary

Path = tuple[str | int, ...]
"""The way from a rule to something in it: keys of mappings and positions in lists."""

SIDED = ("either_side", "both_sides", "other_side")
LISTS = ("all_of", "any_of", "none_of")


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule as its file has it, with what its names mean."""

    rule: Rule
    block: Block
    place: At
    vocabulary: Vocabulary
    taxonomy: Taxonomy

    def at(self, path: Path) -> Any:
        """What stands at a path."""
        value: Any = self.block
        for step in path:
            value = value[step]
        return value


@dataclass(frozen=True, slots=True)
class Tested:
    """A test: of a fact, measure or finding, or of an attribute in a selector."""

    path: Path
    kind: Kind


@dataclass(frozen=True, slots=True)
class Named:
    """Names in a selector, or those that a suggestion puts forward."""

    path: Path
    space: Space


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a condition is made of: the paths of its mappings, combinations and tests."""

    lines: tuple[Path, ...]
    """Mappings, whose lines must all hold."""
    combined: tuple[Path, ...]
    """Lists under `all_of` and its like, counts among them, and what stands under `either_side`."""
    tests: tuple[Tested, ...]


def written_rules(checked: Checked, own: Collection[str]) -> Iterator[WrittenRule]:
    """The active rules among these ids, in the order of their files."""
    contents, files = checked.contents, checked.files
    rules = {rule.id: rule for rule in contents.rules}
    for value, place in (*files.rules, *files.areas, *files.products):
        for block in value.get("rules") or ():
            rule = rules[str(block["id"])]
            if rule.id in own and rule.stage == "active":
                yield WrittenRule(
                    rule, block, at(block, place), contents.vocabulary, contents.taxonomy
                )


def verbs(written: WrittenRule) -> Iterator[tuple[str, Path]]:
    """Each thing that a rule does, with where it stands."""
    for kind in VERBS:
        found = written.block.get(kind.word)
        if isinstance(found, list):
            yield from ((kind.word, (kind.word, number)) for number in range(len(found)))
        elif found is not None:
            yield kind.word, (kind.word,)


def conditions(written: WrittenRule) -> Conditions:
    """All conditions of a rule: its own, and what it requires."""
    lines: list[Path] = []
    combined: list[Path] = []
    tests: list[Tested] = []

    def mapping(path: Path) -> None:
        lines.append(path)
        for key, value in written.at(path).items():
            here = (*path, key)
            if key in LISTS:
                listed(here)
            elif key == "count" and isinstance(value, dict):
                listed((*here, "of"))
            elif key in SIDED:
                combined.append(here)
                mapping(here)
            else:
                tests.append(Tested(here, written.vocabulary.kind(key)))

    def listed(path: Path) -> None:
        combined.append(path)
        for number in range(len(written.at(path))):
            mapping((*path, number))

    for root in _roots(written):
        mapping(root)
    return Conditions(tuple(lines), tuple(combined), tuple(tests))


def _roots(written: WrittenRule) -> Iterator[Path]:
    if "when" in written.block:
        yield ("when",)
    for word, path in verbs(written):
        if word == "require" and "that" in written.at(path):
            yield (*path, "that")


def selectors(written: WrittenRule) -> Iterator[Path]:
    """Where a rule says on what it acts, as a mapping."""
    kinds = {kind.word: kind for kind in VERBS}
    for word, path in verbs(written):
        value = written.at(path)
        if word == "sequence":
            steps = ((*path, "order", number) for number in range(len(value["order"])))
            yield from (step for step in steps if isinstance(written.at(step), dict))
        elif not isinstance(value, dict):
            continue
        elif isinstance(value.get("items"), dict):
            yield (*path, "items")
        elif issubclass(kinds[word], OnItems) and not _fields(kinds[word]) & set(value):
            yield path


def _fields(verb: type) -> set[str]:
    fields: dict[str, Any] = verb.model_fields  # type: ignore[attr-defined]
    return {field.alias or name for name, field in fields.items()}


def selected(written: WrittenRule) -> Iterator[Named | Tested]:
    """Each line of each selector, and what suggestions name."""
    known = spaces(written.taxonomy)
    places = [*selectors(written)]
    for place in places:
        for key in written.at(place):
            if key in known:
                yield Named((*place, key), known[key][1])
            else:
                owner, _, attribute = key.partition(".")
                kinds = {
                    "product": written.taxonomy.product_attributes,
                    "area": written.taxonomy.area_attributes,
                }
                yield Tested((*place, key), kinds[owner][attribute])
    for word, path in verbs(written):
        for key in ("product", "area", "for") if word == "suggest" else ():
            if key in written.at(path):
                yield Named((*path, key), known[key][1])
