"""The room of clearances: asked in bulk, told, taken from a list, confirmed by another; the funnel leads to the people."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from homeward.clearances import queries
from homeward.people import actions as people
from homeward.reading import actions as reading
from tests.apps.people.clearing import BORDER, Clearing
from tests.doors.web.matching.desks import CASE, Seats

ROOM = f"{CASE}clearances/"
HEAD = ("Name", "Date of birth", "Decision", "Permit until")
ROWS = (
    ("Salma Darvish", "4 May 1988", "approved", "9 Jan 2030"),
    ("Karim Darvish", "9 Jul 1985", "refused", ""),
    ("Omar Haddad", "30 Jan 1962", "see file", ""),
)


def shown(answer: HttpResponse, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def sent(client: Client, address: str, given: dict[str, Any]) -> HttpResponse:
    return client.post(address, {"once": str(uuid4()), **given})


def says(seats: Seats, person: UUID) -> list[str]:
    return Clearing(seats.room.register).says(person)


def test_an_empty_room_says_what_to_do(seats: Seats) -> None:
    page = shown(seats.officer.get(ROOM))

    assert "No authority was asked, and none has said anything." in page
    assert f"{ROOM}ask/" in page


def test_everybody_on_a_list_is_asked_about_once_and_the_letter_follows(seats: Seats) -> None:
    version = seats.room.takes(*ROWS, head=HEAD)
    salma = seats.room.on(version, "Salma Darvish")
    seats.room.agrees(salma)
    given = {"authority": BORDER, "purpose": "exit", "whom": str(version.id), "via": "A courier, the port"}

    checked = shown(sent(seats.officer, f"{ROOM}ask/", {**given, "do": "check"}))
    assert "It would ask about 3 people." in checked
    assert says(seats, salma) == []

    done = sent(seats.officer, f"{ROOM}ask/", {**given, "do": "record"})
    assert done.status_code == 302
    letter = shown(seats.officer.get(done.headers["Location"]))
    assert "Salma Darvish" in letter and "2 people are left out" in letter
    assert says(seats, salma) == [f"{BORDER}: requested"]

    again = shown(sent(seats.officer, f"{ROOM}ask/", {**given, "do": "record"}), 422)
    assert "All of them were asked about before." in again
    file = sent(
        seats.officer, f"{done.headers['Location']}save", {"form": "csv", "language": "en", "purpose": "to them"}
    )
    assert (file.status_code, b"Salma Darvish" in file.content, b"Karim" in file.content) == (200, True, False)
    assert 'filename="request-' in file.headers["Content-Disposition"]
    assert "Say for what the file is needed" in shown(
        sent(seats.officer, f"{done.headers['Location']}save", {"form": "xlsx", "language": "en"}), 422
    )
    text = sent(seats.officer, f"{done.headers['Location']}save", {"form": "text", "language": "ar"})
    assert "سلمى" in text.content.decode() or "Salma" in text.content.decode()


def test_what_is_missing_is_named_beside_its_field(seats: Seats) -> None:
    page = shown(sent(seats.officer, f"{ROOM}ask/", {"do": "check"}), 422)

    assert "Name the authority that is asked." in page
    assert "Say for what." in page
    given = {"authority": BORDER, "purpose": "exit", "do": "check"}
    assert "Choose a list, or begin on the page of a person." in shown(sent(seats.officer, f"{ROOM}ask/", given), 422)


def test_one_person_is_told_of_on_a_sheet_and_confirmed_by_another(seats: Seats) -> None:
    lamia = seats.room.tells("Lamia Alone")
    sheet = f"{CASE}people/{lamia}/clearance/"
    given = {
        "authority": BORDER, "state": "granted", "valid_from": "1 Jan 2026", "valid_until": "9 Jan 2030", "said": "4 Jan 2026",
        "conditions": "on foot\nwith one bag\n",
    }  # fmt: skip

    assert "It ends" in shown(sent(seats.officer, sheet, {**given, "valid_from": "1 Jan 2031"}), 422)
    check = shown(sent(seats.officer, sheet, {**given, "do": "check"}))
    assert "with one bag" in check and says(seats, lamia) == []
    done = sent(seats.officer, sheet, {**given, "do": "record"})
    assert done.headers["Location"].startswith(f"{CASE}people/{lamia}/clearances/")

    mine = shown(seats.officer.get(f"{ROOM}waiting/"))
    assert "All of these were recorded by you." in mine
    theirs = shown(seats.second.get(f"{ROOM}waiting/"))
    (permission,) = re.findall(r'name="permission" value="([^"]+)"', theirs)
    refused = shown(sent(seats.officer, f"{ROOM}waiting/", {"permission": permission}), 422)
    assert "does not also confirm it" in refused
    confirmed = sent(seats.second, f"{ROOM}waiting/", {"permission": permission})
    assert "recorded=k" in confirmed.headers["Location"]
    assert says(seats, lamia) == [f"{BORDER}: granted from 2026-01-01 to 2030-01-09"]

    page = shown(seats.second.get(f"{CASE}people/{lamia}/clearances/"))
    assert "confirmed by <bdi>Sami Second</bdi>" in page
    own = shown(seats.second.get(f"{CASE}people/{lamia}/"))
    assert "on foot" in own and BORDER in own


def test_a_correction_on_the_sheet_says_why(seats: Seats) -> None:
    lamia = seats.room.tells("Lamia Alone")
    clearing = Clearing(seats.room.register)
    wrong = clearing.tell(lamia, "granted")
    sheet = f"{CASE}people/{lamia}/clearance/?instead_of={wrong.ref}"
    given = {"authority": BORDER, "state": "refused", "said": "4 Jan 2026", "do": "record"}

    assert "Say why" in shown(sent(seats.officer, sheet, given), 422)
    assert sent(seats.officer, sheet, {**given, "reason": "Misheard."}).status_code == 302
    assert says(seats, lamia) == [f"{BORDER}: refused"]


def test_a_list_is_looked_at_taken_and_confirmed_by_another(seats: Seats) -> None:
    version = seats.room.takes(*ROWS, head=HEAD, title="Permits")
    page = f"{ROOM}lists/{version.id}/"
    looked = shown(seats.officer.get(page))
    assert "nobody has said" in looked and "Omar Haddad" in looked
    assert "2 rows would be recorded" in looked
    names = dict(
        zip(
            re.findall(r'name="(words\.\d+)" value="', looked),
            re.findall(r'name="words\.\d+" value="([^"]*)"', looked),
            strict=True,
        )
    )
    omar = next(name for name, value in names.items() if value == "see file").replace("words", "means")

    reading = {**names, omar: "leave", "until_column": "Permit until"}
    again = shown(sent(seats.officer, page, {**reading, "do": "look", "part": "new"}))
    assert "9 Jan 2030" in again and "leave a question" not in again
    taken = sent(seats.officer, page, {**reading, "do": "all"})
    assert taken.status_code == 302
    salma = seats.room.on(version, "Salma Darvish")
    assert says(seats, salma) == ["The embassy: granted to 2030-01-09 unconfirmed"]

    waits = shown(seats.second.get(f"{ROOM}waiting/?version={version.id}"))
    sent(seats.second, f"{ROOM}waiting/", {"permission": re.findall(r'name="permission" value="([^"]+)"', waits)})
    assert says(seats, salma) == ["The embassy: granted to 2030-01-09"]
    room = shown(seats.reader.get(ROOM))
    assert "The embassy" in room and 'rect class="sort-granted"' in room
    with seats.room.desk.acting():
        embassy = queries.authority_named(seats.room.case, "The embassy")
    of = shown(seats.reader.get(f"{ROOM}authority/{embassy}/?state=refused"))
    assert "Karim Darvish" in of and "Salma Darvish" not in of
    assert "Permits" in shown(seats.reader.get(f"{ROOM}lists/"))


def test_only_the_chosen_rows_are_taken(seats: Seats) -> None:
    version = seats.room.takes(*ROWS, head=HEAD)
    page = f"{ROOM}lists/{version.id}/"
    new = shown(seats.officer.post(page, {"part": "new"}))
    (row,) = [
        value
        for value, name in re.findall(r'name="row" value="([^"]+)"> <span class="visually-hidden">([^<]+)<', new)
        if name == "Karim Darvish"
    ]

    none = shown(sent(seats.officer, page, {"do": "chosen"}), 422)
    assert "No row of this list would be taken." in none
    assert sent(seats.officer, page, {"do": "chosen", "row": row}).status_code == 302
    assert says(seats, seats.room.on(version, "Karim Darvish")) == ["The embassy: refused"]
    assert says(seats, seats.room.on(version, "Salma Darvish")) == []


def test_what_runs_out_and_families_are_told(seats: Seats) -> None:
    mother, child = seats.room.tells("Hala Mother"), seats.room.tells("Zain Child")
    seats.room.kin(mother, "parent_of", child)
    Clearing(seats.room.register).grants(mother, "", "9 Jan 2030")

    assert "Hala Mother" in shown(seats.reader.get(f"{ROOM}lapsing/?by=2030-01-09"))
    assert "Nothing runs out" in shown(seats.reader.get(f"{ROOM}lapsing/?by=2030-01-08"))
    assert "Write the day as" in shown(seats.reader.get(f"{ROOM}lapsing/?by=soon"), 422)
    families = shown(seats.reader.get(f"{ROOM}families/"))
    assert "1 of 2 cleared" in families and "Zain Child" in families
    assert "1 of 2 cleared" in shown(seats.reader.get(f"{ROOM}families/?person={child}"))


def test_who_may_only_read_writes_nothing_and_who_sees_nothing_finds_nothing(seats: Seats) -> None:
    lamia = seats.room.tells("Lamia Alone")

    assert seats.reader.get(f"{ROOM}ask/").status_code == 403
    assert sent(seats.reader, f"{ROOM}waiting/", {"permission": str(uuid4())}).status_code == 403
    assert "Ask an authority" not in shown(seats.reader.get(f"{CASE}people/{lamia}/clearances/"))
    for address in (ROOM, f"{ROOM}waiting/", f"{CASE}people/{lamia}/clearances/"):
        assert seats.outsider.get(address).status_code == 404
    for hidden in (f"{ROOM}authority/{uuid4()}/", f"{ROOM}requests/{uuid4()}/", f"{ROOM}lists/{uuid4()}/"):
        assert seats.officer.get(hidden).status_code == 404


def test_the_words_of_a_paper_show_it(seats: Seats) -> None:
    lamia = seats.room.tells("Lamia Alone")
    desk = seats.room.desk
    with desk.acting() as actor:
        (paper,) = reading.receive(
            case=seats.room.case, name="a.txt", data=b"The authority wrote: Lamia Alone may leave until Friday.\n",
            outlet="The authority", by=actor, at=desk.now,
        )  # fmt: skip
    given = {
        "authority": BORDER, "state": "granted", "said": "4 Jan 2026", "document": str(paper.document), "do": "record",
    }  # fmt: skip
    sheet = f"{CASE}people/{lamia}/clearance/"

    assert "Choose the paper" in shown(sent(seats.officer, sheet, {**given, "quote": "may stay"}), 422)
    assert sent(seats.officer, sheet, {**given, "quote": "may leave until Friday"}).status_code == 302
    assert "may leave until Friday" in shown(seats.officer.get(f"{CASE}people/{lamia}/clearances/"))


def test_each_word_has_a_page_of_its_own_on_which_it_is_taken_back(seats: Seats) -> None:
    lamia = seats.room.tells("Lamia Alone")
    clearing = Clearing(seats.room.register)
    request = clearing.ask(lamia).refs[lamia]
    granted = clearing.tell(lamia, "granted")
    (confirmed,) = clearing.confirm(granted.statement).refs

    for ref in (request, granted.ref, confirmed):
        assert ref in shown(seats.officer.get(f"{CASE}statements/{ref}/"))
        taken_back = sent(seats.officer, f"{CASE}statements/{ref}/withdraw/", {"reason": "A slip."})
        assert taken_back.status_code == 302, ref
    assert says(seats, lamia) == []


def test_a_household_that_nobody_told_of_stands_in_no_family(seats: Seats) -> None:
    one, other = seats.room.tells("Rana One"), seats.room.tells("Rana Two")
    seats.room.register.does(people.relate, person=one, relation="parent_of", other=other)

    assert "Of no family was anybody asked for" in shown(seats.reader.get(f"{ROOM}families/"))
