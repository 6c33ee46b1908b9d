"""Why somebody is not in a plan, and what would change it: for that person, without a word about anybody else."""

from __future__ import annotations

from homeward.crossings import actions, queries
from homeward.crossings.queries import CrossingOfPerson
from homeward.crossings.queries.written import crossing_of_json
from tests.apps.crossings.planned import Waiting


def of(waiting: Waiting, name: str) -> CrossingOfPerson:
    with waiting.desk.acting():
        return queries.crossing_of(waiting.gate.asked(as_of="2026-01-05"), waiting.people[name])


def test_each_authority_is_told_with_how_it_stands(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    waiting.enter("Lamia")
    waiting.clear("Lamia", authorities=("Northland",))

    (crossing,) = of(waiting, "Lamia").crossings

    assert not crossing.cleared
    assert {each.authority.name: (each.state, each.holds) for each in crossing.permissions} == {
        "Northland": ("granted", True),
        "Southland": ("", False),
    }


def test_a_cause_that_lies_with_a_relative_says_no_more_than_that(waiting: Waiting) -> None:
    waiting.opened("2026-01-06")
    waiting.enter("Lamia")
    waiting.enter("Omar", with_="Lamia")
    waiting.enter("Vera")
    waiting.clear("Lamia", "Vera")
    waiting.gate.does(
        actions.choose_pickup, people=[waiting.people["Vera"]], pickup=waiting.gate.calendar().pickups[0].id
    )
    waiting.plan()
    waiting.enter("Late")

    lamia, omar, vera, late = (of(waiting, name) for name in ("Lamia", "Omar", "Vera", "Late"))

    assert [(each.code, each.theirs) for each in lamia.causes] == [("CLEARANCE_MISSING", False)]
    assert [(each.code, each.theirs) for each in omar.causes] == [("CLEARANCE_MISSING", True)]
    assert str(waiting.people["Omar"]) not in str(crossing_of_json(lamia))
    assert vera.planned
    assert vera.pickup
    assert (vera.planned.on, vera.causes, vera.pickup.name) == ("2026-01-06", (), "The school")
    assert late.plan is None


def test_what_lapses_before_the_next_window_is_told(waiting: Waiting) -> None:
    waiting.opened("2026-01-08")
    for name in ("Lamia", "Omar"):
        waiting.enter(name)
    waiting.clear("Lamia", until="7 Jan 2026")
    waiting.clear("Omar")

    with waiting.desk.acting():
        asked = waiting.gate.asked(as_of="2026-01-06")
        (view,) = queries.cleared(asked, queries.waiting(asked))

    assert view.cleared == (waiting.people["Omar"],)
    assert {each.person for each in view.lapses} == {waiting.people["Lamia"]}
    assert {each.last_day.isoformat() for each in view.lapses} == {"2026-01-07"}
