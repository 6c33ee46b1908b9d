"""What is printed on a slip as a QR code: an id that says nothing, and a mark that only the desk can make.

A tag is made for one person on one convoy, so that two slips of a person cannot be put together by whoever collects them. It fits
into a QR code of version 2 at level M (38 characters of the alphanumeric mode), which reads at 21 to 25 mm.
"""

from __future__ import annotations

import base64
import hmac
from hashlib import sha256
from uuid import UUID

BEGINS = "HW1"
ID_BYTES, MARK_BYTES = 10, 8
LENGTH = len(BEGINS) + 2 + 16 + 13
"""Characters of a tag: HW1, a stop, the id, a stop, the mark."""


def tag(key: bytes, convoy: UUID, person: UUID) -> str:
    """The tag of a person on a convoy, always the same under one key."""
    own = _made(key, "id", convoy.bytes + person.bytes)[:ID_BYTES]
    return ".".join((BEGINS, _letters(own), _letters(_mark(key, convoy, own))))


def made_here(key: bytes, convoy: UUID, text: str) -> bool:
    """Whether a tag was made under this key for this convoy; what is no tag was not."""
    begins, _, rest = text.strip().upper().partition(".")
    own, _, mark = rest.partition(".")
    if begins != BEGINS or len(own) != 16 or len(mark) != 13:
        return False
    try:
        plain = base64.b32decode(own)
    except ValueError:
        return False
    return hmac.compare_digest(mark.encode("utf-8"), _letters(_mark(key, convoy, plain)).encode())


def short(tag: str) -> str:
    """What is printed below the code for people to read and type: the first letters of the id in two groups."""
    own = tag.split(".")[1]
    return f"{own[:4]}-{own[4:8]}"


def _mark(key: bytes, convoy: UUID, own: bytes) -> bytes:
    return _made(key, "mark", convoy.bytes + own)[:MARK_BYTES]


def _made(key: bytes, what: str, of: bytes) -> bytes:
    return hmac.new(key, f"homeward.tag|{what}|".encode() + of, sha256).digest()


def _letters(plain: bytes) -> str:
    return base64.b32encode(plain).decode().rstrip("=")


def alias(key: bytes, convoy: UUID, person: UUID) -> UUID:
    """By what id a phone knows a person: of one convoy alone, so that what a phone holds joins with nothing else."""
    return UUID(bytes=_made(key, "alias", convoy.bytes + person.bytes)[:16], version=4)
