"""Programs tell agreements and read what came of them: the same rules and numbers as for people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import case_of
from tests.doors.api.callers import Caller, House, error

CASE = "cases/talks-wire"
VOICE = {"speaker": "The mediator", "said": "22 Nov 2025"}


@pytest.fixture(scope="module")
def caller(house: House) -> Caller:
    house.desk.load(case_of({"said_on": "2025-11-20", "text": "talks go on"}, slug="talks-wire", zone="UTC"))
    return house.caller("olga", house.desk.compartment, write=True)


def sent(caller: Caller, what: str, **body: Any) -> dict[str, Any]:
    response = caller.send(f"{CASE}/{what}", {**VOICE, **body})
    assert response.status_code == 201, response.content
    return response.json()  # type: ignore[no-any-return]


def test_what_is_told_is_read_back_with_its_numbers(caller: Caller) -> None:
    agreement = sent(
        caller, "agreements", title="The four days", planned_start="24 Nov 2025", planned_end="27 Nov 2025"
    )
    owed = sent(
        caller, "obligations", agreement=agreement["about"], action="release", bearer="N", object="travellers", lo="50",
        batches=["20", "30"],
    )  # fmt: skip
    sent(caller, "agreement-rules", agreement=agreement["about"], kind="lockstep", text="batch for batch")
    sent(caller, "agreement-powers", agreement=agreement["about"], power="extend", holder="N/S")
    came = sent(
        caller, "deliveries", obligation=owed["about"], stage="handed_over", lo="13", said="24 Nov 2025",
        occurred="24 Nov 2025",
    )  # fmt: skip
    sent(
        caller, "countings", statement=came["statement"], obligation=owed["about"], on="25 Nov 2025", said="25 Nov 2025"
    )
    unkept = sent(caller, "complaints", obligation=owed["about"], said="28 Nov 2025", speaker="Southland", party="S")
    sent(caller, "complaint-answers", claim=unkept["about"], answer="denied", said="28 Nov 2025", answered_by="N")
    sent(caller, "agreement-turns", agreement=agreement["about"], turn="suspended", said="28 Nov 2025")

    (view,) = caller.answer(f"{CASE}/obligations", as_of="2025-11-28", agreement=agreement["about"])["obligations"]
    assert (view["promised"]["lo"], view["delivered"]["handed_over"]["lo"], view["shortfall"]["lo"]) == (50, 13, 37)
    assert view["batches"][0]["share"] == {"lo": "0.65", "hi": "0.65"}
    assert [day["on"] for day in view["days"]] == ["2025-11-25"]
    assert view["claims"][0]["answer"] == "denied by Northland"
    (shown,) = caller.answer(f"{CASE}/agreements/{agreement['about']}", as_of="2025-11-28")["agreements"]
    assert [turn["turn"] for turn in shown["turns"]] == ["suspended"]
    assert shown["powers"][0]["holder"] == ["Northland", "Southland"]
    assert caller.answer(f"{CASE}/agreements", as_of="2025-11-28")["agreements"] == [shown]
    assert caller.answer(f"{CASE}/duties", as_of="2025-11-26")["duties"]


def test_a_fault_is_told_with_its_field(caller: Caller) -> None:
    response = caller.send(f"{CASE}/agreements", {**VOICE, "title": " ", "planned_start": "someday"})

    assert response.status_code == 422
    assert {finding["where"] for finding in error(response)["findings"]} == {"title", "planned_start"}


def test_an_agreement_that_is_not_there_is_missing(caller: Caller) -> None:
    nowhere = "00000000-0000-0000-0000-000000000008"

    assert caller.ask(f"{CASE}/agreements/{nowhere}").status_code == 404
    body = {**VOICE, "agreement": nowhere, "turn": "ended"}
    assert caller.send(f"{CASE}/agreement-turns", body).status_code == 422
