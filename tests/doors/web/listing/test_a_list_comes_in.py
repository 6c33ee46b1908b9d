"""A list comes in by the form: looked at first, asked about, taken in when somebody says so, compared with the one before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from homeward.files.bounds import FILE
from homeward.lists import queries
from homeward.lists.actions.progress import Progress
from homeward.lists.queries.progress import READ
from tests.doors.web.listing.conftest import LISTS, Room
from tests.doors.web.seeing.looking import links_of, source_of, words_of
from tests.spec.lists.lists import AMAL, EVERYBODY, HEAD, JONAS, NADIA, NAMELESS, OMAR, written

CORPUS = Path(__file__).parents[3] / "corpus" / "lists"
HOSTILE = '<img src=x onerror="alert(1)"> Haddad'


def test_what_will_happen_is_shown_before_anything_does(room: Room):
    page = words_of(room.officer.get(f"{LISTS}files/{room.sent([AMAL, JONAS, NAMELESS])}/"))

    assert "It can be taken in; there are warnings to look at" in page
    assert "3 rows in the file:" in page and "2 would be taken in" in page and "1 would be set aside" in page
    assert "No name stands in this row." in page and "G4410029" in page
    assert "12 Mar 1985" in page
    with room.desk.acting():
        assert queries.lists(room.case) == []


def test_warnings_are_looked_at_by_somebody(room: Room):
    upload = room.sent([AMAL, NAMELESS])

    refused = room.officer.post(f"{LISTS}files/{upload}/take-in", {})
    assert refused.status_code == 422 and "Look at what is told, then say so." in words_of(refused)

    taken = room.take(upload)
    assert taken.status_code == 302
    page = room.officer.get(taken.url, follow=True)
    assert "version 1" in words_of(page) and "and 1 line set aside" in words_of(page)


def test_questions_are_answered_on_the_page(room: Room):
    data = written([("Amal Haddad", "03/04/1985"), ("Jonas Berg", "05/06/1990")], ("Name", "Born"))
    upload = room.sent(data)
    page = room.officer.get(f"{LISTS}files/{upload}/")
    assert "Does the day or the month come first?" in words_of(page)
    assert "03/04/1985" in words_of(page)
    assert room.take(upload).status_code == 422

    field = re.search(r'name="(answer\.day-order[^"]*)"', source_of(page))[1]
    room.officer.post(f"{LISTS}files/{upload}/answer", {field: "day first"})

    assert "3 Apr 1985" in words_of(room.officer.get(f"{LISTS}files/{upload}/"))
    assert room.preview(upload).upload.state == "ready"


def test_an_answer_that_nobody_offered_changes_nothing(room: Room):
    upload = room.sent(written([("Amal Haddad", "03/04/1985")], ("Name", "Born")))
    page = room.officer.get(f"{LISTS}files/{upload}/")
    field = re.search(r'name="(answer\.day-order[^"]*)"', source_of(page))[1]

    answered = room.officer.post(f"{LISTS}files/{upload}/answer", {field: "year first", "answer.x": "\0"})

    assert answered.status_code == 302 and room.preview(upload).upload.state == "asking"


def test_columns_are_put_right_by_choosing(room: Room):
    upload = room.sent(written([("Amal Haddad", "12 Mar 1985", "bus 4")], ("Name", "Date of birth", "Bus")))

    room.officer.post(f"{LISTS}files/{upload}/columns", {"sheet": "", "column.3": "remarks"})

    (row,) = room.preview(upload).report["rows"]
    assert row["values"]["remarks"] == "bus 4"


def test_answers_can_be_taken_back(room: Room):
    upload = room.sent([AMAL], declared="2030-01-01")
    page = room.officer.get(f"{LISTS}files/{upload}/")
    field = re.search(r'name="(answer\.declared-in-future[^"]*)"', source_of(page))[1]
    room.officer.post(f"{LISTS}files/{upload}/answer", {field: "stop"})
    assert "It cannot be taken in" in words_of(room.officer.get(f"{LISTS}files/{upload}/"))

    room.officer.post(f"{LISTS}files/{upload}/ask-again", {})

    assert room.preview(upload).upload.state == "asking"


def test_a_second_version_tells_what_would_change_and_what_did(room: Room):
    first = room.taken([AMAL, JONAS, NADIA])
    upload = room.sent([(JONAS[0], "26 Dec 1990", *JONAS[2:]), (*NADIA[:3], "waits"), OMAR])

    before = room.officer.get(f"{LISTS}files/{upload}/?change=changed")
    assert "What would change since version 1" in words_of(before) and "cleared" in words_of(before)
    gone = words_of(room.officer.get(f"{LISTS}files/{upload}/?change=out"))
    assert "Amal Haddad" in gone

    room.take(upload)
    address = f"{LISTS}differences/{first.id}/{upload}/"
    assert "Amal Haddad" in words_of(room.officer.get(f"{address}?change=out"))
    assert "Omar Said" in words_of(room.officer.get(f"{address}?change=in"))
    changed = words_of(room.officer.get(f"{address}?change=changed"))
    assert "Nadia Karim" in changed and "cleared" in changed and "waits" in changed
    corrected = words_of(room.officer.get(f"{address}?change=corrected"))
    assert "25 Dec 1990" in corrected and "26 Dec 1990" in corrected


def test_who_went_and_who_came_may_be_one_person(room: Room):
    first = room.taken([AMAL, JONAS, NADIA])
    second = room.taken([JONAS, NADIA, ("Amal Haddad", "2 Feb 2003", "Z9911223", "waits")])

    page = words_of(room.officer.get(f"{LISTS}differences/{first.id}/{second.id}/?change=hint"))

    assert "12 Mar 1985" in page and "2 Feb 2003" in page and "Nothing was joined" in page


def test_the_same_file_again_leads_to_what_it_is(room: Room):
    version = room.taken(EVERYBODY)

    again = room.officer.get(room.send(EVERYBODY).url, follow=True)

    assert "This very file is here already; nothing was changed." in words_of(again)
    assert again.request["PATH_INFO"] == f"{LISTS}versions/{version.id}/"


def test_a_list_that_shrank_asks_in_words(room: Room):
    room.taken(EVERYBODY)
    upload = room.sent([AMAL])
    page = words_of(room.officer.get(f"{LISTS}files/{upload}/"))
    assert "5 entries of version 1 are not on this file. Nobody counts as taken off before you say so." in page

    assert "Say what became of those who are not on it." in words_of(room.take(upload))
    assert "Say why so many are on the list no more." in words_of(room.take(upload, gone="removed"))
    named = room.take(upload, gone="removed", reason="Jonas Berg crossed")
    assert named.status_code == 422

    assert room.take(upload, gone="part").status_code == 302
    with room.desk.acting():
        assert queries.version(room.case, upload).changes["kept"] == 5


def test_nothing_of_a_file_is_run(room: Room):
    room.taken([(HOSTILE, "12 Mar 1985", "<script>alert(2)</script>", "=cmd|' /c calc'!A0")])
    upload = room.sent(
        written([(HOSTILE, "1", "2")], (f"Name {HOSTILE}", "Born", "<b>x</b>")),
        title=f"List {HOSTILE}",
        name='"><svg onload=alert(3)>.csv',
    )
    with room.desk.acting():
        (version,) = queries.lists(room.case)
    pages = [LISTS, f"{LISTS}files/{upload}/", f"{LISTS}versions/{version.last.id}/", f"{LISTS}receive/"]

    for address in pages:
        source = source_of(room.officer.get(address))
        assert "<img src=x" not in source and "<script>alert" not in source and "<svg onload" not in source, address
        assert "<b>x</b>" not in source


def test_a_file_too_large_is_refused_with_how_large_it_may_be(room: Room, settings):
    settings.UPLOAD_BYTES = 1_000
    answer = room.send(b"x" * 2_000)

    assert answer.status_code == 422 and "This file is larger than 1000" in words_of(answer).replace("\xa0", " ")
    assert FILE > 1_000


def test_a_file_cut_short_is_kept_and_told(room: Room):
    whole = (CORPUS / "clean.xlsx").read_bytes()
    upload = room.sent(whole[: len(whole) // 2], name="clean.xlsx")

    page = words_of(room.officer.get(f"{LISTS}files/{upload}/"))
    assert "It cannot be taken in" in page and "Nothing was taken in. The file is kept as it came." in page


@pytest.mark.parametrize("data", [b"", b"Name;Born\r\n", b"%PDF-1.4 and nothing more"])
def test_a_file_without_a_list_is_told_of(room: Room, data):
    answer = room.send(data)
    if answer.status_code == 302:
        answer = room.officer.get(answer.url)
        assert "It cannot be taken in" in words_of(answer)
    else:
        assert answer.status_code == 422 and "This was not taken in yet" in words_of(answer)


def test_a_form_without_anything_says_all_at_once(room: Room):
    answer = room.officer.post(f"{LISTS}receive/", {"authority": " ", "title": "", "declared": "the day of"})

    page = words_of(answer)
    assert answer.status_code == 422
    for words in ("Choose the file that has the list.", "Say who gave the list.", "Give the list a name."):
        assert words in page


def test_a_day_that_nobody_can_read_stands_beside_its_field(room: Room):
    answer = room.officer.post(
        f"{LISTS}receive/",
        {
            "authority": "The embassy",
            "title": "List",
            "declared": "2026-13-45",
            "file": SimpleUploadedFile("list.csv", written([AMAL])),
        },
    )

    assert answer.status_code == 422 and 'id="id_declared-wrong"' in source_of(answer)


def test_a_file_may_be_given_up_and_sent_again(room: Room):
    upload = room.sent([AMAL])

    page = room.officer.post(f"{LISTS}files/{upload}/give-up", follow=True)
    assert "This file was given up" in words_of(page)

    assert room.sent([AMAL]) == upload and room.preview(upload).upload.state == "ready"


def test_known_names_are_offered_and_a_next_version_is_begun(room: Room):
    version = room.taken([AMAL])

    page = source_of(room.officer.get(f"{LISTS}receive/?list={version.list}"))

    assert 'value="Crossing list"' in page and '<option value="The embassy">' in page


def test_work_that_is_left_to_the_worker_says_so_and_asks_again_without_script(room: Room):
    many = written((f"Person{n} Family{n}", "1 Jan 1990", f"P{1_000_000 + n}", "waits" * 20) for n in range(3_000))
    upload = room.sent(many)

    page = room.officer.get(f"{LISTS}files/{upload}/")
    assert "The file is being read." in words_of(page)
    assert '<noscript><meta http-equiv="refresh"' in source_of(page) and 'hx-trigger="every 2s"' in source_of(page)
    state = room.officer.get(reverse("list_file_state", args=["crossing", upload]), headers={"HX-Request": "true"})
    assert "The file is being read." in words_of(state)

    from homeward.lists import actions

    actions.check_as_the_desk(upload=upload, compartment=room.case.compartment_id, at=room.desk.now)
    done = room.officer.get(reverse("list_file_state", args=["crossing", upload]), headers={"HX-Request": "true"})
    assert done["HX-Redirect"].endswith(f"/files/{upload}/")


def test_the_room_tells_what_came_in_since_one_looked(room: Room):
    room.taken([AMAL, JONAS])

    page = room.officer.get(LISTS)

    assert "Since you looked" in words_of(page) and "Crossing list · version 1" in words_of(page)
    assert any("/receive/?list=" in link for link in links_of(page))


def test_headings_that_nobody_knows_are_asked_about(room: Room):
    upload = room.sent(written([("x7", "Amal Haddad"), ("x8", "Jonas Berg")], ("Foo", "Bar")))

    assert room.preview(upload).report["questions"]
    assert "question" in words_of(room.officer.get(f"{LISTS}files/{upload}/"))
    assert len(HEAD) == 4


def test_work_that_goes_on_shows_how_far_it_is(room: Room):
    many = written((f"Person{n} Family{n}", "1 Jan 1990", f"P{1_000_000 + n}", "waits" * 20) for n in range(3_000))
    upload = room.sent(many)
    address = f"{LISTS}files/{upload}/"

    with room.desk.acting():
        progress = Progress(upload, READ, 3_001)
        for _ in range(1_500):
            progress.step()

    shown = room.officer.get(address)
    assert "Counting 3,001 lines of the file: 1,500 read." in words_of(shown)
    assert '<progress aria-labelledby="working-words" value="1500" max="3001">' in source_of(shown)
    assert "The file is being read." not in words_of(shown)
    part = room.officer.get(f"{address}state", headers={"HX-Request": "true"})
    assert "1,500 read" in words_of(part) and "<html" not in source_of(part)
