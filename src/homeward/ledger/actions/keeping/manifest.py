"""What a backup says of itself: its files with their digests, its rows, what was left out; signed by the desk's key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from homeward.refusals import Refused
from homeward.seals import canonical, heads

FORM = "homeward-backup/1"
NAME = "manifest.json"


class BrokenBackup(Refused):
    """This is not a backup as the desk wrote it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One folder of a backup: the data (`rows` by table, `functions` by owner), or the keys that belong to it."""

    product: str
    made_at: str
    server: int
    files: Mapping[str, str]
    rows: Mapping[str, int]
    left_out: Mapping[str, str]
    functions: Mapping[str, str]
    public_keys: Mapping[str, str]
    note: str

    def write(self, folder: Path, key: Ed25519PrivateKey) -> Path:
        """Put it into the folder, signed."""
        signature = key.sign(self._text().encode()).hex()
        told = {"form": FORM, **asdict(self), "key_id": heads.key_id(key.public_key()), "signature": signature}
        path = folder / NAME
        path.touch(mode=0o600)
        path.write_text(json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
        return path

    def _text(self) -> str:
        return canonical.dumps({"form": FORM, **asdict(self)})


def digests(folder: Path, *names: str) -> dict[str, str]:
    """The SHA-256 of each of these files."""
    made = {}
    for name in names:
        with (folder / name).open("rb") as file:
            made[name] = file_digest(file, "sha256").hexdigest()
    return made


def read(folder: Path) -> Manifest:
    """The manifest of a folder whose files are all there, byte for byte."""
    try:
        told: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
        form, key_id, signature = told.pop("form"), told.pop("key_id"), bytes.fromhex(told.pop("signature"))
        manifest = Manifest(**told)
        raw = bytes.fromhex(manifest.public_keys[key_id])
        if form != FORM or heads.key_id(key := Ed25519PublicKey.from_public_bytes(raw)) != key_id:
            raise BrokenBackup(where=str(folder / NAME), instead=f"Its form should be {FORM}.")
        key.verify(signature, manifest._text().encode())
        found = digests(folder, *manifest.files)
    except InvalidSignature as problem:
        raise BrokenBackup("The manifest was changed.", where=str(folder / NAME)) from problem
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BrokenBackup(where=str(folder), instead=str(problem)) from problem
    for name, digest in manifest.files.items():
        if found[name] != digest:
            raise BrokenBackup("A file of the backup was changed.", where=str(folder / name))
    return manifest
