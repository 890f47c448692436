"""YAML text to values that know where they were written; nothing else knows PyYAML.

Scalars stay the text that was written: whether `no` is an answer, a level or a name is for the
kind of the fact to say, so a clinician never meets a YAML surprise. Values are ordinary `str`,
`dict` and `list` with a place, which pydantic and everything else read as such.

Values are built from parser events on an explicit stack: a file cannot exhaust the call stack,
and as anchors are refused a few lines cannot stand for millions.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from poise.problems import At, Collector

MAX_BYTES = 2_000_000
MAX_DEPTH = 40


class Scalar(str):
    """A scalar as written; `plain` is false where it was quoted or a block of text."""

    __slots__ = ("at", "plain")
    at: At
    plain: bool

    @classmethod
    def new(cls, text: str, at: At, plain: bool = True) -> Scalar:
        scalar = cls(text)
        scalar.at, scalar.plain = at, plain
        return scalar


class Block(dict[Scalar, "Value"]):
    """A mapping; its keys are scalars with places of their own."""

    __slots__ = ("at",)
    at: At

    @classmethod
    def new(cls, at: At) -> Block:
        block = cls()
        block.at = at
        return block

    def key(self, name: str) -> Scalar:
        """The key as it stands in the file."""
        return next(key for key in self if key == name)


class Listing(list["Value"]):
    """A sequence."""

    __slots__ = ("at",)
    at: At

    @classmethod
    def new(cls, at: At, values: Iterator[Value] | None = None) -> Listing:
        listing = cls(values or ())
        listing.at = at
        return listing


Value = Scalar | Block | Listing


def at(value: Any, fallback: At) -> At:
    """Where a value was written, or `fallback` for one that was not."""
    return getattr(value, "at", fallback)


def read(path: Path, name: str, problems: Collector, inside: Path | None = None) -> Value | None:
    """Read one file. `name` stands in messages; `inside` is the folder it may not lead out of."""
    where = At(name)
    try:
        if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
            problems.error(
                where,
                "outside-folder",
                f"'{name}' is a link that leads out of the folder",
                "copy the file into the folder",
            )
            return None
        if path.stat().st_size > MAX_BYTES:
            problems.error(
                where,
                "too-large",
                f"'{name}' is larger than {MAX_BYTES // 1_000_000} MB",
                "a rule file is a page or two of text; is this the right file?",
            )
            return None
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "the link leads nowhere"
        problems.error(
            where, "missing-file", f"'{name}' cannot be read: {reason.lower()}", "check the path"
        )
        return None
    return parse_bytes(data, name, problems)


def parse_bytes(data: bytes, name: str, problems: Collector) -> Value | None:
    """Parse the bytes of a file, which are text in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        problems.error(
            At(name, line, column),
            "not-utf8",
            "the file is not text in UTF-8",
            "save it again with the encoding UTF-8",
        )
        return None
    return parse(text, name, problems)


def parse(text: str, name: str, problems: Collector) -> Value | None:
    """Parse YAML (or JSON, which is YAML too); None, with problems, where that cannot be done."""
    if len(text) > MAX_BYTES:
        problems.error(
            At(name), "too-large", f"'{name}' is larger than {MAX_BYTES // 1_000_000} MB"
        )
        return None
    builder = _Builder(name, problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        _report(error, text, name, problems)
        return None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = At(name, before.count("\n") + 1, error.position - (before.rfind("\n") + 1) + 1)
        problems.error(place, "yaml", "a character here cannot stand in a text file", "remove it")
        return None
    if builder.root is None or builder.root == "":
        problems.error(At(name, 1, 1), "empty-file", f"'{name}' holds nothing")
        return None
    return builder.root


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Builder:
    """Turns parser events into one value."""

    def __init__(self, name: str, problems: Collector) -> None:
        self.root: Value | None = None
        self._name = name
        self._problems = problems
        self._stack: list[Block | Listing] = []
        self._keys: list[Scalar | None] = []

    def take(self, event: Any) -> bool:
        """Take one event; False when the file cannot be read further."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                return self._refuse_anchor(event)
            plain = event.style is None
            return self._put(Scalar.new(event.value, self._at(event), plain), event)
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            return self._open(event)
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            return self._refuse_anchor(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._problems.error(
                self._at(event), "yaml", "a second document starts here", "one document a file"
            )
            return False
        return True

    def _open(self, event: Any) -> bool:
        if event.anchor:
            return self._refuse_anchor(event)
        place = self._at(event)
        if len(self._stack) >= MAX_DEPTH:
            self._problems.error(
                place, "too-deep", f"values are nested more than {MAX_DEPTH} deep", "flatten them"
            )
            return False
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: Block | Listing = Block.new(place) if mapping else Listing.new(place)
        if not self._put(value, event):
            return False
        self._stack.append(value)
        self._keys.append(None)
        return True

    def _put(self, value: Value, event: Any) -> bool:
        if not self._stack:
            self.root = value
            return True
        top = self._stack[-1]
        if isinstance(top, Listing):
            top.append(value)
            return True
        key = self._keys[-1]
        if key is None:
            if not isinstance(value, Scalar):
                self._problems.error(
                    self._at(event), "yaml", "a key must be a word", "quote text in { } or [ ]"
                )
                return False
            self._keys[-1] = value
            return True
        self._keys[-1] = None
        if key in top:
            self._problems.error(
                key.at,
                "duplicate-key",
                f"'{key}' is written twice here",
                f"the first stands in line {top.key(key).at.line}; keep one",
            )
        else:
            top[key] = value
        return True

    def _refuse_anchor(self, event: Any) -> bool:
        self._problems.error(
            self._at(event),
            "yaml-alias",
            f"'{'*' if isinstance(event, yaml.AliasEvent) else '&'}{event.anchor}' is a YAML "
            "anchor or alias, which the rule language does not use",
            "write the text out; quote it if it begins with * or &",
        )
        return False

    def _at(self, event: Any) -> At:
        mark = event.start_mark
        return At(self._name, mark.line + 1, mark.column + 1)


def _report(error: yaml.MarkedYAMLError, text: str, name: str, problems: Collector) -> None:
    mark = error.problem_mark or error.context_mark
    place = At(name, mark.line + 1, mark.column + 1) if mark else At(name, 1, 1)
    lines = text.splitlines()
    here = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in str(error.problem):
        message, hint = "a tab stands here", "indent with spaces"
    elif error.context_mark and error.context_mark.line != place.line - 1:
        opened = error.context_mark
        message = f"the file cannot be read on from here: {_plain(error.problem)}"
        hint = (
            f"look at line {opened.line + 1}, column {opened.column + 1}: {_plain(error.context)}"
        )
    else:
        message = f"the file cannot be read on from here: {_plain(error.problem)}"
        hint = "look for a missing quote, bracket or colon; quote text that holds ': '"
    problems.error(place, "yaml", message, hint)


def _plain(words: str | None) -> str:
    return (words or "").removeprefix("while ").replace("'<stream end>'", "the end of the file")


def from_python(value: Any, name: str) -> Value:
    """Values that a program passes (mappings, lists, numbers, dates, `None`) as if written."""
    place = At(name)
    if isinstance(value, dict):
        block = Block.new(place)
        for key, item in value.items():
            block[Scalar.new(str(key), place)] = from_python(item, name)
        return block
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return Listing.new(place, (from_python(item, name) for item in items))
    if value is None:
        return Scalar.new("unknown", place)
    if isinstance(value, bool):
        return Scalar.new("yes" if value else "no", place)
    return Scalar.new(str(value), place)
