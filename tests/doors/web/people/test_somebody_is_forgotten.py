"""Somebody is forgotten: one asks, what closes is told, another one agrees; afterwards nothing says who it was."""

from __future__ import annotations

import re

from tests.doors.web.people.registered import ROOM
from tests.doors.web.seeing.looking import source_of, words_of


def asked(registered, officer) -> str:
    answer = officer.post(registered.at("lamia", "forget"), {"reason": "Asked for by themselves."})
    assert answer.status_code == 302, words_of(answer, within="main")
    return re.search(r"recorded=(\w+)", answer.headers["Location"])[1]


def test_what_will_close_is_told_before_anybody_asks(registered, officer):
    page = words_of(officer.get(registered.at("lamia", "forget")), within="main")

    assert "what 8 statements say of this person" in page
    assert "1 row of a list" in page


def test_the_ground_names_nobody(registered, officer):
    answer = officer.post(registered.at("lamia", "forget"), {"reason": "Darvish wants it"})

    assert answer.status_code == 422
    assert "write this one without names and numbers of the person" in words_of(answer)


def test_who_asked_does_not_also_agree(registered, officer):
    ref = asked(registered, officer)

    assert "You asked for it." in words_of(officer.get(f"{ROOM}forgetting/{ref}/"), within="main")
    assert officer.post(f"{ROOM}forgetting/{ref}/", {"do": "agree"}).status_code == 422
    assert "لمياء درويش" in source_of(officer.get(registered.at("lamia")))


def test_another_agrees_and_nothing_says_who_it_was(registered, officer, colleague):
    ref = asked(registered, officer)
    assert "asks that this person be forgotten" in words_of(colleague.get(registered.at("lamia")), within="main")
    assert "Darvish" not in words_of(colleague.get(f"{ROOM}forgetting/"))

    done = colleague.post(f"{ROOM}forgetting/{ref}/", {"do": "agree"})

    assert done.status_code == 302, words_of(done)
    page = words_of(colleague.get(done.headers["Location"]), within="main")
    assert "Forgotten" in page
    assert "asked by Olga Officer agreed by Karim Colleague ground Asked for by themselves." in page
    for client in (officer, colleague):
        for address in (registered.at("lamia"), registered.at("lamia", "household"), registered.at("omar")):
            told = source_of(client.get(address))
            assert "Lamia" not in told
            assert "درويش" not in told
        assert "Lamia" not in words_of(client.post(ROOM, {"q": "Lamia Darvish"}), within="main")
    assert officer.get(registered.at("lamia", "say")).status_code == 422
    assert colleague.get(f"{ROOM}forgetting/{ref}/").status_code == 404
