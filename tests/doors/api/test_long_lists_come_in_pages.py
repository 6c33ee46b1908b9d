"""Longer lists come in pages; a walk along the links meets each thing once, whatever is written meanwhile."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.doors.api.callers import House


def followed(house: House, link: str) -> dict[str, object]:
    parts = urlsplit(link)
    return house.anna.answer(parts.path.removeprefix("/api/"), **dict(parse_qsl(parts.query)))


@pytest.mark.parametrize(("address", "name"), [("statements", "statements"), ("sources", "sources")])
def test_a_walk_along_the_links_meets_each_once(house: House, address: str, name: str) -> None:
    whole = house.anna.answer(f"cases/harbour/{address}", size=200)
    page, met = house.anna.answer(f"cases/harbour/{address}", size=2), []

    while True:
        met += page[name]
        if page["next"] is None:
            break
        page = followed(house, page["next"])

    assert met == whole[name]
    assert page["page"] == page["pages"]


def test_what_is_written_during_the_walk_does_not_shift_it(house: House) -> None:
    first = house.anna.answer("cases/bridge/statements", size=2, clock="recorded")
    before = house.anna.answer("cases/bridge/statements", size=200, clock="recorded")

    house.anna.send("cases/bridge/statements", {"text": "later", "speaker": "Somebody", "said": "2026-01-05"})
    second = followed(house, first["next"])

    assert first["statements"] + second["statements"] == before["statements"][:4]


def test_the_links_stand_in_the_header_too(house: House) -> None:
    response = house.anna.ask("cases/harbour/statements", size=2, page=2)

    assert 'rel="next"' in response["Link"]
    assert 'rel="prev"' in response["Link"]
    assert response.json()["next"] in response["Link"]


def test_links_keep_what_was_asked(house: House) -> None:
    answer = house.anna.answer("cases/harbour/statements", size=1, modality="asserted", q="list", clock="published")

    assert {("size", "1"), ("modality", "asserted"), ("q", "list"), ("clock", "published")} <= set(
        parse_qsl(urlsplit(answer["next"]).query)
    )


def test_an_empty_list_has_one_empty_page(house: House) -> None:
    answer = house.anna.answer("cases/harbour/statements", topic="no such topic")

    assert (answer["count"], answer["pages"], answer["statements"], answer["next"]) == (0, 1, [], None)
