"""A pack's files, read, and sorted by what they declare."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.declared import Section
from poise.reading.folders import printable, yaml_files
from poise.reading.scalars import quoted
from poise.reading.structure import field_names
from poise.reading.written import EvidenceFile, VocabularyFile
from poise.source import Block, at, read

SECTIONS = field_names(VocabularyFile)
SIGN_OFF = "sign-off.yaml"


@dataclass
class Files:
    """What a pack's files hold, before any name is linked."""

    head_at: At
    head: Any = None
    sections: dict[str, Section] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    evidence: Section = field(default_factory=dict)
    areas: list[tuple[Any, At]] = field(default_factory=list)
    products: list[tuple[Any, At]] = field(default_factory=list)
    views: list[tuple[Any, At]] = field(default_factory=list)
    members: list[tuple[Any, At]] = field(default_factory=list)
    """Members of products that stand in files of their own."""
    sign_offs: list[tuple[Any, At]] = field(default_factory=list)
    proofs: list[tuple[Any, At]] = field(default_factory=list)
    rules: list[tuple[Any, At]] = field(default_factory=list)
    names_missing: bool = False
    """Whether a file that declares names could not be read, so that nobody knows them all."""
    rules_missing: bool = False
    """Whether any file that may hold rules could not be read."""


def read_files(folder: Path, shown: str, problems: Collector) -> Files:
    """Read every YAML file of a folder; `shown` is how messages name the folder."""
    files = Files(At(f"{shown}/pack.yaml", 1, 1))
    if not _is_pack(folder, shown, problems):
        return files
    for path in yaml_files(folder, shown, problems):
        name = path.relative_to(folder).as_posix()
        told = f"{shown}/{printable(name)}"
        value = read(path, told, problems, inside=folder)
        if value is None:
            files.rules_missing = True
            files.names_missing |= _declares_names(name)
        else:
            _sort(files, name, value, At(told, 1, 1), problems)
    return files


def _is_pack(folder: Path, shown: str, problems: Collector) -> bool:
    try:
        if (folder / "pack.yaml").exists():
            return True
        there = folder.is_dir()
    except (OSError, ValueError):
        there = False
    problems.error(
        At(f"{shown}/pack.yaml" if there else shown),
        "missing-file",
        "the folder holds no 'pack.yaml'" if there else f"there is no folder '{shown}'",
        "every pack begins with a 'pack.yaml'" if there else "check the path",
    )
    return False


def _declares_names(name: str) -> bool:
    top = name.split("/")[0]
    return top in ("vocabulary", "evidence", "evidence.yaml", "areas", "products", "pack.yaml")


def _sort(files: Files, name: str, value: Any, place: At, problems: Collector) -> None:
    top = name.split("/")[0]
    if not isinstance(value, Block):
        problems.error(
            at(value, place),
            "wrong-kind",
            f"a file of a pack is written as fields, and this is {quoted(value)}",
            "begin with a field, such as 'rules:'",
        )
        files.rules_missing = True
        files.names_missing |= _declares_names(name)
    elif name == "pack.yaml":
        files.head, files.head_at = value, place
    elif name == SIGN_OFF:
        files.sign_offs.append((value, place))
    elif top == "vocabulary":
        _sections(files, value, place, problems)
    elif name == "evidence.yaml" or top == "evidence":
        _evidence(files, value, place, problems)
    elif top == "areas":
        files.areas.append((value, place))
    elif top == "products" and "product" not in value and {"member", "of"} & set(value):
        files.members.append((value, place))
    elif top == "products":
        files.products.append((value, place))
    elif top == "diagram":
        files.views.append((value, place))
    elif name == "proofs.yaml" or top == "proofs":
        files.proofs.append((value, place))
    else:
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
            files.names_missing = True
        elif written != "":
            _gather(files.sections[key], value, key, key.rstrip("s"), place, problems)


def _evidence(files: Files, value: Block, place: At, problems: Collector) -> None:
    known = field_names(EvidenceFile)
    for key in value:
        if key not in known:
            problems.error(
                at(key, place),
                "unknown-field",
                f"a source registry has no section '{key}'",
                did_you_mean(key, known),
            )
            files.names_missing = True
    if set(value) & set(known) or not value:
        _gather(files.evidence, value, "sources", "source", place, problems)


def _gather(
    section: Section, value: Block, key: str, noun: str, place: At, problems: Collector
) -> None:
    """Add one file's entries to a section of all files."""
    written = value.get(key)
    if not isinstance(written, Block):
        problems.error(
            at(written, place),
            "wrong-kind" if written is not None else "missing-field",
            f"'{key}' is written as names with what they are, not as {quoted(written)}"
            if written is not None
            else f"the file does not say its '{key}'",
            f"begin with '{key}:', and below it one name a line, each with a ':'",
        )
        return
    for name, entry in written.items():
        if name in section:
            first = section[name][1]
            problems.error(
                at(name, place),
                "duplicate-id",
                f"the {noun.replace('_', ' ')} '{name}' is declared twice",
                f"the first stands at {first.file}:{first.line}; keep one",
            )
        else:
            section[str(name)] = (entry, at(name, place))
