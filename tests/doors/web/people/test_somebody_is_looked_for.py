"""Somebody is looked for one at a time: by POST, never listed, and every look is logged."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.apps.people.registers import SLUG, Register, named
from tests.doors.web.people.registered import ROOM, filled, readings_of, signed_in
from tests.doors.web.seeing.looking import links_of, source_of, words_of


def test_without_words_nobody_is_shown(registered, officer):
    shown = words_of(officer.get(ROOM), within="main")

    assert "Darvish" not in shown
    assert "Third" not in shown


def test_an_address_finds_nobody(registered, officer):
    assert registered.at("lamia") not in links_of(officer.get(f"{ROOM}?q=Darvish"))


@pytest.mark.parametrize("words", ["Lamia Darvish", "لمياء درويش", "Ламия Дарвиш", "ab1234567"])
def test_a_name_in_any_script_or_a_number_finds_them(registered, officer, words):
    answer = officer.post(ROOM, {"q": words})

    shown = words_of(answer, within="found")
    assert "لمياء درويش" in shown
    assert registered.at("lamia") in links_of(answer)


def test_what_is_found_says_why_and_how_voices_differ(registered, officer):
    shown = words_of(officer.post(ROOM, {"q": "Lamia Darvish"}), within="found")

    assert "found by the name" in shown
    assert "born 03/04/1985 or 3 May 1985" in shown
    assert "seen, contested" in shown


@pytest.mark.parametrize("words", ["", "La", "12", "\0", "()" * 90])
def test_next_to_nothing_is_refused_beside_the_field(registered, officer, words):
    answer = officer.post(ROOM, {"q": words})

    assert answer.status_code == 422
    assert "Write at least three letters of a name, or the whole number of a paper." in words_of(answer)


def test_what_was_looked_for_stands_in_no_address(registered, officer):
    answer = officer.post(ROOM, {"q": "Darvish"})

    assert not [link for link in links_of(answer) if "Darvish" in link or "q=" in link]
    assert answer["Cache-Control"] == "no-store"
    assert 'form class="finder" method="post"' in source_of(answer)


def test_in_the_rooms_of_people_the_head_looks_for_people_and_by_post(registered, officer):
    head = source_of(officer.get(registered.at("lamia"))).partition("</header>")[0]

    assert f'<form class="head-search" action="{ROOM}" method="post"' in head


def test_who_may_not_see_the_case_is_told_as_of_a_case_that_is_not_there(registered, outsider):
    for address in (ROOM, registered.at("lamia"), registered.at("lamia", "household")):
        hidden, nothing = outsider.get(address), outsider.get(address.replace(SLUG, "no-such-case"))
        assert (hidden.status_code, hidden.content) == (404, nothing.content)
    assert outsider.post(ROOM, {"q": "Darvish"}).status_code == 404


def test_who_is_hidden_is_told_as_who_is_not_there(registered, reader):
    narrow = registered.register.room("narrow")
    hidden = registered.register.enter(named("Hidden Person"), room=narrow)

    there = reader.get(f"{ROOM}{hidden}/")
    nobody = reader.get(f"{ROOM}6f0f6f0e-4f6e-4f0c-9d7a-0d6f4c1b2a3d/")
    assert (there.status_code, there.content) == (404, nobody.content)
    assert "Nobody is found by these words" in words_of(reader.post(ROOM, {"q": "Hidden Person"}))


def test_everybody_who_is_shown_is_logged_at_once_and_no_word_of_the_search(fresh_database, lasting_desk):
    registered = filled(Register.of(lasting_desk))
    officer = signed_in(lasting_desk, "Olga Officer", "write")
    people = registered.people

    officer.post(ROOM, {"q": "Darvish"})
    officer.get(registered.at("lamia"))
    officer.get(registered.at("lamia", "household"))
    officer.get(f"{ROOM}quality/")
    officer.get(f"{ROOM}quality/no_contact/")
    officer.post(f"/c/{SLUG}/palette", {"q": "Ivan Third"})

    lines = readings_of(fresh_database)
    both, third = {str(people["lamia"]), str(people["omar"])}, str(people["third"])
    assert [line["view"] for line in lines] == ["search", "person", "household", "quality no_contact", "palette"]
    assert [set(line["people"].split()) for line in lines] == [both, both, both, {*both, third}, {third}]
    assert "arvish" not in str(lines)


def test_the_palette_finds_people_from_three_letters(registered, officer):
    def rows(words):
        return source_of(officer.post(f"/c/{SLUG}/palette", {"q": words}))

    assert registered.at("third") in rows("Ivan Third")
    assert "Ivan" not in rows("Iv")


def test_a_person_and_a_household_ask_a_bounded_number_of_questions(registered, officer):
    for who, parts in (("lamia", ()), ("omar", ("household",))):
        with CaptureQueriesContext(connection) as asked:
            officer.get(registered.at(who, *parts))
        assert len(asked) <= 60, (who, len(asked))
