"""The components page as a browser shows it: both directions, both themes, phone to wide screen, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.grounds.databases import Database
from tests.grounds.pages import Desk, serving

AXE = Path(__file__).resolve().parents[2] / "vendor" / "axe-core-4.14.1.min.js"
FIRST_LOAD = 150_000


@pytest.fixture(scope="module")
def served(module_database: Database) -> Iterator[Desk]:
    """One server for all tests of this page, which shows the same to everybody and keeps nothing."""
    with serving(module_database) as desk:
        yield desk


def open_in(browser: Browser, desk: Desk, *, language: str = "en", theme: str = "light") -> Page:
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=False)
    context.add_cookies(
        [
            {"name": "django_language", "value": language, "url": desk.address},
            {"name": "homeward-theme", "value": theme, "url": desk.address},
        ]
    )
    page = context.new_page()
    page.goto(f"{desk.address}/about/design/?past")
    return page


def complaints(page: Page) -> list[str]:
    """What axe-core finds, of every weight."""
    # The policy of the page refuses a script put in from outside, so the driver of the browser evaluates it.
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{v['impact']} {v['id']}: {v['nodes'][0]['target']}" for v in found["violations"]]


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("en", "dark"), ("ar", "light"), ("ar", "dark")])
def test_nothing_stands_in_the_way_of_a_reader(browser, served, language, theme):
    page = open_in(browser, served, language=language, theme=theme)

    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert complaints(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_the_page_keeps_its_policy_and_its_weight(browser, served):
    page = open_in(browser, served)
    told: list[str] = []
    sizes: list[int] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    page.reload(wait_until="networkidle")

    assert told == []
    assert sum(sizes) <= FIRST_LOAD
    page.context.close()


def test_everything_can_be_reached_by_keys(browser, served):
    page = open_in(browser, served)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Control+k")
    assert page.locator("#palette").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    assert page.locator("#dials").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-item]').id") == "s02"
    page.context.close()


def test_letters_work_on_a_keyboard_of_another_script(browser, served):
    page = open_in(browser, served, language="ar")

    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ف', code: 'KeyT', bubbles: true}))")

    assert page.locator("#dials").is_visible()
    page.context.close()


def test_a_dial_is_read_while_it_is_typed(browser, served):
    page = open_in(browser, served)

    page.locator("button[popovertarget=dials]").click()
    page.locator("#dial-as-of").fill("2023-11-04")
    page.locator("#dial-as-of-read", has_text="read as end of 4 Nov 2023").wait_for()
    page.context.close()


def test_a_page_without_script_is_whole(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}/about/design/?past")

    assert page.get_by_role("main").is_visible()
    assert page.get_by_text("You are looking at the past").is_visible()
    assert not page.locator("#palette").is_visible()
    context.close()
