"""A case file is loaded whole or not at all; loading it again changes nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.doors.api.callers import CANARY, House, error, harbour
from tests.grounds.databases import TOP


def test_a_file_is_loaded_and_can_be_asked_at_once(house: House) -> None:
    response = house.anna.send("case-files", harbour("pier", ""), accept_warnings="true")

    assert response.status_code == 201
    loaded = response.json()
    assert (loaded["case"], loaded["compartment"], loaded["known"]) == ("pier", "north", 0)
    assert loaded["added"] > 0
    assert response["Location"] == "/api/cases/pier"
    assert house.anna.answer("cases/pier/statements/s1")["text"].startswith("over 900")


def test_loading_it_again_changes_nothing(house: House) -> None:
    first = house.anna.send("case-files", harbour("quay", ""), accept_warnings="true").json()
    again = house.anna.send("case-files", harbour("quay", ""), accept_warnings="true")

    assert again.status_code == 200
    assert (again.json()["added"], again.json()["known"]) == (0, first["added"])


def test_a_changed_text_under_an_old_id_is_a_fault(house: House) -> None:
    case = harbour("mole", "")
    house.anna.send("case-files", case, accept_warnings="true")
    case["statements"][0]["text"] = "something else"

    response = house.anna.send("case-files", case, accept_warnings="true")

    assert response.status_code == 422
    assert "changed" in {finding["code"] for finding in error(response)["findings"]}


def test_every_fault_is_named_with_its_place_and_nothing_is_stored(house: House) -> None:
    case = harbour("wreck", "")
    case["colour"] = "red"
    case["statements"][1]["figures"][0] |= {"lo": 9, "hi": 3, "op": "range"}
    case["statements"][2]["party"] = "nobody"
    case["statements"][4]["id"] = "s1"

    response = house.anna.send("case-files", case)

    assert response.status_code == 422
    places = " ".join(finding["where"] for finding in error(response)["findings"] if finding["grade"] == "fault")
    for place in ("colour", "statements[1].figures[0]", "statements[2].party", "statements[4]"):
        assert place in places, places
    assert house.anna.ask("cases/wreck").status_code == 404


def test_what_is_doubtful_waits_for_a_yes(house: House) -> None:
    case = harbour("skiff", "")
    case["statements"][0]["said_on"] = "2026-03-01"

    refused = house.anna.send("case-files", case)

    assert refused.status_code == 422
    assert "doubt" in {finding["grade"] for finding in error(refused)["findings"]}
    assert house.anna.send("case-files", case, accept_warnings="true").status_code == 201


def test_the_demonstration_case_comes_in_whole(house: House) -> None:
    file = (TOP / "examples" / "gaza_2023_11" / "case.json").read_bytes()

    response = house.anna.send("case-files", file)

    assert response.status_code == 201, response.content
    asked = {"as_of": "2023-11-04T12:00+02:00", "known_at": "2023-11-04T12:00+02:00"}
    figures = house.anna.answer("cases/gaza_2023_11/figures", population="Russian citizens on the list", **asked)
    shown = {f["words"]: (f["lo"], f["hi"]) for g in figures["populations"] for f in g["current"]}
    assert shown["more than 500"] == (501, None)
    assert shown["about 600"] == (540, 660)


def test_one_who_may_write_in_two_compartments_says_which(house: House) -> None:
    from homeward.access import actions as access

    both = house.caller("a writer of both", house.north, write=True)
    with house.desk.acting() as operator:
        access.grant(actor=both.actor, compartment=house.south, may_write=True, by=operator, at=house.desk.now)

    refused = both.send("case-files", harbour("raft", CANARY), accept_warnings="true")

    assert refused.status_code == 400
    assert error(refused)["findings"][0]["message"] == "Say which it goes into: north, south."
    assert (
        both.send("case-files", harbour("raft", CANARY), accept_warnings="true", compartment="south").status_code == 201
    )


@pytest.mark.parametrize(
    ("sent", "where"),
    [({"zone": "Middle of nowhere"}, "zone"), ({"title": " "}, "title"), ({"slug": "Two Words"}, "slug")],
)
def test_an_empty_case_is_opened_or_its_faults_are_named(house: House, sent: dict[str, Any], where: str) -> None:
    response = house.anna.send("cases", {"slug": "jetty", "title": "Jetty", "zone": "Asia/Gaza"} | sent)

    assert response.status_code == 422
    assert error(response)["findings"][0]["where"] == where


def test_an_opened_case_is_there_and_is_not_opened_twice(house: House) -> None:
    case = {"slug": "buoy", "title": "Buoy", "zone": "Asia/Gaza"}

    opened, again = house.anna.send("cases", case), house.anna.send("cases", case)

    assert (opened.status_code, again.status_code) == (201, 422)
    assert house.anna.answer("cases/buoy")["clock"] == "recorded"
