"""Lines that were set aside, one at a time: keyed right, or said to be nobody's; and pictures that two people key."""

from __future__ import annotations

import base64
import re

from django.test import Client

from homeward.lists import queries
from tests.doors.web.listing.conftest import LISTS, Room
from tests.doors.web.seeing.looking import source_of, words_of
from tests.spec.lists.lists import AMAL, JONAS, NAMELESS

ASIDE = f"{LISTS}aside/"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
OTHER = ("", "2 Feb 1992", "H3321907", "")


def lines(room: Room):
    with room.desk.acting():
        return queries.set_aside(room.case)


def test_one_line_at_a_time_the_oldest_first(room: Room):
    room.taken([AMAL, NAMELESS, OTHER])

    page = words_of(room.officer.get(ASIDE))
    assert "2 lines wait" in page and "1 of 2" in page and "G4410029" in page and "H3321907" not in page
    assert "H3321907" in words_of(room.officer.get(f"{ASIDE}?at=2"))


def test_a_line_is_put_right_by_hand(room: Room):
    room.taken([AMAL, NAMELESS, OTHER])
    line = lines(room)[0]

    done = room.officer.post(
        f"{ASIDE}{line.id}/", {"name": "Rania Haddad", "birth": "1 Jan 1999", "document": "G4410029"}, follow=True
    )

    assert "Put right: it is a record of a person now." in words_of(done) and "1 line waits" in words_of(done)
    settled = words_of(room.officer.get(f"{ASIDE}{line.id}/"))
    assert "It was put right" in settled and "To the person" in settled


def test_what_names_nobody_is_not_recorded_and_what_was_typed_stays(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)

    refused = room.officer.post(f"{ASIDE}{line.id}/", {"name": "", "birth": "3 Mar 1980"})

    assert refused.status_code == 422 and "3 Mar 1980" in source_of(refused)
    assert "This was not put right yet" in words_of(refused) and len(lines(room)) == 1


def test_a_line_is_said_to_be_no_person(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)
    assert room.officer.post(f"{ASIDE}{line.id}/leave-out", {"why": "whim"}).status_code == 422

    done = room.officer.post(f"{ASIDE}{line.id}/leave-out", {"why": "blank"}, follow=True)

    assert "Said to be no person." in words_of(done) and "No line is set aside." in words_of(done)


def test_a_line_that_somebody_settled_meanwhile_is_not_settled_again(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)
    room.second.post(f"{ASIDE}{line.id}/leave-out", {"why": "blank"})

    refused = room.officer.post(f"{ASIDE}{line.id}/", {"name": "Rania Haddad"})

    assert refused.status_code == 422 and "Somebody settled this line before." in words_of(refused)


def test_what_was_settled_is_undone_at_once_by_who_did_it(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)
    done = room.officer.post(f"{ASIDE}{line.id}/", {"name": "Rania Haddad"}, follow=True)
    shown = source_of(done)
    assert "Undo withdraws it; both stay in the ledger." in words_of(done) and f"{line.id}/reopen" in shown

    undone = room.officer.post(f"{ASIDE}{line.id}/reopen", follow=True)

    assert "is withdrawn, and the line waits again." in words_of(undone) and "Put it right" in words_of(undone)
    assert lines(room)[0].id == line.id
    left = room.officer.get(done.redirect_chain[-1][0])
    assert "Undo withdraws it" not in words_of(left)


def test_somebody_else_takes_it_back_with_a_reason(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)
    room.officer.post(f"{ASIDE}{line.id}/leave-out", {"why": "blank"})
    assert "Take it back" in words_of(room.second.get(f"{ASIDE}{line.id}/"))

    refused = room.second.post(f"{ASIDE}{line.id}/reopen")
    assert refused.status_code == 422 and "It was not taken back yet" in words_of(refused) and lines(room) == []
    assert room.reader.post(f"{ASIDE}{line.id}/reopen", {"reason": "a slip"}).status_code == 403

    room.second.post(f"{ASIDE}{line.id}/reopen", {"reason": "it does name somebody"})
    assert lines(room)[0].id == line.id


def test_what_a_later_version_goes_on_from_is_not_undone(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)
    room.officer.post(f"{ASIDE}{line.id}/", {"name": "Rania Haddad", "document": "G4410029"})
    room.taken([AMAL, ("Rania Haddad", "1 Jan 1999", "G4410029", "")])

    refused = room.officer.post(f"{ASIDE}{line.id}/reopen")

    assert refused.status_code == 422
    assert "Take version 2 back first" in words_of(refused) and lines(room) == []


def test_what_was_typed_without_a_session_comes_back(room: Room):
    room.taken([AMAL, NAMELESS])
    (line,) = lines(room)

    kept = Client().post(f"{ASIDE}{line.id}/", {"name": "Rania Haddad"})
    assert kept.status_code == 403 and "Rania Haddad" in source_of(kept)

    again = room.officer.post(f"{ASIDE}{line.id}/again", {"name": "Rania Haddad"})
    assert 'value="Rania Haddad"' in source_of(again) and len(lines(room)) == 1


def pictured(room: Room):
    return room.sent(PICTURE, name="list.png")


def key(room: Room, upload, client, **cells: str):
    return client.post(f"{LISTS}files/{upload}/key/", {f"row1-{name}": words for name, words in cells.items()})


def test_a_picture_is_shown_and_that_it_was_stands_in_the_log(lasting_room: Room):
    upload = pictured(lasting_room)
    page = lasting_room.officer.get(f"{LISTS}files/{upload}/", follow=True)
    assert "Two people type the same rows" in words_of(page)

    shown = lasting_room.officer.get(f"{LISTS}files/{upload}/picture")

    assert shown["Content-Type"] == "image/png" and shown.content == PICTURE
    assert len(lasting_room.read("list.original_exported")) == 1
    assert lasting_room.reader.get(f"{LISTS}files/{upload}/picture").status_code == 404


def test_two_people_type_and_see_where_they_differ_only_when_both_have(room: Room):
    upload = pictured(room)
    key(room, upload, room.officer, name="Amal Haddad", birth="12 Mar 1985")
    assert "Amal Haddad" not in source_of(room.second.get(f"{LISTS}files/{upload}/key/"))

    key(room, upload, room.second, name="Amal Hadad", birth="12 Mar 1985")

    page = room.second.get(f"{LISTS}files/{upload}/key/")
    told = re.search(r'<table class="keyed-differing">.*?</table>', source_of(page), re.DOTALL)[0]
    assert "Amal Haddad" in told and "Amal Hadad" in told and "12 Mar" not in told
    assert room.preview(upload).report["stored"] == 0


def test_only_what_both_typed_alike_is_taken(room: Room):
    upload = pictured(room)
    for client in (room.officer, room.second):
        key(room, upload, client, name="Amal Haddad", birth="12 Mar 1985")
    page = words_of(room.officer.get(f"{LISTS}files/{upload}/key/"))
    assert "1 row typed alike by two" in page

    assert room.take(upload).status_code == 302
    with room.desk.acting():
        (row,) = queries.rows(room.case, upload).rows
    assert row.values.names[0].words == "Amal Haddad"


def test_a_file_that_a_program_reads_is_not_keyed(room: Room):
    assert room.officer.get(f"{LISTS}files/{room.sent([AMAL, JONAS])}/key/").status_code == 404
