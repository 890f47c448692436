"""One small change of a rule as it is written, and how it is shown: before and after, in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from poise.mutation.written import Path, WrittenRule
from poise.placed import Block, Listing, Scalar, at
from poise.problems import At

LONGEST = 160
DROPPED = "(dropped)"


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands at a path becomes something else, or goes; `how` says so in words.

    With `key`, it also moves under another key beside its own: another operator, another verb.
    """

    path: Path
    how: str
    becomes: Any = None
    key: str = ""


def edited(block: Block, edit: Edit) -> Block:
    """The rule with one change."""
    if not edit.key:
        return _as_block(_with(block, edit.path, edit.becomes))
    depth = -1 if isinstance(edit.path[-1], str) else -2
    above, moved = edit.path[:depth], edit.path[depth:]
    holder: Any = block
    for step in above:
        holder = holder[step]
    joined = _joined(_with(holder, moved, None), edit)
    return _as_block(_with(block, above, joined)) if above else joined


def _as_block(value: Any) -> Block:
    assert isinstance(value, Block)
    return value


def _joined(without: Any, edit: Edit) -> Block:
    """The moved entry, beside those that stand under its new key already."""
    beside = without.get(edit.key)
    entries = [edit.becomes]
    if beside is not None:
        entries = [*(beside if isinstance(beside, list) else [beside]), edit.becomes]
    joined = entries[0] if len(entries) == 1 else Listing.new(without.at, entries)
    made: Block = without.having(**{edit.key: joined})
    return made


def _with(value: Any, path: Path, becomes: Any) -> Any:
    step, rest = path[0], path[1:]
    changed = _with(value[step], rest, becomes) if rest else becomes
    if isinstance(value, list):
        assert isinstance(step, int)
        after = [] if changed is None else [changed]
        kept = [*value[:step], *after, *value[step + 1 :]]
        return Listing.new(at(value, At("")), kept) if kept else None
    made = Block.new(at(value, At("")))
    for key, one in value.items():
        if key != step:
            made[key] = one
        elif changed is not None:
            made[key] = changed
    return made


# --- how it is shown -------------------------------------------------------------------------


def place_of(written: WrittenRule, edit: Edit) -> At:
    """Where the change is made: at the value, or at the key of what goes or is renamed."""
    value = written.at(edit.path)
    holder, step = written.at(edit.path[:-1]), edit.path[-1]
    if (edit.key or edit.becomes is None) and isinstance(holder, Block):
        assert isinstance(step, str)
        return at(holder.key(step), at(value, written.place))
    if edit.key and isinstance(step, int):
        above = written.at(edit.path[:-2])
        assert isinstance(above, Block)
        return at(value, at(above.key(str(edit.path[-2])), written.place))
    return at(value, written.place)


def lines_of(
    written: WrittenRule, edit: Edit, sources: Mapping[str, tuple[str, ...]]
) -> tuple[str, str]:
    """The line as it stands, and as it is changed."""
    place = place_of(written, edit)
    lines = sources.get(place.file, ())
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    before, after = _texts(written, edit)
    start = place.column - 1
    whole = _short(line) or _short(before)
    for form in (before, before[1:-1] if before.startswith("{") else before):
        if line[start:].startswith(form):
            changed = line[:start] + after + line[start + len(form) :]
            changed = changed if after else _tidied(changed, start)
            return whole, _short(changed) if changed.strip(" -,") else DROPPED
    if after:
        return whole, _short(_entry(edit, after))
    alone = not line[:start].strip(" -")
    return whole, DROPPED if alone else f"without {_short(before)}"


def _texts(written: WrittenRule, edit: Edit) -> tuple[str, str]:
    """What is written at the place, and what stands there afterwards; nothing where it goes."""
    value, step = written.at(edit.path), edit.path[-1]
    if edit.key:
        old = str(step if isinstance(step, str) else edit.path[-2])
        return old, edit.key
    if edit.becomes is None:
        return (f"{step}: {flow(value)}" if isinstance(step, str) else flow(value)), ""
    return flow(value), flow(edit.becomes)


def _entry(edit: Edit, after: str) -> str:
    step = edit.path[-1]
    return f"{step}: {after}" if isinstance(step, str) and not edit.key else f"{after}: ..."


def _tidied(line: str, start: int) -> str:
    """Without the comma that what is gone leaves behind."""
    left, right = line[:start].rstrip(), line[start:].lstrip()
    if right.startswith(","):
        return f"{line[:start]}{right[1:].lstrip()}"
    if left.endswith(","):
        return f"{left[:-1]}{right}"
    return line


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def flow(value: Any) -> str:
    """A value on one line, as its author could have written it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = " ".join(str(value).split())
    return (
        f'"{text}"'
        if isinstance(value, Scalar) and not value.plain and len(text) < LONGEST
        else text
    )


def source_lines(shown: str, folder: File, files: set[str]) -> dict[str, tuple[str, ...]]:
    """The lines of the files that messages name."""
    found = {}
    for name in files:
        path = folder / name.removeprefix(f"{shown}/")
        if path.is_file():
            found[name] = tuple(path.read_text(encoding="utf-8").splitlines())
    return found
