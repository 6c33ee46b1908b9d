"""Programs write about people and read of them as pages do; every reading of a person leaves a line in the log."""

from __future__ import annotations

from typing import Any

from homeward.api.shapes import people as shapes
from tests.doors.api.callers import House, error
from tests.grounds.databases import Database

PEOPLE = "cases/bridge/people"
TOLD = {"speaker": "The consulate", "said": "4 Jan 2026"}
LAMIA: dict[str, Any] = {
    "names": ["Lamia Darvish", "لمياء درويش"],
    "birth": "3 May 1990",
    "papers": ["N8401733 until 4 May 2027"],
    "nationalities": ["Jordanian"],
    "told": {**TOLD, "words": "My sister is at the bridge."},
}


def entered(house: House, **more: Any) -> str:
    response = house.anna.send(PEOPLE, LAMIA | more)
    assert response.status_code == 201, response.content
    return str(response.json()["person"])


def test_somebody_is_entered_found_and_shown_with_who_gave_each_fact(house: House) -> None:
    person = entered(house)

    found = house.anna.send("cases/bridge/people-search", {"words": "Ламия Дарвиш"}).json()
    shown = house.anna.answer(f"{PEOPLE}/{person}")

    assert person in [each["person"] for each in shapes.FoundPeople.model_validate(found).people]
    view = shapes.OnePerson.model_validate(shown)
    assert view.names == ["Lamia Darvish", "لمياء درويش"]
    birth = next(field for field in view.fields if field["field"] == "birth")
    assert birth["values"][0]["value"] == {
        "words": "3 May 1990", "start": "1990-05-03", "until": "1990-05-04", "calendar": "gregorian",
    }  # fmt: skip
    assert birth["values"][0]["given"][0]["speaker"] == "The consulate"
    assert view.papers == [{"number": "N8401733", "expiry": "valid"}]
    assert view.words[0]["words"] == "My sister is at the bridge."


def test_what_is_told_of_somebody_makes_the_stage(house: House) -> None:
    person, other = entered(house), entered(house, names=["Omar Tell"])
    for address, body in (
        ("whereabouts", {"state": "held", "place": "the mill", "told": TOLD}),
        ("kin", {"relation": "sibling_of", "other": other, "told": TOLD}),
        ("consent", {"state": "given", "given_by": "family", "scope": ["care"], "told": TOLD}),
        ("needs", {"code": "SM", "words": "insulin", "told": TOLD}),
        ("sought", {"inquirer": other, "told": {"told_by": other, "said": "4 Jan 2026"}}),
    ):
        response = house.anna.send(f"{PEOPLE}/{person}/{address}", body)
        assert response.status_code == 201, response.content

    view = house.anna.answer(f"{PEOPLE}/{person}")

    assert (view["stage"]["state"], view["stage"]["said_by"][0]["place"]) == ("held", "the mill")
    assert view["kin"][0]["names"] == ["Omar Tell"]
    assert (view["shared_with"], view["needs"][0]["code"], view["sought"][0]["state"]) == (["care"], "SM", "open")
    counted = shapes.RegisterInNumbers.model_validate(house.anna.answer(PEOPLE))
    assert counted.stages["held"] >= 1


def test_the_register_cannot_be_listed(house: House) -> None:
    response = house.anna.send("cases/bridge/people-search", {"words": "ab"})

    assert response.status_code in (400, 422)
    assert "three letters" in error(response)["instead"]
    assert "people" in house.anna.answer(PEOPLE)


def test_each_reading_is_logged_and_no_search_word_is(house: House, module_database: Database) -> None:
    person = entered(house)
    house.anna.answer(f"{PEOPLE}/{person}")
    house.anna.send("cases/bridge/people-search", {"words": "Lamia Darvish"})

    lines = module_database.superuser("SELECT entry FROM access_event WHERE kind = 'people.read'").splitlines()

    assert sum(person in line for line in lines) >= 2
    assert not [line for line in lines if "Lamia" in line]


def test_one_asks_and_another_agrees(house: House) -> None:
    person = entered(house)
    asked = house.anna.send(f"{PEOPLE}/{person}/erasure", {"reason": "Asked for by themselves."}).json()["statement"]
    assert person in [each["person"] for each in house.anna.answer("cases/bridge/erasures")["waiting"]]

    own = house.anna.send(f"cases/bridge/erasures/{asked}/agreement", {"person": person})

    assert own.status_code in (400, 403, 409, 422)
    assert "does not also agree" in error(own)["message"]
    assert house.anna.answer(f"{PEOPLE}/{person}")["names"]
