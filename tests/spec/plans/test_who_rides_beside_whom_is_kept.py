"""Somebody rides only beside another, two people are kept apart: plans keep it, a contradiction is told, and it can be ended."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from homeward.crossings import actions, queries
from homeward.crossings.actions import NothingToEnd
from homeward.crossings.core.weights import STARTING
from homeward.crossings.queries import CrossingOfPerson
from homeward.crossings.records.gathering import gather
from homeward.crossings.records.known import at_present
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.core.persons import Judgement
from homeward.matching import actions as matching
from homeward.people.queries import NoSuchPerson
from tests.apps.crossings.planned import Waiting

DAY = "2026-01-06"


def ready(waiting: Waiting, *names: str, **opened: str) -> None:
    waiting.opened(DAY, **opened)
    for name in names:
        waiting.enter(name)
    waiting.clear(*names)


def beside(waiting: Waiting, name: str, *others: str, **more: Any) -> actions.Done:
    any_of = [waiting.people[each] for each in others]
    return waiting.gate.does(actions.need_companion, person=waiting.people[name], any_of=any_of, **more)


def apart(waiting: Waiting, one: str, other: str, scope: str = "window", **more: Any) -> actions.Done:
    both = {"one": waiting.people[one], "other": waiting.people[other]}
    return waiting.gate.does(actions.keep_apart, scope=scope, **both, **more)


def seen(waiting: Waiting, name: str) -> CrossingOfPerson:
    with waiting.desk.acting():
        return queries.crossing_of(waiting.gate.asked(), waiting.people[name])


def test_who_needs_somebody_waits_until_that_one_may_go_too(waiting: Waiting) -> None:
    ready(waiting, "Lamia")
    waiting.enter("Nurse")
    beside(waiting, "Lamia", "Nurse", why="medical")

    waiting.plan()
    assert waiting.planned() == {"Lamia": "COMPANION_BLOCKED", "Nurse": "CLEARANCE_MISSING"}
    assert [cause.code for cause in seen(waiting, "Lamia").causes] == ["COMPANION_BLOCKED"]

    waiting.clear("Nurse")
    waiting.plan()
    assert waiting.planned() == {"Lamia": DAY, "Nurse": DAY}


def test_an_escort_of_the_desk_will_do_where_that_was_said(waiting: Waiting) -> None:
    ready(waiting, "Lamia", staff_escorts="1")
    beside(waiting, "Lamia", staff=True)

    waiting.plan()

    assert waiting.planned() == {"Lamia": DAY}


def test_whoever_crossed_already_rides_beside_nobody(waiting: Waiting) -> None:
    ready(waiting, "Lamia", "Omar")
    beside(waiting, "Lamia", "Omar")
    waiting.register.whereabouts(waiting.people["Omar"], "crossed", occurred="4 Jan 2026")

    waiting.plan()

    assert waiting.planned() == {"Lamia": "COMPANION_BLOCKED"}


def test_two_people_kept_apart_share_no_window(waiting: Waiting) -> None:
    ready(waiting, "Lamia", "Omar")
    apart(waiting, "Lamia", "Omar")

    waiting.plan()

    assert sorted(waiting.planned().values()) == [DAY, "COMPANION_BLOCKED"]


def test_two_people_kept_apart_may_ride_in_two_vehicles_of_one_window(waiting: Waiting) -> None:
    ready(waiting, "Lamia", "Omar")
    convoy = waiting.gate.calendar().windows[0].convoys[0]
    window, pickup = convoy.window, convoy.pickup.id
    waiting.gate.convoy(window, pickup, convoy=convoy.id, most_vehicles="2")
    waiting.gate.does(actions.enter_vehicle, name="Bus 2", seats="10")
    apart(waiting, "Lamia", "Omar", "vehicle")

    waiting.plan()

    assert waiting.planned() == {"Lamia": DAY, "Omar": DAY}


def test_a_contradiction_is_told_when_it_is_entered_whichever_came_first(waiting: Waiting) -> None:
    ready(waiting, "Lamia", "Omar", "Vera", "Nour")
    beside(waiting, "Lamia", "Omar")
    assert [each.code for each in apart(waiting, "Omar", "Lamia").warnings] == ["contradicts"]
    apart(waiting, "Vera", "Nour")
    assert [each.code for each in beside(waiting, "Vera", "Nour").warnings] == ["contradicts"]
    assert beside(waiting, "Vera", "Nour", "Omar").warnings == ()

    waiting.plan()

    planned = waiting.planned()
    assert planned["Lamia"] == "COMPANION_BLOCKED"
    # Either of the two who are kept apart crosses, and it is nobody's to say which.
    assert sorted((planned["Vera"], planned["Nour"])) == [DAY, "COMPANION_BLOCKED"]


def test_a_family_that_is_kept_apart_in_one_window_is_told_to_be_stuck(waiting: Waiting) -> None:
    ready(waiting, "Lamia")
    waiting.enter("Omar", with_="Lamia")

    assert [each.code for each in apart(waiting, "Lamia", "Omar").warnings] == ["one-family"]
    assert apart(waiting, "Lamia", "Omar", "vehicle").warnings == ()


def test_the_last_word_counts_and_each_can_be_ended(waiting: Waiting) -> None:
    ready(waiting, "Lamia", "Omar", "Vera")
    beside(waiting, "Lamia", "Omar")
    beside(waiting, "Lamia", "Vera")
    apart(waiting, "Lamia", "Omar", "vehicle")
    shown = seen(waiting, "Lamia")
    assert shown.beside and shown.beside.any_of == (waiting.people["Vera"],)
    assert [(each.other, each.scope) for each in shown.apart] == [(waiting.people["Omar"], "vehicle")]
    assert [each.other for each in seen(waiting, "Omar").apart] == [waiting.people["Lamia"]]

    both = {"one": waiting.people["Omar"], "other": waiting.people["Lamia"]}
    waiting.gate.does(actions.need_no_companion, person=waiting.people["Lamia"])
    waiting.gate.does(actions.keep_apart_no_longer, **both)

    shown = seen(waiting, "Lamia")
    assert (shown.beside, shown.apart) == (None, ())
    with pytest.raises(NothingToEnd):
        waiting.gate.does(actions.need_no_companion, person=waiting.people["Lamia"])
    with pytest.raises(NothingToEnd):
        waiting.gate.does(actions.keep_apart_no_longer, **both)


def test_what_was_said_of_two_records_counts_for_the_one_person_they_are(waiting: Waiting) -> None:
    for name in ("Lamia", "L. Darvish", "Omar"):
        waiting.enter(name)
    apart(waiting, "L. Darvish", "Omar")
    with waiting.desk.acting():
        second = waiting.desk.person("Bela Second", may="write")
    pair = (waiting.people["Lamia"], waiting.people["L. Darvish"])
    for judge in (None, second):  # what joins two people waits for a second person
        with waiting.desk.acting(judge) as by:
            matching.judge(
                case=waiting.gate.case(), pairs=[pair], judgement=Judgement.SAME, reason="One passport.", once=uuid4(),
                by=by, at=waiting.desk.now,
            )  # fmt: skip
    with waiting.desk.acting():
        instance = gather(at_present(waiting.gate.case()), on=date(2026, 1, 5), weights=STARTING).instance

    assert len(instance.persons) == 2
    assert [(each.a, each.b) for each in instance.separations] == [("p1", "p2")]


@pytest.mark.parametrize(
    ("act", "where"),
    [
        (lambda w: beside(w, "Lamia", "Lamia"), "any_of"),
        (lambda w: beside(w, "Lamia"), "any_of"),
        (lambda w: beside(w, "Lamia", "Omar", why="friendship"), "why"),
        (lambda w: apart(w, "Lamia", "Lamia"), "other"),
        (lambda w: apart(w, "Lamia", "Omar", "planet"), "scope"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_its_field(waiting: Waiting, act: Any, where: str) -> None:
    for name in ("Lamia", "Omar"):
        waiting.enter(name)

    with pytest.raises(CannotBeRecorded) as refused:
        act(waiting)

    assert [fault.where for fault in refused.value.findings.faults] == [where]


def test_nobody_outside_the_register_is_named(waiting: Waiting) -> None:
    waiting.enter("Lamia")

    with pytest.raises(NoSuchPerson):
        waiting.gate.does(actions.keep_apart, one=waiting.people["Lamia"], other=uuid4())
