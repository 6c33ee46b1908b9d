"""The war-room in the browser: numbers that add up, families first, near misses, the letter, people against lists."""

from __future__ import annotations

import html
import re
from uuid import UUID

from homeward.lists.queries import VersionView
from tests.doors.web.matching.desks import CASE, Seats
from tests.doors.web.people.registered import readings_of
from tests.doors.web.seeing.looking import for_programs, source_of, words_of
from tests.grounds.databases import Database
from tests.spec.matching.rooms import KARIM, LENA, NOOR, OMAR, SALMA, SAMI


def room_of(version: VersionView) -> str:
    return f"{CASE}lists/versions/{version.id}/war-room/"


def test_the_numbers_add_up_and_are_those_of_programs(seats: Seats) -> None:
    seats.room.takes(SALMA, KARIM, NOOR, OMAR)
    last = seats.room.takes(SALMA, KARIM, OMAR, LENA)

    page = seats.officer.get(room_of(last))

    said = words_of(page, within="main")
    assert "4 entries" in said and "0 + 0 + 4 + 0 = 4" in said
    answered = for_programs(seats.officer, page)
    assert answered["entries"] == 4 and sum(answered["sorted"].values()) == 4
    assert source_of(page).count('class="sort-new"') == 2, "drawn, and beside its word"
    gone = words_of(seats.officer.get(room_of(last), {"part": "gone"}), within="main")
    assert "left out since the version before 1" in gone and "Noor Darvish" in gone


def test_families_stand_first_and_each_member_says_where_they_are(seats: Seats) -> None:
    seats.room.takes(SALMA, KARIM, NOOR, SAMI)
    last = seats.room.takes(SALMA, KARIM, NOOR)

    page = seats.officer.get(room_of(last))

    said = words_of(page, within="main")
    assert said.index("First: 1 family that this list takes apart") < said.index("3 entries")
    assert "3 of 4 on it SPLIT: children and parents apart" in said
    assert "OUT · since version 2" in said and "a child who is left out" in said
    assert "All or none" not in said
    assert "1 family that this list takes apart" in words_of(seats.officer.get(f"{room_of(last)}families/"))


def test_a_near_miss_leads_to_the_review_of_the_pair(seats: Seats) -> None:
    first = seats.room.takes(SALMA, KARIM, NOOR)
    noor = seats.room.on(first, "Noor Darvish")
    last = seats.room.takes(SALMA, KARIM, ("Nour Darwiche", "3 Mar 2017", "N1938475X", ""))
    near = seats.room.on(last, "Nour Darwiche")
    seats.left_open(noor, near, 700)

    page = source_of(seats.officer.get(room_of(last)))

    assert "may be in" in page and "Near miss:" in page
    link = re.search(r'href="(/c/crossing-test/review/[^"]+)"', page.split("Near miss:")[1])
    assert link and {str(noor), str(near)} <= set(link[1].split("/"))
    assert seats.officer.get(html.unescape(link[1])).status_code == 200


def test_the_letter_names_who_agreed_and_others_only_if_somebody_says_so(
    lasting_seats: Seats, fresh_database: Database
) -> None:
    seats = lasting_seats
    seats.room.takes(SALMA, KARIM, NOOR)
    first = seats.room.takes(SALMA, KARIM)
    address = f"{room_of(first)}letter/"
    page = seats.officer.get(address)
    assert "This letter names nobody" in words_of(page) and "3 people are left out" in words_of(page)
    noor = re.search(r'name="person" value="([^"]+)"> <span><bdi>Noor', source_of(page))
    assert noor

    written = seats.officer.post(address, {"language": "ar", "person": noor[1]})

    assert 'lang="ar" dir="rtl"' in source_of(written) and "Noor Darvish" in source_of(written).split("<article")[1]
    saved = seats.officer.post(f"{address}save", {"language": "ru", "person": noor[1], "form": "text"})
    assert saved["Content-Disposition"] == 'attachment; filename="letter-2-ru.txt"'
    assert "Noor Darvish" in saved.content.decode()
    page = seats.officer.post(f"{address}save", {"language": "he", "person": noor[1], "form": "page"})
    assert page["Content-Type"].startswith("text/html") and 'dir="rtl"' in page.content.decode()
    assert readings_of(fresh_database)[-1]["view"] == "letter to an authority, saved"
    assert "attachment" in page["Content-Disposition"], "it is saved, and never shown as a page of the desk"


def test_a_letter_in_another_language_is_refused(seats: Seats) -> None:
    version = seats.room.takes(SALMA)
    for address in ("letter/", "letter/save"):
        answer = seats.officer.post(f"{room_of(version)}{address}", {"language": "tlh"})

        assert answer.status_code == 422 and "Letters are written in English" in words_of(answer)


def test_people_are_set_against_every_list_and_looked_for_without_a_name_in_an_address(seats: Seats) -> None:
    first = seats.room.takes(SALMA, KARIM, NOOR)
    seats.room.takes(SALMA, KARIM, LENA)

    apart = words_of(seats.officer.get(f"{CASE}matrix/"), within="main")
    found = seats.officer.post(f"{CASE}matrix/", {"q": "Noor Darvish"})
    listed = words_of(seats.officer.get(f"{CASE}matrix/", {"list": str(first.list)}), within="main")

    assert "3 people" in apart and "OUT · since version 2" in apart
    assert "Noor Darvish" in words_of(found, within="main") and "OUT" in words_of(found, within="main")
    assert "Lena Vogel" in listed and "Noor Darvish" not in listed
    assert seats.officer.post(f"{CASE}matrix/", {"q": "x"}).status_code == 422
    assert not [link for link in re.findall(r'(?:href|action)="([^"]*)"', source_of(found)) if "Noor" in link]


def test_the_way_from_the_register_to_the_lists_is_counted(seats: Seats) -> None:
    seats.room.takes(SALMA, KARIM, NOOR)
    last = seats.room.takes(SALMA, KARIM)
    seats.room.tells("Ivan Third")

    page = seats.officer.get(f"{CASE}funnel/")

    said = words_of(page, within="main")
    assert "4 people in the register" in said
    (on,) = for_programs(seats.officer, page)["lists"]
    assert (on["in"], on["gone"], on["never"]) == (2, 1, 1)
    assert re.search(r"Crossing list.*? 2 0 1 1 4", said.split("The same as a table")[1])
    assert room_of(last) in source_of(page)


def test_who_may_not_see_the_case_sees_none_of_it(seats: Seats) -> None:
    version = seats.room.takes(SALMA)

    for address in (room_of(version), f"{room_of(version)}letter/", f"{CASE}matrix/", f"{CASE}funnel/"):
        assert seats.outsider.get(address).status_code == 404
        assert seats.reader.get(address).status_code == 200
    assert seats.officer.get(room_of(VersionNobodyHas())).status_code == 404


class VersionNobodyHas:
    id = UUID("6f0f6f0e-4f6e-4f0c-9d7a-0d6f4c1b2a3d")
