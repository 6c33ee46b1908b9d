from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from homeward.access import actions as access
from homeward.crossings.actions import phones
from tests.apps.crossings.boarded import Trip
from tests.cast import Desk, opened
from tests.doors.api.callers import Caller, error
from tests.grounds.databases import Database

INSTALL = {"install": "this phone and no other one"}


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    return opened()


@pytest.fixture(scope="module")
def trip(desk: Desk) -> Trip:
    desk.now = datetime.now(UTC)
    trip = Trip.of(desk, on=(desk.now + timedelta(days=3)).date().isoformat(), seats="40")
    trip.publish("Лидия", "فاطمة Omar")
    return trip


def key_of(phone: phones.Prepared) -> Caller:
    return Caller(None, phone.key)


def test_a_phone_fetches_its_manifest_signed_and_holding_no_name(trip: Trip, module_database: Database) -> None:
    phone = trip.phone("A")

    answer = key_of(phone).send(f"phones/{phone.device}/manifest", INSTALL)

    assert answer.status_code == 200, answer.content
    told = answer.json()
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(told["public_key"])).verify(
        bytes.fromhex(told["signature"]), told["text"].encode()
    )
    held = json.loads(told["text"])
    assert [row["row"] for row in held["people"]] == [1, 2, 3]
    assert set(held["people"][0]) == {"id", "row", "tag", "initials", "family", "vehicle", "place", "stop"}
    for name, person in trip.people.items():
        assert name not in told["text"]
        assert str(person) not in told["text"]
    (line,) = module_database.superuser("SELECT entry FROM access_event WHERE kind = 'people.read'").splitlines()
    assert all(str(person) in line for person in trip.people.values())


def test_another_phone_does_not_get_it_and_the_same_one_does(trip: Trip) -> None:
    phone = trip.phone("B")
    address = f"phones/{phone.device}/manifest"
    first = key_of(phone).send(address, INSTALL)

    assert key_of(phone).send(address, INSTALL).json()["text"] == first.json()["text"]
    elsewhere = key_of(phone).send(address, {"install": "another phone, it may be"})

    assert elsewhere.status_code == 409


def test_what_is_sent_twice_is_kept_once_and_each_word_is_answered(trip: Trip) -> None:
    phone = trip.phone("C")
    words = [trip.word(phone, 1, "Лидия", "boarded"), trip.word(phone, 2, "Omar", "no_show")]
    address = f"phones/{phone.device}/words"

    first = key_of(phone).send(address, {"words": words}).json()
    second = key_of(phone).send(address, {"words": words}).json()

    assert (len(first["fresh"]), len(second["fresh"]), len(second["repeated"])) == (2, 0, 2)


def test_words_that_are_none_are_refused_with_their_places(trip: Trip) -> None:
    phone = trip.phone("D")

    answer = key_of(phone).send(f"phones/{phone.device}/words", {"words": [{"id": 1}]})

    assert answer.status_code == 422
    places = {fault["where"] for fault in error(answer)["findings"]}
    assert {"words.0.id", "words.0.state"} <= places


def test_a_phone_does_nothing_for_another_and_nothing_else_at_the_desk(trip: Trip) -> None:
    phone, other = trip.phone("E"), trip.phone("F")

    assert key_of(phone).send(f"phones/{other.device}/words", {"words": []}).status_code == 404
    assert key_of(phone).send(f"phones/{uuid4()}/words", {"words": []}).status_code == 404
    assert key_of(phone).ask("cases").status_code == 403
    assert key_of(phone).send("cases", {"slug": "x", "title": "X", "zone": "UTC"}).status_code == 403
    assert Caller(None, "hw_nobody").send(f"phones/{phone.device}/words", {"words": []}).status_code == 401


def test_the_board_tells_programs_the_numbers(trip: Trip) -> None:
    with trip.desk.acting() as actor:
        reader = Caller(actor, access.make_token(name="r", scopes=("read",), days=3, by=actor, at=trip.desk.now))

    told = reader.answer(f"cases/{trip.gate.slug}/convoys/{trip.convoy}/board")

    assert told["numbers"]["manifested"] == 3
    assert {each["person"] for each in told["people"]} == {str(id) for id in trip.people.values()}
    assert reader.ask(f"cases/{trip.gate.slug}/convoys/{uuid4()}/board").status_code == 404
