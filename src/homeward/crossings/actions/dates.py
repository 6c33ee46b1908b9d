"""Everybody whom a plan sends across is told their date at once: one statement for each family, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Unpack
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.crossings.actions.sheet import Act, Sheet
from homeward.crossings.actions.travelling import TogetherNowhere, shared_room
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.dates import DatesView, FamilyDate, dates_of
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.models import Statement
from homeward.people import actions as people
from homeward.people import queries as people_queries
from homeward.refusals import Refused


class NotTheLastPlan(Refused):
    """Another plan was made after this one."""


class NobodyToTell(Refused):
    """Everybody of this plan was told their date, or cannot be told it together with the others."""


class ChangedMeanwhile(Refused):
    """Not as many families are to be told as were counted when this was looked at."""


@dataclass(frozen=True, slots=True)
class ToldDates:
    """How many families and people it was recorded of."""

    plan: UUID
    families: int
    people: int


@transaction.atomic
def tell_dates(*, plan: UUID, families: int, **act: Unpack[Act]) -> ToldDates:
    """Record that every family of the last plan was told its date that was not told it before; `families` is how many were counted.

    Whom the plan has on a permission that is only expected is left out. Sending the same form again records nothing more.
    """
    sheet = Sheet("tell_dates", **act)
    people.wait_for_forgetting()
    made = Calendar(sheet.known.asked)
    view = dates_of(sheet.known.asked, made.known, made.view(), plan, at=sheet.at)
    repeated = _before(sheet, view)
    if repeated:
        return _counted(plan, repeated)
    if not view.last:
        raise NotTheLastPlan(where="plan", instead="Look at the last plan, and tell people the dates of that one.")
    if not view.to_tell:
        raise NobodyToTell(where="plan", instead="See who was told what: homeward crossings dates.")
    if len(view.to_tell) != families:
        raise ChangedMeanwhile(
            where="families", instead=f"It is {len(view.to_tell):,} families now. Look again, then record it."
        )
    everyone = {person for family in view.to_tell for person in family.people}
    people.refuse_forgotten(everyone)
    places = people_queries.rooms_of(sheet.case, everyone)
    shared = [(family, shared_room(sheet.case, family.people, places)) for family in view.to_tell]
    rooms = [(family, room) for family, room in shared if room is not None]
    homeless = len(shared) - len(rooms)
    if homeless:
        raise TogetherNowhere(
            where="plan", instead=f"This is so of {homeless:,} families; tell them one by one, naming a compartment."
        )
    for room in {room for _, room in rooms}:
        access.require(sheet.by, "crossings.tell_dates", room)
    record([_entry(sheet, view, family, room) for family, room in rooms])
    return _counted(plan, view.to_tell)


def _counted(plan: UUID, families: Iterable[FamilyDate]) -> ToldDates:
    told = list(families)
    return ToldDates(plan, len(told), sum(len(each.people) for each in told))


def _id(sheet: Sheet, family: FamilyDate) -> UUID:
    return uuid5(sheet.act, "|".join(map(str, sorted(family.people))))


def _before(sheet: Sheet, view: DatesView) -> list[FamilyDate]:
    """The families of whom this very form was recorded before."""
    ids = {_id(sheet, family): family for family in view.families}
    return [ids[id] for id in Statement.objects.filter(id__in=ids).values_list("id", flat=True)]


def _entry(sheet: Sheet, view: DatesView, family: FamilyDate, room: UUID) -> Entry:
    id, window = _id(sheet, family), view.windows[family.window]
    return Entry(
        id=id,
        ref=short_name(sheet.case.id, id, "d"),
        case=sheet.case.id,
        compartment=room,
        by=sheet.by.id,
        at=sheet.at,
        content=kinds.DateTold(people=tuple(sorted(family.people)), window=family.window),
        text=f"{window.on} {window.opens}, by plan {view.plan.made.number}",
    )
