"""Files that came in: what waits for a person or for the worker, and the report of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from homeward.access import queries as access
from homeward.ledger.queries.views import CaseView
from homeward.lists.core.answers import Answers
from homeward.lists.core.keyed import Cells
from homeward.lists.models import WAITING, State, Upload, Version
from homeward.lists.queries import keyings
from homeward.lists.queries.sealed import binding, opened
from homeward.lists.queries.standing import said
from homeward.lists.queries.views import EntryView, PreviewView, UploadView
from homeward.moments import Interval
from homeward.people.core.values import Values
from homeward.refusals import Refused


class NoSuchUpload(Refused):
    """There is no such file among those that came in, or none that you may see."""


def uploads(case: CaseView, *, waiting: bool = True, at_most: int = 200) -> list[UploadView]:
    """Files of a case that wait, the one that came first first; or all of them, the latest first."""
    rows = Upload.objects.filter(case_id=case.id)
    chosen = (
        rows.filter(state__in=[*WAITING, State.REJECTED]).order_by("received_at", "id")
        if waiting
        else rows.order_by("-received_at", "id")
    )
    return _views(chosen[:at_most])


def preview(case: CaseView, upload: UUID) -> PreviewView:
    """One file with the report of the last look at it, opened."""
    row = Upload.objects.filter(case_id=case.id, id=upload).first()
    if row is None:
        raise NoSuchUpload(where=str(upload), instead="See what came in: homeward lists show.")
    (view,) = _views([row])
    key = access.data_key(compartment=row.compartment_id, person=row.original_id)
    if key is None:
        return PreviewView(view, None, None)
    report = opened(key, row.report_box, binding("upload", "report_box", row.id)) if row.report_box else None
    answers = Answers.from_json(opened(key, row.answers_box, binding("upload", "answers_box", row.id)))
    return PreviewView(view, report, answers, tuple(keyings.compared(row)) if view.pictured else ())


def coming(case: CaseView, seen: PreviewView, change: str, *, page: int = 1, size: int = 50) -> list[EntryView]:
    """What a file would change about the last version, of one kind ("hint": who may be who), a page of it, opened.

    `seen` is the file as `preview` gave it to this asker; a report holds the first 500 of each kind.
    """
    told: Mapping[str, Any] = seen.report or {}
    entries = told.get("hints", []) if change == "hint" else told.get("differs", [])
    chosen = [each for each in entries if change in ("hint", each.get("change"))][(page - 1) * size : page * size]
    pairs = [(UUID(each["before"]), UUID(each["person"])) for each in chosen if each.get("before")]
    held = {stood.record: stood.values for stood in said(pairs)}
    return [
        EntryView(
            change=change,
            sheet=each.get("sheet", ""),
            row=each.get("row", 0),
            person=UUID(each["person"]) if each.get("person") else None,
            before=held.get(UUID(each["before"])) if each.get("before") else None,
            values=Values.from_json(each["values"]) if each.get("values") else None,
            fields=tuple(each.get("fields", ())),
            why=each.get("why", ""),
        )
        for each in chosen
    ]


def typed_by(case: CaseView, upload: UUID, who: UUID) -> dict[int, tuple[Cells, tuple[Cells, ...]]]:
    """The rows of a picture that somebody typed: what they typed, and what others typed of the same rows.

    Rows that only others typed are not told: each person types without the other's words before the eyes.
    """
    row = Upload.objects.filter(case_id=case.id, id=upload).first()
    if row is None:
        raise NoSuchUpload(where=str(upload), instead="See what came in: homeward lists show.")
    return {
        number: (people[who], tuple(cells for other, cells in people.items() if other != who))
        for number, people in keyings.typed(row).items()
        if who in people
    }


def _views(rows: Iterable[Upload]) -> list[UploadView]:
    held = list(rows)
    names = access.names_of({row.received_by for row in held})
    numbers = dict(Version.objects.filter(version_id__in=[row.id for row in held]).values_list("version_id", "number"))
    keys = {
        (room, original): key
        for room in {row.compartment_id for row in held}
        for original, key in access.open_keys(
            compartment=room, people=[row.original_id for row in held if row.compartment_id == room]
        ).items()
    }
    return [
        UploadView(
            id=row.id,
            list=row.list_id,
            authority=row.authority,
            title=row.title,
            name=opened(key, row.name_box, binding("upload", "name_box", row.id))
            if (key := keys.get((row.compartment_id, row.original_id)))
            else None,
            media_type=row.media_type,
            state=row.state,
            declared=Interval.from_json(row.declared) if row.declared else None,
            received_at=row.received_at,
            received_by=names.get(row.received_by, ""),
            rows=row.rows,
            aside=row.aside,
            asked=row.asked,
            warned=row.warned,
            number=numbers.get(row.id),
            pictured=keyings.is_pictured(row),
        )
        for row in held
    ]
