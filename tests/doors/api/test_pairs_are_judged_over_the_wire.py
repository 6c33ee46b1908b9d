"""Programs ask which pairs wait, look at one with its evidence in words, judge it once by their key, and take that back."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.matching.core.fields import FIELDS
from homeward.matching.models import Pair
from homeward.people.core.identities import pair_of
from tests.apps.people.registers import Register
from tests.doors.api.callers import Caller, House, error
from tests.spec.matching.rooms import Room

CASE = "cases/crossing-test/matching"
Two = tuple[UUID, UUID]
MOST = 40


@pytest.fixture(scope="module")
def room(house: House) -> Room:
    return Room(house.desk, Register.of(house.desk))


@pytest.fixture(scope="module")
def writer(house: House, room: Room) -> Caller:
    return house.caller("wanda", house.desk.compartment, write=True)


@pytest.fixture(scope="module")
def second(house: House, room: Room) -> Caller:
    return house.caller("sami", house.desk.compartment, write=True)


@pytest.fixture(scope="module")
def reader(house: House, room: Room) -> Caller:
    return house.caller("rita", house.desk.compartment, write=False)


def found(room: Room, one: str, other: str, per_mille: int) -> Two:
    two = pair_of(room.tells(one, birth="3 Apr 1985"), room.tells(other, birth="3 Apr 1985"))
    room.near(*two, per_mille)
    told = {"given": "same", "birth": "same day"}
    with room.desk.acting():
        Pair.objects.filter(one_id=two[0], other_id=two[1]).update(
            levels=[told.get(each, "missing") for each in FIELDS],
            bits=[4.0 if each in told else 0.0 for each in FIELDS],
        )
    return two


def at(two: Two) -> str:
    return f"{CASE}/pairs/{two[0]}/{two[1]}"


def judged(caller: Caller, two: Two, judgement: str, **more: Any) -> Any:
    key = more.pop("key", None)
    return caller.send(f"{at(two)}/judgement", {"judgement": judgement, **more}, key=key)


def test_pairs_that_wait_are_listed_and_one_is_shown_with_its_evidence(reader: Caller, room: Room) -> None:
    two = found(room, "Lamia Darvish", "Lamiya Darwish", 800)

    listed = reader.answer(f"{CASE}/pairs", standing="open")
    line = next(each for each in listed["pairs"] if each["one"]["person"] == str(two[0]))
    assert line["per_mille"] == 800 and line["other"]["person"] == str(two[1])
    view = reader.answer(at(two))

    assert view["evidence"] == line["evidence"]
    assert {each["words"] for each in view["evidence"]} == {
        "The given names are usual spellings of one: speaks for one person.",
        "Both give the same day of birth: speaks for one person.",
    }
    assert (view["standing"], view["second_for"], view["judged"]) == ("open", [], [])
    assert reader.ask(f"{CASE}/pairs", page=9).status_code == 400
    assert reader.ask(f"{CASE}/pairs", standing="any").status_code == 400


def test_a_judgement_counts_once_by_its_key_and_is_taken_back(writer: Caller, room: Room) -> None:
    two, key = found(room, "Nura Third", "Noura Third", 900), uuid4()

    first = judged(writer, two, "same", key=key)
    again = judged(writer, two, "same", key=key)
    assert (first.status_code, again.status_code, first.json()) == (201, 201, again.json())
    ref = first.json()["statement"]
    view = writer.answer(at(two))
    assert [(each["statement"], each["by"], each["per_mille"]) for each in view["judged"]] == [(ref, "wanda", 900)]
    assert view["standing"] == "same"
    assert judged(writer, two, "unsure", key=key).status_code == 422
    told = error(judged(writer, two, "same"))
    assert ref in told["instead"]

    back = f"{CASE}/judgements/{ref}/take-back"
    assert writer.send(back, {"reason": "  "}).status_code == 422
    key = uuid4()
    gone = [writer.send(back, {"reason": "They are cousins."}, key=key) for _ in range(2)]
    assert [each.status_code for each in gone] == [201, 201] and gone[0].json() == gone[1].json()
    assert writer.answer(at(two))["standing"] == "open"


def test_no_program_says_how_likely_two_are(writer: Caller, second: Caller, room: Room) -> None:
    two = found(room, "Ivan Fourth", "Iwan Vierth", 100)

    assert judged(writer, two, "same", per_mille=900).status_code == 400
    told = error(judged(writer, two, "same"))
    assert told["where"] == "reason"
    waits = judged(writer, two, "same", reason="Both voices said so.").json()
    assert waits["waiting"] == [[str(each) for each in two]]
    assert writer.answer(at(two))["standing"] == "second"
    assert judged(second, two, "same", reason="I saw it too.").json()["waiting"] == []


def test_who_may_read_alone_judges_nothing(reader: Caller, writer: Caller, room: Room) -> None:
    two = found(room, "Dora Fifth", "Dorah Fifth", 900)

    assert judged(reader, two, "same").status_code == 403
    ref = judged(writer, two, "same").json()["statement"]
    assert reader.send(f"{CASE}/judgements/{ref}/take-back", {"reason": "So."}).status_code == 403


def test_a_pair_of_whom_one_is_hidden_is_a_pair_that_never_was(house: House, writer: Caller, room: Room) -> None:
    narrow = room.register.room("narrow")
    one, hidden = room.tells("Lamia Darvish"), room.tells("L. Darvish", room=narrow)
    room.near(one, hidden, 900, rooms=(room.desk.compartment.id, narrow.id))
    both = room.register.room("both")
    with room.desk.acting() as by:
        from homeward.ledger.core.persons import Judgement
        from homeward.matching import actions

        told = actions.judge(
            case=room.register.case(), pairs=[(one, hidden)], judgement=Judgement.SAME, room=both.id,
            once=uuid4(), by=by, at=room.desk.now,
        )  # fmt: skip

    def same(asked: Any, never: Any) -> None:
        assert (asked.status_code, asked.content) == (404, never.content), asked.content

    same(writer.ask(at((one, hidden))), writer.ask(at((one, uuid4()))))
    same(judged(writer, (one, hidden), "same"), judged(writer, (one, uuid4()), "same"))
    same(
        writer.send(f"{CASE}/judgements/{told.ref}/take-back", {"reason": "So."}),
        writer.send(f"{CASE}/judgements/j0nowhere/take-back", {"reason": "So."}),
    )
    assert str(hidden) not in str(writer.answer(f"{CASE}/pairs"))
    assert house.gleb.ask(f"{CASE}/pairs").status_code == 404


def test_two_who_stand_apart_are_judged_where_only_those_look_who_see_both(house: House, room: Room) -> None:
    narrow, both = room.register.room("channel"), room.register.room("both-of-them")
    one, other = room.tells("Elias Eighth"), room.tells("Elyas Eighth", room=narrow)
    room.near(one, other, 900, rooms=(room.desk.compartment.id, narrow.id))
    operator = house.token(room.desk.operator, ("read", "write"))

    refused = judged(operator, (one, other), "same")
    assert (refused.status_code, error(refused)["where"]) == (422, "room")
    assert judged(operator, (one, other), "same", into=both.slug).status_code == 201
    assert judged(operator, (one, other), "unsure", into="nowhere").status_code == 404


def test_a_reading_that_is_logged_sees_the_line_before_it(reader: Caller, room: Room) -> None:
    two = found(room, "Farid Ninth", "Fareed Ninth", 900)
    for address in (f"{CASE}/pairs", at(two), f"{CASE}/matrix", "cases/crossing-test/lists"):
        with CaptureQueriesContext(connection) as queries:
            assert reader.ask(address).status_code == 200
        assert not [each for each in queries if "REPEATABLE READ" in each["sql"]], address


def test_more_pairs_cost_no_query_more(reader: Caller, room: Room) -> None:
    def cost(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            reader.answer(address)
        return len(queries)

    two = found(room, "Gita Tenth", "Geeta Tenth", 900)
    few = cost(f"{CASE}/pairs"), cost(at(two))
    for number in range(5):
        found(room, f"Another {number}", f"Anotherr {number}", 800)

    assert (cost(f"{CASE}/pairs"), cost(at(two))) <= few
    assert few[0] <= MOST and few[1] <= 2 * MOST, few
