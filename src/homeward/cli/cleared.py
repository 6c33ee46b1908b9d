"""The clearances of the demonstration: two invented authorities are asked, one answers by its list, and somebody has to confirm.

Most of what came in is confirmed by a second account of the demonstration; the last rows wait for whoever looks at it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from homeward.cli.telling import tell

if TYPE_CHECKING:  # needs Django up
    from homeward.access.models import Actor
    from homeward.cli.entering import Seat
    from homeward.ledger.queries.views import CaseView

SECOND = "demo-second"
PURPOSE = "exit through the southern crossing"
INTERIOR = "Interior office"
LEFT_TO_YOU = 25
"""Grants that are left for whoever looks at the demonstration to confirm."""
REFUSED, GRANTED = 3, 12
"""Of the families that relatives told of, so many are refused and granted by the office one by one; the others wait."""
LASTS = timedelta(days=8)


def bring_clearances(seat: Seat, case: CaseView, families: Sequence[UUID]) -> None:
    """Ask both authorities, take the crossing authority's list as its permissions, and let a second person confirm."""
    from homeward.access import actions as access
    from homeward.clearances import actions, queries
    from homeward.clearances.core.decisions import Meaning
    from homeward.invented.lists import crossing
    from homeward.lists import queries as lists

    travellers = lists.list_named(case, crossing.LIST).last
    if travellers is None or travellers.declared is None or travellers.declared.start is None:
        return
    day = travellers.declared.start.astimezone(case.zone).date()
    act: dict[str, Any] = {"case": case, "by": seat.actor, "at": seat.now}
    on = list(dict.fromkeys(row.person for row in lists.rows(case, travellers.id, size=10_000).rows if row.values))
    for authority, those, before in ((crossing.AUTHORITY, [*on, *families], 6), (INTERIOR, families, 4)):
        actions.ask(
            people_asked=list(dict.fromkeys(those)), authority=authority, purpose=PURPOSE,
            via=("Liaison office",), asked=(day - timedelta(days=before)).isoformat(), once=_once(authority), **act,
        )  # fmt: skip
    reading = queries.Reading(Meaning.of({"": "granted"}), valid_from=(day + timedelta(days=1)).isoformat())
    taken = actions.take(version=travellers.id, reading=reading, once=_once("take"), **act)
    told = _office(seat, case, families, day)
    second = _second(seat, case)
    access.enter(second.id)
    confirmed = [*taken.permissions[:-LEFT_TO_YOU], *told]
    actions.confirm(case=case, permissions=confirmed, once=_once("confirm"), by=second, at=seat.now)
    access.enter(seat.actor.id)
    tell(
        f"Two authorities were asked; {len(confirmed):,} grants are confirmed, {LEFT_TO_YOU} wait for you: "
        f"homeward clearances waiting --case {case.slug}"
    )


def _office(seat: Seat, case: CaseView, families: Sequence[UUID], day: date) -> list[UUID]:
    """What the office says of families, one by one: a few refused, some granted until a day, the others still to be answered."""
    from homeward.clearances import actions
    from homeward.ledger.core.clearance import Permission
    from homeward.ledger.core.persons import ConsentBy, ConsentState, Scope
    from homeward.people import actions as people
    from homeward.people.core.told import Told

    granted = []
    for number, person in enumerate(families):
        act: dict[str, Any] = {"case": case, "by": seat.actor, "at": seat.now}
        people.consent(
            person=person, state=ConsentState.GIVEN, given_by=ConsentBy.FAMILY, scope=(Scope.AUTHORITIES,),
            told=Told(speaker="A relative, to the desk", said=day.isoformat()), once=_once(f"consent {number}"), **act,
        )  # fmt: skip
        if number >= REFUSED + GRANTED:
            continue
        state = Permission.REFUSED if number < REFUSED else Permission.GRANTED
        done = actions.tell(
            person=person, authority=INTERIOR, state=state,
            valid_from=(day + timedelta(days=1)).isoformat() if state is Permission.GRANTED else "",
            valid_until=(day + LASTS).isoformat() if state is Permission.GRANTED else "",
            conditions=("with one piece of luggage",) if number % 5 == 4 else (),
            told=Told(speaker="", said=day.isoformat(), via=("Liaison office",)), once=_once(f"office {number}"), **act,
        )  # fmt: skip
        if state is Permission.GRANTED:
            granted.append(done.statement)
    return granted


def _second(seat: Seat, case: CaseView) -> Actor:
    """The second account, which nobody signs in to: its password is made and thrown away."""
    from homeward.access import actions as access
    from homeward.access import queries

    try:
        return queries.actor_named(SECOND)
    except queries.NobodyOfThatName:
        made = access.make_person(name=SECOND, password=secrets.token_urlsafe(24), by=seat.actor, at=seat.now)
        room = queries.compartment_named(case.compartment_slug)
        access.grant(actor=made, compartment=room, may_write=True, by=seat.actor, at=seat.now)
        return made


def _once(act: str) -> UUID:
    """One key for one act, so that a second run does nothing twice."""
    return uuid5(UUID(int=2), f"clearances {act}")
