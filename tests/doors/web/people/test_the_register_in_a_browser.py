"""The register as a browser shows it: by keys alone, to all readers, on a phone, without a name in any address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import cast
from tests.apps.people.registers import Register
from tests.doors.web.people.registered import ROOM, Registered, filled, signed_in
from tests.grounds.databases import Database
from tests.grounds.pages import Desk, serving

AXE = Path(__file__).resolve().parents[3] / "vendor" / "axe-core-4.14.1.min.js"
FIRST_LOAD = 150_000


@pytest.fixture(scope="module")
def lasting(module_database: Database) -> Registered:
    return filled(Register.of(cast.opened()))


@pytest.fixture(scope="module")
def served_register(lasting: Registered, module_database: Database) -> Iterator[Desk]:
    with serving(module_database) as desk:
        yield desk


@pytest.fixture
def seat(browser: Browser, served_register: Desk, lasting: Registered) -> Iterator[BrowserContext]:
    """A browser at which somebody is signed in who may write in the case."""
    client = signed_in(lasting.desk, "Olga Officer", "write")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served_register.address)
    session = client.cookies["homeward"].value
    context.add_cookies([{"name": "homeward", "value": session, "url": served_register.address}])
    yield context
    context.close()


def complaints(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['impact']} {v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:120]}" for v in found["violations"]
    ]


def pages(registered: Registered) -> list[str]:
    parts = ("household", "say", "whereabouts", "kin", "need", "consent", "search", "forget")
    board = ("", "enter/", "quality/", "quality/no_contact/", "quality/split/", "needs/?code=SM", "forgetting/")
    lamia = registered.at("lamia")
    own = [lamia, f"{lamia}?as_of=2026-01-02", *(registered.at("lamia", each) for each in parts)]
    return [*own, *(f"{ROOM}{each}" for each in board)]


def test_somebody_is_found_and_told_of_by_keys_alone(seat: BrowserContext, lasting: Registered) -> None:
    page = seat.new_page()
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    page.goto("/c/crossing-test/")

    def leave(*keys: str) -> None:
        with page.expect_navigation():
            for key in keys:
                page.keyboard.press(key)

    leave("g", "e")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("Ivan Third")
    leave("Enter")
    page.locator("#found").wait_for()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("j")
    leave("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "Ivan Third"
    leave("a")
    assert page.evaluate("document.activeElement.id") == "id_names.0.words"
    page.keyboard.type("Ivan Tretiy")
    for name, typed in (("id_speaker", "A relative on the telephone"), ("id_said", "yesterday 18:30")):
        for _ in range(60):
            if page.evaluate("document.activeElement.id") == name:
                break
            page.keyboard.press("Tab")
        page.keyboard.type(typed)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("a")
    leave("Control+Enter")
    page.get_by_role("heading", name="Check it").wait_for()
    leave("Control+Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "Ivan Third · Ivan Tretiy"
    page.keyboard.press("h")
    assert page.evaluate("location.hash") == "#history"
    page.keyboard.press("o")
    assert page.evaluate("location.hash") == "#evidence"
    leave("u")
    page.get_by_text("is withdrawn. Both stay in the ledger.").wait_for()
    assert not [address for address in visited if "Ivan" in address or "q=" in address]


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
def test_nothing_stands_in_the_way_of_a_reader(
    seat: BrowserContext, served_register: Desk, lasting: Registered, language: str, theme: str
) -> None:
    cookies = {"django_language": language, "homeward-theme": theme}
    seat.add_cookies(
        [{"name": name, "value": value, "url": served_register.address} for name, value in cookies.items()]
    )
    page = seat.new_page()

    for address in pages(lasting):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert complaints(page) == [], address
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


def test_a_page_of_a_person_is_light_and_asks_no_other_host(
    seat: BrowserContext, served_register: Desk, lasting: Registered
) -> None:
    page = seat.new_page()
    told: list[str] = []
    sizes: list[int] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    page.goto(lasting.at("third"), wait_until="networkidle")

    assert told == []
    assert [address for address in asked if not address.startswith(served_register.address)] == []
    assert sum(sizes) <= FIRST_LOAD


def test_somebody_is_found_without_script(
    browser: Browser, seat: BrowserContext, served_register: Desk, lasting: Registered
) -> None:
    plain = browser.new_context(java_script_enabled=False, base_url=served_register.address)
    plain.add_cookies(
        [{"name": each["name"], "value": each["value"], "url": served_register.address} for each in seat.cookies()]
    )
    page = plain.new_page()
    page.goto(ROOM)
    page.fill("#q", "Omar")
    page.click("form.finder button")

    assert page.url == f"{served_register.address}{ROOM}"
    assert page.locator("#found").get_by_role("link", name="Omar Darvish").count() == 1
    plain.close()
