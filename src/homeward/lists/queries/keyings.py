"""What people typed of a picture, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from homeward.access import queries as access
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


def ever_typed(uploads: Collection[UUID], compartment: UUID, *, asides: bool) -> dict[UUID, list[tuple[str, ...]]]:
    """All that anybody ever typed of these files, or of lines of theirs that were set aside, by what its key is of; opened."""
    rows = Keying.objects.filter(upload_id__in=list(uploads), aside_id__isnull=not asides, compartment_id=compartment)
    whose = dict(Upload.objects.filter(id__in=list(uploads)).values_list("id", "original_id"))
    sealed = [(row.aside_id or whose[row.upload_id], row) for row in rows]
    keys = access.open_keys(compartment=compartment, people={of for of, _ in sealed})
    found: defaultdict[UUID, list[tuple[str, ...]]] = defaultdict(list)
    for of, row in sealed:
        if of in keys:
            found[of].append(tuple(opened(keys[of], row.box, binding("keying", "box", row.id)).values()))
    return dict(found)


def compared(upload: Upload) -> list[KeyedRow]:
    """Every row that somebody typed, with whether two people typed the same."""
    return [keyed_row(number, [each for each in people.values() if each]) for number, people in typed(upload).items()]


def who_keyed(upload: Upload) -> set[UUID]:
    """Who typed anything of this picture."""
    return set(Keying.objects.filter(upload_id=upload.id, aside_id=None).values_list("keyed_by", flat=True))
