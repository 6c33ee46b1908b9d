"""Seats are held for people on a convoy, by hand or as a plan gives them, until its boarding is closed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Unpack
from uuid import UUID, uuid4, uuid5

from django.db import connection, transaction

from homeward.access import queries as access_queries
from homeward.access.models import Actor
from homeward.crossings.actions.sheet import Act, Sheet
from homeward.crossings.core.manifests import next_free
from homeward.crossings.models import Held
from homeward.crossings.queries.kept import KeptPlan
from homeward.crossings.queries.plans import plan_made
from homeward.crossings.records.boarded import Boarded
from homeward.crossings.records.known import CONVOY, VEHICLE, WINDOW
from homeward.ledger.core.crossings import Place, Standing
from homeward.ledger.queries.views import CaseView
from homeward.people import actions as people
from homeward.people import queries as people_queries
from homeward.people.queries import Identities
from homeward.refusals import Refused

MOST_TOGETHER = 60
PLACES = {Place.SEAT: "seats", Place.WHEELCHAIR: "wheelchairs", Place.STRETCHER: "stretchers"}


class NoSeatLeft(Refused):
    """There is no place of this kind left for all of them; nobody of them was seated."""


class AlreadySeated(Refused):
    """Somebody of them is on a manifest already."""


class NotSeated(Refused):
    """This person has no seat on this convoy."""


class SeatedNowhere(Refused):
    """No one compartment holds all of the people of this manifest."""


class NobodyInThePlan(Refused):
    """This plan sends nobody with this convoy."""


class BoardingWasClosed(Refused):
    """The boarding of this convoy is closed."""


@transaction.atomic
def hold_seats(
    *,
    convoy: UUID,
    who: Sequence[UUID],
    vehicle: UUID,
    place: str = "seat",
    together_with: UUID | None = None,
    case: CaseView,
    room: UUID | None = None,
    by: Actor,
    at: datetime,
) -> tuple[int, ...]:
    """Hold seats for people who travel together, all or none; gives their numbers.

    The window is locked first, so of many who want the last seat one gets it; the table itself refuses a second one too.
    """
    chosen = tuple(dict.fromkeys(who))
    if not chosen or len(chosen) > MOST_TOGETHER:
        raise Refused(f"Name between 1 and {MOST_TOGETHER} people.", where="people")
    lock_seats(case)
    sheet = _sheet("hold_seats", chosen, convoy, {"case": case, "room": room, "once": uuid4(), "by": by, "at": at})
    known = open_convoy(sheet, convoy)
    kind = _place(place)
    bus = sheet.must_know(vehicle, VEHICLE, "vehicle")
    _refuse_seated(case, chosen)
    taken = list(Held.objects.filter(case_id=case.id, convoy_id=convoy).values_list("vehicle_id", "place", "number"))
    if vehicle not in {each[0] for each in taken} and len({each[0] for each in taken}) >= known.most_vehicles:
        raise NoSeatLeft(
            where="vehicle", instead=f"This convoy has {known.most_vehicles} vehicles at most. Choose one of them."
        )
    _refuse_full_window(sheet, known.window, len(chosen))
    family = _family(case, convoy, chosen, together_with)
    numbers = {number for v, p, number in taken if (v, p) == (vehicle, kind.value)}
    rows = []
    for person in chosen:
        number = next_free(numbers, getattr(bus, PLACES[kind]))
        if number is None:
            raise NoSeatLeft(where="vehicle", instead="Choose another vehicle, another convoy, or let a seat go first.")
        numbers.add(number)
        rows.append(_held(sheet, convoy, vehicle, kind, number, person, family))
    Held.objects.bulk_create(rows)
    return tuple(row.number for row in rows)


@transaction.atomic
def let_seat_go(*, convoy: UUID, person: UUID, case: CaseView, by: Actor, at: datetime) -> None:
    """Let the seat of a person go; who they travelled with keep theirs, and the page says that the family is apart."""
    lock_seats(case)
    row = Held.objects.filter(case_id=case.id, convoy_id=convoy, person_id=person).first()
    if row is None:
        raise NotSeated(where=str(person))
    open_convoy(Sheet("let_seat_go", case=case, room=row.compartment_id, once=uuid4(), by=by, at=at), convoy)
    row.delete()


@transaction.atomic
def draft_from_plan(*, convoy: UUID, plan: UUID | None = None, **act: Unpack[Act]) -> int:
    """Hold the seats that a kept plan gives this convoy (the last plan, unless one is named); what was held for it is let go."""
    case = act["case"]
    lock_seats(case)
    sheet = Sheet("draft_from_plan", **act)
    made = plan_made(sheet.known, plan)
    kept = KeptPlan(made)
    trips = [each for each in kept.plan["trips"] if each["convoy"] == str(convoy)]
    everyone = [kept.people[number] for trip in trips for number in trip["persons"] if number in kept.people]
    if not everyone:
        raise NobodyInThePlan(where="plan", instead="Name another plan, or seat people by hand.")
    # What the plan tells (who needs to lie down) is seen by those who may see the plan, and by nobody else.
    sheet = _sheet("draft_from_plan", everyone, convoy, {**act, "room": act.get("room") or made.compartment})
    open_convoy(sheet, convoy)
    Held.objects.filter(case_id=case.id, convoy_id=convoy).delete()
    _refuse_seated(case, everyone)
    needs = {each["id"]: each.get("space") or Place.SEAT.value for each in kept.instance["persons"]}
    rows: list[Held] = []
    counted: dict[tuple[str, str], int] = {}
    for trip in trips:
        for number in trip["persons"]:
            kind = _place(needs[number])
            seat = counted[trip["vehicle"], kind.value] = counted.get((trip["vehicle"], kind.value), 0) + 1
            family = uuid5(convoy, kept.family_of.get(kept.people[number], number))
            row = _held(sheet, convoy, UUID(trip["vehicle"]), kind, seat, kept.people[number], family)
            row.plan_id = made.id
            rows.append(row)
    Held.objects.bulk_create(rows)
    return len(rows)


def lock_seats(case: CaseView) -> None:
    """One after another at one case's seats: whoever waits sees what the one before took."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"crossings|seats|{case.id}"])


def open_convoy(sheet: Sheet, convoy: UUID) -> Any:
    """The convoy, which must be there, not called off, and not closed."""
    known = sheet.must_know(convoy, CONVOY, "convoy")
    window = sheet.must_know(known.window, WINDOW, "convoy")
    if Standing.CANCELLED in (known.standing, window.standing):
        raise Refused("This convoy or its window was called off.", where="convoy", instead="Choose another one.")
    closed = Boarded(sheet.known.asked, convoy).closed
    if closed is not None and not sheet.again():
        raise BoardingWasClosed(where="convoy", instead=f"It was closed by {closed.given.ref}; take that back first.")
    return known


def _sheet(verb: str, everyone: Collection[UUID], convoy: UUID, act: Any) -> Sheet:
    """The sheet of an act that puts people on a manifest: it stands where all of them stand, and of nobody who was forgotten."""
    case = act["case"]
    people.wait_for_forgetting()
    people.refuse_forgotten(set(everyone))
    before = Held.objects.filter(case_id=case.id, convoy_id=convoy).values_list("compartment_id", flat=True).first()
    places = people_queries.rooms_of(case, set(everyone))
    for stranger in set(everyone) - places.keys():
        raise people_queries.NoSuchPerson(where=str(stranger), instead="Find the person in the register.")
    room = before or act.get("room")
    if room is None:
        shared = set.intersection(*places.values())
        if not shared:
            raise SeatedNowhere(where="room", instead="Name a compartment that only those may see who see all of them.")
        room = case.compartment_id if case.compartment_id in shared else min(shared)
    elsewhere = {min(each) for each in places.values() if room not in each}
    if elsewhere and not access_queries.is_seen_only_by_those_who_see(room, elsewhere):
        raise SeatedNowhere(where="room", instead="Choose a compartment that only those may see who see all of them.")
    return Sheet(verb, **{**act, "room": room})


def _place(words: str) -> Place:
    try:
        return Place(words)
    except ValueError as fault:
        raise Refused(
            "There is no place of this kind.", where="place", instead="seat, wheelchair or stretcher."
        ) from fault


def _refuse_seated(case: CaseView, who: Collection[UUID]) -> None:
    """Refuse somebody who has a seat, also under another id of theirs that a judgement joins."""
    known = people_queries.holding(case, set(who))
    everyone = {id for person in who for id in known.of(person)}
    seated = Held.objects.filter(case_id=case.id, person_id__in=everyone).values_list("person_id", flat=True)
    found = {known.shown_as(each) for each in seated} | _doubled(who, known)
    if found:
        raise AlreadySeated(where=str(min(found)), instead="Let that seat go first, or close that boarding.")


def _doubled(who: Collection[UUID], known: Identities) -> set[UUID]:
    """Whom two of these ids are."""
    shown = [known.shown_as(each) for each in who]
    return {each for each in shown if shown.count(each) > 1}


def _refuse_full_window(sheet: Sheet, window: UUID, more: int) -> None:
    """Refuse more people than the window takes, over all of its convoys."""
    of = sheet.must_know(window, WINDOW, "window")
    convoys = [UUID(id) for id, told in sheet.known.last(CONVOY).items() if told.content.window == window]
    held = Held.objects.filter(case_id=sheet.case.id, convoy_id__in=convoys).count()
    if held + more > of.capacity:
        raise NoSeatLeft(
            where="window",
            instead=f"The window takes {of.capacity:,}, and {held:,} seats are held. Choose another one.",
        )


def _family(case: CaseView, convoy: UUID, who: Sequence[UUID], together_with: UUID | None) -> UUID:
    if together_with is None:
        return uuid5(convoy, "|".join(sorted(map(str, who))))
    row = Held.objects.filter(case_id=case.id, convoy_id=convoy, person_id=together_with).first()
    if row is None:
        raise NotSeated(where="together_with", instead="Seat that person first.")
    return row.family_id


def _held(sheet: Sheet, convoy: UUID, vehicle: UUID, kind: Place, number: int, person: UUID, family: UUID) -> Held:
    return Held(
        id=uuid4(),
        case_id=sheet.case.id,
        compartment_id=sheet.room,
        convoy_id=convoy,
        vehicle_id=vehicle,
        place=kind.value,
        number=number,
        person_id=person,
        family_id=family,
        held_by=sheet.by.id,
        held_at=sheet.at,
    )
