"""The root over everything that is kept of a version: nobody changes, adds or takes away a value unnoticed.

The tree is that of RFC 9162 over lines as an export of the ledger shows them, columns parted by tabs. Its leaves stand in the
order of their hashes, so that no order of the lines has to be agreed on.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from homeward.seals import tree


def leaf(line: bytes) -> bytes:
    """SHA-256 over 0x00 and the line, without its end."""
    return sha256(b"\x00" + line).digest()


def root(lines: Iterable[bytes]) -> str:
    """The root in lower hex over these lines, whatever their order."""
    return tree.root(sorted(map(leaf, lines))).hex()
