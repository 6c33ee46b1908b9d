"""A plan in the browser: asked for, worked out, looked at family by family, and a pin tried; whom it shows is logged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.apps.crossings.planned import Waiting
from tests.cast import opened
from tests.doors.web.crossings.test_windows_are_entered_and_seen import ROOM
from tests.doors.web.people.registered import readings_of, signed_in
from tests.doors.web.people.test_the_register_in_a_browser import complaints
from tests.grounds.databases import Database
from tests.grounds.pages import Desk, serving


@pytest.fixture(scope="module")
def waiting(module_database: Database) -> Waiting:
    waiting = Waiting.of(opened())
    waiting.opened("2030-01-06", "2030-01-07", capacity="1")
    for name in ("Lamia Darvish", "Omar Tell", "Ivan Third"):
        waiting.enter(name)
    waiting.clear("Lamia Darvish", "Omar Tell", until="31 Jan 2030")
    return waiting


@pytest.fixture(scope="module")
def officer(waiting: Waiting) -> Client:
    return signed_in(waiting.desk, "Olga Officer", "write")


def test_a_plan_goes_from_asking_to_a_pin(waiting: Waiting, officer: Client, module_database: Database) -> None:
    asked = officer.post(f"{ROOM}plan", {"seconds": "2"}, follow=True)
    assert "waits for the worker" in asked.content.decode()
    assert "Stop it" in asked.content.decode()
    run = waiting.only_run(waiting=True)
    assert waiting.works(run).state == "done"
    assert "Look at the plan" in officer.get(f"{ROOM}runs/{run}/").content.decode()

    board = officer.get(f"{ROOM}board/").content.decode()
    assert board.count(">planned<") == 2
    assert "A permission that is needed here was not asked for. It is that of Northland." in board
    assert "Lamia Darvish" in board
    assert any(each["view"] == "board of a plan" for each in readings_of(module_database))
    other = officer.get(f"{ROOM}board/?show=not%20planned").content.decode()
    assert "Ivan Third" in other
    assert "Lamia Darvish" not in other
    assert ">2<" in officer.get(ROOM).content.decode()

    window = waiting.gate.calendar().windows[0].id
    pinned = officer.post(
        f"{ROOM}pin", {"person": str(waiting.people["Ivan Third"]), "window": str(window)}, follow=True
    )
    assert "what a pin would change" in pinned.content.decode()
    assert waiting.works(waiting.only_run(waiting=True)).state == "done"
    answered = officer.get(pinned.request["PATH_INFO"]).content.decode()
    assert "No plan can keep this pin." in answered


def test_a_run_is_stopped_by_whoever_may_write(waiting: Waiting, officer: Client) -> None:
    officer.post(f"{ROOM}plan", {"seconds": "2"})
    run = waiting.only_run(waiting=True)

    assert signed_in(waiting.desk, "Rosa Reader", "read").post(f"{ROOM}runs/{run}/stop").status_code == 403
    page = officer.post(f"{ROOM}runs/{run}/stop", follow=True)

    assert "stopped" in page.content.decode()


def test_what_cannot_be_asked_is_told_where_it_was_asked(waiting: Waiting, officer: Client) -> None:
    page = officer.post(f"{ROOM}plan", {"seconds": "about 60", "plan_date": "31 November 2030"}, follow=True)

    assert "leaves open how many" in page.content.decode()


@pytest.fixture(scope="module")
def served(waiting: Waiting, module_database: Database) -> Iterator[Desk]:
    with serving(module_database) as desk:
        yield desk


@pytest.fixture
def page(browser: Browser, served: Desk, officer: Client) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served.address)
    context.add_cookies([{"name": "homeward", "value": officer.cookies["homeward"].value, "url": served.address}])
    yield context.new_page()
    context.close()


def test_the_rooms_are_for_all_readers_and_fit_a_phone(page: Page, waiting: Waiting) -> None:
    window = waiting.gate.calendar().windows[0].id
    for address in ("", f"windows/{window}/", "board/?show=not%20planned", "policy/", "enter/window/", "cleared/"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{ROOM}{address}")
        assert complaints(page) == [], address
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_why_not_is_told_on_focus_and_a_family_is_pinned_by_dragging_it(page: Page) -> None:
    page.goto(f"{ROOM}board/?show=not%20planned")
    why = page.locator(".board tbody tr").first.locator(".why").first
    assert not why.locator(".why-long").is_visible()
    why.locator("button").focus()
    assert why.locator(".why-long").is_visible()
    assert "was not asked for" in why.locator(".why-long").inner_text()

    row = page.locator(".board tbody tr").first
    row.locator("th[draggable]").drag_to(row.locator("td").nth(1))

    page.wait_for_url("**/crossings/runs/**")
    assert page.locator("h1").inner_text() == "what a pin would change"
