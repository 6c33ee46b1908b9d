"""Four eyes: a second person of the desk looks at what an authority is said to have granted; from then on the desk relies on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.clearances.actions.turns import wait_for_turn
from homeward.clearances.models import Confirmation, Request
from homeward.clearances.models import Permission as Row
from homeward.clearances.queries.named import NoSuchPermission
from homeward.clearances.queries.words import no_longer_so, taken_back
from homeward.ledger import actions as ledger
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.actions.writing import Recorded
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.people import actions as people
from homeward.refusals import Refused

MOST = 500
"""Permissions confirmed by one statement; of more, several are made."""
KINDS = ("said.permission", "done.clearance_requested", "done.permission_confirmed")


class AnotherMustConfirm(Refused):
    """Who recorded what an authority said does not also confirm it."""


class NoLongerSo(Refused):
    """This was corrected or taken back meanwhile, or what it rests on was; there is nothing to confirm."""


class NothingOfThisKind(Refused):
    """There is no request, word of an authority or confirmation at this address."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The short names of what was recorded, and how many permissions they confirm; those confirmed before are left out."""

    refs: tuple[str, ...]
    permissions: int


@transaction.atomic
def confirm(*, case: CaseView, permissions: Sequence[UUID], once: UUID, by: Actor, at: datetime) -> Confirmed:
    """Confirm what authorities said about people, one or many; whoever recorded one of them does not confirm it."""
    wanted = list(dict.fromkeys(permissions))
    if not wanted:
        raise Refused("Choose at least one.", where="permissions")
    people.wait_for_forgetting()
    wait_for_turn(case)
    rows = {row.statement_id: row for row in Row.objects.filter(case_id=case.id, statement_id__in=wanted)}
    if strangers := [each for each in wanted if each not in rows]:
        raise NoSuchPermission(where=str(strangers[0]), instead="See what waits: homeward clearances waiting.")
    people.refuse_forgotten({row.person_id for row in rows.values()})
    for room in {row.compartment_id for row in rows.values()}:
        access.require(by, "clearances.confirm", room)
    _refuse_own(wanted, by)
    if gone := no_longer_so(case, wanted):
        raise NoLongerSo(where=_ref(gone[0]), instead="Look at the page of the person.")
    before = _confirmed_among(wanted)
    by_room: dict[UUID, list[UUID]] = defaultdict(list)
    for each in wanted:
        if each not in before:
            by_room[rows[each].compartment_id].append(each)
    entries = [
        _entry(case, room, part, uuid5(case.id, f"clearances.confirm|{once}|{room}|{start}"), by, at)
        for room, there in sorted(by_room.items())
        for start in range(0, len(there), MOST)
        for part in [tuple(there[start : start + MOST])]
    ]
    if entries:
        record(entries)
    return Confirmed(tuple(each.ref for each in entries), sum(map(len, by_room.values())))


@transaction.atomic
def take_back(*, case: CaseView, ref: str, reason: str, once: UUID, by: Actor, at: datetime) -> Recorded:
    """Take back a request, a word of an authority or a confirmation that the desk recorded wrongly; all of it stays."""
    target = Statement.objects.filter(case_id=case.id, ref=ref, kind__in=KINDS).first()
    if target is None:
        raise NothingOfThisKind(where=ref, instead="The page of the person lists them.")
    wait_for_turn(case)
    person = _person(target.id)
    if person is not None:
        reason = people.refuse_naming(case, person, reason, "reason")
    return ledger.withdraw(case=case, ref=ref, reason=reason, once=once, by=by, at=at)


def _refuse_own(wanted: Sequence[UUID], by: Actor) -> None:
    own = Statement.objects.filter(id__in=wanted, recorded_by=by.id).order_by("position").first()
    if own is not None:
        raise AnotherMustConfirm(where=own.ref, instead="Ask somebody else of the desk to look at it.")


def _confirmed_among(wanted: Sequence[UUID]) -> set[UUID]:
    found = Confirmation.objects.filter(permission_id__in=wanted).values_list("statement_id", "permission_id")
    pairs = list(found)
    gone = taken_back({statement for statement, _ in pairs})
    return {permission for statement, permission in pairs if statement not in gone}


def _person(statement: UUID) -> UUID | None:
    row = Row.objects.filter(statement_id=statement).first() or Request.objects.filter(statement_id=statement).first()
    return row.person_id if row else None


def _ref(statement: UUID) -> str:
    return str(Statement.objects.values_list("ref", flat=True).get(id=statement))


def _entry(case: CaseView, room: UUID, permissions: tuple[UUID, ...], act: UUID, by: Actor, at: datetime) -> Entry:
    return Entry(
        id=act,
        ref=short_name(case.id, act, "k"),
        case=case.id,
        compartment=room,
        by=by.id,
        at=at,
        content=kinds.PermissionConfirmed(permissions=permissions),
        occurred=Interval.at(at),
    )
