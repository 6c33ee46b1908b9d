"""Programs ask what a list is to the register: the same numbers as the terminal, in a fixed number of queries, for who may see."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.lists.queries import VersionView
from tests.apps.people.registers import Register
from tests.doors.api.callers import Caller, House
from tests.spec.matching.rooms import KARIM, LENA, NOOR, SALMA, Room

CASE = "cases/crossing-test"
MOST = {"": 48, "/families": 45, "/letter": 45}


@pytest.fixture(scope="module")
def room(house: House) -> Room:
    return Room(house.desk, Register.of(house.desk))


@pytest.fixture(scope="module")
def reader(house: House, room: Room) -> Caller:
    return house.caller("wanda", house.desk.compartment, write=False)


@pytest.fixture(scope="module")
def versions(room: Room) -> tuple[VersionView, VersionView]:
    return room.takes(SALMA, KARIM, NOOR), room.takes(SALMA, KARIM, LENA)


def test_the_war_room_families_matrix_funnel_and_letter_are_answered(
    reader: Caller, room: Room, versions: tuple[VersionView, VersionView]
) -> None:
    first, last = versions
    address = f"{CASE}/matching/versions/{last.id}"

    view = reader.answer(address, part="gone")
    assert sum(view["sorted"].values()) == view["entries"] == 3
    assert [line["names"] for line in view["lines"]] == [["Noor Darvish"]]
    assert reader.answer(f"{address}/families")["count"] == 1
    assert reader.answer(f"{CASE}/matching/versions/{first.id}/families")["count"] == 0
    (on,) = reader.answer(f"{CASE}/matching/funnel")["lists"]
    assert (on["in"], on["gone"]) == (3, 1)
    noor = str(room.on(first, "Noor Darvish"))
    (line,) = reader.answer(f"{CASE}/matching/matrix", people=noor)["people"]
    assert [(cell["stands"], cell["since"]) for cell in line["lists"].values()] == [("out", 2)]
    letter = reader.answer(f"{address}/letter", language="he", people=noor)
    assert letter["letter"]["people"] == letter["named_without_consent"] == [noor]
    assert {each["names"][0] for each in letter["without_consent"]} == {"Salma Darvish", "Karim Darvish"}


@pytest.mark.parametrize(
    ("what", "asked"),
    [("matrix", {"people": "somebody"}), ("funnel", {"lists": "1"}), ("matrix", {"page": "7"})],
)
def test_a_question_that_cannot_be_read_is_refused(
    reader: Caller, versions: tuple[VersionView, VersionView], what: str, asked: dict[str, str]
) -> None:
    assert reader.ask(f"{CASE}/matching/{what}", **asked).status_code == 400


def test_whoever_may_not_see_it_is_told_that_there_is_no_such_case(
    house: House, versions: tuple[VersionView, VersionView]
) -> None:
    for address in ("matching/funnel", f"matching/versions/{versions[1].id}"):
        assert house.gleb.ask(f"{CASE}/{address}").status_code == 404


@pytest.mark.parametrize("what", sorted(MOST))
def test_more_people_cost_no_query_more(
    reader: Caller, room: Room, versions: tuple[VersionView, VersionView], what: str
) -> None:
    def cost() -> int:
        reader.answer(f"{CASE}/matching/versions/{versions[1].id}{what}", **asked)  # the register follows what changed
        with CaptureQueriesContext(connection) as queries:
            reader.answer(f"{CASE}/matching/versions/{versions[1].id}{what}", **asked)
        return len(queries)

    asked = {"language": "en"} if what == "/letter" else {}
    few = cost()
    for number in range(6):
        room.kin(room.on(versions[0], "Salma Darvish"), "parent_of", room.tells(f"Child {number} Darvish"))

    assert (more := cost()) <= few + 2, f"{few} queries became {more}"
    assert few <= MOST[what]
