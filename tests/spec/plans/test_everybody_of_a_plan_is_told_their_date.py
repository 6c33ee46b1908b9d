"""Everybody of the last plan is told their date at once, each family by a statement of its own; who was told stays told."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from homeward.crossings import actions, queries
from homeward.crossings.actions import ChangedMeanwhile, NobodyToTell, NotTheLastPlan
from homeward.crossings.core import manifest_words
from homeward.crossings.queries import DatesView
from tests.apps.crossings.gates import voice
from tests.apps.crossings.planned import Waiting
from tests.apps.people.clearing import Clearing

DAYS = ("2026-01-06", "2026-01-07")


@pytest.fixture
def planned(waiting: Waiting) -> Waiting:
    waiting.opened(*DAYS, capacity="2")
    for name in ("Lamia", "Omar", "Ivan"):
        waiting.enter(name)
    waiting.enter("Nour", with_="Lamia")
    waiting.clear("Lamia", "Nour", "Omar", "Ivan")
    assert waiting.plan().state == "done"
    return waiting


def looked_at(waiting: Waiting, plan: UUID | None = None) -> DatesView:
    with waiting.desk.acting():
        return queries.dates(waiting.gate.asked(as_of=waiting.desk.now.isoformat()), plan)


def counted(view: DatesView) -> dict[str, int]:
    return {standing.value: count for standing, count in view.counts.items() if count}


def tell(waiting: Waiting, **more: Any) -> Any:
    view = looked_at(waiting)
    return waiting.gate.does(actions.tell_dates, **{"plan": view.plan.id, "families": len(view.to_tell), **more})


def test_each_family_is_told_its_own_date_once(planned: Waiting) -> None:
    assert counted(looked_at(planned)) == {"new": 3}

    done = tell(planned)

    assert (done.families, done.people) == (3, 4)
    assert counted(looked_at(planned)) == {"told": 3}
    assert [each.told for each in planned.gate.calendar().windows] == [2, 2]
    with pytest.raises(NobodyToTell):
        tell(planned)


def test_a_form_that_is_sent_twice_tells_once(planned: Waiting) -> None:
    once, view = uuid4(), looked_at(planned)
    first = tell(planned, once=once)

    again = tell(planned, once=once, families=len(view.to_tell))

    assert again == first
    with planned.desk.acting():
        assert sum(each.told for each in planned.gate.calendar().windows) == 4


def test_whoever_was_told_another_date_is_counted_apart_and_told_anew(planned: Waiting) -> None:
    view = looked_at(planned)
    first = view.families[0]
    other = next(each for each in view.windows if each != first.window)
    planned.gate.does(actions.tell_date, people=list(first.people), window=other)

    assert counted(looked_at(planned)) == {"new": 2, "moved": 1}
    assert tell(planned).families == 3


def test_what_changed_since_it_was_counted_stops_it(planned: Waiting) -> None:
    with pytest.raises(ChangedMeanwhile):
        tell(planned, families=2)
    assert counted(looked_at(planned)) == {"new": 3}


def test_only_the_last_plan_is_told(planned: Waiting) -> None:
    before = looked_at(planned).plan.id
    planned.plan()

    assert not looked_at(planned, before).last
    with pytest.raises(NotTheLastPlan):
        tell(planned, plan=before)


def test_a_window_that_was_called_off_and_people_who_are_gone_are_not_told(planned: Waiting) -> None:
    view = looked_at(planned)
    of_two = next(each for each in view.families if len(each.people) == 2)
    planned.gate.window(
        window=of_two.window, on=view.windows[of_two.window].on, cancelled=True, voice=voice(said="5 Jan 2026")
    )
    gone = next(each for each in view.families if each.window != of_two.window)
    planned.register.whereabouts(gone.people[0], "crossed", occurred="4 Jan 2026")

    found = counted(looked_at(planned))

    assert (found["over"], found["gone"]) == (1, 1)
    assert tell(planned).families == 1


def test_who_is_planned_on_an_expected_permission_is_left_to_be_told_by_hand(waiting: Waiting) -> None:
    waiting.opened("2026-01-20")
    waiting.gate.does(actions.set_policy, weights={"least_provisional": "0"}, reason="Agreed on 4 January.")
    waiting.enter("Lamia")
    waiting.clear("Lamia", authorities=("Northland",))
    Clearing(waiting.register).ask(waiting.people["Lamia"], authority="Southland")
    assert waiting.plan().state == "done"
    assert waiting.planned() == {"Lamia": "2026-01-20"}

    assert counted(looked_at(waiting)) == {"expected": 1}
    with pytest.raises(NobodyToTell):
        tell(waiting)


@pytest.mark.parametrize("language", sorted(manifest_words.WORDS))
def test_the_message_names_nobody_and_says_that_a_plan_can_change(language: str) -> None:
    message = manifest_words.date(language, on="2026-01-06", pickup="The school", departs="07:30", count=2)

    assert "\u20682026-01-06\u2069" in message
    assert "\u206807:30\u2069" in message
    assert "{" not in message
