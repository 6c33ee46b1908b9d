"""Lists come in, are answered for and taken in; their versions, what differs, and the lines that were set aside."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import quote
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.api import asking, entering, sending, uploads
from homeward.api.asking import Known, Which
from homeward.api.paging import Page, within
from homeward.api.shapes import lists as shapes
from homeward.api.shapes.sent import SentReason
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.ledger.queries.views import CaseView
from homeward.lists import actions, queries
from homeward.lists.core.answers import Answers
from homeward.lists.queries import written
from homeward.moments import stamp
from homeward.people.actions import note_reading

router = Router(tags=["lists"])
FILE = "/cases/{case}/lists/files/{upload}"
LINE = "/cases/{case}/lists/aside/{line}"
MOVED = {200: shapes.Taken, 201: shapes.Taken, **WRITING}
Kind = Literal["in", "out", "changed", "corrected", "moved", "same", "kept"]


class Question(Page, Known):
    """Which part of a longer list of a case."""


class RowsAsked(Question):
    """Which rows of a version."""

    change: Kind | None = Field(None, description="Only rows of this kind of change.")


class Compared(Question):
    """Which two versions are compared."""

    from_: UUID = Field(alias="from", description="The version that is compared with.")
    to: UUID = Field(description="The version of the same list that is compared.")
    change: Kind | None = Field(None, description="Show the entries of this kind of change.")


@router.get("/cases/{case}/lists", response={200: shapes.Lists, **UNCHANGED, **READING}, operation_id="lists")
def every(request: HttpRequest, case: str, which: Query[Known]) -> HttpResponse:
    """Show the lists of a case with their last versions, and the files that wait: these of the present alone."""
    view, then = asking.known(case, which)
    waiting = [written.upload_json(each) for each in queries.uploads(view)] if then is None else None
    body = {"lists": [written.list_json(each) for each in queries.lists(view, known_at=then)], "waiting": waiting}
    return sending.answer(request, {**_about(view, then), **body})


@router.get(
    "/cases/{case}/lists/{list}/versions",
    response={200: shapes.Versions, **UNCHANGED, **READING},
    operation_id="versions",
)
def versions(request: HttpRequest, case: str, list: UUID, which: Query[Known]) -> HttpResponse:
    """Show the versions of a list, the last first, with what each changed."""
    view, then = asking.known(case, which)
    found = queries.list_named(view, str(list), known_at=then)
    body = {"every": [written.version_json(each) for each in queries.versions(view, found.id, known_at=then)]}
    return sending.answer(request, {**_about(view, then), **written.list_json(found), **body})


@router.get(
    "/cases/{case}/lists/versions/{version}",
    response={200: shapes.Rows, **UNCHANGED, **READING},
    operation_id="list_rows",
)
def rows(request: HttpRequest, case: str, version: UUID, asked: Query[RowsAsked]) -> HttpResponse:
    """Show a page of the rows of a version as they were read; whom it shows is noted in the log of the desk."""
    view, then = asking.known(case, asked)
    found = queries.rows(view, version, **_part(asked, then), change=asked.change or "")
    within(asked.page, max(1, -(-found.count // asked.size)))
    _note(request, view, found.people, "list")
    return sending.answer(request, {**_about(view, then), **written.rows_json(found)})


@router.get(
    "/cases/{case}/lists/difference",
    response={200: shapes.Difference, **UNCHANGED, **READING},
    operation_id="list_difference",
)
def difference(request: HttpRequest, case: str, asked: Query[Compared]) -> HttpResponse:
    """Show how two versions of a list differ, and the entries of one kind of change; whom it shows is noted in the log."""
    view, then = asking.known(case, asked)
    found = queries.difference(view, asked.from_, asked.to, **_part(asked, then), change=asked.change or "")
    _note(request, view, found.people, "list difference")
    return sending.answer(request, {**_about(view, then), **written.difference_json(found)})


@router.get("/cases/{case}/lists/aside", response={200: shapes.Lines, **UNCHANGED, **READING}, operation_id="set_aside")
def aside(request: HttpRequest, case: str, asked: Query[Question]) -> HttpResponse:
    """Show the lines that were set aside and wait for a person, the oldest first."""
    view, then = asking.known(case, asked)
    count = queries.count_set_aside(view, known_at=then)
    within(asked.page, max(1, -(-count // asked.size)))
    found = queries.set_aside(view, **_part(asked, then))
    return sending.answer(
        request, {**_about(view, then), "count": count, "lines": [written.aside_json(each) for each in found]}
    )


@router.get(FILE, response={200: shapes.OneUpload, **UNCHANGED, **READING}, operation_id="list_file")
def one(request: HttpRequest, case: str, upload: UUID, which: Query[Which]) -> HttpResponse:
    """Show a file that came in, with what would happen to it and what is asked."""
    view = asking.case(case, which)
    about = {"case": view.slug, "compartment": view.compartment_slug}
    return sending.answer(request, {**about, **written.preview_json(queries.preview(view, upload))})


@router.post(
    "/cases/{case}/lists/files",
    response=MOVED,
    operation_id="receive_list",
    auth=entering.WRITE,
    openapi_extra=uploads.SENT,
)
def receive(request: HttpRequest, case: str, which: Query[Which]) -> HttpResponse:
    """Take a file in, as text or in a form: it is kept and looked at, and waits for the word that it is taken in."""
    view = asking.case(case, which)
    given = uploads.sent(request)
    made = actions.receive(case=view, **given, by=entering.actor(request), at=datetime.now(UTC))
    return _moved(case, made.upload, made.state, None, status=201)


@router.post(f"{FILE}/answers", response=MOVED, operation_id="answer_list", auth=entering.WRITE)
def answer(
    request: HttpRequest, case: str, upload: UUID, which: Query[Which], body: Body[shapes.SentAnswers]
) -> HttpResponse:
    """Settle what is open about a file; it is looked at anew."""
    view = asking.case(case, which)
    settled = Answers.from_json(body.dict())
    made = actions.answer(case=view, upload=upload, answers=settled, by=entering.actor(request), at=datetime.now(UTC))
    return _moved(case, made.upload, made.state, None)


@router.post(f"{FILE}/keyed", response=MOVED, operation_id="key_list", auth=entering.WRITE)
def keyed(
    request: HttpRequest, case: str, upload: UUID, which: Query[Which], body: Body[shapes.SentRows]
) -> HttpResponse:
    """Keep what you typed of a picture; a second person types it too, and what differs is told."""
    view = asking.case(case, which)
    made = actions.key_by_hand(
        case=view, upload=upload, rows=body.rows, by=entering.actor(request), at=datetime.now(UTC)
    )
    return _moved(case, made.upload, made.state, None)


@router.post(f"{FILE}/take-in", response=MOVED, operation_id="take_list_in", auth=entering.WRITE)
def take_in(
    request: HttpRequest, case: str, upload: UUID, which: Query[Which], body: Body[shapes.SentTaking]
) -> HttpResponse:
    """Take a file in as the next version of its list; a large one is left to the worker. It is done once."""
    view = asking.case(case, which)
    done = actions.take_in(case=view, upload=upload, **body.dict(), by=entering.actor(request), at=datetime.now(UTC))
    return _moved(case, done.upload, done.state, done.number)


@router.post(LINE, response={200: shapes.SettledLine, **WRITING}, operation_id="settle_line", auth=entering.WRITE)
def settle(
    request: HttpRequest, case: str, line: UUID, which: Query[Which], body: Body[shapes.SentLine]
) -> HttpResponse:
    """Put right a line that was set aside as one record, or say why it is nobody's."""
    view = asking.case(case, which)
    act: dict[str, Any] = {"case": view, "line": line, "by": entering.actor(request), "at": datetime.now(UTC)}
    if body.nobody:
        done = actions.leave_row_out(**act, why=actions.Nobody(body.nobody))
    else:
        done = actions.settle_row(**act, typed=body.typed, person=uploads.person(body.person))
    told = {
        "case": case,
        "line": str(done.line),
        "settled": done.settled or None,
        "person": str(done.person) if done.person else None,
        "record": str(done.record) if done.record else None,
        "waits": done.waits,
        "differing": [*done.differing],
    }
    return sending.made(told, at=f"cases/{quote(case)}/lists/aside", status=200)


@router.post(
    f"{LINE}/withdrawals", response={200: shapes.Reopened, **WRITING}, operation_id="reopen_line", auth=entering.WRITE
)
def reopen(request: HttpRequest, case: str, line: UUID, which: Query[Which], body: Body[SentReason]) -> HttpResponse:
    """Take back what was settled about a line: it waits again, and everything stays in the ledger."""
    view = asking.case(case, which)
    ref = actions.reopen_row(
        case=view, line=line, reason=body.reason, once=uuid4(), by=entering.actor(request), at=datetime.now(UTC)
    )
    told = {"case": case, "line": str(line), "withdrawn": ref}
    return sending.made(told, at=f"cases/{quote(case)}/lists/aside", status=200)


def _note(request: HttpRequest, case: CaseView, people: tuple[UUID, ...], view: str) -> None:
    note_reading(case=case, people=people, view=view, by=entering.actor(request), at=datetime.now(UTC))


def _about(view: CaseView, known_at: datetime | None) -> dict[str, Any]:
    known = {"known_at": stamp(known_at) if known_at else None}
    return {"case": view.slug, "compartment": view.compartment_slug, **known}


def _part(asked: Question, known_at: datetime | None) -> dict[str, Any]:
    return {"page": asked.page, "size": asked.size, "known_at": known_at}


def _moved(case: str, upload: UUID, state: str, number: int | None, *, status: int = 200) -> HttpResponse:
    body = {"case": case, "upload": str(upload), "state": str(state), "version": number}
    return sending.made(body, at=f"cases/{quote(case)}/lists/files/{upload}", status=status)
