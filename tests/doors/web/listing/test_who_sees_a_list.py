"""Whom pages of lists show is in the log; who may not see the case finds nothing; the past is looked at and not written to."""

from __future__ import annotations

import pytest

from homeward.lists import actions, queries
from tests.cast import once
from tests.doors.web.listing.conftest import LISTS, Room
from tests.doors.web.seeing.looking import for_programs, source_of, words_of
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, NAMELESS, OMAR


def addresses(room: Room) -> list[str]:
    first = room.taken([AMAL, JONAS, NAMELESS])
    second = room.taken([AMAL, NADIA])
    upload = room.sent([AMAL, NADIA, OMAR])
    with room.desk.acting():
        (line,) = queries.set_aside(room.case)
    return [
        LISTS,
        f"{LISTS}of/{first.list}/",
        f"{LISTS}files/{upload}/",
        f"{LISTS}versions/{second.id}/",
        f"{LISTS}differences/{first.id}/{second.id}/",
        f"{LISTS}aside/",
        f"{LISTS}aside/{line.id}/",
    ]


def test_an_outsider_finds_nothing_at_any_of_these_addresses(room: Room):
    for address in [*addresses(room), f"{LISTS}receive/"]:
        assert room.outsider.get(address).status_code == 404, address


def test_a_reader_sees_them_all_and_no_form(room: Room):
    for address in addresses(room):
        page = room.reader.get(address)
        assert page.status_code == 200, address
        posts = source_of(page).split("<main")[1].count('method="post"')
        # The original may be taken out, for a purpose, by whoever may see it.
        assert posts == ("/versions/" in address), address


def test_the_same_is_answered_to_programs(room: Room):
    first = room.taken([AMAL, JONAS])
    second = room.taken([AMAL, NADIA, NAMELESS])

    listed = for_programs(room.reader, room.reader.get(LISTS))
    assert [each["title"] for each in listed["lists"]] == ["Crossing list"]
    rows = for_programs(room.reader, room.reader.get(f"{LISTS}versions/{second.id}/"))
    assert rows["count"] == 2
    differs = for_programs(room.reader, room.reader.get(f"{LISTS}differences/{first.id}/{second.id}/?change=in"))
    assert differs["counts"]["in"] == 1
    aside = for_programs(room.reader, room.reader.get(f"{LISTS}aside/"))
    assert aside["count"] == 1
    upload = room.sent([OMAR])
    assert for_programs(room.reader, room.reader.get(f"{LISTS}files/{upload}/"))


def test_a_reader_takes_nothing_in(room: Room):
    upload = room.sent([AMAL])

    for act in ("take-in", "answer", "columns", "give-up", "ask-again"):
        assert room.reader.post(f"{LISTS}files/{upload}/{act}", {}).status_code == 403, act
    assert room.reader.get(f"{LISTS}receive/").status_code == 403
    assert room.preview(upload).upload.state == "ready"


def test_everybody_shown_is_in_the_log_in_one_line(lasting_room: Room):
    version = lasting_room.taken([AMAL, JONAS])
    before = len(lasting_room.read())

    lasting_room.reader.get(f"{LISTS}versions/{version.id}/")

    (line,) = lasting_room.read()[before:]
    with lasting_room.desk.acting():
        shown = {str(row.person) for row in queries.rows(lasting_room.case, version.id).rows}
    assert set(line["what"]["people"].split()) == shown and line["what"]["view"] == "list version 1"


def test_a_file_that_shows_known_people_is_logged_too(lasting_room: Room):
    lasting_room.taken(EVERYBODY)
    upload = lasting_room.sent([*EVERYBODY[1:]])
    before = len(lasting_room.read())

    lasting_room.officer.get(f"{LISTS}files/{upload}/?change=out")

    assert len(lasting_room.read()) == before + 1


def test_an_original_is_taken_out_for_a_purpose_that_stands_in_the_log(lasting_room: Room):
    version = lasting_room.taken([AMAL], name="عبور القائمة.csv")
    refused = lasting_room.reader.post(f"{LISTS}versions/{version.id}/original", {"purpose": " "})
    assert refused.status_code == 422 and "Say for what the file is needed." in words_of(refused)
    assert lasting_room.read("list.original_exported") == []

    given = lasting_room.reader.post(f"{LISTS}versions/{version.id}/original", {"purpose": "to ask the embassy"})

    assert given.content.startswith(b"Name;Date of birth")
    assert given["Content-Disposition"].startswith("attachment") and given["X-Content-Type-Options"] == "nosniff"
    assert "to ask the embassy" in str(lasting_room.read("list.original_exported"))


def test_a_version_is_taken_back_with_a_reason(room: Room):
    room.taken([AMAL])
    version = room.taken([AMAL, JONAS])
    address = f"{LISTS}versions/{version.id}/withdraw/"
    assert room.officer.post(address, {"reason": ""}).status_code == 422

    page = room.officer.post(address, {"reason": "it was last week's"}, follow=True)

    assert "This version was taken back" in words_of(page)
    assert "taken back" in words_of(room.officer.get(LISTS))


@pytest.mark.parametrize("place", ["receive/", "aside/"])
def test_the_past_is_not_written_to(room: Room, place):
    room.taken([AMAL, NAMELESS])
    page = room.officer.get(f"{LISTS}{place}?known_at=2026-01-02")

    assert 'method="post"' not in source_of(page).split("<main")[1]


def test_what_had_not_come_in_yet_is_not_shown_in_the_past(room: Room):
    version = room.taken([AMAL])

    assert "no list of this case had come in" in words_of(room.officer.get(f"{LISTS}?known_at=2020-01-01"))
    assert room.officer.get(f"{LISTS}versions/{version.id}/?known_at=2020-01-01").status_code == 404


def test_the_past_is_shown_as_it_was_known(lasting_room: Room):
    room = lasting_room
    version = room.taken([AMAL, NAMELESS])
    then = {"known_at": version.recorded_at.isoformat()}
    with room.desk.acting() as by:
        (line,) = queries.set_aside(room.case)
        actions.leave_row_out(case=room.case, line=line.id, why="sum", by=by, at=room.desk.now)
        shared = {"case": room.case, "reason": "By mistake.", "by": by, "at": room.desk.now}
        actions.withdraw_version(version=version.id, once=once(), **shared)

    assert "1 line was set aside" in words_of(room.officer.get(LISTS, then))
    assert "taken back" not in words_of(room.officer.get(LISTS, then), within="main")
    assert "taken back" in words_of(room.officer.get(LISTS), within="main")
    line_then = room.officer.get(f"{LISTS}aside/", then)
    assert "G4410029" in words_of(line_then, within="main")
    assert 'method="post"' not in source_of(line_then).split("<main")[1]
    assert "No line is set aside" in words_of(room.officer.get(f"{LISTS}aside/"), within="main")
    page = source_of(room.officer.get(f"{LISTS}versions/{version.id}/", then))
    assert "lists rows" in page and "--known-at" in page, "a command gives the same"


def test_the_page_of_a_person_says_on_which_lists_they_stand(room: Room):
    room.taken([AMAL, JONAS])
    room.taken([JONAS, NADIA])
    with room.desk.acting():
        *_, first = queries.versions(room.case, queries.lists(room.case)[0].id)
        row = next(each for each in queries.rows(room.case, first.id).rows if each.values.names[0].words == AMAL[0])

    page = words_of(room.officer.get(f"/c/crossing/people/{row.person}/"), within="lists")

    assert "Crossing list" in page and "version 1" in page and "no longer on it" in page and "version 2" in page
