"""Programs ask for clearances, tell what authorities said, take lists and confirm them: the same rules as for people."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.lists.queries import VersionView
from tests.apps.people.registers import Register, named
from tests.doors.api.callers import Caller, House
from tests.spec.matching.rooms import Room

CASE = "cases/crossing-test"
ROOM = f"{CASE}/clearances"
HEAD = ("Name", "Date of birth", "Decision")
TOLD = {"said": "4 Jan 2026"}
MOST = {"funnel": 24, "waiting": 34, "families": 45, "requests": 24}


@pytest.fixture(scope="module")
def room(house: House) -> Room:
    return Room(house.desk, Register.of(house.desk))


@pytest.fixture(scope="module")
def one(house: House, room: Room) -> Caller:
    return house.caller("olga", house.desk.compartment, write=True)


@pytest.fixture(scope="module")
def second(house: House, room: Room) -> Caller:
    return house.caller("petr", house.desk.compartment, write=True)


@pytest.fixture(scope="module")
def version(room: Room) -> VersionView:
    return room.takes(
        ("Salma Darvish", "4 May 1988", "approved"),
        ("Omar Haddad", "30 Jan 1962", "see file"),
        head=HEAD,
        title="Permits",
    )


def sent(caller: Caller, address: str, body: Any, **asked: Any) -> Any:
    done = caller.send(address, body, **asked)
    assert done.status_code in (200, 201), done.content
    return json.loads(done.content)


def test_a_permission_from_the_request_to_the_confirmed_answer(room: Room, one: Caller, second: Caller) -> None:
    lamia = str(room.tells("Lamia Alone"))
    key = uuid4()
    body = {"people": [lamia], "authority": "The border authority", "purpose": "exit"}
    asked = sent(one, f"{ROOM}/requests", body, key=key)
    assert sent(one, f"{ROOM}/requests", body, key=key) == asked

    told = sent(
        one, f"{CASE}/people/{lamia}/clearances",
        {"authority": "The border authority", "state": "granted", "valid_until": "9 Jan 2030", "told": TOLD},
    )  # fmt: skip
    own = one.send(f"{ROOM}/confirmations", {"statements": [told["statement"]]})
    assert (own.status_code, b"does not also confirm" in own.content) == (422, True)
    assert sent(second, f"{ROOM}/confirmations", {"statements": [told["statement"]]})["permissions"] == 1

    (border,) = second.answer(f"{CASE}/people/{lamia}/clearances")["authorities"]
    assert [(each["state"], each["confirmed"]) for each in border["held"]] == [("granted", True)]
    lapses = second.answer(f"{ROOM}/lapsing", by="2030-01-09")["lapses"]
    assert [each["names"] for each in lapses] == [["Lamia Alone"]]
    people = second.answer(f"{ROOM}/authorities/{border['authority']}", state="granted")
    assert people["count"] == 1

    sent(one, f"{ROOM}/withdrawals", {"statement": told["statement"], "reason": "Misheard."})
    (border,) = second.answer(f"{CASE}/people/{lamia}/clearances")["authorities"]
    assert [each["state"] for each in border["held"]] == ["requested"]


def test_a_list_is_read_taken_and_confirmed(one: Caller, second: Caller, version: VersionView) -> None:
    view = sent(one, f"{ROOM}/lists/{version.id}/reading", {"means": {"see file": "leave"}}, part="new")
    assert (view["takes"], view["asks"], [each["names"] for each in view["rows"]]) == (1, 0, [["Salma Darvish"]])

    taken = sent(one, f"{ROOM}/lists/{version.id}/taking", {})
    assert taken["counts"] == {"granted": 1}
    (waits,) = second.answer(f"{ROOM}/waiting")["waiting"]
    assert (waits["names"], waits["own"]) == (["Salma Darvish"], False)
    assert sent(second, f"{ROOM}/confirmations", {"statements": taken["statements"]})["permissions"] == 1
    funnel = one.answer(f"{ROOM}/funnel")
    embassy = next(each for each in funnel["authorities"] if each["authority_name"] == "The embassy")
    assert (embassy["counts"]["granted"], embassy["confirmed"]) == (1, 1)


def test_a_letter_leaves_out_who_has_not_agreed(room: Room, one: Caller) -> None:
    agreed, silent = room.tells("Nour Agreed"), room.tells("Sami Silent")
    room.agrees(agreed)
    asked = sent(
        one, f"{ROOM}/requests", {"people": [str(agreed), str(silent)], "authority": "The port", "purpose": "transit"}
    )

    letter = one.answer(f"{ROOM}/requests/{asked['batch']}/letter", language="ru")

    assert letter["letter"]["people"] == [str(agreed)]
    assert [each["names"] for each in letter["without_consent"]] == [["Sami Silent"]]
    assert asked["batch"] in [each["batch"] for each in one.answer(f"{ROOM}/requests")["requests"]]


@pytest.mark.parametrize(
    ("address", "body", "status"),
    [
        (f"{ROOM}/requests", {"people": [], "authority": "x", "purpose": "x"}, 400),
        (f"{ROOM}/requests", {"people": [str(UUID(int=1))], "authority": "x", "purpose": "x"}, 404),
        (f"{CASE}/people/{UUID(int=1)}/clearances", {"authority": "x", "state": "perhaps", "told": TOLD}, 400),
        (f"{ROOM}/confirmations", {"statements": ["p222222"]}, 404),
        (f"{ROOM}/withdrawals", {"statement": "p222222", "reason": "x"}, 404),
        (f"{ROOM}/lists/{UUID(int=1)}/reading", {}, 404),
        (f"{ROOM}/lists/{UUID(int=1)}/taking", {"means": {"x": "perhaps"}}, 422),
        (f"{ROOM}/requests", {"people": [str(UUID(int=1))], "authority": "x", "purpose": "a" * 301}, 400),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused(one: Caller, room: Room, address: str, body: Any, status: int) -> None:
    assert one.send(address, body).status_code == status


def test_a_day_that_is_none_is_refused(one: Caller, room: Room) -> None:
    assert one.ask(f"{ROOM}/lapsing", by="tomorrow").status_code == 400
    assert one.ask(f"{ROOM}/lapsing").status_code in (400, 422)


def test_whoever_may_only_read_records_nothing(house: House, room: Room) -> None:
    reader = house.caller("rita", house.desk.compartment, write=False)
    lamia = str(room.tells("Lamia Read"))

    assert reader.send(f"{ROOM}/requests", {"people": [lamia], "authority": "x", "purpose": "x"}).status_code == 403
    assert house.gleb.ask(f"{ROOM}/funnel").status_code == 404


@pytest.mark.parametrize("what", sorted(MOST))
def test_more_people_cost_no_query_more(one: Caller, room: Room, version: VersionView, what: str) -> None:
    def cost() -> int:
        one.answer(f"{ROOM}/{what}")  # the register follows what changed
        with CaptureQueriesContext(connection) as queries:
            one.answer(f"{ROOM}/{what}")
        return len(queries)

    before = cost()
    for number in range(3):
        person = str(room.register.enter(named(f"More {number} People")))
        sent(one, f"{ROOM}/requests", {"people": [person], "authority": "The border authority", "purpose": "exit"})
        body = {"authority": "The border authority", "state": "granted", "told": TOLD}
        sent(one, f"{CASE}/people/{person}/clearances", body)

    assert cost() <= before <= MOST[what]
