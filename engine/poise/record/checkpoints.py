"""Checkpoints: the end of a chain at one moment, signed, to be kept where the store is not.

Who holds the private key can make checkpoints; who can write the store should not hold it. The
public key is enough to verify, and must come from somewhere else than the checkpoint.
"""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from poise.record.errors import RecordError
from poise.record.form import Clock, sha256, stamp
from poise.record.jcs import canonical

SCHEMA = "poise.checkpoint/1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """That a store ended with this record at this time."""

    store: str
    sequence: int
    digest: str
    time: str
    key: str
    """Which key signed it: the first digits of the public key's SHA-256."""
    signature: bytes = b""

    def signed(self) -> bytes:
        """What the signature is over."""
        return canonical(self._said())

    def _said(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "store": self.store,
            "sequence": self.sequence,
            "digest": self.digest,
            "time": self.time,
            "key": self.key,
        }

    def to_json(self) -> str:
        signature = base64.b64encode(self.signature).decode()
        return json.dumps({**self._said(), "signature": signature}, indent=2) + "\n"


def make_keys(private: Path, public: Path) -> str:
    """Write a new pair of keys, the private one for its owner alone; returns the key's name."""
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    told = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    for path in (private, public):
        if path.exists():
            raise RecordError(f"'{path}' is there already, and a key is never written over")
    _write(private, secret, 0o600)
    _write(public, told, 0o644)
    return key_name(key.public_key())


def _write(path: Path, content: bytes, mode: int) -> None:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise RecordError(f"'{path}': {reason}; no key was written") from None


def key_name(key: Ed25519PublicKey) -> str:
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return sha256(raw)[:16]


def read_private(path: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(_read(path), None)
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise RecordError(
            f"'{path}' is no private key of 'poise audit keygen'", "check the path of --key"
        )
    return key


def read_public(path: Path) -> Ed25519PublicKey:
    try:
        key = serialization.load_pem_public_key(_read(path))
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise RecordError(
            f"'{path}' is no public key of 'poise audit keygen'", "check the path of --public-key"
        )
    return key


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise RecordError(f"'{path}': {reason}", "check the path") from None


def sign(
    store: str, sequence: int, digest: str, clock: Clock, key: Ed25519PrivateKey
) -> Checkpoint:
    """A checkpoint of a chain's end."""
    name = key_name(key.public_key())
    bare = Checkpoint(store, sequence, digest, stamp(clock()), name)
    signature = key.sign(bare.signed())
    return Checkpoint(store, sequence, digest, bare.time, name, signature)


def read_checkpoint(path: Path, key: Ed25519PublicKey) -> Checkpoint:
    """A checkpoint that this key signed. Raises RecordError for any other."""
    try:
        said = json.loads(_read(path))
        if said["schema"] != SCHEMA:
            raise ValueError
        found = Checkpoint(
            said["store"],
            int(said["sequence"]),
            said["digest"],
            said["time"],
            said["key"],
            base64.b64decode(said["signature"], validate=True),
        )
        signed = found.signed()
    except (ValueError, KeyError, TypeError):
        raise RecordError(
            f"'{path}' is no checkpoint", "it is made by 'poise audit checkpoint'"
        ) from None
    try:
        key.verify(found.signature, signed)
    except InvalidSignature:
        raise RecordError(
            f"'{path}': the signature does not fit: it was altered, or another key signed it "
            f"(it names the key {found.key}, and {key_name(key)} was given)",
            "get the public key from whoever makes the checkpoints",
        ) from None
    return found
