from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.test import Client

from homeward.crossings.queries.manifests import manifest
from tests.apps.crossings.boarded import Trip
from tests.cast import Desk
from tests.doors.web.people.registered import signed_in


@pytest.fixture
def trip(desk: Desk) -> Trip:
    # The pages read the real clock, and a phone is prepared before its window is over.
    trip = Trip.of(desk, on=(datetime.now(UTC) + timedelta(days=3)).date().isoformat())
    trip.enter("Anna Haddad", "Boris Haddad", "Vera Tell")
    return trip


@pytest.fixture
def olga(trip: Trip) -> Client:
    return signed_in(trip.desk, "Olga Officer", "write")


@pytest.fixture
def petra(trip: Trip) -> Client:
    return signed_in(trip.desk, "Petra Officer", "write")


def at(trip: Trip, more: str = "") -> str:
    return f"/c/{trip.gate.slug}/crossings/convoys/{trip.convoy}/{more}"


def press(client: Client, trip: Trip, do: str, more: str = "", **given: Any) -> Any:
    return client.post(at(trip, more), {"do": do, "once": str(uuid4()), **given})


def person(trip: Trip, *names: str) -> list[str]:
    return [str(trip.people[name]) for name in names]


def published(trip: Trip, olga: Client, petra: Client) -> None:
    haddads = person(trip, "Anna Haddad", "Boris Haddad")
    assert press(olga, trip, "seat", person=haddads, vehicle=str(trip.bus), place="seat").status_code == 302
    assert press(olga, trip, "sign").status_code == 302
    assert press(petra, trip, "publish").status_code == 302


def test_from_an_empty_convoy_to_closed_numbers_on_pages_alone(trip: Trip, olga: Client, petra: Client) -> None:
    assert "Nobody has a seat" in olga.get(at(trip)).content.decode()
    found = press(olga, trip, "find", words="Haddad").content.decode()
    assert str(trip.people["Anna Haddad"]) in found
    published(trip, olga, petra)

    page = olga.get(at(trip)).content.decode()
    assert "Version 1, 2 people" in page
    shown = press(olga, trip, "prepare", "board/", name="Phone 1", paper="no").content.decode()
    assert re.search(r"/board/#[0-9a-f-]{36}~hw_", shown)
    assert "<bdi>Phone 1</bdi>" in shown
    press(olga, trip, "prepare", "board/", name="Sheet 1", paper="yes")
    sheet = re.search(r"paper/([0-9a-f-]{36})/", olga.get(at(trip, "board/")).content.decode())
    assert sheet
    rows = {"row.1": "crossed", "row.2": "crossed"}
    assert olga.post(at(trip, f"paper/{sheet[1]}/"), {"once": str(uuid4()), **rows}).status_code == 302
    assert press(olga, trip, "close", "board/").status_code == 302

    board = olga.get(at(trip, "board/")).content.decode()
    assert "they close" in board
    assert "Closed" in board


def test_who_signed_first_is_told_to_ask_somebody_else(trip: Trip, olga: Client) -> None:
    press(olga, trip, "seat", person=person(trip, "Vera Tell"), vehicle=str(trip.bus), place="seat")
    press(olga, trip, "sign")

    refused = press(olga, trip, "publish")

    assert refused.status_code == 422
    assert "Ask somebody else of the desk" in refused.content.decode()


def test_a_conflict_is_settled_with_the_words_that_were_seen(trip: Trip, olga: Client, petra: Client) -> None:
    published(trip, olga, petra)
    one, other = trip.phone("A"), trip.phone("B")
    trip.hand_over(one, trip.word(one, 1, "Anna Haddad", "boarded"))
    trip.hand_over(other, trip.word(other, 1, "Anna Haddad", "no_show"))
    page = olga.get(at(trip, "board/")).content.decode()
    assert "Phones differ" in page
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen

    press(olga, trip, "settle", "board/", person=person(trip, "Anna Haddad"), state="boarded", seen=seen[1])

    assert "Phones differ" not in olga.get(at(trip, "board/")).content.decode()


@pytest.mark.parametrize("recipient", ["authority", "driver", "team"])
def test_a_file_is_made_for_a_recipient_and_recorded(trip: Trip, olga: Client, petra: Client, recipient: str) -> None:
    published(trip, olga, petra)

    answer = olga.post(
        at(trip, "file"), {"recipient": recipient, "language": "ar", "as": "table", "once": str(uuid4())}
    )

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "no-store"
    with trip.desk.acting():
        (file,) = manifest(trip.gate.asked(), trip.convoy).files
    assert (file.recipient, file.people, file.version) == (recipient, 2, 1)


def test_one_page_gives_files_for_several_recipients(trip: Trip, olga: Client, petra: Client) -> None:
    published(trip, olga, petra)
    form = {"language": "ar", "once": str(uuid4())}

    answers = [olga.post(at(trip, "file"), {**form, "recipient": each}) for each in ("authority", "driver")]

    assert [answer["Content-Type"] for answer in answers] == ["application/pdf", "application/pdf"]
    with trip.desk.acting():
        assert {file.recipient for file in manifest(trip.gate.asked(), trip.convoy).files} == {"authority", "driver"}


def test_no_file_goes_out_before_two_people_signed(trip: Trip, olga: Client) -> None:
    press(olga, trip, "seat", person=person(trip, "Vera Tell"), vehicle=str(trip.bus), place="seat")

    answer = olga.post(at(trip, "file"), {"recipient": "driver", "language": "en", "once": str(uuid4())})

    assert answer.status_code == 422
    assert "Two people sign a manifest" in answer.content.decode()


def test_a_family_is_called_forward_and_the_message_names_nobody(trip: Trip, olga: Client, petra: Client) -> None:
    published(trip, olga, petra)
    page = olga.get(at(trip)).content.decode()
    (message, *_) = re.findall(r'<p class="message"[^>]*>([^<]+)</p>', page)
    assert "Haddad" not in message

    who = person(trip, "Anna Haddad", "Boris Haddad")
    assert press(olga, trip, "call", person=who, language="ar", by_way_of="by telephone").status_code == 302
    assert press(olga, trip, "call", person=who, language="ar", by_way_of="").status_code == 422


def test_whoever_may_only_read_sees_and_changes_nothing(trip: Trip, olga: Client, petra: Client) -> None:
    published(trip, olga, petra)
    rosa = signed_in(trip.desk, "Rosa Reader", "read")

    assert "Sign second" not in rosa.get(at(trip)).content.decode()
    assert rosa.get(at(trip, "board/")).status_code == 200
    assert press(rosa, trip, "sign").status_code == 403
    assert press(rosa, trip, "close", "board/").status_code == 403


def test_whoever_sees_nothing_finds_nothing(trip: Trip, olga: Client, petra: Client) -> None:
    published(trip, olga, petra)
    otto = signed_in(trip.desk, "Otto Outsider", "")

    for page in ("", "board/", f"paper/{uuid4()}/"):
        assert otto.get(at(trip, page)).status_code == 404
        assert olga.get(at(trip, page).replace(str(trip.convoy), str(uuid4()))).status_code == 404


def test_a_form_that_lacks_everything_is_refused_and_never_breaks(trip: Trip, olga: Client, petra: Client) -> None:
    published(trip, olga, petra)
    lacking = [{"do": do} for do in ("seat", "unseat", "call", "revoke", "settle", "confirm", "nothing", "find")]

    for given in (*lacking, {"do": "seat", "vehicle": "x", "person": "y"}, {"do": "call", "person": str(uuid4())}):
        for page in ("", "board/"):
            assert olga.post(at(trip, page), given).status_code in (200, 302, 404, 422)


def test_the_page_of_the_phone_is_the_same_for_everybody_and_asks_no_other_host(trip: Trip) -> None:
    page, worker, app = (Client().get(path) for path in ("/board/", "/board/worker.js", "/board/app.webmanifest"))

    assert page.status_code == worker.status_code == app.status_code == 200
    for name in trip.people:
        assert name not in page.content.decode() + quote(worker.content.decode())
    assert "default-src 'self'" in page["Content-Security-Policy"]
    assert "//" not in re.sub(r"^\s*//.*$", "", worker.content.decode(), flags=re.M).replace("://", "")
    assert not re.search(r"<script(?![^>]*\bsrc=)|style=|onclick", page.content.decode())
    assert app.json()["start_url"] == "/board/"
