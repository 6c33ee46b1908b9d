"""Signed heads: how long both logs were, and the roots over them. Kept elsewhere, a head shows any later rewriting."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from homeward.refusals import Refused
from homeward.seals import canonical, tree

LEDGER = "homeward/1"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class WrongSignature(Refused):
    """This head was not signed by that key, or it was changed since."""


class NotAHead(Refused):
    """This file holds no signed head."""


@dataclass(frozen=True, slots=True)
class Head:
    """Sizes and roots of the ledger and of the access log at `signed_at`."""

    size: int
    root: bytes
    access_size: int
    access_root: bytes
    signed_at: datetime

    def __post_init__(self) -> None:
        if self.signed_at.utcoffset() is None:
            raise ValueError("a head's time has a zone")

    @property
    def signed_us(self) -> int:
        """Microseconds since 1970 UTC."""
        return (self.signed_at - _EPOCH) // timedelta(microseconds=1)

    def text(self) -> str:
        """The canonical text that is signed."""
        return canonical.dumps(
            {
                "ledger": LEDGER,
                "size": self.size,
                "root": self.root.hex(),
                "access_size": self.access_size,
                "access_root": self.access_root.hex(),
                "signed_at": _stamp(self.signed_at),
            }
        )


@dataclass(frozen=True, slots=True)
class Signed:
    """A head with its Ed25519 signature."""

    head: Head
    key_id: str
    signature: bytes

    def text(self) -> str:
        """The head file: canonical JSON, to be kept away from the ledger."""
        return canonical.dumps(
            {"head": json.loads(self.head.text()), "key_id": self.key_id, "signature": self.signature.hex()}
        )


def key_id(public_key: Ed25519PublicKey) -> str:
    """The first 16 hex digits of the SHA-256 of the raw public key."""
    return sha256(public_key.public_bytes_raw()).hexdigest()[:16]


def sign(head: Head, private_key: Ed25519PrivateKey) -> Signed:
    """The head under this key."""
    return Signed(head, key_id(private_key.public_key()), private_key.sign(head.text().encode()))


def check(signed: Signed, public_key: Ed25519PublicKey) -> None:
    """Refuses a head that this key did not sign as it stands."""
    if signed.key_id != key_id(public_key):
        raise WrongSignature(f"This head names the key {signed.key_id}, not {key_id(public_key)}.")
    try:
        public_key.verify(signed.signature, signed.head.text().encode())
    except InvalidSignature as problem:
        raise WrongSignature from problem


def read(text: str) -> Signed:
    """A head file as `Signed.text` writes it; refuses anything that would not be written exactly so."""
    try:
        told = json.loads(text)
        signed = Signed(_head(told["head"]), told["key_id"], bytes.fromhex(told["signature"]))
        if signed.text() == text.strip():
            return signed
    except (ValueError, KeyError, TypeError, RecursionError, Refused) as problem:
        raise NotAHead from problem
    raise NotAHead("This file is not spelled as a head is; it was changed by hand.")


def _head(told: dict[str, Any]) -> Head:
    if type(told["size"]) is not int or type(told["access_size"]) is not int:
        raise ValueError("sizes are whole numbers")
    roots = bytes.fromhex(told["root"]), bytes.fromhex(told["access_root"])
    if any(len(root) != tree.HASH for root in roots):
        raise ValueError("a root has 32 bytes")
    signed_at = datetime.strptime(told["signed_at"], _FORM).replace(tzinfo=UTC)
    return Head(told["size"], roots[0], told["access_size"], roots[1], signed_at)


def _stamp(moment: datetime) -> str:
    # strftime does not pad years below 1000, isoformat does.
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
