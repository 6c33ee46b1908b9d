"""The pages of the demonstration as a browser shows them: to all readers, on all widths, by keys, without script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.doors.web.seeing.looking import GAZA, NOON, OCTOBER, House
from tests.grounds.databases import Database
from tests.grounds.pages import Desk, serving

AXE = Path(__file__).resolve().parents[3] / "vendor" / "axe-core-4.14.1.min.js"
FIRST_LOAD = 150_000
PAGES = [
    "/",
    "/cases/",
    f"{GAZA}?{NOON}",
    f"{GAZA}?{OCTOBER}&by=known&since=21+Oct",
    f"{GAZA}statements/s02/?{NOON}",
    f"{GAZA}statements/r07/",
    f"{GAZA}statements/?{NOON}&q=list",
    f"{GAZA}statements/?q=zzzz",
    f"{GAZA}statements/?speaker=Russian",
    f"{GAZA}figures/?{NOON}",
    f"{GAZA}figures/Russian%20citizens%20on%20the%20list/?{NOON}",
    f"{GAZA}figures/Russian%20citizens%20on%20the%20list/?measure=applied&by=origin",
    f"{GAZA}sources/",
]


@pytest.fixture(scope="module")
def served_house(house: House, module_database: Database) -> Iterator[Desk]:
    with serving(module_database) as desk:
        yield desk


@pytest.fixture(scope="module")
def signed_in(house: House) -> str:
    """The session of somebody who is signed in, to be shown by a browser."""
    return house.officer.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def opened(browser: Browser, served_house: Desk, signed_in):
    """Open a page of the desk as somebody who is signed in."""

    @contextmanager
    def open_page(
        address: str, *, language: str = "en", theme: str = "light", width: int = 1280, script: bool = True
    ) -> Iterator[Page]:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        chosen = {
            settings.SESSION_COOKIE_NAME: signed_in,
            settings.LANGUAGE_COOKIE_NAME: language,
            "homeward-theme": theme,
        }
        context.add_cookies([{"name": n, "value": v, "url": served_house.address} for n, v in chosen.items()])
        page = context.new_page()
        page.goto(f"{served_house.address}{address}")
        yield page
        context.close()

    return open_page


def complaints(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['impact']} {v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:120]}" for v in found["violations"]
    ]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_stands_in_the_way_of_a_reader(opened, address):
    with opened(address, language="ar", theme="dark") as page:
        assert complaints(page) == []
    with opened(address) as page:
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert complaints(page) == [], width


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scrolls_sideways(opened, address):
    with opened(address) as page:
        for width in (320, 360, 800, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_the_picture_comes_at_a_weight_for_a_slow_line(opened, served_house):
    with opened("/about/design/") as page:
        told: list[str] = []
        sizes: list[int] = []
        page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
        page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(f"{served_house.address}{GAZA}?{NOON}", wait_until="networkidle")

        assert told == []
        assert sum(sizes) <= FIRST_LOAD


def test_from_the_picture_to_the_evidence_and_back_by_keys_alone(opened, served_house):
    with opened(f"{GAZA}?{NOON}") as page:
        for key in (*["j"] * 3, *["Tab"] * 40):
            if (
                page.evaluate("document.activeElement.closest('.population') && document.activeElement.textContent")
                == "s02#1"
            ):
                break
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == "s02#1"
        page.keyboard.press("Enter")
        page.wait_for_url("**/statements/s02/**")

        page.keyboard.press("o")
        page.wait_for_url("**#evidence")
        assert page.locator("mark", has_text="over 900 people").is_visible()

        page.go_back()  # the key for it belongs to the browser's window, which there is none of here
        assert page.url.endswith("#1")
        page.go_back()
        page.get_by_role("heading", name="People, by population").wait_for()
        assert page.get_by_text("You are looking at the past").is_visible()


def test_a_list_is_gone_through_by_keys(opened):
    with opened(f"{GAZA}statements/?{NOON}") as page:
        page.keyboard.press("j")
        first = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("j")
        second = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("k")

        assert first != second
        assert page.evaluate("document.activeElement.textContent") == first
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/statements/{first}/**")


def test_a_search_is_begun_and_the_palette_asked_by_keys(opened):
    with opened(f"{GAZA}?{NOON}") as page:
        page.keyboard.press("/")
        page.keyboard.type("ambulances")
        page.keyboard.press("Enter")
        page.wait_for_url("**/statements/?q=ambulances**")
        assert page.get_by_text("3 statements").is_visible()

        page.keyboard.press("Control+k")
        page.keyboard.type("zaripova")
        page.locator("#palette .found").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/sources/**")


def test_the_timeline_turns_without_leaving_the_page(opened):
    with opened(f"{GAZA}?{NOON}") as page:
        page.evaluate("window.stayed = true")
        page.get_by_role("link", name="by when known").click()
        page.wait_for_url("**by=known**")
        page.locator("#timeline a[aria-current]", has_text="by when known").wait_for()

        assert page.evaluate("window.stayed === true")
        assert page.locator("#timeline").count() == 1


def test_everything_is_there_without_script(opened):
    with opened(f"{GAZA}?{NOON}", script=False) as page:
        assert page.get_by_text("You are looking at the past").is_visible()
        page.get_by_role("link", name="by when known").click()
        page.wait_for_url("**by=known**")
        page.get_by_role("textbox", name="Since").fill("28 Oct")
        page.get_by_role("button", name="Show", exact=True).click()
        page.get_by_text("Became known since end of 28 Oct 2023").wait_for()
        page.get_by_label("Search statements of this case").fill("list")
        page.keyboard.press("Enter")
        page.locator("summary", has_text="Filters").click()
        page.get_by_label("How it was put").select_option("asserted")
        page.get_by_role("button", name="Apply").click()
        page.get_by_text("How it was put: asserted").wait_for()
        assert "as_of=2023-11-04" in page.url
