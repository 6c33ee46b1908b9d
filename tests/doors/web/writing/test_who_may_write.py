from __future__ import annotations

import pytest
from django.test import Client

from homeward.ledger import queries
from tests.doors.web.writing.sheets import CALL, shown

FORMS = (
    "write/",
    "statements/s1/correct/",
    "statements/s1/withdraw/",
    "statements/s1/doubt/",
    "statements/s1/link/",
    "statements/s1/judge/",
    "figures/{population}/relate/",
    "sources/{source}/judge/",
    "sources/{source}/settle/",
)
READING = ("figures/", "figures/villagers/", "figures/villagers/?by=origin", "sources/", "sources/{source}/")


@pytest.fixture
def at(desk, case):
    """Addresses of the case, with the ids that they need."""
    with desk.acting():
        asked = desk.ask(case)
        source = next(each.id for each in queries.sources.sources(asked).values() if each.name.startswith("Ministry"))
        population = queries.figures.population_named(asked, "villagers").id

    def address(path: str) -> str:
        return f"/c/{case}/" + path.format(source=source, population=population)

    return address


def test_who_may_write_is_given_each_form_and_everything_to_read(officer, at):
    for path in (*FORMS, *READING):
        assert officer.get(at(path)).status_code == 200, path


def test_a_reader_reads_and_is_told_why_they_cannot_write_and_whom_to_ask(reader, at):
    for path in READING:
        answer = reader.get(at(path))
        assert answer.status_code == 200, path
        assert "/relate/" not in answer.content.decode()
        assert "/settle/" not in answer.content.decode()
    for path in FORMS:
        for answer in (reader.get(at(path)), reader.post(at(path), {**CALL, "do": "record", "reason": "so"})):
            assert answer.status_code == 403, path
            assert "Ask an administrator of the desk" in shown(answer)
            assert '<form method="post" class=' not in answer.content.decode()


def test_what_is_hidden_is_missing(outsider, officer, at):
    missing = officer.get("/c/nowhere/write/")
    for path in (*FORMS, *READING):
        answer = outsider.get(at(path))
        assert answer.status_code == 404, path
        assert answer.content == missing.content
        assert outsider.post(at(path), CALL).status_code in (404, 405)


def test_a_stranger_is_led_to_sign_in_and_back(at):
    for path in (*FORMS, *READING):
        answer = Client().get(at(path))
        assert answer.status_code == 302, path
        assert answer.headers["Location"].startswith("/sign-in?next=/c/bridge/")


def test_in_the_past_every_page_says_so_and_its_forms_are_closed(officer, at):
    for path in (*FORMS, *READING):
        joiner = "&" if "?" in path else "?"
        answer = officer.get(f"{at(path)}{joiner}known_at=2026-01-04&as_of=2026-01-04")
        page = shown(answer)
        assert "You are looking at the past" in page, path
        assert answer.content.decode().split("<title>")[1].startswith("Past:")
        if path in FORMS:
            assert answer.status_code == 409
            assert "its forms are closed" in page
            assert officer.post(f"{at(path)}?known_at=2026-01-04", {**CALL, "do": "record"}).status_code == 409


@pytest.mark.parametrize(
    "path",
    [
        "figures/nobody/",
        "sources/3f0f0a5e-9d3e-4d6e-8f43-6b6a1d7b7c11/",
        "statements/s9/correct/",
        "statements/s9/withdraw/",
        "write/?from=s9",
    ],
)
def test_what_does_not_exist_is_not_found(officer, path):
    assert officer.get(f"/c/bridge/{path}").status_code == 404
