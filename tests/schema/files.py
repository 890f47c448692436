"""Which kind of file a file of a pack is, and files with one rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from poise.schema import RuleFile
from schema.yaml12 import read

Validators = Callable[[RuleFile], Draft202012Validator]

KINDS: dict[str, RuleFile] = {
    "areas": "area",
    "products": "product",
    "vocabulary": "vocabulary",
    "evidence": "evidence",
    "evidence.yaml": "evidence",
    "pack.yaml": "pack",
    "diagram": "view",
    "proofs.yaml": "proofs",
    "proofs": "proofs",
}


def kind(path: Path, root: Path) -> RuleFile:
    return KINDS.get(path.relative_to(root).parts[0], "rules")


def ruled(fields: str, each: str = "") -> Any:
    """A file with one rule."""
    said = f"    each: {each}\n" if each else ""
    return read(f"rules:\n  - id: r\n    title: A rule\n{said}    {fields}\n")
