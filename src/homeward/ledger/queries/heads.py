"""Signed heads, as an auditor keeps them elsewhere."""

from __future__ import annotations

from django.db import connection

from homeward.seals.heads import Head, Signed


def signed_head() -> Signed | None:
    """The newest head that was signed; it tells how much was recorded and nothing of what."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT size, root, access_size, access_root, signed_at, key_id, signature FROM ledger.signed_head()"
        )
        row = cursor.fetchone()
    if row is None:
        return None
    size, root, access_size, access_root, signed_at, key_id, signature = row
    return Signed(Head(size, bytes(root), access_size, bytes(access_root), signed_at), key_id, bytes(signature))
