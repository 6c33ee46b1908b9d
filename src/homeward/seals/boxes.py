"""Sealed values: AES-GCM, bound to the one place where they stand, so that a box moved to another row does not open."""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from homeward.refusals import Refused

SECRET = 32
_NONCE = 12
_TAG = 16


class CannotOpen(Refused):
    """This sealed value does not open."""


class UnknownKey(CannotOpen):
    """The key under which this value was sealed is not here; it may have been destroyed to forget a person."""


class WrongBinding(CannotOpen):
    """This sealed value was changed, or it stands in another place than the one it was sealed for."""


@dataclass(frozen=True, slots=True)
class Key:
    """A secret of 32 bytes and the number (0 to 255) that every box sealed under it carries."""

    number: int
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not 0 <= self.number <= 255:
            raise ValueError("a key's number is one byte")
        if len(self.secret) != SECRET:
            raise ValueError(f"a key's secret has {SECRET} bytes")


def fresh_key(number: int = 0) -> Key:
    """A new random key."""
    return Key(number, os.urandom(SECRET))


def seal(key: Key, plain: bytes, bound_to: str) -> bytes:
    """The box: key number, nonce and ciphertext; `bound_to` is "table.column:row id" and is needed again to open it."""
    nonce = os.urandom(_NONCE)
    return bytes([key.number]) + nonce + AESGCM(key.secret).encrypt(nonce, plain, bound_to.encode())


def unseal(keys: Iterable[Key], box: bytes, bound_to: str) -> bytes:
    """What was sealed; refuses a box that was changed, moved, cut, or whose key is not among `keys`."""
    if len(box) < 1 + _NONCE + _TAG:
        raise CannotOpen("This sealed value is cut short.", where=bound_to)
    secret = next((key.secret for key in keys if key.number == box[0]), None)
    if secret is None:
        raise UnknownKey(where=bound_to)
    try:
        return AESGCM(secret).decrypt(box[1 : 1 + _NONCE], box[1 + _NONCE :], bound_to.encode())
    except InvalidTag as problem:
        raise WrongBinding(where=bound_to) from problem


def wrap(key: Key, data_key: Key, bound_to: str) -> bytes:
    """A data key (of one person, of one compartment) sealed under a master key."""
    return seal(key, bytes([data_key.number]) + data_key.secret, bound_to)


def unwrap(keys: Iterable[Key], box: bytes, bound_to: str) -> Key:
    """The data key that was wrapped."""
    plain = unseal(keys, box, bound_to)
    if len(plain) != 1 + SECRET:
        raise CannotOpen("This sealed value holds no key.", where=bound_to)
    return Key(plain[0], plain[1:])


def blind_index(key: Key, text: str, *, column: str = "") -> bytes:
    """Equal for equal texts of a column, telling nothing else (HMAC-SHA-256): lets a sealed column be looked up."""
    own = hmac.digest(key.secret, b"blind index\x00" + column.encode(), sha256)
    return hmac.digest(own, text.encode(), sha256)
