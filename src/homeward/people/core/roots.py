"""The root over the records of a list, which its statement carries: nobody changes, adds or takes away a row unnoticed.

The tree is that of RFC 9162 over ciphertext, so that the root tells nothing and still holds when keys are destroyed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from homeward.seals import tree


@dataclass(frozen=True, slots=True)
class Boxed:
    """A record as it is kept: whose, at which number of its statement, and the sealed values."""

    record: UUID
    person: UUID
    number: int
    box: bytes
    instead_of: UUID | None = None


def leaf(record: Boxed) -> bytes:
    """SHA-256 over 0x00 and the canonical text of record, person, number, what it stands for, and the digest of the box."""
    box = sha256(record.box).hexdigest()
    before = f'"instead_of":"{record.instead_of}",' if record.instead_of else ""
    text = f'{{"box":"{box}",{before}"number":{record.number},"person":"{record.person}","record":"{record.record}"}}'
    return sha256(b"\x00" + text.encode()).digest()


def root(records: Iterable[Boxed]) -> str:
    """The root in lower hex over these records in the order of their numbers; of none, the hash of nothing."""
    return root_of((record.number, leaf(record)) for record in records)


def root_of(leaves: Iterable[tuple[int, bytes]]) -> str:
    """The same, of leaves with their numbers."""
    return tree.root([hashed for _, hashed in sorted(leaves)]).hex()
