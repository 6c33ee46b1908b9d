"""A plan is worked out of the register, the permissions and the windows, by a process of its own."""

from __future__ import annotations

from datetime import date

import pytest

from homeward.crossings import actions
from homeward.crossings.core.travellers import Traveller, age_on, nationality_of
from homeward.crossings.core.weights import STARTING
from homeward.crossings.records.gathering import gather
from homeward.crossings.records.known import at_present
from homeward.people import actions as people
from tests.apps.crossings.gates import voice
from tests.apps.crossings.planned import Waiting
from tests.apps.people.clearing import Clearing
from tests.cast import opened
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def settled(module_database: Database) -> Waiting:
    """One plan of two days for people in every situation; a third day was called off, and a mill has no convoy."""
    waiting = Waiting.of(opened())
    _, second, third = waiting.opened("2026-01-06", "2026-01-07", "2026-01-08")
    gate, school = waiting.gate, waiting.gate.calendar().pickups[0].id
    gate.window(window=third, on="2026-01-08", cancelled=True, voice=voice(said="5 Jan 2026"))
    mill = gate.pickup("The mill")
    for day in ("6 Jan 2026", "7 Jan 2026"):
        gate.does(actions.agree_quota, crossing=gate.crossing, on=day, nationality="KAZ", most="0")
    for name in (
        "Cleared",
        "Asked nobody",
        "Half",
        "Unconfirmed",
        "Too short",
        "Told",
        "In a chair",
        "Nowhere",
        "Crossed",
        "Gone",
    ):
        waiting.enter(name)
    waiting.enter("Kazakh", nationality="KAZ")
    waiting.enter("Of the mill")
    waiting.enter("Mother")
    waiting.enter("Child", with_="Mother", birth="2019-02-01")
    waiting.clear("Cleared", "Told", "In a chair", "Nowhere", "Kazakh", "Of the mill", "Mother", "Crossed", "Gone")
    waiting.clear("Half", authorities=("Northland",))
    waiting.clear("Too short", until="5 Jan 2026")
    for authority in ("Northland", "Southland"):
        Clearing(waiting.register).tell(waiting.people["Unconfirmed"], "granted", authority=authority)
    waiting.register.does(people.need, person=waiting.people["In a chair"], code="DS", speaking={})
    gate.does(actions.tell_date, people=[waiting.people["Told"]], window=second)
    elsewhere = ("Nowhere", "Of the mill")
    here = [person for name, person in waiting.people.items() if name not in elsewhere]
    gate.does(actions.choose_pickup, people=here, pickup=school)
    gate.does(actions.choose_pickup, people=[waiting.people["Of the mill"]], pickup=mill)
    waiting.register.whereabouts(waiting.people["Crossed"], "crossed", occurred="3 Jan 2026")
    waiting.register.forgets(waiting.people["Gone"])
    run = waiting.plan()
    assert (run.state, run.reason) == ("done", "")
    return waiting


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Cleared", "2026-01-06"),
        ("Told", "2026-01-07"),
        ("Asked nobody", "CLEARANCE_MISSING"),
        ("Half", "CLEARANCE_MISSING"),
        ("Unconfirmed", "CLEARANCE_PENDING"),
        ("Too short", "CLEARANCE_NOT_VALID"),
        ("In a chair", "PLACES_FULL"),
        ("Kazakh", "QUOTA_FULL"),
        ("Nowhere", "NO_CONVOY"),
        ("Of the mill", "NO_CONVOY"),
        ("Mother", "CLEARANCE_MISSING"),
        ("Child", "CLEARANCE_MISSING"),
        ("Crossed", None),
        ("Gone", None),
    ],
)
def test_everybody_who_waits_is_planned_or_told_why_not(settled: Waiting, name: str, where: str | None) -> None:
    assert settled.planned().get(name) == where


def test_a_window_that_was_called_off_is_planned_for_nobody(settled: Waiting) -> None:
    assert [each.planned for each in settled.gate.calendar().windows] == [1, 1, 0]


def test_a_family_crosses_together_or_not_at_all(waiting: Waiting) -> None:
    waiting.opened("2026-01-06", capacity="2")
    waiting.enter("Lamia")
    waiting.enter("Omar", with_="Lamia")
    waiting.enter("Nour", with_="Lamia", birth="2019-02-01")
    waiting.enter("Ivan")
    waiting.clear("Lamia", "Omar", "Nour", "Ivan")

    waiting.plan()

    assert waiting.planned() == {
        "Lamia": "WINDOW_FULL",
        "Omar": "WINDOW_FULL",
        "Nour": "WINDOW_FULL",
        "Ivan": "2026-01-06",
    }


def test_windows_that_overlap_take_no_more_than_the_gate(waiting: Waiting) -> None:
    waiting.opened("2026-01-06", capacity="2")
    pickup = waiting.gate.calendar().pickups[0].id
    second = waiting.gate.window(opens="10:00", closes="14:00", capacity="2")
    waiting.gate.convoy(second, pickup, departs="09:00")
    for name in ("Lamia", "Omar", "Ivan", "Vera"):
        waiting.enter(name)
    waiting.clear("Lamia", "Omar", "Ivan", "Vera")

    waiting.plan()

    assert sum(each == "2026-01-06" for each in waiting.planned().values()) == 2


def test_the_instance_holds_numbers_in_place_of_people(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    waiting.enter("Lamia Darvish")
    waiting.clear("Lamia Darvish")

    with waiting.desk.acting():
        gathered = gather(at_present(waiting.gate.case()), on=date(2026, 1, 5), weights=STARTING)

    text = repr(gathered.instance)
    assert "Lamia" not in text
    assert str(waiting.people["Lamia Darvish"]) not in text
    assert gathered.people == {"p1": waiting.people["Lamia Darvish"]}


def test_an_age_is_the_youngest_that_voices_allow() -> None:
    day = date(2026, 1, 5)

    assert age_on(day, [(date(2010, 1, 5), date(2010, 1, 6))]) == 16
    assert age_on(day, [(date(2010, 1, 6), date(2010, 1, 7))]) == 15
    assert age_on(day, [(date(1985, 1, 1), date(1986, 1, 1)), (date(2012, 6, 1), date(2012, 6, 2))]) == 13
    assert age_on(day, [(date(2027, 1, 1), date(2027, 1, 2))]) == 0
    assert age_on(day, []) is None


def test_of_several_nationalities_the_one_of_the_family_counts() -> None:
    def one(*codes: str) -> Traveller:
        return Traveller(40, codes, frozenset(), date(2026, 1, 5))

    assert nationality_of(one("EGY", "RUS"), [one("EGY", "RUS"), one("RUS")]) == "RUS"
    assert nationality_of(one("EGY", "RUS"), [one("EGY", "RUS")]) == "EGY"
    assert nationality_of(one(), [one("RUS")]) == ""
