"""Files of hostilities as they came, opened under the key of each."""

from __future__ import annotations

import hashlib
import zlib
from uuid import UUID

from homeward.access import queries as access
from homeward.hostilities.models import Original, Piece
from homeward.refusals import Refused
from homeward.seals import boxes


class NotAsItCame(Refused):
    """What is kept of this file is not the file that came in."""


def binding(original: UUID, number: int) -> str:
    """What a piece of a file is bound to."""
    return f"hostilities_piece.box:{original}:{number}"


def contents(original: UUID) -> bytes:
    """The bytes of a file as it came, held against its digest."""
    row = Original.objects.get(id=original)
    key = access.data_key(compartment=row.compartment_id, person=row.id)
    if key is None:
        raise NotAsItCame("The key of this file is gone.", where=str(original))
    pieces = Piece.objects.filter(original_id=original).order_by("number").values_list("number", "box")
    data = b"".join(zlib.decompress(boxes.unseal([key], bytes(box), binding(original, at))) for at, box in pieces)
    if hashlib.sha256(data).digest() != bytes(row.digest):
        raise NotAsItCame(where=str(original))
    return data
