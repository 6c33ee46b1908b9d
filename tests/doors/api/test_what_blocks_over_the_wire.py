"""Programs ask what blocks a goal and record what is said of it: the same answers as by command."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.doors.api.callers import Caller, House
from tests.spec.talks.talking import SLUG, condition
from tests.spec.talks.talking import case as case_file

ROOM = f"cases/{SLUG}/talks"
CASE_GOAL = "release of captives"
TOLD = {"words": "So it was told", "speaker": "A delegate", "said": "5 Jan 2026"}


@pytest.fixture(scope="module")
def nadia(house: House) -> Caller:
    """Somebody who writes where the case at the bridge stands; an older one of that name stands elsewhere."""
    house.desk.load(
        case_file(condition("k1", CASE_GOAL), condition("k2", CASE_GOAL, by="SUD", of="NOR")), accept_warnings=True
    )
    return house.caller("nadia", house.desk.compartment, write=True)


def recorded(caller: Caller, address: str, body: dict[str, Any]) -> str:
    answer = caller.send(address, body, key=uuid4())
    assert answer.status_code == 201, answer.content
    return str(json.loads(answer.content)["statement"])


def test_what_blocks_is_asked_supposed_and_told(house: House, nadia: Caller) -> None:
    told = nadia.answer(f"{ROOM}/blockers", goal="captives")
    assert (told["status"], told["sets"]) == ("unknown", [["k1", "k2"]])
    supposed = nadia.answer(f"{ROOM}/blockers", goal="captives", suppose="k1=met,k2=met")
    assert (supposed["status"], supposed["supposed"]) == ("met", {"k1": "met", "k2": "met"})
    own = nadia.answer(f"{ROOM}/blockers", goal="captives", party="SUD")
    assert (own["viewpoint"], own["sets"]) == ("South", [["k2"]])
    assert [goal["goal"] for goal in nadia.answer(f"{ROOM}/goals")["goals"]] == [CASE_GOAL]


def test_what_is_said_is_recorded_and_changes_the_answer(house: House, nadia: Caller) -> None:
    ref = recorded(nadia, f"{ROOM}/conditions/k1/statuses", {"status": "met", "told": TOLD})
    told = nadia.answer(f"{ROOM}/blockers", goal="captives")
    assert told["sets"] == [["k2"]]
    assert next(each for each in told["conditions"] if each["id"] == "k1")["last_word"]["statement"] == ref
    recorded(nadia, f"{ROOM}/conditions/k2/natures", {"nature": "event", "clearers": "NOR", "told": TOLD})
    recorded(nadia, f"{ROOM}/gates", {"op": "all", "before": "k1", "members": ["k2"], "told": TOLD})
    recorded(
        nadia,
        f"{ROOM}/goals",
        {"goal": CASE_GOAL, "action": "release", "population": "captives", "reason": "As it says"},
    )
    told = nadia.answer(f"{ROOM}/blockers", goal="captives")
    assert [each["who_can_clear"] for each in told["conditions"] if each["id"] == "k2"] == [["North"]]


@pytest.mark.parametrize(
    ("address", "body", "where"),
    [
        ("gates", {"op": "lockstep", "gates": CASE_GOAL, "members": ["k1", "k2"], "told": TOLD}, "batches"),
        ("gates", {"op": "k_of_n", "gates": CASE_GOAL, "members": ["k1"], "least": -1, "told": TOLD}, "least"),
        ("goals", {"goal": " ", "action": "release", "reason": "As it says"}, "goal"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    house: House, nadia: Caller, address: str, body: dict[str, Any], where: str
) -> None:
    answer = nadia.send(f"{ROOM}/{address}", body, key=uuid4())
    assert answer.status_code == 422
    assert where in answer.content.decode()


def test_a_goal_and_a_condition_that_are_not_there_say_so(house: House, nadia: Caller) -> None:
    missing = nadia.ask(f"{ROOM}/blockers", goal="the wounded")
    assert missing.status_code == 422
    assert CASE_GOAL in missing.content.decode()
    assert nadia.ask(f"{ROOM}/blockers").status_code in (400, 422)
    answer = nadia.send(f"{ROOM}/conditions/k9/statuses", {"status": "met", "told": TOLD}, key=uuid4())
    assert answer.status_code == 404
