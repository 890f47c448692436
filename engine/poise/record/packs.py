"""The files of a pack, kept once by digest, and laid out again to be loaded years later.

A pack may rest on others, so it is kept as layers: its own folder first, then each that it builds
on. A manifest names every file of every layer by digest; a decision names the manifest.
"""

from __future__ import annotations

import functools
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection, select

from poise.linked import Linked
from poise.loading import chain, default_folder, read
from poise.pack import RulePack
from poise.placed import Block
from poise.problems import Problem
from poise.reading.bases import DEFAULT, Folder
from poise.reading.folders import listed
from poise.record.errors import RecordError
from poise.record.form import sha256
from poise.record.jcs import canonical
from poise.record.layout import MATERIAL
from poise.record.store import Writing, has_material

SCHEMA = "poise.pack-files/1"


@dataclass(frozen=True, slots=True)
class Layer:
    """One folder of a pack."""

    folder: str
    """Where it lies, as a path from the pack's own folder: `.` is that one, and `default` is the
    built-in pack, wherever it lies."""
    files: Mapping[str, bytes]
    """What each file holds, by its path in the folder."""


@dataclass(frozen=True)
class PackFiles:
    """Exactly the files that a pack was read from."""

    pack: str
    """The digest of what they say."""
    layers: tuple[Layer, ...]

    @functools.cached_property
    def manifest(self) -> bytes:
        layers = [
            {
                "folder": one.folder,
                "files": {name: sha256(text) for name, text in one.files.items()},
            }
            for one in self.layers
        ]
        return canonical({"schema": SCHEMA, "pack": self.pack, "layers": layers})


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack with the files that it was read from: what decisions are recorded with."""

    pack: RulePack
    files: PackFiles


def keep(pack: RulePack, folder: str | os.PathLike[str] | None = None) -> KeptPack:
    """A pack with its files; `folder` is what it was loaded from (None: the built-in pack).

    Raises RecordError where the files cannot be read.
    """
    path = default_folder() if folder is None else Path(folder)
    try:
        layers = tuple(Layer(name, _files(one)) for name, one in _folders(pack, path))
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise RecordError(f"'{error.filename}': {reason}; nothing was recorded") from None
    return KeptPack(pack, PackFiles(pack.digest, layers))


def _folders(pack: RulePack, folder: Path) -> Iterator[tuple[str, Path]]:
    """A pack's folder, and those of the packs that it rests on, as the loader follows them."""
    yield ".", folder
    written = pack.head.extends
    for base, head in chain().below(Folder(folder, "")):
        yield DEFAULT if written == DEFAULT else _relative(base.path, folder), base.path
        written = str(head.get("extends", "")) if isinstance(head, Block) else ""


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in listed(folder)}


def write_pack(writing: Writing, kept: KeptPack) -> str:
    """Keep a pack's files; returns their manifest's digest.

    Raises RecordError where the files no longer say what the pack says.
    """
    manifest = kept.files.manifest
    if not has_material(writing.connection, sha256(manifest)):
        _check(kept)
        for layer in kept.files.layers:
            for content in layer.files.values():
                writing.keep(content)
    return writing.keep(manifest)


def _check(kept: KeptPack) -> None:
    """INVARIANT: loading the files that are kept gives the digest that the record names."""
    found, _ = read_again(kept.files)
    if found is None or found.digest != kept.pack.digest:
        raise RecordError(
            f"the files of the pack '{kept.pack.head.id}' changed since it was loaded; "
            "nothing was recorded",
            "load the pack again",
        )


def read_again(files: PackFiles) -> tuple[Linked | None, tuple[Problem, ...]]:
    """Read a pack from its kept files alone; with an error, None."""
    with tempfile.TemporaryDirectory() as folder:
        own, default = _lay_out(files, Path(folder))
        return read(own, default)


def read_pack(connection: Connection, digest: str) -> PackFiles:
    """The files that a manifest names. Raises RecordError where they are not what was kept."""
    manifest = json.loads(read_material(connection, digest))
    layers = tuple(
        Layer(
            one["folder"],
            {name: read_material(connection, said) for name, said in one["files"].items()},
        )
        for one in manifest["layers"]
    )
    return PackFiles(manifest["pack"], layers)


def read_material(connection: Connection, digest: str) -> bytes:
    """What is kept by a digest. Raises RecordError where it is missing or altered."""
    found = connection.execute(select(MATERIAL.c.content).where(MATERIAL.c.digest == digest))
    content: bytes | None = found.scalar_one_or_none()
    if content is None or sha256(content) != digest:
        what = "is missing" if content is None else "was altered"
        raise RecordError(
            f"the file with the digest {digest[:12]} of a pack or clinic {what}",
            "run 'poise audit verify'",
        )
    return content


def _lay_out(files: PackFiles, into: Path) -> tuple[Path, Path]:
    """Write the layers below a folder; returns the pack's own, and what stands for `default`."""
    above = max(PurePosixPath(one.folder).parts.count("..") for one in files.layers)
    own = into.joinpath("packs", *["below"] * above, "pack")
    default = into / "default"
    for layer in files.layers:
        folder = default if layer.folder == DEFAULT else Path(os.path.normpath(own / layer.folder))
        for name, content in layer.files.items():
            path = Path(os.path.normpath(folder / name))
            if not path.is_relative_to(into):
                raise RecordError(f"a file of the pack, '{name}', leads out of its folder")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return own, default
