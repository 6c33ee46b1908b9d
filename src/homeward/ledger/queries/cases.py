"""Cases, and what is asked about one."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.refusals import Refused

_CASES = """
    SELECT c.id, c.slug, c.title, c.zone, c.clock, c.about, c.compartment_id, p.name, p.slug, s.recorded_at
    FROM ledger_case c JOIN ledger_statement s ON s.id = c.statement_id JOIN access_compartment p ON p.id = c.compartment_id
"""


class NoSuchCase(Refused):
    """There is no such case, or none that you may see."""


def cases() -> list[CaseView]:
    """The cases that the actor may see, the latest opened first."""
    return _found(f"{_CASES} ORDER BY s.recorded_at DESC, c.id", {})


def case(slug: str, *, compartment: str = "") -> CaseView:
    """The case at this address; of several with one name in different compartments, the one opened last."""
    among = cases_named(slug)
    chosen = [c for c in among if not compartment or compartment in (c.compartment_slug, str(c.compartment_id))]
    if not chosen:
        raise NoSuchCase(where=slug, instead="The list of cases shows those you may see.")
    return chosen[0]


def cases_named(slug: str) -> list[CaseView]:
    """All cases of this name that the actor may see, the latest opened first."""
    return _found(f"{_CASES} WHERE c.slug = %(slug)s ORDER BY s.recorded_at DESC, c.id", {"slug": slug})


def settled_at(case: CaseView) -> datetime:
    """The moment of the last append to the case that is committed: what "now" means to a question asked again later."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT recorded_at FROM ledger_statement WHERE case_id = %s ORDER BY recorded_at DESC, position DESC LIMIT 1",
            [case.id],
        )
        (moment,) = cursor.fetchone()
    return moment  # type: ignore[no-any-return]


def ask(
    case: CaseView,
    *,
    now: datetime,
    as_of: datetime | None = None,
    known_at: datetime | None = None,
    clock: Clock | None = None,
) -> Asked:
    """Frame a question: what is not given is now, and the case's own clock.

    By the clock of recording, "now" means the last append to this case that is committed: what somebody is writing at this
    moment gets an earlier time than it is seen at, and the same question must have the same answer later. Only this case
    counts, so that no moment shown here tells when something was written where the reader may not look.
    """
    chosen = clock or case.clock
    known = known_at or now
    if chosen is Clock.RECORDED:
        known = min(known, settled_at(case))
    past = (as_of is not None and as_of < now) or (known_at is not None and known_at < now)
    return Asked(case, as_of or now, known, chosen, past, as_of is not None, known_at is not None, clock is not None)


def _found(sql: str, values: dict[str, str]) -> list[CaseView]:
    may = set(access.writable())
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [
            CaseView(id, slug, title, ZoneInfo(zone), Clock(clock), about, room, name, opened, room in may, room_slug)
            for id, slug, title, zone, clock, about, room, name, room_slug, opened in cursor.fetchall()
        ]
