"""Where somebody is named beside their own records: in files as they came, and in lines that were set aside."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.lists.core.named import names_one_of
from homeward.lists.formats import received
from homeward.lists.models import Original, SettledRow, State, Upload
from homeward.lists.models import SetAside as SetAsideRow
from homeward.lists.queries import keyings
from homeward.lists.queries.sealed import binding, lines, opened
from homeward.people.core.values import Values
from homeward.people.queries.records import boxed
from homeward.people.queries.records import opened as opened_records
from homeward.refusals import Refused
from homeward.seals import boxes

Places = list[tuple[UUID, UUID]]
"""Compartment and id of what has a key of its own."""


def originals_naming(person: UUID) -> Places:
    """Files of versions in which somebody stands or is named in a line set aside, and waiting files that name them."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT v.compartment_id, v.original_id FROM lists_version v
            WHERE v.original_id IS NOT NULL AND v.version_id IN (
                SELECT version_id FROM lists_row WHERE person_id = %(person)s AND sheet > 0
                UNION SELECT version_id FROM lists_settledrow WHERE person_id = %(person)s
                UNION SELECT version_id FROM lists_setaside WHERE id = ANY (%(lines)s))
            """,
            {"person": person, "lines": [line for _, line in set_aside_naming(person)]},
        )
        found = {tuple(row): None for row in cursor.fetchall()}
    found.update(dict.fromkeys(_waiting(person)))
    return [(room, original) for room, original in found if access.data_key(compartment=room, person=original)]


def set_aside_naming(person: UUID) -> Places:
    """Lines that were set aside and still open, which somebody is named in, or whose they were said to be."""
    known = _values(person)
    if not known:
        return []
    settled = set(SettledRow.objects.filter(person_id=person).values_list("aside_id", flat=True))
    return [
        (room, id)
        for room in access.visible()
        for id, said in _lines_of(room).items()
        if id in settled or names_one_of(said, known)
    ]


def _lines_of(room: UUID) -> dict[UUID, list[tuple[str, ...]]]:
    """Every line of a compartment that was set aside and opens: its cells, and what people typed in their place."""
    rows = list(SetAsideRow.objects.filter(compartment_id=room).values_list("id", "box", "version_id"))
    held = lines(room, ((id, bytes(box)) for id, box, _ in rows))
    typed = keyings.ever_typed({version for *_, version in rows}, room, asides=True)
    return {id: [tuple(told["cells"]), *typed.get(id, ())] for id, told in held.items()}


def _waiting(person: UUID) -> Places:
    """Files that are no version and name somebody, as far as they can be read or were typed."""
    known = _values(person)
    uploads = Upload.objects.exclude(state=State.TAKEN) if known else Upload.objects.none()
    return [(upload.compartment_id, upload.original_id) for upload in uploads if names_one_of(_cells(upload), known)]


def _cells(upload: Upload) -> list[tuple[str, ...]]:
    key = access.data_key(compartment=upload.compartment_id, person=upload.original_id)
    if key is None:
        return []
    if keyings.is_pictured(upload):
        typed = keyings.ever_typed([upload.id], upload.compartment_id, asides=False)
        return typed.get(upload.original_id, [])
    original = Original.objects.get(id=upload.original_id)
    answers = opened(key, upload.answers_box, binding("upload", "answers_box", upload.id))
    try:
        book = received.book(
            "a file",
            boxes.unseal([key], bytes(original.box), binding("original", "box", original.id)),
            encoding=answers.get("encoding", ""),
        )
    except Refused:
        return []
    return [line.cells for sheet in book.sheets for line in sheet.lines]


def _values(person: UUID) -> list[Values]:
    whose = "person_id = %(person)s"
    rows = list(boxed({"people_record": whose, "people_said": whose}, person=person))
    return [view.values for view in opened_records(rows) if view.values is not None]
