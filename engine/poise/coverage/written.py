"""Where each test line of a rule is written, and how: read again from the pack's files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from poise.loading import default_folder
from poise.pack import RulePack
from poise.placed import at, on_one_line
from poise.problems import At, Collector
from poise.reading.files import read_files


class Written(NamedTuple):
    """A test line as it stands in its file."""

    at: At
    text: str


def written_lines(pack: RulePack) -> Mapping[str, tuple[Written, ...]]:
    """For each rule that the pack itself writes, its lines in the order of their numbers."""
    shown = pack.contents.head_at.file.removesuffix("/pack.yaml")
    found = _of_folder(Path(shown), shown)
    if any(rule.id not in found for rule in pack.own_rules):
        return _of_folder(default_folder(), shown)  # messages call the built-in pack 'rules'
    return found


def _of_folder(folder: Path, shown: str) -> dict[str, tuple[Written, ...]]:
    files = read_files(folder, shown, Collector())
    return {
        str(rule["id"]): tuple(_of_rule(rule))
        for value, _ in (*files.rules, *files.areas, *files.products)
        for rule in value.get("rules") or ()
    }


def _of_rule(rule: Any) -> Iterator[Written]:
    yield from _of_condition(rule.get("when") or {})
    required = rule.get("require") or []
    for one in required if isinstance(required, list) else [required]:
        yield from _of_condition(one.get("that") or {})


def _of_condition(value: Any) -> Iterator[Written]:
    """In the order in which conditions are read, which is that of their keys."""
    for key in sorted(value):
        inner = value[key]
        match key:
            case "all_of" | "any_of" | "none_of":
                for item in inner:
                    yield from _of_condition(item)
            case "count":
                for item in inner["of"]:
                    yield from _of_condition(item)
            case "either_side" | "both_sides" | "other_side":
                yield from _of_condition(inner)
            case _:
                name = value.key(key)
                yield Written(at(name, value.at), f"{name}: {on_one_line(inner)}")
