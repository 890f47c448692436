"""Mistakes put into files: into their text, as slips of a hand, or into their tree."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from fuzz.draw import Draw

WORD = re.compile(r"[\w.]+|[{}\[\],:>|#&*!%@'\"-]|\s+")
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NASTY: tuple[str, ...] = (
    *("", "~", "null", "unknown", "none", "known", "yes", "no", "true", "{}", "[]", "[[]]"),
    *("{not: x}", "{not: {not: [a]}}", "0", "-1", "1e9", "1e400", ".nan", "-.inf", "9" * 400),
    *("2026-02-30", "0000-01-01", "9999-12-31", "90 days", "0 days", "-1 day", "everything"),
    *("here", "any", "both", "left", "elsewhere", "{{ a.b }}", "{% for x in y %}", "{{", "a/0"),
    *("\t", "\0", "\ufeff", "\u2028", "\ud7ff", "\U0001f600", "é", "- ", ": ", "&a", "*a", "!!x"),
    *("__class__", "format", "items", "self", "model_fields", "a" * 300, "(" * 60, "- " * 60),
)


@functools.cache
def words(folder: Path) -> tuple[str, ...]:
    """Every word of a pack, and some that no pack should hold."""
    found = {
        word
        for path in sorted(folder.rglob("*.yaml"))
        for word in WORD.findall(path.read_text(encoding="utf-8"))
        if word.strip()
    }
    return (*sorted(found), *NASTY)


@functools.cache
def texts(folder: Path) -> Mapping[str, str]:
    """A pack's files."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def slip(draw: Draw, text: str, vocabulary: tuple[str, ...]) -> str:
    """A mistake of a hand in a text."""
    match draw.below(8):
        case 0:
            parts = WORD.findall(text)
            if parts:
                parts[draw.below(len(parts))] = draw.one_of(vocabulary)
            return "".join(parts)
        case 1 | 2 as which:
            lines = text.splitlines(keepends=True)
            if lines:
                at = draw.below(len(lines))
                lines[at : at + 1] = [] if which == 1 else [lines[at]] * 2
            return "".join(lines)
        case 3:
            lines = text.splitlines(keepends=True)
            if lines:
                at = draw.below(len(lines))
                lines[at] = draw.one_of((" ", "  ", "\t", "- ")) + lines[at]
            return "".join(lines)
        case 4:
            at = draw.below(len(text) + 1)
            return text[:at] + draw.one_of(vocabulary) + text[at:]
        case 5:
            at = draw.below(len(text) + 1)
            return text[:at] + text[at + 1 + draw.below(20) :]
        case 6:
            return text[: draw.below(len(text) + 1)]
    return text.replace(draw.one_of(vocabulary) or "\n", draw.one_of(vocabulary))


def graft(draw: Draw, text: str, others: tuple[str, ...], vocabulary: tuple[str, ...]) -> str:
    """The text with one node of its tree replaced by something else."""
    try:
        tree = json.loads(_tree(text))
    except yaml.YAMLError:
        return text
    places = list(_places(tree))
    if not places:
        return text
    for _ in range(1 + draw.below(2)):
        holder, key = places[draw.below(len(places))]
        scion = _scion(draw, others, vocabulary)
        if isinstance(holder, dict) and draw.below(4) == 0:
            holder[str(draw.one_of(vocabulary))] = scion
        elif isinstance(holder, dict) and draw.below(6) == 0:
            holder[str(draw.one_of(vocabulary))] = holder.pop(key, scion)
        elif isinstance(holder, dict) or key < len(holder):
            holder[key] = scion
    return json.dumps(tree, ensure_ascii=draw.below(2) == 0)


@functools.lru_cache(maxsize=256)
def _tree(text: str) -> str:
    try:
        return json.dumps(json.loads(text))
    except ValueError:
        return json.dumps(yaml.load(text, Loader=LOADER))


def _scion(draw: Draw, others: tuple[str, ...], vocabulary: tuple[str, ...]) -> Any:
    match draw.below(6):
        case 0 | 1:
            return draw.one_of(vocabulary)
        case 2:
            return [draw.one_of(vocabulary) for _ in range(draw.below(3))]
        case 3:
            return {draw.one_of(vocabulary): draw.one_of(vocabulary) for _ in range(draw.below(3))}
        case 4:
            return {draw.one_of(vocabulary): _scion(draw, others, vocabulary)}
    tree = json.loads(_tree(draw.one_of(others)))
    places = list(_places(tree))
    if not places:
        return ""
    holder, key = places[draw.below(len(places))]
    return holder[key]


def _places(tree: Any) -> Any:
    """Every place of a tree that holds a value."""
    pending = [tree] if isinstance(tree, dict | list) else []
    while pending:
        holder = pending.pop()
        entries = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, value in list(entries):
            yield holder, key
            if isinstance(value, dict | list):
                pending.append(value)
