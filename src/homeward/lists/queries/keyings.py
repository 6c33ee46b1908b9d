"""What people typed of a picture, row by row."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from homeward.lists.core.keyed import Cells, KeyedRow, cells_of, keyed_row
from homeward.lists.models import Keying, Upload
from homeward.lists.queries.sealed import binding, key_of, opened


def is_pictured(upload: Upload) -> bool:
    """Whether a file is a picture, which people key in by hand."""
    return upload.media_type.startswith("image/")


def typed(upload: Upload, aside: UUID | None = None) -> dict[int, dict[UUID, Cells]]:
    """The last word of each person about each row."""
    key = key_of(upload.compartment_id, aside or upload.original_id)
    found: defaultdict[int, dict[UUID, Cells]] = defaultdict(dict)
    for row in Keying.objects.filter(upload_id=upload.id, aside_id=aside).order_by("number", "turn"):
        found[row.number][row.keyed_by] = cells_of(opened(key, row.box, binding("keying", "box", row.id)))
    return dict(found)


def compared(upload: Upload) -> list[KeyedRow]:
    """Every row that somebody typed, with whether two people typed the same."""
    return [keyed_row(number, [each for each in people.values() if each]) for number, people in typed(upload).items()]


def who_keyed(upload: Upload) -> set[UUID]:
    """Who typed anything of this picture."""
    return set(Keying.objects.filter(upload_id=upload.id, aside_id=None).values_list("keyed_by", flat=True))
