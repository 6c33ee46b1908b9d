"""A permission list that came in becomes words of its authority about people, row by row or all at once, when a person says so.

Nothing is guessed: what the words of the list mean is settled by that person, rows that leave a question are left out, and
whoever holds a grant and stands on the list no more keeps it until somebody says otherwise of that very person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.clearances.actions.turns import wait_for_turn
from homeward.clearances.core.proposed import TAKEABLE, Would
from homeward.clearances.models import Permission as Row
from homeward.clearances.queries.permission_lists import PermissionList, Proposed, Reading
from homeward.clearances.queries.words import as_recorded
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import short_names
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.lists import queries as lists
from homeward.lists.actions.turns import wait_for_list
from homeward.moments import Interval
from homeward.people import actions as people
from homeward.people.actions.telling import TOPIC
from homeward.refusals import Refused


class NotARowToTake(Refused):
    """This row gives no permission that could be taken as the list is read here."""


class NothingToTake(Refused):
    """No row of this list would be taken."""


class WasTakenBack(Refused):
    """This version was taken back; nobody holds anything by it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many words of the authority were recorded, by their state, and the statements; each grant waits for a second person."""

    version: UUID
    counts: dict[str, int]
    permissions: tuple[UUID, ...]


@transaction.atomic
def take(
    *,
    case: CaseView,
    version: UUID,
    reading: Reading,
    records: Collection[UUID] | None = None,
    once: UUID,
    by: Actor,
    at: datetime,
) -> Taken:
    """Record what a version says of people, as it is read here: these records alone, or every row that leaves no question.

    A row on which somebody stands no more is taken only if it is named. Sending the same form again records nothing more.
    """
    access.require(by, "clearances.take", case.compartment_id)
    people.wait_for_forgetting()
    wait_for_list(lists.version(case, version).list)
    wait_for_turn(case)
    before = _before(version, once, case)
    if before:
        return before
    found = PermissionList(as_recorded(case, at), version, reading, at=at)
    if found.version.view.withdrawn:
        raise WasTakenBack(where=str(version), instead="See the versions: homeward lists versions.")
    if found.findings.faults:
        raise CannotBeRecorded(found.findings, instead="Mend what is named; nothing was stored.")
    chosen = _chosen(found, records)
    entries = list(_entries(case, found, chosen, once, by, at))
    record(entries)
    return _told(version, [each.content for each in entries], [each.id for each in entries])


def _chosen(found: PermissionList, records: Collection[UUID] | None) -> list[Proposed]:
    if records is None:
        chosen = [each for each in found.rows if each.would in TAKEABLE]
    else:
        wanted = set(records)
        may = {*TAKEABLE, Would.TWICE, Would.AGAIN, Would.GONE}
        chosen = [each for each in found.rows if each.entry.record in wanted and each.would in may and each.said]
        if strangers := wanted - {each.entry.record for each in chosen}:
            raise NotARowToTake(where=str(min(strangers)), instead="Look at the list as it would be taken.")
    if not chosen:
        raise NothingToTake(
            where=str(found.version.view.id), instead="Say what its words mean, or choose rows one by one."
        )
    return chosen


def _entries(
    case: CaseView, found: PermissionList, chosen: Iterable[Proposed], once: UUID, by: Actor, at: datetime
) -> Iterable[Entry]:
    view, settled = found.version.view, found.settled_by()
    origin = uuid5(case.id, f"origin|{found.version.statement}")
    said = _said(view.declared, view.recorded_at, at)
    chosen = list(chosen)
    named = short_names(case.id, [_id(case, once, each.entry.record) for each in chosen], "p")
    for each in chosen:
        assert each.said is not None
        act = _id(case, once, each.entry.record)
        yield Entry(
            id=act,
            ref=named[act],
            case=case.id,
            compartment=case.compartment_id,
            by=by.id,
            at=at,
            content=kinds.PermissionTold(
                person=each.entry.person,
                authority=found.authority,
                state=each.said.state,
                valid=each.valid,
                list=view.list,
                version=view.id,
                record=each.entry.record,
                reading=found.version.statement,
                settled=settled.get(each.entry.record) if each.entry.settled else None,
            ),
            speaker=found.authority,
            origin=origin,
            modality=Modality.ASSERTED,
            factuality=FACTUALITY_OF_THE_SPEAKER[Modality.ASSERTED],
            said=said,
            topic=TOPIC,
        )


def _said(declared: Interval | None, received: datetime, at: datetime) -> Interval:
    """When the authority said it: on the day of the list, or when it came in where that day is still to come."""
    if declared is not None and declared.start is not None and declared.start <= at:
        return declared
    return Interval.at(min(received, at))


def _id(case: CaseView, once: UUID, record: UUID) -> UUID:
    return uuid5(case.id, f"clearances.take|{once}|{record}")


def _before(version: UUID, once: UUID, case: CaseView) -> Taken | None:
    """What this form recorded when it was sent before."""
    rows = list(Row.objects.filter(version_id=version))
    mine = [row for row in rows if row.record_id and row.statement_id == _id(case, once, row.record_id)]
    if not mine:
        return None
    held = Statement.objects.filter(id__in=[row.statement_id for row in mine]).order_by("position")
    return _told(version, mine, [each.id for each in held])


def _told(version: UUID, each: Iterable[kinds.PermissionTold | Row], ids: Iterable[UUID]) -> Taken:
    counts: dict[str, int] = {}
    for one in each:
        counts[str(one.state)] = counts.get(str(one.state), 0) + 1
    return Taken(version, counts, tuple(ids))
