"""That one statement stands in the ledger under a signed head, as somebody can check who sees nothing else of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection

from homeward.ledger.queries import heads, knowing
from homeward.ledger.queries.statements import NoSuchStatement
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused
from homeward.seals import tree
from homeward.seals.heads import Signed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class NotUnderAHeadYet(Refused):
    """This statement was recorded after the newest signed head."""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A statement's place, what its leaf is made of, and the path from there to the root of the head (RFC 9162, 2.1.3).

    `recorded_us` is microseconds since 1970 UTC; the leaf is SHA-256 over 0x00, salt, position, recorded_us and entry.
    """

    ref: str
    position: int
    recorded_us: int
    salt: bytes
    entry: str
    leaf: bytes
    path: tuple[bytes, ...]
    signed: Signed

    @property
    def holds(self) -> bool:
        """Whether the entry makes the leaf, and the path leads from it to the root that was signed."""
        made = tree.leaf_hash(self.salt, self.position, self.recorded_us, self.entry)
        head = self.signed.head
        return made == self.leaf and tree.verify_inclusion(made, self.position - 1, head.size, self.path, head.root)


def inclusion(asked: Asked, ref: str) -> Inclusion:
    """The proof that the statement of this short name stands under the newest signed head.

    Raises NoSuchStatement, and NotUnderAHeadYet while it waits for its first one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.position, s.recorded_at, s.salt, s.entry, s.leaf FROM ledger_statement s
            WHERE s.case_id = %(case)s AND s.ref = %(ref)s AND {knowing.statement_known(asked.clock, "s")}
            ORDER BY s.position LIMIT 1
            """,
            {**knowing.parameters(asked), "ref": ref},
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchStatement(where=ref, instead="Search the statements of the case.")
    position, recorded_at, salt, entry, leaf = row
    signed = heads.signed_head()
    if signed is None or signed.head.size < position:
        raise NotUnderAHeadYet(where=ref, instead="Sign the newest head with `homeward ledger head`, then ask again.")
    path = tree.inclusion_from_tiles(position - 1, signed.head.size, _hashes)
    recorded_us = (recorded_at - _EPOCH) // timedelta(microseconds=1)
    return Inclusion(ref, position, recorded_us, bytes(salt), entry, bytes(leaf), tuple(path), signed)


def _hashes(level: int, number: int, width: int) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger.hashes(%s, %s, %s)", [level, number, width])
        return bytes(cursor.fetchone()[0] or b"")
