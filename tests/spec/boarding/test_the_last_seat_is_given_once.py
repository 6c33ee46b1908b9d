from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import UUID

import pytest
from django.db import connection, connections

from homeward.crossings import actions
from homeward.crossings.actions import seating
from homeward.crossings.models import Held
from tests.apps.crossings.boarded import Trip
from tests.apps.people.judging import Judging
from tests.cast import Desk

ROUNDS = int(os.environ.get("LAST_SEAT_ROUNDS", "2"))
CLIENTS = int(os.environ.get("LAST_SEAT_CLIENTS", "8"))


def test_a_full_vehicle_takes_nobody_and_a_family_is_seated_whole_or_not(trip: Trip) -> None:
    trip.seat("Anna", "Boris", "Vera")

    with pytest.raises(seating.NoSeatLeft):
        trip.seat("Gleb", "Dina")

    assert len(trip.manifest().seats) == 3
    assert trip.seat("Gleb") == (4,)
    assert trip.seat("Dina", place="wheelchair") == (1,)
    with pytest.raises(seating.NoSeatLeft):
        trip.seat("Ewa", place="wheelchair")


def test_nobody_has_two_seats_on_this_convoy_or_another(trip: Trip) -> None:
    trip.seat("Anna")
    other = trip.gate.convoy(trip.window, trip.gate.pickup("The mill"))

    for convoy in (trip.convoy, other):
        with pytest.raises(seating.AlreadySeated):
            trip.seat("Anna", convoy=convoy)


def test_somebody_judged_to_be_one_with_a_seated_person_has_a_seat(trip: Trip) -> None:
    trip.enter("Anna", "Annah")
    trip.seat("Anna")
    Judging(trip.register).same(trip.people["Anna"], trip.people["Annah"])

    with pytest.raises(seating.AlreadySeated):
        trip.seat("Annah")


def test_a_window_takes_no_more_than_was_said_over_all_its_convoys(desk: Desk) -> None:
    trip = Trip.of(desk, capacity="2")
    trip.seat("Anna", "Boris")
    other = trip.gate.convoy(trip.window, trip.gate.pickup("The mill"))
    van = trip.gate.does(actions.enter_vehicle, name="Van", seats="9").about

    with pytest.raises(seating.NoSeatLeft):
        trip.seat("Vera", convoy=other, vehicle=van)


def test_a_convoy_takes_no_more_vehicles_than_were_set(trip: Trip) -> None:
    for name in ("Van 1", "Van 2"):
        van = trip.gate.does(actions.enter_vehicle, name=name, seats="9").about
        if name == "Van 1":
            trip.seat("Anna")
            trip.seat("Boris", vehicle=van)
        else:
            with pytest.raises(seating.NoSeatLeft):
                trip.seat("Vera", vehicle=van)


def test_the_table_itself_refuses_a_second_person_on_a_seat(lasting_desk: Desk) -> None:
    trip = Trip.of(lasting_desk)
    trip.enter("Anna", "Boris")
    trip.seat("Anna")

    with trip.desk.acting(), pytest.raises(Exception, match="one_person_for_each_seat"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO crossings_held SELECT case_id, compartment_id, gen_random_uuid(), convoy_id, vehicle_id, place,"
            " number, %s, family_id, plan_id, held_by, held_at FROM crossings_held",
            [trip.people["Boris"]],
        )


def test_of_many_who_want_the_last_seat_at_once_one_gets_it(lasting_desk: Desk) -> None:
    trip = Trip.of(lasting_desk, seats="1")
    names = [f"Client{number}" for number in range(CLIENTS)]
    trip.enter(*names)

    start = threading.Barrier(CLIENTS)
    with ThreadPoolExecutor(CLIENTS) as pool:
        for _ in range(ROUNDS):
            got = list(pool.map(partial(wants, trip, start), [trip.people[name] for name in names]))
            with trip.desk.acting():
                held = list(Held.objects.values_list("person_id", flat=True))
            assert (got.count("seated"), got.count("full"), len(held)) == (1, CLIENTS - 1, 1)
            trip.bare(seating.let_seat_go, convoy=trip.convoy, person=held[0])
        list(pool.map(gone, [start] * CLIENTS))


def wants(trip: Trip, start: threading.Barrier, person: UUID) -> str:
    """One client with a connection of its own."""
    start.wait()
    try:
        trip.bare(seating.hold_seats, convoy=trip.convoy, who=[person], vehicle=trip.bus)
        return "seated"
    except seating.NoSeatLeft:
        return "full"


def gone(start: threading.Barrier) -> None:
    """The client closes its connection once every other does."""
    start.wait()
    connections.close_all()
