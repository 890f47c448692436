"""YAML text to values that know where they were written; nothing else knows PyYAML.

Values are built from parser events on an explicit stack: a file cannot exhaust the call stack,
and as anchors are refused a few lines cannot stand for millions. JSON is read as the YAML that it
nearly is.
"""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from poise.placed import Block, Listing, Scalar, Value, at
from poise.problems import At, Collector, TooManyProblemsError
from poise.syntax import BREAK, told

__all__ = ["MAX_DEPTH", "Block", "Listing", "Scalar", "Value", "at", "parse", "parse_bytes", "read"]

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE
)


def read(path: Path, name: str, problems: Collector, inside: Path | None = None) -> Value | None:
    """Read one file. `name` stands in messages; `inside` is the folder it may not lead out of."""
    where = At(name)
    try:
        if inside is not None and path.is_symlink() and not _is_below(path, inside):
            problems.error(
                where,
                "outside-folder",
                f"'{name}' is a link that leads out of the folder",
                "copy the file into the folder",
            )
            return None
        if inside is not None and not stat.S_ISREG(path.stat().st_mode):
            problems.error(where, "missing-file", f"'{name}' is not a file", "check what it is")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "there cannot be such a path"
        if isinstance(error, RuntimeError):
            reason = "the link leads to itself"
        problems.error(
            where, "missing-file", f"'{name}' cannot be read: {reason.lower()}", "check the path"
        )
        return None
    return parse_bytes(data, name, problems)


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def parse_bytes(data: bytes, name: str, problems: Collector) -> Value | None:
    """Parse the bytes of a file, which are text in UTF-8."""
    if len(data) > MAX_BYTES:
        problems.error(
            At(name),
            "too-large",
            f"'{name}' is larger than {MAX_BYTES // 1_000_000} MB",
            "such a file is a page or two of text; is this the right one?",
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        problems.error(
            _place(before, name),
            "not-utf8",
            "from here on the file is not text in UTF-8",
            "save it again with the encoding UTF-8",
        )
        return None
    return parse(text, name, problems)


def parse(text: str, name: str, problems: Collector) -> Value | None:
    """Parse YAML or JSON; None, with problems, where that cannot be done."""
    stray = _NOT_TEXT.search(text)
    if stray is not None:
        problems.error(
            _place(text[: stray.start()], name),
            "yaml",
            f"the character U+{ord(stray.group()):04X} cannot stand in a text file",
            "remove it",
        )
        return None
    if text.lstrip()[:1] in ("{", "["):
        text = _json_as_yaml(text)
    builder = _Builder(name, problems)
    try:
        with suppress(TooManyProblemsError):
            for event in yaml.parse(text, Loader=_LOADER):
                if not builder.take(event):
                    return None
            return builder.finished()
    except yaml.MarkedYAMLError as error:
        place, message, hint = told(error, text, name)
        with suppress(TooManyProblemsError):
            problems.error(place, "yaml", message, hint)
    return None


def _json_as_yaml(text: str) -> str:
    """Tabs stand in no JSON string, and characters beyond the first plane are written as pairs."""

    def joined(pair: re.Match[str]) -> str:
        high, low = int(pair[2], 16), int(pair[3], 16)
        return f"{pair[1]}\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08x}"

    return _PAIR.sub(joined, text.replace("\t", " "))


def _place(before: str, name: str) -> At:
    """The place after some text."""
    lines = BREAK.split(before)
    return At(name, len(lines), len(lines[-1]) + 1)


class _Builder:
    """Turns parser events into one value."""

    def __init__(self, name: str, problems: Collector) -> None:
        self._root: Value | None = None
        self._name = name
        self._problems = problems
        self._stack: list[Block | Listing] = []
        self._keys: list[Scalar | None] = []

    def finished(self) -> Value | None:
        if self._root is not None and self._root != "":
            return self._root
        self._problems.error(
            At(self._name, 1, 1),
            "empty-file",
            f"'{self._name}' holds nothing",
            "write what belongs there, or remove the file",
        )
        return None

    def take(self, event: Any) -> bool:
        """Take one event; False when the file cannot be read further."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                return self._refuse_mark(event)
            return self._put(Scalar.new(event.value, self._at(event), not event.style), event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._refuse_mark(event) if event.anchor or event.tag else self._open(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            return self._refuse_mark(event)
        elif kind is yaml.DocumentStartEvent and self._root is not None:
            return self._refuse(
                event, "yaml", "a second document starts here", "one document a file"
            )
        return True

    def _open(self, event: Any) -> bool:
        if len(self._stack) >= MAX_DEPTH:
            return self._refuse(
                event, "too-deep", f"values are nested more than {MAX_DEPTH} deep", "flatten them"
            )
        mapping = type(event) is yaml.MappingStartEvent
        place = self._at(event)
        value: Block | Listing = Block.new(place) if mapping else Listing.new(place)
        if not self._put(value, event):
            return False
        self._stack.append(value)
        self._keys.append(None)
        return True

    def _put(self, value: Value, event: Any) -> bool:
        if not self._stack:
            self._root = value
            return True
        top = self._stack[-1]
        if isinstance(top, Listing):
            top.append(value)
            return True
        key = self._keys[-1]
        if key is None:
            if not isinstance(value, Scalar):
                return self._refuse(
                    event,
                    "yaml",
                    "a key must be a word",
                    "quote text that begins with '{' or '['",
                )
            self._keys[-1] = value
            return True
        self._keys[-1] = None
        if value == "" and key.plain and ":" in key.strip(":"):
            key, value = self._parted(key)
        if key in top:
            self._problems.error(
                key.at,
                "duplicate-key",
                f"'{key}' is written twice here",
                f"the first stands in line {at(top.key(key), top.at).line}; keep one",
            )
        else:
            top[key] = value
        return True

    def _parted(self, key: Scalar) -> tuple[Scalar, Scalar]:
        """The field and the value of `field:value`, as they were meant."""
        self._problems.error(
            key.at, "yaml", f"a space is missing after the ':' of '{key}'", "add it"
        )
        field, _, value = key.partition(":")
        column = key.at.column + len(field) + 1
        return Scalar.new(field, key.at), Scalar.new(value, key.at._replace(column=column))

    def _refuse_mark(self, event: Any) -> bool:
        """Refuse an alias, an anchor or a tag."""
        if event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            return self._refuse(
                event,
                "yaml-alias",
                f"'{sign}{event.anchor}' is a YAML anchor or alias, which the rule language does "
                "not use",
                "write the text out; quote it if it begins with * or &",
            )
        shown = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        return self._refuse(
            event,
            "yaml",
            f"'{shown}' is a YAML tag, which the rule language does not use",
            "leave it out; quote the text if it begins with !",
        )

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> bool:
        self._problems.error(self._at(event), code, message, hint)
        return False

    def _at(self, event: Any) -> At:
        mark = event.start_mark
        return At(self._name, mark.line + 1, mark.column + 1)
