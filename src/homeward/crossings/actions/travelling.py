"""Where people who travel together are picked up, and for which window they were told to be ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Unpack
from uuid import UUID

from django.db import transaction

from homeward.access import queries as access_queries
from homeward.crossings.actions.sheet import Act, Done, Sheet
from homeward.crossings.records.known import PICKUP, WINDOW
from homeward.ledger.core import kinds
from homeward.ledger.core.crossings import Standing
from homeward.ledger.queries.views import CaseView
from homeward.people import actions as people
from homeward.people import queries as people_queries
from homeward.refusals import Refused

MOST_TOGETHER = 200


class TogetherNowhere(Refused):
    """No one compartment holds all of these people."""


@transaction.atomic
def choose_pickup(*, people: Sequence[UUID], pickup: UUID, **act: Unpack[Act]) -> Done:
    """Say where people are picked up; of a family the last word about any of them counts."""
    sheet = about("choose_pickup", people, act)
    at = sheet.must_know(pickup, PICKUP, "pickup")
    content = kinds.PickUpChosen(people=tuple(sorted(set(people))), pickup=pickup)
    return sheet.do(content, at.name, about=pickup)


@transaction.atomic
def tell_date(*, people: Sequence[UUID], window: UUID, **act: Unpack[Act]) -> Done:
    """Record that people who travel together were told for which window to be ready; plans keep it where they can."""
    sheet = about("tell_date", people, act)
    to = sheet.must_know(window, WINDOW, "window")
    if to.standing is Standing.CANCELLED:
        sheet.findings.fault("called-off", "window", "This window was called off. Choose another one.")
    content = kinds.DateTold(people=tuple(sorted(set(people))), window=window)
    return sheet.do(content, to.during.words, about=window)


def about(verb: str, whom: Sequence[UUID], act: Any) -> Sheet:
    """The sheet of an act about people: it stands where all of them stand, and of nobody who was forgotten."""
    everyone = set(whom)
    if not everyone or len(everyone) > MOST_TOGETHER:
        raise Refused(f"Name between 1 and {MOST_TOGETHER} people.", where="people")
    people.wait_for_forgetting()
    people.refuse_forgotten(everyone)
    case = act["case"]
    places = people_queries.rooms_of(case, everyone)
    for stranger in everyone - places.keys():
        raise people_queries.NoSuchPerson(where=str(stranger), instead="Find the person in the register.")
    room = act.get("room") or shared_room(case, everyone, places)
    if room is None:
        raise TogetherNowhere(where="room", instead="Name a compartment that only those may see who see all of them.")
    elsewhere = {min(each) for each in places.values() if room not in each}
    if elsewhere and not access_queries.is_seen_only_by_those_who_see(room, elsewhere):
        raise TogetherNowhere(where="room", instead="Choose a compartment that only those may see who see all of them.")
    return Sheet(verb, **{**act, "room": room})


def shared_room(case: CaseView, everyone: Iterable[UUID], places: Mapping[UUID, set[UUID]]) -> UUID | None:
    """Where something about all of these people can stand without a compartment being named; none where they share none."""
    shared = set.intersection(*(places.get(each, set()) for each in everyone))
    if not shared:
        return None
    return case.compartment_id if case.compartment_id in shared else min(shared)
