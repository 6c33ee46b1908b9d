"""What was said about talks: the statements of some kinds as known at the time asked, in the order in which they were said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from homeward.ledger.models import Statement
from homeward.ledger.queries import cases, knowing
from homeward.ledger.queries.statements import statements
from homeward.ledger.queries.views import Asked, CaseView, StatementView
from homeward.moments import Clock

CHANNEL, MEETING, READOUT, POSITION = "done.channel_opened", "said.meeting", "said.readout", "said.position"
VISIT = "said.access_visit"
ASKED, ANSWERED, VERIFIED = "done.proof_of_life_asked", "said.proof_of_life_answered", "done.proof_of_life_verified"
TAKEN_BACK = "retracted"


def at_present(case: CaseView) -> Asked:
    """The question what is recorded by now, this transaction's own included: what a further act meets."""
    return cases.ask(case, now=cases.settled_at(case), clock=Clock.RECORDED)


def spoken(asked: Asked, *kinds: str) -> list[StatementView]:
    """The statements of these kinds that were known, the first said first; what lay ahead of the time asked is left out.

    What is planned is known of from when it was said, so it is there from then on. What was taken back is not.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.kind = ANY (%(kinds)s)
            AND {knowing.statement_known(asked.clock, "s")} ORDER BY {knowing.said("s")}, s.position
            """,
            {**knowing.parameters(asked), "kinds": list(kinds)},
        )
        ids = [row[0] for row in cursor.fetchall()]
    return [each for each in statements(asked, ids) if each.standing != TAKEN_BACK and _had_begun(each, asked)]


def by_subject(views: Iterable[StatementView], field: str) -> dict[UUID, list[StatementView]]:
    """The words about each thing, the first said first."""
    found: dict[UUID, list[StatementView]] = defaultdict(list)
    for each in views:
        found[getattr(each.content, field)].append(each)
    return dict(found)


def rooms_of(statements: Sequence[UUID]) -> dict[UUID, UUID]:
    """In which compartment each of these statements stands, of those that may be seen."""
    return dict(Statement.objects.filter(id__in=statements).values_list("id", "compartment_id"))


def _had_begun(view: StatementView, asked: Asked) -> bool:
    times = [each for each in (view.said or view.published, view.occurred) if each is not None]
    return not times or any(each.concerns(asked.as_of) for each in times)
