"""What no program reads is typed: a picture by two people, each for themselves; only what both typed alike is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.looking import sealed
from homeward.lists.actions.receiving import Received, look_at, waiting_upload
from homeward.lists.core.keyed import cells_of
from homeward.lists.models import Keying, State, Upload
from homeward.lists.queries import keyings
from homeward.lists.queries.sealed import key_of
from homeward.refusals import Refused

MOST_ROWS = 2_000


class NotAPicture(Refused):
    """This file is read by a program; only a picture is keyed by hand."""


@transaction.atomic
def key_by_hand(
    *, case: CaseView, upload: UUID, rows: Mapping[int, Mapping[str, str]], by: Actor, at: datetime
) -> Received:
    """Keep what one person typed of a picture, by the number of the row and the names of fields; a row without words is taken out.

    Once a second person typed, the two are held against each other: rows that are alike in every field can be taken in, the
    others would be set aside.
    """
    access.require(by, "list.key", case.compartment_id)
    row = waiting_upload(case, upload, State.KEYING, State.READY, State.ASKING, State.REJECTED)
    if not keyings.is_pictured(row):
        raise NotAPicture(where=str(upload))
    if len(rows) > MOST_ROWS or any(not 0 < number < 1_000_000 for number in rows):
        raise Refused(f"Rows are numbered from 1, and at most {MOST_ROWS:,} are typed at once.", where="rows")
    keep_typed(row, None, {number: dict(cells) for number, cells in rows.items()}, by, at)
    row.state = State.CHECKING
    return Received(row.id, look_at(case, row, at))


def keep_typed(
    upload: Upload, aside: UUID | None, rows: Mapping[int, Mapping[str, str]], by: Actor, at: datetime
) -> None:
    """Keep what somebody typed, sealed under the key of the file or of the line that was set aside."""
    key = key_of(upload.compartment_id, aside or upload.original_id)
    turn = Keying.objects.filter(upload_id=upload.id).count()
    made = []
    for number, written in sorted(rows.items()):
        cells = cells_of(written, where=f"row {number}")
        keying = Keying(
            case_id=upload.case_id,
            compartment_id=upload.compartment_id,
            upload_id=upload.id,
            aside_id=aside,
            number=number,
            turn=turn,
            keyed_by=by.id,
            keyed_at=at,
        )
        plain = {field.value: words for field, words in cells.items()}
        keying.box = sealed(key, plain, "keying", "box", keying.id)
        made.append(keying)
    Keying.objects.bulk_create(made)
