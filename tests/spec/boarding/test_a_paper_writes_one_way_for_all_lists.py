"""A file for an authority writes days and countries one way whatever list they came from, and takes words where nobody can tell."""

from __future__ import annotations

import pytest

from homeward.crossings.core.manifests import Recipient
from homeward.crossings.queries.paper import paper
from homeward.people.core.values import CodeGiven, DayGiven
from tests.apps.crossings.boarded import Trip
from tests.apps.people.registers import born, named

ANNA = named(
    "Anna",
    birth=born("7 августа 1989", "1989-08-07", "1989-08-08"),
    nationalities=(CodeGiven("РФ", "RUS"), CodeGiven("Россия", "RUS"), CodeGiven("stateless?")),
)


def row(trip: Trip, recipient: Recipient) -> dict[str, str]:
    with trip.desk.acting():
        view = paper(trip.gate.asked(), trip.convoy, recipient)
    (only,) = view.rows
    return dict(zip(view.columns, only, strict=True))


@pytest.fixture
def anna(trip: Trip) -> Trip:
    trip.people["Anna"] = trip.register.enter(ANNA)
    return trip


def test_a_day_that_is_sure_is_written_as_an_iso_day_and_a_country_by_its_code(anna: Trip) -> None:
    anna.publish("Anna")

    given = row(anna, Recipient.AUTHORITY)

    assert (given["names"], given["born"], given["nationalities"]) == ("Anna", "1989-08-07", "RUS, stateless?")


@pytest.mark.parametrize(
    "birth",
    [
        born("07/08/1989"),
        born("1989", "1989-01-01", "1990-01-01"),
        DayGiven("07/08/1989", "1989-07-08", "1989-07-09", flags=("day-order",)),
    ],
)
def test_a_day_that_nobody_can_tell_stays_in_its_words(trip: Trip, birth: DayGiven) -> None:
    trip.people["Boris"] = trip.register.enter(named("Boris", birth=birth))
    trip.publish("Boris")

    assert row(trip, Recipient.AUTHORITY)["born"] == birth.words


def test_where_two_voices_differ_both_days_stand(anna: Trip) -> None:
    anna.register.takes((anna.people["Anna"], named("Anna", birth=born("8 Aug 1989", "1989-08-08", "1989-08-09"))))
    anna.publish("Anna")

    assert row(anna, Recipient.AUTHORITY)["born"] == "1989-08-07, 1989-08-08"


def test_a_driver_gets_neither(anna: Trip) -> None:
    anna.publish("Anna")

    assert {"born", "nationalities", "documents"}.isdisjoint(row(anna, Recipient.DRIVER))
