"""Examples out of a real pack: the lines of its files, as their authors wrote them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from poise.problems import Collector
from poise.source import Block, Listing, read

LONGEST = 9
"""Lines of an example; a longer one is shown only where there is no shorter."""


@dataclass(frozen=True, slots=True)
class Example:
    """Some lines of one file."""

    file: str
    rule: str
    text: str
    fields: int

    @property
    def caption(self) -> str:
        return f"`{self.rule}`, in `{self.file}`:"

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Telling and short: not too long, then by how many fields it shows, then by length."""
        lines = self.text.count("\n") + 1
        return (max(0, lines - LONGEST), -self.fields, len(self.text), self.rule)


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """One rule of a file, with its place among the file's lines."""

    file: str
    value: Block
    lines: tuple[str, ...]
    first: int
    end: int

    @property
    def id(self) -> str:
        return str(self.value["id"])

    @property
    def text(self) -> str:
        """The rule as it stands in its file."""
        return _dedented(self.lines[self.first : self.end])

    def part(self, key: str) -> str:
        """One field of the rule as it stands in its file, with all that is below it."""
        starts = [one.at.line - 1 for one in self.value if hasattr(one, "at")]
        ends = dict(pairwise([*starts, self.end]))
        start = self.value.key(key).at.line - 1  # type: ignore[attr-defined]
        return _dedented(self.lines[start : ends[start]])


def written_rules(folder: Path) -> tuple[WrittenRule, ...]:
    """Every rule of a pack, in the order of its files."""
    found: list[WrittenRule] = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder.parent).as_posix()
        value = read(path, name, Collector())
        if isinstance(value, Block) and isinstance(value.get("rules"), Listing):
            lines = tuple(path.read_text(encoding="utf-8").splitlines())
            found += _rules(name, value, lines)
    return tuple(found)


def _rules(name: str, file: Block, lines: tuple[str, ...]) -> Iterator[WrittenRule]:
    rules = [one for one in file["rules"] if isinstance(one, Block)]
    starts = [one.at.line - 1 for one in rules]
    after = [key.at.line - 1 for key in file if hasattr(key, "at")]
    for rule, start in zip(rules, starts, strict=True):
        later = [line for line in (*starts, *after) if line > start]
        yield WrittenRule(name, rule, lines, start, min(later, default=len(lines)))


def of_verb(rules: Iterable[WrittenRule], word: str) -> Example | None:
    """The most telling short example of a verb."""
    found = []
    for rule in rules:
        if word not in rule.value:
            continue
        value: Any = rule.value[word]
        entries = value if isinstance(value, list) else [value]
        fields = max(len(one) if isinstance(one, dict) else 1 for one in entries)
        found.append(Example(rule.file, rule.id, rule.part(word), fields))
    return min(found, key=lambda one: one.rank, default=None)


def whole(rules: Iterable[WrittenRule], longest: int) -> Example | None:
    """The rule that shows the most fields in so many lines."""
    found = [
        Example(rule.file, rule.id, rule.text, len(rule.value))
        for rule in rules
        if rule.text.count("\n") < longest
    ]
    return min(found, key=lambda one: one.rank, default=None)


def conditions(rule: WrittenRule) -> Iterator[tuple[str, Any]]:
    """Every key of a rule's conditions with what it holds, however deep it stands."""
    requires: Any = rule.value.get("require", [])
    yield from _keys(rule.value.get("when"))
    for one in requires if isinstance(requires, list) else [requires]:
        yield from _keys(one.get("that") if isinstance(one, dict) else None)


def _keys(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _keys(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _keys(inner)


def flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return str(value)


def _dedented(lines: Iterable[str]) -> str:
    kept = list(lines)
    while kept and (not kept[-1].strip() or kept[-1].lstrip().startswith("#")):
        kept.pop()
    return textwrap.dedent("\n".join(kept))
