"""A plan is worked out of the register, the permissions and the windows, by a process of its own."""

from __future__ import annotations

from datetime import date

from homeward.crossings import actions
from homeward.crossings.core.travellers import Traveller, age_on, nationality_of
from homeward.crossings.core.weights import STARTING
from homeward.crossings.records.gathering import gather
from homeward.crossings.records.known import at_present
from tests.apps.crossings.gates import voice
from tests.apps.crossings.planned import Waiting
from tests.apps.people.clearing import Clearing


def test_who_is_cleared_crosses_and_who_is_not_is_told_why(waiting: Waiting) -> None:
    waiting.opened("2026-01-06", "2026-01-07")
    for name in ("Lamia", "Omar", "Ivan"):
        waiting.enter(name)
    waiting.clear("Lamia")
    waiting.clear("Ivan", authorities=("Northland",))

    run = waiting.plan()

    assert (run.state, run.reason) == ("done", "")
    assert waiting.planned() == {"Lamia": "2026-01-06", "Omar": "CLEARANCE_MISSING", "Ivan": "CLEARANCE_MISSING"}


def test_a_grant_that_nobody_confirmed_is_an_answer_still_to_come(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    waiting.enter("Lamia")
    for authority in ("Northland", "Southland"):
        Clearing(waiting.register).tell(waiting.people["Lamia"], "granted", authority=authority)

    waiting.plan()

    assert waiting.planned() == {"Lamia": "CLEARANCE_PENDING"}


def test_a_permission_counts_on_its_last_day_and_not_after(waiting: Waiting) -> None:
    waiting.opened("2026-01-06", "2026-01-07", capacity="1")
    for name in ("Lamia", "Omar"):
        waiting.enter(name)
    waiting.clear("Lamia", "Omar", until="6 Jan 2026")

    waiting.plan()

    assert sorted(waiting.planned().values()) == ["2026-01-06", "CLEARANCE_NOT_VALID WINDOW_FULL"] or sorted(
        waiting.planned().values()
    ) == ["2026-01-06", "WINDOW_FULL CLEARANCE_NOT_VALID"]


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


def test_a_quota_holds_for_its_nationality(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    waiting.gate.does(
        actions.agree_quota, crossing=waiting.gate.crossing, on="6 Jan 2026", nationality="RUS", most="1", voice=voice()
    )
    for name, nationality in (("Lamia", "RUS"), ("Omar", "RUS"), ("Vera", "UKR")):
        waiting.enter(name, nationality=nationality)
    waiting.clear("Lamia", "Omar", "Vera")

    waiting.plan()

    found = waiting.planned()
    assert found["Vera"] == "2026-01-06"
    assert sorted((found["Lamia"], found["Omar"])) == ["2026-01-06", "QUOTA_FULL"]


def test_a_window_that_was_called_off_is_planned_for_nobody(waiting: Waiting) -> None:
    first, second = waiting.opened("2026-01-06", "2026-01-07")
    waiting.enter("Lamia")
    waiting.clear("Lamia")
    waiting.gate.window(window=first, cancelled=True, voice=voice(said="5 Jan 2026"))

    waiting.plan()

    assert waiting.planned() == {"Lamia": "2026-01-07"}
    assert waiting.gate.shown(second).planned == 1


def test_a_date_that_was_told_is_kept_where_it_can_be(waiting: Waiting) -> None:
    _, second = waiting.opened("2026-01-06", "2026-01-07")
    waiting.enter("Lamia")
    waiting.clear("Lamia")
    waiting.gate.does(actions.tell_date, people=[waiting.people["Lamia"]], window=second)

    waiting.plan()

    assert waiting.planned() == {"Lamia": "2026-01-07"}


def test_who_crossed_who_was_forgotten_and_who_is_one_with_another_wait_no_more(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    for name in ("Lamia", "Omar", "Ivan"):
        waiting.enter(name)
    waiting.clear("Lamia", "Omar", "Ivan")
    waiting.register.whereabouts(waiting.people["Omar"], "crossed", occurred="3 Jan 2026")
    waiting.register.forgets(waiting.people["Ivan"])

    waiting.plan()

    assert waiting.planned() == {"Lamia": "2026-01-06"}


def test_a_need_for_a_wheelchair_asks_for_such_a_place(waiting: Waiting) -> None:
    from homeward.people import actions as people

    waiting.opened("2026-01-06")
    waiting.enter("Lamia")
    waiting.clear("Lamia")
    waiting.register.does(people.need, person=waiting.people["Lamia"], code="DS", speaking={})

    waiting.plan()
    assert waiting.planned() == {"Lamia": "PLACES_FULL"}

    waiting.gate.does(actions.enter_vehicle, name="Bus 2", seats="10", wheelchairs="1")
    waiting.plan()
    assert waiting.planned() == {"Lamia": "2026-01-06"}


def test_without_a_chosen_pick_up_point_among_several_nobody_is_planned(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    school = waiting.gate.calendar().pickups[0].id
    waiting.gate.pickup("The mill")
    waiting.enter("Lamia")
    waiting.clear("Lamia")

    waiting.plan()
    assert waiting.planned() == {"Lamia": "NO_CONVOY"}

    waiting.gate.does(actions.choose_pickup, people=[waiting.people["Lamia"]], pickup=school)
    waiting.plan()
    assert waiting.planned() == {"Lamia": "2026-01-06"}


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
