"""The keys of a desk, in a folder that nobody else may enter; backed up apart from the data."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from homeward.refusals import Refused
from homeward.seals import boxes, heads
from homeward.seals.boxes import Key

SIGNING = "signing.key"
FIELDS = "fields.key"
_ROW = 1 + boxes.SECRET


class LooseKeys(Refused):
    """Others on this machine can reach the keys."""


class BrokenKeys(Refused):
    """A key file is not what this program writes."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The signing key and the master keys for sealed fields, the newest last."""

    signing: Ed25519PrivateKey = field(repr=False)
    fields: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        """The master key under which new values are sealed."""
        return self.fields[-1]

    @property
    def public(self) -> Ed25519PublicKey:
        """The key by which others check heads."""
        return self.signing.public_key()

    @property
    def key_id(self) -> str:
        """The name of the signing key in heads."""
        return heads.key_id(self.public)

    def public_keys(self) -> dict[str, str]:
        """What goes into `public_keys.json`: key id and raw public key in hex."""
        return {self.key_id: self.public.public_bytes_raw().hex()}


def open_or_make(folder: Path) -> Keyring:
    """The keyring of this folder; makes folder and keys at the first call, refuses when others could read them."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _require_private(folder, 0o700)
    signing = _kept(folder / SIGNING, Ed25519PrivateKey.generate().private_bytes_raw())
    fields = _kept(folder / FIELDS, _row(boxes.fresh_key(1)))
    if len(signing) != boxes.SECRET:
        raise BrokenKeys(where=str(folder / SIGNING), instead="Put back the key file from its backup.")
    return Keyring(Ed25519PrivateKey.from_private_bytes(signing), _rows(fields, folder / FIELDS))


def add_field_key(folder: Path) -> Keyring:
    """Put a new master key behind the old ones: new values are sealed under it, old ones still open."""
    keyring = open_or_make(folder)
    number = keyring.newest.number + 1
    if number > 255:
        raise BrokenKeys("There is no number left for another master key.", where=str(folder / FIELDS))
    _write(folder / FIELDS, b"".join(map(_row, (*keyring.fields, boxes.fresh_key(number)))), replace=True)
    return open_or_make(folder)


def _row(key: Key) -> bytes:
    return bytes([key.number]) + key.secret


def _rows(kept: bytes, path: Path) -> tuple[Key, ...]:
    rows = [kept[at : at + _ROW] for at in range(0, len(kept), _ROW)]
    if not rows or len(rows[-1]) != _ROW or len({row[0] for row in rows}) != len(rows):
        raise BrokenKeys(where=str(path), instead="Put back the key file from its backup.")
    return tuple(Key(row[0], row[1:]) for row in rows)


def _kept(path: Path, fresh: bytes) -> bytes:
    if not path.exists():
        _write(path, fresh, replace=False)
    _require_private(path, 0o600)
    return path.read_bytes()


def _write(path: Path, content: bytes, *, replace: bool) -> None:
    """Whole or not at all; when two processes make a first key at once, the first one stays."""
    beside = path.with_name(f"{path.name}.{token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            beside.replace(path)
        else:
            with suppress(FileExistsError):
                path.hardlink_to(beside)
    finally:
        beside.unlink(missing_ok=True)


def _require_private(path: Path, allowed: int) -> None:
    told = path.lstat()
    if stat.S_ISLNK(told.st_mode) or told.st_uid != os.geteuid():
        raise LooseKeys(
            "This is not the desk's own.", where=str(path), instead="Use a folder that belongs to its account."
        )
    if stat.S_IMODE(told.st_mode) & ~allowed:
        raise LooseKeys(where=str(path), instead=f"Run: chmod {allowed:o} {path}")
