"""A question that cannot be read is refused with every fault named, and never answered as something else."""

from __future__ import annotations

import pytest

from tests.doors.api.callers import House, error

SEARCH = "cases/harbour/statements"


@pytest.mark.parametrize(
    ("address", "asked", "where", "words"),
    [
        (SEARCH, {"pge": "2"}, "pge", "did you mean page?"),
        (SEARCH, {"colour": "red"}, "colour", "there are"),
        ("cases", {"page": "2"}, "page", "Nothing can be asked here"),
        (SEARCH, {"q": ["one", "two"]}, "q", "more than once"),
        (SEARCH, {"q": ""}, "q", "empty"),
        (SEARCH, {"topic": "  "}, "topic", "empty"),
        (SEARCH, {"q": "a\0b"}, "q", "control character"),
        (SEARCH, {"topic": "a\x1bb"}, "topic", "control character"),
        (SEARCH, {"q": "x" * 401}, "q", "At most 400"),
        (SEARCH, {"topic": "x" * 3000}, "topic", "3000 characters"),
        (SEARCH, {"page": "0"}, "page", "The least is 1"),
        (SEARCH, {"page": "-1"}, "page", "The least is 1"),
        (SEARCH, {"page": "2"}, "page", "The last page is 1"),
        (SEARCH, {"page": "99999999999999999999"}, "page", "10000"),
        (SEARCH, {"page": "9" * 1000}, "page", "10000"),
        (SEARCH, {"page": "1.5"}, "page", "whole number"),
        (SEARCH, {"page": "one"}, "page", "whole number"),
        (SEARCH, {"size": "1000000000"}, "size", "The most is 200"),
        (SEARCH, {"size": "0"}, "size", "The least is 1"),
        (SEARCH, {"speaker": "somebody"}, "speaker", "not an id"),
        (SEARCH, {"origin": "0b2f6f3e"}, "origin", "not an id"),
        (SEARCH, {"modality": "sure"}, "modality", "It is one of"),
        (SEARCH, {"kind": "said.everything"}, "kind", "it is one of"),
        (SEARCH, {"clock": "wall"}, "clock", "It is one of"),
        ("cases/harbour/sources", {"kind": "king"}, "kind", "It is one of"),
        ("cases/harbour/sources/7", {}, "source", "not an id"),
        ("cases/harbour/changes", {}, "since", "needed"),
        ("cases/har\0bour", {}, "case", "control character"),
        ("cases/harbour/statements/s\0", {}, "statement", "control character"),
    ],
)
def test_one_fault_is_told_with_its_place(
    house: House, address: str, asked: dict[str, object], where: str, words: str
) -> None:
    response = house.anna.ask(address, **asked)

    assert response.status_code == 400, response.content
    found = error(response)["findings"]
    assert [finding["where"] for finding in found] == [where]
    assert words in found[0]["message"]


def test_all_faults_are_told_at_once(house: House) -> None:
    response = house.anna.ask(SEARCH, page="0", size="900", modality="sure", speaker="x")

    assert {finding["where"] for finding in error(response)["findings"]} == {"page", "size", "modality", "speaker"}


def test_both_times_that_cannot_be_read_are_told_at_once(house: House) -> None:
    response = house.anna.ask("cases/harbour/picture", as_of="2026-01-05T10:00", known_at="soon", since="then")

    assert {finding["where"] for finding in error(response)["findings"]} == {"as_of", "known_at", "since"}


@pytest.mark.parametrize(
    "words",
    ["(((", "*", ".*", "a|b|&!<->", "\\", "'; DROP TABLE ledger_statement; --", "%", "-", '"', "\u202e", "🕊", "a:*"],
)
def test_signs_of_searching_are_words_like_others(house: House, words: str) -> None:
    assert house.anna.ask(SEARCH, q=words).status_code == 200


def test_what_is_named_back_holds_nothing_that_could_not_be_printed(house: House) -> None:
    response = house.anna.ask(SEARCH, **{"a\0\u202e" + "x" * 500: "1"})

    assert response.status_code == 400
    assert len(error(response)["where"]) <= 60 + 10
    assert error(response)["where"].isprintable()


def test_an_address_that_is_not_there_is_answered_in_the_same_form(house: House) -> None:
    for address in ("", "nowhere", "cases/", "cases/harbour/", "docs", "cases/harbour/picture/more"):
        response = house.anna.ask(address)
        assert response.status_code == 404, address
        assert set(error(response)) == {"message", "where", "instead", "findings"}


def test_another_method_is_told_which_ones_there_are(house: House) -> None:
    response = house.anna._call("DELETE", "cases", b"", headers={}, asked={})

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"
    assert error(response)["instead"] == "Use GET or HEAD or POST."


def test_too_many_parameters_are_refused_and_not_counted_through(house: House) -> None:
    assert house.anna.ask("cases", **{f"p{n}": "1" for n in range(3000)}).status_code == 400
