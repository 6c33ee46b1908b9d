"""The page on which somebody is said to ride only beside another or apart from them, and the one that tells a plan's dates."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from homeward.crossings import queries
from homeward.crossings.queries import CrossingOfPerson
from tests.apps.crossings.gates import SLUG, Gate
from tests.apps.crossings.planned import Waiting
from tests.apps.people.registers import Register, named
from tests.doors.web.crossings.test_windows_are_entered_and_seen import ROOM
from tests.doors.web.people.registered import signed_in


@pytest.fixture
def two(gate: Gate) -> tuple[UUID, UUID]:
    register = Register(gate.desk)
    return register.enter(named("Lamia Darvish")), register.enter(named("Omar Tell"))


def at(person: UUID) -> str:
    return f"/c/{SLUG}/people/{person}/riding/"


def sent(client: Client, person: UUID, do: str, **given: Any) -> Any:
    return client.post(at(person), {"do": do, "once": str(uuid4()), **given})


def holds(gate: Gate, person: UUID) -> CrossingOfPerson:
    with gate.desk.acting():
        return queries.crossing_of(gate.asked(), person)


def test_somebody_is_found_by_name_and_said_to_ride_beside(gate: Gate, officer: Client, two: tuple[UUID, UUID]) -> None:
    lamia, omar = two
    assert "nobody in particular" in officer.get(at(lamia)).content.decode()
    found = sent(officer, lamia, "find", words="Omar").content.decode()
    assert f'name="any_of" value="{omar}"' in found
    assert "Nobody was found." in sent(officer, lamia, "find", words="Zzyzx Qq").content.decode()

    done = sent(officer, lamia, "beside", any_of=[str(omar)], why="medical", staff="on")

    assert done.status_code == 302
    page = officer.get(at(lamia)).content.decode()
    assert "Omar Tell" in page and "medical reasons" in page and "or an escort of the desk" in page
    assert "Rides only beside" in officer.get(f"/c/{SLUG}/people/{lamia}/").content.decode()
    assert sent(officer, lamia, "alone").status_code == 302
    assert holds(gate, lamia).beside is None


def test_two_are_kept_apart_a_contradiction_is_told_and_it_is_ended(
    gate: Gate, officer: Client, two: tuple[UUID, UUID]
) -> None:
    lamia, omar = two
    sent(officer, lamia, "beside", any_of=[str(omar)], why="care")

    done = officer.post(at(omar), {"do": "apart", "other": str(lamia), "scope": "window"}, follow=True)

    page = done.content.decode()
    assert "They are kept apart from everybody beside whom they may ride" in page
    assert "not in one window" in page and "Lamia Darvish" in page
    assert sent(officer, omar, "no_longer", other=str(lamia)).status_code == 302
    assert holds(gate, lamia).apart == ()


def test_what_is_lacking_is_refused_on_the_page_and_never_breaks(
    gate: Gate, officer: Client, two: tuple[UUID, UUID]
) -> None:
    lamia, _ = two
    refused = sent(officer, lamia, "beside", why="care")
    assert refused.status_code == 422
    assert "Name somebody beside whom they may ride" in refused.content.decode()
    for do in ("beside", "alone", "apart", "no_longer"):
        assert sent(officer, lamia, do, other="x", any_of=["y"], scope="z").status_code == 422, do
    assert sent(officer, lamia, "nothing").status_code == 404


def test_who_may_not_write_changes_nothing_and_an_outsider_finds_nothing(
    reader: Client, outsider: Client, two: tuple[UUID, UUID]
) -> None:
    lamia, omar = two

    assert sent(reader, lamia, "apart", other=str(omar), scope="vehicle").status_code == 403
    assert outsider.get(at(lamia)).status_code == 404


def test_everybody_of_a_plan_is_counted_and_told_once(gate: Gate, officer: Client) -> None:
    waiting = Waiting(gate, Register(gate.desk))
    waiting.opened("2099-01-06")
    waiting.enter("Lamia Darvish")
    waiting.clear("Lamia Darvish", until="31 Jan 2099", authorities=("Northland", "Southland"))
    waiting.plan(plan_date="2099-01-05")

    page = officer.get(f"{ROOM}dates/").content.decode()
    assert "1 family would be recorded as told. People in it: 1." in page
    assert "told no date so far" in page
    (message, *_) = re.findall(r'<p class="message"[^>]*>([^<]+)</p>', page)
    assert "The school" in message and "Lamia" not in message
    given = {"plan": str(waiting.last().id), "families": "1", "once": str(uuid4())}
    changed = officer.post(f"{ROOM}dates/", {**given, "families": "2"})
    assert changed.status_code == 422 and "Look again, then record it" in changed.content.decode()
    for lacking in ({}, {"plan": "x", "families": "y"}, {**given, "families": "-1"}):
        assert officer.post(f"{ROOM}dates/", lacking).status_code in (404, 422)

    assert officer.post(f"{ROOM}dates/", given).status_code == 302
    assert officer.post(f"{ROOM}dates/", given).status_code == 302  # pressed twice, recorded once

    page = officer.get(f"{ROOM}dates/").content.decode()
    assert "There is nobody to tell." in page and "told this date" in page
    assert signed_in(gate.desk, "Rosa Reader", "read").post(f"{ROOM}dates/", given).status_code == 403


def test_without_a_plan_nobody_is_told_anything(officer: Client, gate: Gate) -> None:
    gate.window()

    assert "No plan has been made." in officer.get(f"{ROOM}dates/").content.decode()
    assert officer.get(f"{ROOM}dates/?plan={uuid4()}").status_code == 404
    assert officer.post(f"{ROOM}dates/", {"plan": str(uuid4()), "families": "1"}).status_code == 422
