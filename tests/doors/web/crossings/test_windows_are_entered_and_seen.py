"""The rooms of crossings in the browser: things are entered and seen with who said them; faults stand beside their fields."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.test import Client

from homeward.crossings import actions
from homeward.people import actions as people
from tests.apps.crossings.gates import SLUG, Gate
from tests.apps.people.registers import Register, named
from tests.cast import case_of

ROOM = f"/c/{SLUG}/crossings/"
VOICE = {"speaker": "The border authority", "said": "4 Jan 2026"}
TYPED = {"on": "6 Jan 2026", "opens": "08:30", "closes": "12:30", "capacity": "٤٠٠", **VOICE}


def entered(client: Client, what: str, sent: dict[str, Any], *, of: object = "") -> Any:
    return client.post(
        f"{ROOM}enter/{what}/" + (f"?of={of}" if of else ""), {"once": str(uuid4()), **sent}, follow=True
    )


def test_an_empty_case_says_what_to_do_first(gate: Gate, officer: Client) -> None:
    gate.desk.load(case_of({}, slug="another"))

    page = officer.get("/c/another/crossings/")

    assert "No crossing is named in this case." in page.content.decode()
    assert "Name a crossing" in page.content.decode()


def test_a_window_is_entered_in_any_digits_and_seen_with_who_said_it(gate: Gate, officer: Client) -> None:
    page = entered(officer, "window", {**TYPED, "crossing": str(gate.crossing)})

    assert page.status_code == 200
    assert "The border authority" in page.content.decode()
    assert [each.capacity for each in gate.calendar().windows] == [400]


def test_what_cannot_be_read_stands_beside_its_field_and_nothing_typed_is_lost(gate: Gate, officer: Client) -> None:
    typed = {**TYPED, "crossing": str(gate.crossing), "capacity": "about 400", "closes": "08:00"}
    page = entered(officer, "window", typed)

    words = page.content.decode()
    assert page.status_code == 422
    assert "leaves open how many. To plan with 400, write 400." in words
    assert "It closes before it opens." in words
    assert 'value="about 400"' in words
    assert gate.calendar().windows == ()


def test_a_window_that_overlaps_is_recorded_and_told(gate: Gate, officer: Client) -> None:
    gate.window()
    page = entered(officer, "window", {**TYPED, "crossing": str(gate.crossing), "opens": "10:00", "closes": "14:00"})

    assert "the gate counts once" in page.content.decode()
    assert len(gate.calendar().windows) == 2


def test_a_window_is_said_anew_and_called_off(gate: Gate, officer: Client) -> None:
    window = gate.window()
    begun = officer.get(f"{ROOM}enter/window/?of={window}").content.decode()
    assert 'value="400"' in begun

    sent = {**TYPED, "crossing": str(gate.crossing), "cancelled": "on", "said": "5 Jan 2026"}
    page = entered(officer, "window", sent, of=window)

    assert "This window was called off." in page.content.decode()
    assert gate.shown(window).cancelled


def test_everything_that_is_needed_is_entered_by_its_form(gate: Gate, officer: Client) -> None:
    window = gate.window()
    entered(officer, "pickup", {"name": "The school", f"minutes.{gate.crossing}": "60"})
    pickup = gate.calendar().pickups[0].id
    sent: dict[str, dict[str, Any]] = {
        "crossing": {"name": "The ferry", "authorities": "Northland\nSouthland"},
        "point": {"crossing": str(gate.crossing), "name": "Hall 2"},
        "status": {"crossing": str(gate.crossing), "status": "closed", **VOICE},
        "quota": {"crossing": str(gate.crossing), "on": "6 Jan 2026", "nationality": "Russian", "most": "70", **VOICE},
        "vehicle": {"name": "Bus 1", "seats": "48", "in_use": "on", "days": "6 Jan 2026, 7 Jan 2026"},
        "convoy": {"window": str(window), "pickup": str(pickup), "departs": "07:30", "most_vehicles": "2"},
        "check": {"name": "Way looked at", "in_use": "on"},
        "notice": {"window": str(window), "party": "Northland", "expires": "6 Jan 2026 14:00"},
    }
    for what, given in sent.items():
        assert entered(officer, what, given).status_code == 200, what

    shown = gate.shown(window)
    assert (len(shown.convoys), len(shown.quotas), len(shown.checks), len(shown.notices)) == (1, 1, 1, 1)
    assert {each.name for each in gate.calendar().crossings} == {"The bridge", "The ferry"}
    answered = {"answered": "objected", "window": str(window), **VOICE}
    assert entered(officer, "answer", answered, of=shown.notices[0].id).status_code == 200
    assert gate.shown(window).notices[0].answered == "objected"


def test_a_point_of_the_checklist_is_ticked_on_the_page_of_the_window(gate: Gate, officer: Client) -> None:
    window = gate.window()
    check = gate.does(actions.list_check, name="Way looked at").about

    page = officer.post(
        f"{ROOM}windows/{window}/tick", {"check_id": str(check), "ticked": "done", "note": "by the escort"}
    )
    assert page.status_code == 302
    assert gate.shown(window).open_checks == 0

    page = officer.post(f"{ROOM}windows/{window}/tick", {"check_id": str(check), "ticked": "not_possible"})
    assert page.status_code == 422
    assert "Say why it is not possible" in page.content.decode()


def test_a_form_for_what_is_not_there_is_not_there(gate: Gate, officer: Client) -> None:
    for address in ("enter/nothing/", f"enter/window/?of={uuid4()}", f"windows/{uuid4()}/", f"runs/{uuid4()}/"):
        assert officer.get(f"{ROOM}{address}").status_code == 404, address


def test_who_may_not_write_reads_and_an_outsider_finds_no_case(gate: Gate, reader: Client, outsider: Client) -> None:
    window = gate.window()

    assert reader.get(f"{ROOM}windows/{window}/").status_code == 200
    assert "Say it anew" not in reader.get(f"{ROOM}windows/{window}/").content.decode()
    assert reader.post(f"{ROOM}enter/window/", {**TYPED, "crossing": str(gate.crossing)}).status_code == 403
    assert outsider.get(ROOM).status_code == 404
    assert outsider.get(f"{ROOM}windows/{window}/").status_code == 404


def test_in_the_past_the_calendar_is_what_was_known_then_and_forms_are_closed(gate: Gate, officer: Client) -> None:
    gate.window()

    page = officer.get(f"{ROOM}?known_at=2025-12-31&clock=said").content.decode()

    assert "08:30" not in page
    assert officer.post(f"{ROOM}enter/window/?as_of=2026-01-01", TYPED).status_code == 409


def test_a_family_is_told_a_date_on_the_page_of_one_of_them(gate: Gate, officer: Client) -> None:
    register = Register(gate.desk)
    one, two = register.enter(named("Lamia Darvish")), register.enter(named("Omar Darvish"))
    register.does(people.relate, person=one, relation="household_with", other=two)
    window, pickup = gate.window(), gate.pickup()
    address = f"/c/{SLUG}/people/{one}/travel/"
    assert "Omar Darvish" in officer.get(address).content.decode()

    assert officer.post(address, {"do": "date", "window": str(window)}).status_code == 302
    assert officer.post(address, {"do": "pickup", "pickup": str(pickup)}).status_code == 302

    assert gate.shown(window).told == 2
    page = officer.get(f"/c/{SLUG}/people/{two}/?as_of=2026-01-05").content.decode()
    assert "The school" in page
    assert "not cleared by everybody who has a say" in page


def test_the_weights_are_shown_to_all_and_set_by_the_head_alone(gate: Gate, officer: Client) -> None:
    head = Client(raise_request_exception=False)
    head.force_login(gate.desk.operator)
    address = f"{ROOM}policy/"

    assert "Only the head of the desk" in officer.get(address).content.decode()
    assert officer.post(address, {"value.1": "200", "reason": "Because."}).status_code == 422

    page = head.post(address, {"value.1": "-2", "factor.2": "7", "reason": "Because."})
    assert page.status_code == 422
    assert page.content.decode().count("is no weight") >= 2
    assert head.post(address, {"value.1": "200", "reason": "Agreed on 4 January."}).status_code == 302
    assert 'value="200"' in head.get(address).content.decode()


def test_without_a_window_nothing_can_be_planned_and_that_is_said(gate: Gate, officer: Client) -> None:
    page = officer.post(f"{ROOM}plan", {"seconds": "10"}, follow=True)

    assert "There is no window from this day on" in page.content.decode()
