"""Lists of invented people for the tests, and the short ways in which they come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from homeward.lists import actions, queries
from homeward.lists.core.answers import Answers
from tests.cast import Desk

HEAD = ("Name", "Date of birth", "Passport", "Status")
AMAL = ("Amal Haddad", "12 Mar 1985", "A1730264", "waits")
JONAS = ("Jonas Berg", "25 Dec 1990", "B7604821", "waits")
NADIA = ("Nadia Karim", "3 Mar 1970", "C1938475", "cleared")
OMAR = ("Omar Said", "9 Jul 2001", "D5527016", "waits")
LENA = ("Lena Vogel", "30 Jan 1962", "E9083317", "waits")
YUSUF = ("Yusuf Nasser", "17 Aug 1978", "F2260495", "waits")
EVERYBODY = (AMAL, JONAS, NADIA, OMAR, LENA, YUSUF)
NAMELESS = ("", "1 Jan 1999", "G4410029", "")

Rows = Iterable[Sequence[str]]


def written(rows: Rows, head: Sequence[str] = HEAD) -> bytes:
    """A file of these rows, as text with semicolons."""
    return "".join(";".join(row) + "\r\n" for row in (head, *rows)).encode()


def opened_case(desk: Desk, slug: str = "crossing") -> CaseView:
    """A case without anything in it."""
    with desk.acting() as by:
        ledger.open_case(
            slug=slug, title="Crossing", zone_name="UTC", compartment=desk.compartment.id, by=by, at=desk.now
        )
        return cases.case(slug)


def sent(
    desk: Desk,
    case: CaseView,
    rows: Rows | bytes,
    *,
    title: str = "Crossing list",
    declared: str = "",
    answers: Answers | None = None,
    by: Actor | None = None,
) -> actions.Received:
    """A file that comes in."""
    data = rows if isinstance(rows, bytes) else written(rows)
    with desk.acting(by) as actor:
        return actions.receive(
            case=case,
            authority="The embassy",
            title=title,
            name="list.csv",
            data=data,
            declared=declared,
            answers=answers,
            by=actor,
            at=desk.now,
        )


def taken(
    desk: Desk, case: CaseView, rows: Rows | bytes, *, gone: str = "", reason: str = "", **more: Any
) -> queries.VersionView:
    """A file that comes in and is taken in, its warnings accepted; gives the version."""
    received = sent(desk, case, rows, **more)
    with desk.acting(more.get("by")) as actor:
        actions.take_in(
            case=case, upload=received.upload, accept_warnings=True, gone=gone, reason=reason, by=actor, at=desk.now
        )
        return queries.version(case, received.upload)


def by_name(desk: Desk, case: CaseView, version: UUID) -> Mapping[str, queries.RowView]:
    """The rows of a version by the first name in them."""
    with desk.acting():
        shown = queries.rows(case, version, size=10_000)
    return {row.values.names[0].words if row.values else f"closed {row.number}": row for row in shown.rows}
