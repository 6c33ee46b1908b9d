"""Programs tell of visits and of proofs of life and read them back; every reading of a proof leaves a line in the log."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.doors.api.callers import House, error
from tests.grounds.databases import Database

TALKS = "cases/bridge/talks"
VOICE = {"speaker": "A delegate", "said": "4 Jan 2026"}


def sent(house: House, where: str, **body: Any) -> dict[str, Any]:
    response = house.anna.send(f"{TALKS}/{where}", body)
    assert response.status_code == 201, response.content
    return response.json()  # type: ignore[no-any-return]


def somebody(house: House) -> str:
    told = {"names": ["Lamia Darvish"], "told": VOICE}
    return str(house.anna.send("cases/bridge/people", told).json()["person"])


def test_a_visit_is_told_and_read_back_rule_by_rule(house: House) -> None:
    visit = sent(house, "visits", begins="3 Jan 2026", place="The old mill", private_interview="not_kept", **VOICE)
    sent(
        house, "visits", begins="3 Jan 2026", place="The old mill", private_interview="kept", visit=visit["about"],
        speaker="Southland", said="5 Jan 2026",
    )  # fmt: skip

    shown = [each for each in house.anna.answer(f"{TALKS}/visits")["visits"] if each["id"] == visit["about"]]

    told = [(each["said"]["speaker"], each["rules"]["private_interview"]) for each in shown[0]["accounts"]]
    assert told == [("A delegate", "not_kept"), ("Southland", "kept")]
    assert shown[0]["accounts"][0]["rules"]["registration"] == "not_said"
    assert house.anna.ask(f"{TALKS}/visits", obligation="w234567").status_code == 404


def test_a_proof_of_life_goes_from_the_question_to_the_days_since(house: House) -> None:
    person = somebody(house)
    asked = sent(
        house, "proofs", person=person, question="What was the goat called?", holder="Northland", asked="2 Jan 2026",
        only_they_know="kept", before_any_offer="kept",
    )  # fmt: skip
    assert asked["warnings"] == []
    proof = f"proofs/{asked['about']}"
    early = house.anna.send(f"{TALKS}/{proof}/looks", {"found": "verified", "reason": "So said her sister."})
    assert (early.status_code, error(early)["findings"][0]["where"]) == (422, "proof")
    sent(house, f"{proof}/answers", medium="letter", answer="Clementine.", received="3 Jan 2026", **VOICE)
    looked = sent(house, f"{proof}/looks", found="verified", reason="So said her sister.")
    assert [each["code"] for each in looked["warnings"]] == ["own-entry"]

    view = house.anna.answer(f"{TALKS}/proofs", person=person)

    (shown,), (silence,) = view["proofs"], view["silences"]
    assert (shown["open"], shown["question"], shown["names"]) == (False, "What was the goat called?", ["Lamia Darvish"])
    assert (shown["answers"][0]["answer"], shown["answers"][0]["looked"][0]["own_entry"]) == ("Clementine.", True)
    assert silence["days"]["lo"] <= silence["days"]["hi"]


def test_reading_the_proofs_leaves_a_line_with_whom_it_showed(house: House, module_database: Database) -> None:
    person = somebody(house)
    sent(house, "proofs", person=person, question="What was the goat called?", holder="Northland")

    house.anna.answer(f"{TALKS}/proofs", person=person)

    lines = module_database.superuser(
        "SELECT entry FROM access_event WHERE kind = 'people.read' ORDER BY position"
    ).splitlines()
    assert [person in line for line in lines if "proofs" in line][-1]


def test_every_fault_is_named_with_its_field(house: House) -> None:
    person = somebody(house)
    response = house.anna.send(f"{TALKS}/proofs", {"person": person, "question": " ", "holder": "", "asked": "someday"})

    assert response.status_code == 422
    assert {each["where"] for each in error(response)["findings"]} >= {"question", "holder", "asked"}
    assert house.anna.send(f"{TALKS}/visits", {"begins": "1 Jan 2099", "place": "x", **VOICE}).status_code == 422


def test_a_person_or_a_question_that_is_not_there_is_missing(house: House) -> None:
    stranger = {"person": str(uuid4()), "question": "What?", "holder": "Northland"}
    answer = {"medium": "letter", "answer": "That.", "received": "3 Jan 2026", **VOICE}

    assert house.anna.send(f"{TALKS}/proofs", stranger).status_code == 404
    assert house.anna.send(f"{TALKS}/proofs/{uuid4()}/answers", answer).status_code == 404
