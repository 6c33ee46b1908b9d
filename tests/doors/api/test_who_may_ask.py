"""Who may ask: a token with its scope, or a signed-in person who reads; everybody else is told the same thing."""

from __future__ import annotations

import json
from datetime import timedelta

from django.test import Client

from homeward.access import actions as access
from tests.doors.api.callers import NOW, Caller, House


def test_nobody_is_known_without_a_token(house: House) -> None:
    response = Caller(None).ask("cases")

    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert "harbour" not in response.content.decode()


def test_a_token_that_never_was_that_ended_and_that_is_over_are_told_the_same(house: House) -> None:
    over = house.token(house.anna.actor, ("read",), at=NOW - timedelta(days=3), days=1)
    ended = house.token(house.anna.actor, ("read",))
    with house.desk.acting(house.anna.actor) as anna:
        token = next(t for t in anna.tokens.all() if t.digest == access.token_digest(ended.token))
        access.end_token(token_id=token.id, by=anna, at=NOW)

    answers = {(r.status_code, r.content) for r in (c.ask("cases") for c in (Caller(None, "hw_never"), over, ended))}

    assert len(answers) == 1
    assert answers.pop()[0] == 401


def test_a_header_of_another_kind_lets_nobody_in(house: House) -> None:
    for header in ("Basic YW5uYTpwYXNz", "Bearer", "Bearer ", house.anna.token, "bearer\t", "Bearer \u00e9"):
        assert Caller(None).ask("cases", headers={"Authorization": header}).status_code == 401, header


def test_the_word_bearer_may_be_written_in_any_case(house: House) -> None:
    assert Caller(None).ask("cases", headers={"Authorization": f"bEARER {house.anna.token}"}).status_code == 200


def test_a_token_for_reading_does_not_write(house: House) -> None:
    reader = house.token(house.anna.actor, ("read",))

    response = reader.send("cases", {"slug": "x", "title": "X", "zone": "UTC"})

    assert response.status_code == 403
    assert json.loads(response.content)["error"]["instead"] == "Use a token with the scope write."


def test_a_token_for_writing_does_not_read(house: House) -> None:
    assert house.token(house.anna.actor, ("write",)).ask("cases").status_code == 403


def test_a_person_who_is_signed_in_reads_and_does_not_write(house: House) -> None:
    browser = Client()
    browser.force_login(house.anna.actor)

    assert browser.get("/api/cases/harbour").status_code == 200
    assert browser.post("/api/cases", b"{}", content_type="application/json").status_code == 401


def test_a_token_that_does_not_hold_is_not_made_good_by_a_session(house: House) -> None:
    browser = Client()
    browser.force_login(house.anna.actor)

    assert browser.get("/api/cases", headers={"Authorization": "Bearer hw_never"}).status_code == 401


def test_whoever_was_let_go_is_not_known_any_more(house: House) -> None:
    leaver = house.caller("a leaver", house.north, write=True)
    assert leaver.ask("cases").status_code == 200

    with house.desk.acting():
        leaver.actor.is_active = False
        leaver.actor.save(update_fields=["is_active"])

    assert leaver.ask("cases").status_code == 401


def test_who_asks_is_told_who_they_are_and_where_they_may_write(house: House) -> None:
    assert house.vera.answer("me") == {
        "name": "vera",
        "scopes": ["read", "write"],
        "compartments": [{"id": str(house.north.id), "slug": "north", "name": "North", "may_write": False}],
    }


def test_somebody_without_grants_sees_nothing_and_no_count_of_it(house: House) -> None:
    assert house.gleb.answer("cases") == {"cases": []}
    assert house.gleb.answer("me")["compartments"] == []
