"""Walks a pack's folder: every YAML file, read, and sorted by what it declares."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.scalars import quoted
from poise.reading.structure import field_names
from poise.reading.vocabulary import Section
from poise.reading.written import VocabularyFile
from poise.source import Block, at, read

SECTIONS = field_names(VocabularyFile)
IGNORED = ("features",)
MAX_FILES = 2_000


@dataclass
class Files:
    """What a pack's files hold, before any name is linked."""

    head: Any = None
    head_at: At = At("pack.yaml")
    sections: dict[str, Section] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    evidence: Section = field(default_factory=dict)
    areas: list[tuple[Any, At]] = field(default_factory=list)
    products: list[tuple[Any, At]] = field(default_factory=list)
    rules: list[tuple[Any, At]] = field(default_factory=list)


def read_files(folder: Path, shown: str, problems: Collector) -> Files:
    """Read every YAML file of a folder; `shown` is how messages name the folder."""
    files = Files()
    if not (folder / "pack.yaml").is_file():
        there = folder.is_dir()
        problems.error(
            At(f"{shown}/pack.yaml" if there else shown),
            "missing-file",
            "the folder holds no 'pack.yaml'" if there else f"there is no folder '{shown}'",
            "every pack begins with a 'pack.yaml'" if there else "check the path",
        )
        return files
    for path in _yaml_files(folder):
        name = path.relative_to(folder).as_posix()
        value = read(path, f"{shown}/{name}", problems, inside=folder)
        if value is None:
            continue
        _sort(files, name, value, At(f"{shown}/{name}", 1, 1), problems)
    return files


def _yaml_files(folder: Path) -> list[Path]:
    """Sorted, so that the order in which a disk lists files changes nothing."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(
            one for one in folders if one not in IGNORED and not one.startswith(".")
        )
        found += [
            Path(parent) / one
            for one in sorted(names)
            if one.endswith((".yaml", ".yml")) and not one.startswith(".")
        ]
        if len(found) > MAX_FILES:
            break
    return found


def _sort(files: Files, name: str, value: Any, place: At, problems: Collector) -> None:
    top = name.split("/")[0]
    if not isinstance(value, Block):
        problems.error(
            at(value, place),
            "wrong-kind",
            f"a file of a pack is a mapping, and this is {quoted(value)}",
            "begin with a field, such as 'rules:'",
        )
    elif name == "pack.yaml":
        files.head, files.head_at = value, place
    elif top == "vocabulary":
        _sections(files, value, place, problems)
    elif name == "evidence.yaml" or top == "evidence":
        _gather(files.evidence, value, "sources", "source", place, problems)
    elif top == "areas":
        files.areas.append((value, place))
    elif top == "products":
        files.products.append((value, place))
    elif name != "proofs.yaml":
        files.rules.append((value, place))


def _sections(files: Files, value: Block, place: At, problems: Collector) -> None:
    for key, written in value.items():
        if key not in SECTIONS:
            problems.error(
                at(key, place),
                "unknown-field",
                f"a vocabulary has no section '{key}'",
                did_you_mean(key, SECTIONS),
            )
        elif written != "":
            _gather(files.sections[key], value, key, key.rstrip("s"), place, problems)


def _gather(
    section: Section, value: Block, key: str, noun: str, place: At, problems: Collector
) -> None:
    """Add one file's entries to a section of all files."""
    written = value.get(key)
    if not isinstance(written, Block):
        problems.error(
            at(written, place),
            "wrong-kind" if written is not None else "missing-field",
            f"'{key}' is a mapping from names to what they are",
            f"begin the file with '{key}:'",
        )
        return
    for name, entry in written.items():
        if name in section:
            first = section[name][1]
            problems.error(
                name.at,
                "duplicate-id",
                f"the {noun} '{name}' is declared twice",
                f"the first stands at {first.file}:{first.line}; keep one",
            )
        else:
            section[str(name)] = (entry, name.at)
