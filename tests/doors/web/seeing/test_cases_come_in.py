"""Today, an empty case, a case file: what is wrong is said beside it, what is doubtful waits for a yes."""

from __future__ import annotations

import base64
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from tests.cast import case_of
from tests.doors.web.seeing.looking import links_of, source_of, words_of

GOOD = case_of({"text": "one sentence"}, slug="good")
DOUBTFUL = case_of(
    {"text": "told later than printed", "said_on": "2026-01-03", "event_date": "2026-01-01"}, slug="doubtful"
)
FAULTY = case_of(
    {"text": "counted", "figures": [{"measure": "x", "population": "y", "kind": "stock", "op": "=", "lo": 5, "hi": 3}]},
    {"text": "of nowhere", "source": ["nope"], "odd": 1},
    slug="faulty",
)


def open_case(house, browser, **typed):
    given = {"title": "Harbour", "slug": "harbour", "zone": "Europe/Kyiv", "about": "", **typed}
    fields = {f"open-{name}": value for name, value in given.items()}
    return browser.post("/cases/open", {"open-compartment": room(house), **fields})


def load(house, browser, data, **more):
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    file = SimpleUploadedFile("case.json", body, content_type="application/json")
    return browser.post("/cases/load", {"load-file": file, "load-compartment": room(house), **more})


def room(house) -> str:
    return str(house.desk.compartment.id)


def test_who_is_not_signed_in_is_led_to_sign_in(empty_house):
    for address in ("/", "/cases/", "/c/anything/", "/c/anything/statements/"):
        assert Client().get(address).headers["Location"].startswith("/sign-in?next=")


def test_an_empty_desk_offers_three_ways_to_begin(empty_house):
    today = empty_house.officer.get("/")

    assert {"/cases/#open", "/cases/#load"} <= set(links_of(today))
    assert "homeward demo" in words_of(today)


def test_who_may_see_nothing_is_told_how_that_changes(empty_house):
    assert "An administrator of the desk grants sight of a compartment" in words_of(empty_house.outsider.get("/"))
    assert "You may not write in any compartment." in words_of(empty_house.reader.get("/cases/"))


def test_the_cases_one_may_see_stand_with_their_last_change(empty_house):
    load(empty_house, empty_house.officer, GOOD)

    shown = words_of(empty_house.reader.get("/"), within="main")
    assert "Invented case good · you may read it" in shown
    assert "The desk UTC said" in shown
    assert "Invented case" not in words_of(empty_house.outsider.get("/"))


def test_an_empty_case_is_opened(empty_house):
    answer = open_case(empty_house, empty_house.officer)

    assert answer.headers["Location"].startswith("/c/harbour/")
    assert "The case is open." in words_of(empty_house.officer.get(answer.headers["Location"]))


def test_all_faults_of_a_form_stand_beside_their_fields_and_what_was_typed_stays(empty_house):
    answer = open_case(empty_house, empty_house.officer, title=" ", slug="Hafen am Meer", zone="Mars/Base")

    page = source_of(answer)
    assert answer.status_code == 422
    assert all(f'id="id_open-{name}-wrong"' in page for name in ("title", "slug", "zone"))
    assert 'value="Hafen am Meer"' in page
    assert "The case was not opened yet" in words_of(answer, within="error-summary")


def test_a_case_is_opened_once(empty_house):
    open_case(empty_house, empty_house.officer)

    assert "A case of this name is open already." in words_of(open_case(empty_house, empty_house.officer))


def test_who_may_only_read_opens_nothing(empty_house):
    assert open_case(empty_house, empty_house.reader).status_code == 422
    assert load(empty_house, empty_house.reader, GOOD).status_code == 422
    assert "good" not in words_of(empty_house.officer.get("/"))


def test_a_good_file_is_loaded_and_again_changes_nothing(empty_house):
    first = load(empty_house, empty_house.officer, GOOD)
    again = load(empty_house, empty_house.officer, GOOD)

    assert "entries were recorded." in words_of(first)
    assert "/c/good/?compartment=desk" in links_of(first)
    assert "Nothing was recorded anew: the ledger held all of it." in words_of(again)


def test_every_fault_is_named_with_its_place_and_nothing_is_stored(empty_house):
    answer = load(empty_house, empty_house.officer, FAULTY)

    assert answer.status_code == 422
    page = words_of(answer)
    assert "Nothing was loaded" in page
    for place in ("statements[0].figures[0]", "statements[1].source", "statements[1].odd"):
        assert place in page
    assert empty_house.officer.get("/c/faulty/").status_code == 404


def test_what_is_only_doubtful_waits_for_a_yes_and_need_not_be_chosen_again(empty_house):
    check = load(empty_house, empty_house.officer, DOUBTFUL)

    assert "Nothing is stored yet." in words_of(check)
    assert empty_house.officer.get("/c/doubtful/").status_code == 404
    carried = source_of(check).split('name="load-carried" value="')[1].split('"')[0]
    assert json.loads(base64.b64decode(carried)) == DOUBTFUL

    accepted = empty_house.officer.post(
        "/cases/load", {"load-carried": carried, "load-accept": "on", "load-compartment": room(empty_house)}
    )
    assert "1 doubt" in words_of(accepted)
    assert empty_house.officer.get("/c/doubtful/").status_code == 200


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"{", b"\xff\xfe", b"[" * 5000, b'{"schema": NaN}', b'{"a":1,"a":2}', b"PK\x03\x04", b"null", b"{}"],
)
def test_what_is_no_case_file_is_told_and_never_breaks(empty_house, data):
    assert load(empty_house, empty_house.officer, data).status_code == 422


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"load-carried": "no base64 at all"},
        {"load-carried": "e30=", "load-compartment": "somewhere"},
        {"load-carried": "e30=", "load-compartment": "5b2a7ffa-0b5e-4a39-a7d4-6d0bd42f3a52"},
        {"load-carried": "\0", "load-compartment": "\0"},
    ],
)
def test_a_form_sent_otherwise_is_told_and_never_breaks(empty_house, sent):
    assert empty_house.officer.post("/cases/load", sent).status_code == 422
    assert empty_house.officer.post("/cases/open", sent).status_code == 422


def test_a_file_larger_than_the_desk_takes_is_refused_before_it_is_read(empty_house):
    with override_settings(UPLOAD_BYTES=100):
        answer = load(empty_house, empty_house.officer, GOOD)

    assert answer.status_code == 422
    assert "This file is larger than" in words_of(answer)
