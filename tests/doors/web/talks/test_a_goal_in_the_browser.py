"""A goal as a browser shows it: to all readers, on a phone, in two directions, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.doors.web.seeing.looking import House
from tests.doors.web.talks.conftest import at
from tests.grounds.databases import Database
from tests.grounds.pages import Desk, serving

AXE = Path(__file__).resolve().parents[3] / "vendor" / "axe-core-4.14.1.min.js"
CAPTIVES = "release of captives"
#: The words of every box of the drawing whose parts reach over its rim.
LEAVES_ITS_BOX = """[...document.querySelectorAll('.node-words')].filter(words => {
    const box = words.getBoundingClientRect();
    return [...words.children].some(part => {
        const own = part.getBoundingClientRect();
        return own.bottom > box.bottom + 1 || own.right > box.right + 1 || own.left < box.left - 1;
    });
}).map(words => words.textContent)"""
STRIPS = """[...document.querySelectorAll('.graph-strip')].map(
    strip => [getComputedStyle(strip).breakInside, strip.getBoundingClientRect().width])"""


@pytest.fixture(scope="module")
def served(house: House, module_database: Database) -> Iterator[Desk]:
    with serving(module_database) as desk:
        yield desk


@pytest.fixture
def opened(browser: Browser, served: Desk, house: House):
    """Open a page as somebody who may write."""

    @contextmanager
    def open_page(address: str, *, language: str = "en", width: int = 1280, script: bool = True) -> Iterator[Page]:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, base_url=served.address
        )
        session = house.officer.cookies[settings.SESSION_COOKIE_NAME].value
        chosen = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: language}
        context.add_cookies([{"name": n, "value": v, "url": served.address} for n, v in chosen.items()])
        page = context.new_page()
        page.goto(address)
        yield page
        context.close()

    return open_page


def complaints(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['impact']} {v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:160]}" for v in found["violations"]
    ]


@pytest.mark.parametrize(
    "address",
    [
        at(""), at(goal=CAPTIVES), at("what-if/", goal=CAPTIVES), at("gate/", goal=CAPTIVES),
        at("report/", goal=CAPTIVES), at("nature/"), at("settle/", goal=CAPTIVES),
    ],
)  # fmt: skip
def test_nothing_stands_in_the_way_of_a_reader(opened, address: str) -> None:
    with opened(address) as page:
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert complaints(page) == [], width
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_words_of_a_box_never_leave_it(opened) -> None:
    with opened(at(goal=CAPTIVES)) as page:
        over = page.evaluate(LEAVES_ITS_BOX)
        assert over == []
        assert page.locator(".node-words").count() > 2


def test_in_arabic_the_goal_stands_at_the_left_and_the_arrows_run_there(opened) -> None:
    places = {}
    for language in ("en", "ar"):
        with opened(at(goal=CAPTIVES), language=language) as page:
            goal = page.locator(".node-words.goal").first.bounding_box()
            first = page.locator(".node-words.condition").first.bounding_box()
            places[language] = goal["x"] > first["x"]
    assert places == {"en": True, "ar": False}


def test_on_paper_no_box_is_cut(opened) -> None:
    with opened(at(goal=CAPTIVES)) as page:
        page.emulate_media(media="print")
        strips = page.evaluate(STRIPS)
        assert strips
        assert all(inside == "avoid" and width <= 1280 for inside, width in strips)


def to(page: Page, form: str, *, by: str = "Tab") -> None:
    """Press a key until what has the focus leads to an address of this form, or has such an id."""
    for _ in range(150):
        page.keyboard.press(by)
        if re.search(form, page.evaluate("(document.activeElement.href || '') + ' ' + document.activeElement.id")):
            return
    raise AssertionError(f"{by} never comes to {form}")


def press(page: Page, keys: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(keys)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_way_from_what_blocks_to_what_falls_due_goes_by_keys_alone(opened, language: str) -> None:
    wrong = {}

    def look(page: Page) -> None:
        if language == "ar" and (found := complaints(page)):  # in English these pages are looked at elsewhere
            wrong[page.url] = found

    with opened(at(""), language=language) as page:
        to(page, r"release\+of\+captives", by="j")
        press(page, "Enter")
        look(page)
        to(page, "/statements/", by="j")
        press(page, "Enter")
        assert page.locator("h1").first.is_visible()
        assert "/statements/c" in page.url
        page.go_back()

        press(page, "f")
        to(page, " s-")
        page.keyboard.press("ArrowDown")
        press(page, "Control+Enter")
        assert "suppose." in page.url
        assert page.locator(".supposed-banner b").count() == 1
        assert page.locator("#freed").count() == 1
        look(page)

        press(page, "Escape")
        assert "suppose." not in page.url
        press(page, "Escape")
        to(page, "/talks/agreements/")
        press(page, "Enter")
        to(page, r"/talks/agreements/[0-9a-f-]{36}/")
        press(page, "Enter")
        look(page)
        to(page, "/talks/duties/")
        press(page, "Enter")
        assert page.locator("a[aria-current=page][href*='/talks/duties/']").count() == 1
        look(page)
    assert wrong == {}
