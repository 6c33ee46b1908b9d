"""Heads are signed by a process that holds the key: after each write, at the latest hourly, and before each export."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from homeward.ledger.queries import heads as kept
from homeward.seals import heads, keys
from homeward.seals.heads import Head, Signed


@transaction.atomic
def sign_heads(*, at: datetime) -> Signed | None:
    """Sign the newest head unless that was done; gives the newest signed head, or none before anything was recorded."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT size, root, access_size, access_root FROM ledger.head_to_sign()")
        row = cursor.fetchone()
        if row is not None:
            size, root, access_size, access_root = row
            head = Head(size, bytes(root), access_size, bytes(access_root), at)
            signed = heads.sign(head, keys.open_or_make(settings.HOMEWARD_KEYS).signing)
            cursor.execute(
                "SELECT ledger.sign(%s, %s, %s, %s, %s)", [size, access_size, at, signed.key_id, signed.signature]
            )
    return kept.signed_head()
