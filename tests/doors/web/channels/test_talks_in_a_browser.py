"""Talks as a browser shows them: kept by keys alone in two languages, to all readers, on a phone and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page

from tests import cast
from tests.apps.talks.channelled import SLUG, Table
from tests.apps.talks.promised_days import Pause
from tests.doors.web.people.registered import signed_in
from tests.grounds.databases import Database
from tests.grounds.pages import Desk, serving

AXE = Path(__file__).resolve().parents[3] / "vendor" / "axe-core-4.14.1.min.js"
ROOM = f"/c/{SLUG}/talks/"


@pytest.fixture(scope="module")
def table(module_database: Database) -> Table:
    table = Table.of(cast.opened())
    table.tells(table.meets(place="The lake house"), "Northland", "Both lists were agreed.")
    first = table.stands("Northland", "demand", "All of ours first.", said="1 Jan 2026", firmness="red_line")
    table.stands("Northland", "accept", "Half first.", said="3 Jan 2026", supersedes=first.ref)
    table.stands("Southland", "offer", "Ten for ten.", said="2 Jan 2026")
    return table


@pytest.fixture(scope="module")
def pause(table: Table) -> Pause:
    return Pause.of(table.desk, SLUG)


@pytest.fixture(scope="module")
def served_talks(table: Table, pause: Pause, module_database: Database) -> Iterator[Desk]:
    with serving(module_database) as desk:
        yield desk


@pytest.fixture(scope="module")
def session(table: Table) -> str:
    return signed_in(table.desk, "Olga Officer", "write").cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def opened(browser: Browser, served_talks: Desk, session: str):
    """A browser in a language, a light and a width, at which somebody is signed in who may write."""
    contexts: list[BrowserContext] = []

    def seat(language: str = "en", theme: str = "light", width: int = 1280) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=served_talks.address)
        chosen = {
            settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: language, "homeward-theme": theme,
        }  # fmt: skip
        context.add_cookies([{"name": n, "value": v, "url": served_talks.address} for n, v in chosen.items()])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)
        return page

    yield seat
    for context in contexts:
        context.close()


def complaints(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['impact']} {v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:120]}" for v in found["violations"]
    ]


def pages(pause: Pause) -> list[str]:
    asked = "?as_of=2026-01-06"
    shown = [f"{ROOM}{each}/" for each in ("channels", "meetings", "positions")]
    promised = [
        f"{ROOM}agreements/{asked}",
        f"{ROOM}agreements/{pause.agreement}/{asked}",
        f"{ROOM}duties/?as_of=2026-01-04",
    ]
    held = [f"{ROOM}held/", f"{ROOM}say/visit/", f"{ROOM}agreements/say/rule/"]
    return [*shown, *promised, *held, f"{ROOM}say/meeting/", f"{ROOM}say/position/"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_a_side_said_of_a_meeting_is_kept_by_keys_alone(opened, table: Table, language: str) -> None:
    page = opened(language)
    page.goto(f"{ROOM}meetings/")
    typed = f"No list was agreed, said in {language}."

    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator("form[data-record]").count() == 1
    page.goto(f"{ROOM}say/readout/")
    filled = {"id_side": "Southland", "id_words": typed, "id_said": "4 Jan 2026"}
    for name, value in filled.items():
        for _ in range(80):
            if page.evaluate("document.activeElement.id") == name:
                break
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == name
        page.keyboard.type(value)
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")

    assert page.url.split("?")[0].endswith(f"{ROOM}meetings/")
    (shown,) = table.meetings()
    assert typed in [each.text for side in shown.sides for each in side.readouts]
    assert page.get_by_text(typed).first.is_visible()


def test_nothing_stands_in_the_way_of_a_reader(opened, pause: Pause) -> None:
    found = {}
    for language, theme in (("en", "light"), ("ar", "dark")):
        page = opened(language, theme)
        for address in pages(pause):
            page.goto(address)
            if wrong := complaints(page):
                found[language, address] = wrong

    assert found == {}


def test_nothing_is_cut_on_a_phone_in_either_direction(opened, pause: Pause) -> None:
    wide = {}
    for language in ("en", "ar"):
        page = opened(language, width=360)
        for address in pages(pause):
            page.goto(address)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide[language, address] = page.evaluate("document.documentElement.scrollWidth")

    assert wide == {}


def test_on_paper_days_are_open_and_acts_are_gone(opened, pause: Pause) -> None:
    page = opened()
    page.emulate_media(media="print")
    page.goto(f"{ROOM}agreements/{pause.agreement}/?as_of=2026-01-06")

    assert page.locator(".days-drawn").is_visible()
    assert page.locator("main .acts").first.is_hidden()
